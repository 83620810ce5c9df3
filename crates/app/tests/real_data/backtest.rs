//! Proposals over real funnels.

use crate::set::Set;
use app::{BacktestAnswer, Proposal};
use facts::Instant;
use lifecycle::{Count, Flip, Turn};

fn olist() -> (Set, String) {
    let charter = include_str!("../fixtures/olist/charter.toml");
    (Set::import("olist", "olist_funnel", "2017-06-01T00:00:00Z"), charter.to_owned())
}

fn edtech() -> (Set, String) {
    let charter = include_str!("../fixtures/edtech/charter.toml");
    (Set::import("edtech", "edtech_sales_funnel", "2021-12-31T00:00:00Z"), charter.to_owned())
}

fn backtest(set: &Set, text: &str) -> BacktestAnswer {
    let now = Instant::parse("2026-11-22T12:00:00Z").unwrap();
    let proposal = Proposal { text, from: None, to: None, list_max: usize::MAX };
    set.engine.backtest(&proposal, now).unwrap_or_else(|error| panic!("{error}"))
}

fn flips<'a>(answer: &'a BacktestAnswer, stage: &str, turn: Turn) -> Vec<&'a Flip> {
    let stages = &answer.found.stages;
    let of = |flip: &&Flip| stages[usize::from(flip.stage)].stage.id == stage;
    answer.found.flips.first.iter().filter(of).filter(|flip| flip.turn() == Some(turn)).collect()
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn a_charter_against_itself_changes_nothing_in_a_real_funnel() {
    for (set, charter) in [olist(), edtech()] {
        let answer = backtest(&set, &charter);
        assert_eq!(answer.found.leads, set.leads.len() as u64);
        assert_eq!(answer.found.leads_that_differ, 0);
        assert_eq!(answer.found.flips.count, Count::default());
        assert_eq!(answer.found.first_day_moves(), 0);
    }
}

/// 75 of the 1,350 leads from social media became sellers; one of the 8,000 leads was won before it
/// came, and never waited to be handed over.
#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn refusing_a_source_loses_the_hand_off_of_its_wins() {
    let (set, charter) = olist();
    let proposal = charter.replace(
        "enter = \"happened('form.landing_page')\"",
        "enter = \"happened('form.landing_page') && (lead.source != 'social' || !known('lead.source'))\"",
    );
    assert_ne!(proposal, charter);
    let answer = backtest(&set, &proposal);
    let found = &answer.found;
    let mql = found.stages.iter().find(|figures| figures.stage.id == "mql").unwrap();
    assert_eq!((mql.entries.before.all, mql.entries.after.all), (7_999, 6_649));
    assert_eq!(flips(&answer, "mql", Turn::Never).len(), 1_350);
    assert_eq!(found.wins.wins, Count { all: 842, assumed: 0, estimated: 0 });
    assert_eq!(found.wins.count(Turn::Never), Count { all: 75, assumed: 0, estimated: 0 });
    assert_eq!(found.unseen_handoffs, Count::default());
}

/// Calls are dated; how old somebody is is known as of the export only.
#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing: set TANDEM_DATA")]
fn what_rests_on_undated_facts_is_assumed_and_what_rests_on_calls_is_exact() {
    let (set, charter) = edtech();
    let rule = "lead.crm_stage in ['consideration', 'conversion']";
    let lost_by = |condition: &str| {
        let proposal = charter
            .replace(&format!("enter = \"{rule}\""), &format!("enter = \"{rule} && {condition}\""));
        assert_ne!(proposal, charter);
        let answer = backtest(&set, &proposal);
        let stages = &answer.found.stages;
        let stage = stages.iter().find(|one| one.stage.id == "consideration").unwrap();
        stage.flips[Turn::Never as usize]
    };
    assert_eq!(lost_by("count('call.*') >= 4"), Count { all: 38, assumed: 0, estimated: 0 });
    assert_eq!(lost_by("lead.age >= 18"), Count { all: 11, assumed: 11, estimated: 0 });
}
