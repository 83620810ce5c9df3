//! `tandem backtest`.

use crate::tandem::{CHARTER, Tandem};
use serde_json::Value;

/// Three leads, and a proposal that hands over only those of more fit.
fn with_a_proposal() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let proposal = CHARTER.replace("happened('form.demo_request') && fit >= 0", "fit >= 100");
    assert_ne!(proposal, CHARTER);
    tandem.write("proposal.toml", &proposal);
    tandem
}

#[test]
fn a_proposal_is_told_with_its_verdict_first() {
    let tandem = with_a_proposal();
    insta::assert_snapshot!(tandem.run(&["backtest", "--against", "proposal.toml"]).out);
    let list = ["backtest", "--against", "proposal.toml", "--list", "flips:mql:never"];
    let said = tandem.run(&list).out;
    assert!(said.starts_with("1 entry changes, 0 of them assumed.\n"), "{said}");
    assert!(said.contains("Ann Arbor") && said.contains("; proposed: never"), "{said}");
}

#[test]
fn the_charter_in_force_against_itself_makes_no_difference() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["backtest", "--against", "charter.toml"]);
    assert_eq!(said.code, 0);
    let verdict = "No difference: on 3 leads this charter decides what the one in force does.";
    assert!(said.out.starts_with(verdict), "{}", said.out);
    let document = tandem.json(&["backtest", "--against", "charter.toml"]);
    assert_eq!(document["leads_that_differ"], 0);
    assert_eq!(document["decisions"]["before"], document["decisions"]["after"]);
}

/// Invariant 4: a figure is the length of the list that it opens.
#[test]
fn each_figure_of_a_backtest_is_the_length_of_its_list() {
    let tandem = with_a_proposal();
    let asked = ["backtest", "--against", "proposal.toml"];
    let document = tandem.json(&asked);
    let length = |figure: &str| {
        let list = tandem.json(&[&asked[..], &["--list", figure]].concat());
        assert_eq!(list["count"], list["items"].as_array().unwrap().len());
        list["count"].clone()
    };
    let mut changed = 0;
    for stage in document["stages"].as_array().unwrap() {
        for turn in ["earlier", "later", "never", "newly"] {
            let figure = format!("flips:{}:{turn}", stage["id"].as_str().unwrap());
            assert_eq!(stage["flips"][turn]["all"], length(&figure), "{figure}");
            changed += stage["flips"][turn]["all"].as_u64().unwrap();
        }
    }
    assert_eq!(document["flips"]["count"]["all"], changed);
    assert_eq!(changed, 1);
    assert_eq!(document["wins"]["changed"]["count"]["all"], length("wins"));
    assert_eq!(document["first_day"]["moves"]["count"]["all"], length("first-day"));
}

/// Invariant 10, and nothing is recorded.
#[test]
fn what_cannot_be_known_is_named_and_nothing_is_recorded() {
    let tandem = Tandem::with_three_leads();
    let easy = CHARTER.replace("fit >= 40 && engagement >= 35", "engagement >= 1");
    tandem.write("easy.toml", &easy);
    let leads = tandem.json(&["leads"]);
    let document = tandem.json(&["backtest", "--against", "easy.toml"]);
    let unseen = &document["not_estimated"]["handoffs_that_nobody_saw"];
    assert_eq!((&unseen["all"], &unseen["exact"]), (&Value::from(2), &Value::from(2)));
    let moves = &document["first_day"]["moves"]["count"]["all"];
    assert_eq!(moves, 2, "both would be handed over at once");
    assert_eq!(leads, tandem.json(&["leads"]));
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}

#[test]
fn a_proposal_with_problems_or_an_unknown_figure_is_refused_with_what_to_do() {
    let tandem = with_a_proposal();
    tandem.write("broken.toml", &CHARTER.replace("engagement >= 35", "engagemet >= 35"));
    let said = tandem.run(&["backtest", "--against", "broken.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("broken.toml") && said.err.contains("did you mean"), "{}", said.err);
    let said = tandem.run(&["backtest", "--against", "proposal.toml", "--list", "flips:mqll"]);
    assert!(said.err.contains("neither charter has a stage `mqll`"), "{}", said.err);
    let said = tandem.run(&["backtest", "--against", "proposal.toml", "--list", "losses"]);
    assert!(said.err.contains("a backtest has no figure `losses`"), "{}", said.err);
}

/// Invariant 4: what a backtest says of the charter in force is what the other commands count.
#[test]
fn the_charter_in_force_has_the_same_figures_as_in_funnel_and_promises() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "400", "--seed", "3"]);
    tandem.write("proposal.toml", &CHARTER.replace("engagement >= 35", "engagement >= 50"));
    let document = tandem.json(&["backtest", "--against", "proposal.toml"]);
    let (funnel, promises) = (tandem.json(&["funnel"]), tandem.json(&["promises"]));
    let all = |value: &Value| value.as_array().unwrap().clone();
    let by_id = |list: &Value, id: &Value| {
        all(list).into_iter().find(|one| one["id"] == *id).unwrap_or_else(|| panic!("{id}"))
    };
    for stage in all(&funnel["stages"]) {
        let figures = by_id(&document["stages"], &stage["id"]);
        assert_eq!(figures["leads"]["before"]["all"], stage["entered"], "{stage}");
    }
    for promise in all(&promises["promises"]) {
        let runs = &by_id(&document["promises"], &promise["id"])["before"];
        assert_eq!(runs["started"]["all"], promise["all"], "{promise}");
        for figure in ["kept", "broken", "cancelled", "unknowable", "running"] {
            assert_eq!(runs[figure]["all"], promise[figure], "{figure} of {promise}");
        }
    }
    assert!(document["leads_that_differ"].as_u64().unwrap() > 20);
}
