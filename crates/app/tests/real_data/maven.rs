//! Opportunities of a seller of hardware, which have accounts and no leads.

use crate::set::Set;
use app::NoteCode;
use facts::Instant;
use insight::{DealFigures, Share, Summary};

fn maven() -> Set {
    Set::import("maven_crm", "maven_crm", "2016-10-01T00:00:00Z")
}

fn median(days: Option<Summary>) -> f64 {
    days.unwrap().median
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_figures_of_the_opportunities_come_out() {
    let set = maven();
    assert_eq!(set.report.opportunities_new, 8_800);
    assert_eq!(set.report.accounts_new, 85);
    assert_eq!(set.report.persons_new, 0, "nobody is made up");
    assert_eq!(set.report.counts().rows_rejected, 0);
    let now = Instant::parse("2018-01-01T00:00:00Z").unwrap();
    let answer = set.engine.opportunities(Some("opportunity.office"), now).unwrap();
    let whole = &answer.whole;
    assert_eq!((whole.won.len(), whole.lost.len()), (4_238, 2_473));
    assert_eq!(whole.win_rate, Share { part: 4_238, whole: 6_711 });
    assert!((whole.win_rate.value().unwrap() - 0.6315).abs() < 0.000_05);
    assert_eq!(whole.won_value, 10_005_534.0);
    assert_eq!((median(whole.days_to_won), median(whole.days_to_lost)), (57.0, 14.0));
    assert_eq!(median(whole.days_to_closed), 45.0);
    assert_eq!(answer.open_stages["engaging"], 1_589);
    assert_eq!(answer.open_stages["prospecting"], 500);
    assert_eq!(answer.open_stages.len(), 2);

    let of = |(office, figures): &(Option<String>, DealFigures)| {
        (office.clone().unwrap(), figures.won.len(), figures.won_value)
    };
    let offices: Vec<_> = answer.slices.iter().map(of).collect();
    let wanted = [
        ("West", 1_438, 3_568_647.0),
        ("Central", 1_629, 3_346_293.0),
        ("East", 1_171, 3_090_594.0),
    ];
    assert_eq!(offices, wanted.map(|(office, won, value)| (office.to_owned(), won, value)));

    let agents = set.engine.opportunities(Some("opportunity.agent"), now).unwrap();
    assert_eq!(agents.slices.len(), 30, "of 35 agents");
    let products = set.engine.opportunities(Some("opportunity.product"), now).unwrap();
    assert_eq!(products.slices.len(), 7, "GTXPro is GTX Pro");
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn the_traps_of_the_opportunities_are_reported_and_importing_twice_changes_nothing() {
    let mut set = maven();
    let corrected = set.notes(NoteCode::Corrected);
    assert_eq!(corrected.len(), 2);
    let technology = "12 values `technolgy` of column `sector` are taken for `technology`";
    assert!(corrected[0].contains(technology), "{corrected:?}");
    let product = "1480 values `GTXPro` of column `product` are taken for `GTX Pro`";
    assert!(corrected[1].contains(product), "{corrected:?}");
    let unnamed = set.notes(NoteCode::Unnamed);
    assert!(unnamed[0].contains("1425 rows name nobody in `account`"), "{unnamed:?}");
    let joined = set.notes(NoteCode::Joined);
    assert_eq!(joined.len(), 1, "every product and agent is known");
    assert!(joined[0].contains("5 rows of sales_teams.csv are asked for by no row"), "{joined:?}");
    assert_eq!(set.notes(NoteCode::JoinsNothing), Vec::<String>::new());
    assert_eq!(set.notes(NoteCode::UnknownToCharter), Vec::<String>::new());

    let again = set.import_again(false);
    assert_eq!(again.counts().facts_new, 0);
    assert_eq!(again.accounts_new + again.opportunities_new, 0);
}
