//! A scorecard learned from the `x_education` set: 9,240 leads of a seller of courses with their
//! outcome, some columns of which were filled in when the outcome was known.

#[path = "../examples/scorecard_bench/course_leads.rs"]
mod course_leads;

use insight::{Leak, Scorecard, learn};
use std::path::Path;

fn card() -> Scorecard {
    let file = Path::new(env!("TANDEM_DATA")).join("x_education/Leads.csv");
    let (leads, columns) = course_leads::read(&file);
    assert_eq!(leads.len(), 9_240);
    learn(&leads, &columns).unwrap()
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn columns_filled_in_with_the_outcome_are_refused_with_the_evidence() {
    let card = card();
    let evidence = |name: &str| {
        let refused = card.refused.iter().find(|it| it.name == name);
        refused.map(|it| it.evidence.clone()).unwrap_or_default()
    };
    let tells = |it: &Leak| matches!(it, Leak::TellsOutcome { auc } if *auc > 0.9);
    let uneven = |it: &Leak| matches!(it, Leak::KnownUnevenly { .. });
    assert!(evidence("lead.tags").iter().any(tells));
    assert!(evidence("lead.quality").iter().any(uneven));
    assert!(evidence("lead.profile").iter().any(uneven));
    assert_eq!(evidence("lead.last_notable_activity"), [Leak::NamedLater]);
    // Known of 3,191 of 3,561 with the outcome and of 3,359 of 5,679 without, by plain Python.
    let known = evidence("lead.occupation").into_iter().find(uneven);
    let Some(Leak::KnownUnevenly { with, without }) = known else { panic!("{known:?}") };
    assert_eq!((with.part, with.whole, without.part, without.whole), (3_191, 3_561, 3_359, 5_679));
    for name in ["lead.origin", "lead.source", "lead.seconds_on_site", "lead.opted_out"] {
        assert_eq!(evidence(name), [], "{name}");
    }
}

/// A gradient-boosting model (`LightGBM` 4) and the table saw the same leads and the same clean
/// columns, and were judged on the same leads held out: see
/// `examples/scorecard_bench/beside_learners.py`.
#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn a_few_points_tell_nearly_as_much_as_boosted_trees() {
    const BOOSTED: f64 = 0.8372;
    let card = card();
    assert!(card.auc.value >= 0.97 * BOOSTED, "{:?}", card.auc);
    assert!(card.auc.interval.low > 0.8 && card.auc.interval.high < 0.95);
    assert!(card.lines.len() <= 48 && card.lines.iter().all(|line| line.points.abs() <= 30));
    for row in &card.calibration {
        let interval = row.interval.unwrap();
        assert!(
            row.expected > interval.low - 0.06 && row.expected < interval.high + 0.06,
            "{row:?}"
        );
    }
}
