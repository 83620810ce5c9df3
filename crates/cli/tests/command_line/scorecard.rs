//! `tandem scorecard`.

use crate::tandem::Tandem;
use serde_json::Value;

#[test]
fn a_scorecard_is_learned_from_leads_that_were_worked_and_is_written_as_a_sound_charter() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "1200", "--seed", "3"]);
    let found = tandem.json(&["scorecard", "--write", "learned.toml"]);
    let card = &found["card"];
    let auc = &card["auc"];
    let number = |of: &Value| of.as_f64().unwrap();
    // What is planted differs by source, seniority and territory; chance alone is one half.
    assert!(number(&auc["low"]) > 0.5 && number(&auc["value"]) < 0.95, "{auc}");
    let names: Vec<_> = card["lines"].as_array().unwrap().iter().map(|it| &it["name"]).collect();
    assert!(names.contains(&&Value::from("lead.source")), "{names:?}");
    assert_eq!(found["kind"], "estimated");
    let checked = tandem.run(&["charter", "check", "learned.toml"]);
    assert_eq!(checked.code, 0, "{checked:?}");
    let replayed = tandem.run(&["backtest", "--against", "learned.toml"]);
    assert_eq!(replayed.code, 0, "{replayed:?}");
    let again = tandem.run(&["scorecard", "--write", "learned.toml"]);
    assert_ne!(again.code, 0, "what somebody may have changed is not written over");
    assert_eq!(tandem.json(&["scorecard"]), found, "it says the same whenever it is asked");
}

/// Invariant 4.
#[test]
fn each_figure_of_a_scorecard_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "900", "--seed", "5"]);
    let found = tandem.json(&["scorecard"]);
    let length = |figure: &str| tandem.json(&["scorecard", "--list", figure])["count"].clone();
    for figure in ["sent", "worked", "undecided", "unworked"] {
        assert_eq!(length(figure), found[figure], "{figure}");
    }
    let card = &found["card"];
    for figure in ["learned_from", "learned_with", "held_out", "held_out_with"] {
        assert_eq!(length(figure), card[figure], "{figure}");
    }
    let rows = card["calibration"].as_array().unwrap();
    for (place, row) in rows.iter().enumerate() {
        let figure = format!("row:{}", place + 1);
        assert_eq!(length(&figure), row["leads"]);
        assert_eq!(length(&format!("{figure}:with")), row["with_outcome"]);
    }
    let sum = |name: &str| rows.iter().map(|row| row[name].as_u64().unwrap()).sum::<u64>();
    assert_eq!(Some(sum("leads")), card["held_out"].as_u64());
    assert_eq!(Some(sum("with_outcome")), card["held_out_with"].as_u64());
}

#[test]
fn few_outcomes_and_unknown_names_are_refused_with_what_to_do() {
    let tandem = Tandem::with_three_leads();
    let few = tandem.run(&["scorecard"]);
    assert_eq!(few.code, 0);
    assert!(few.out.contains("at least 50 that did and 50 that did not"), "{}", few.out);
    let found = tandem.json(&["scorecard"]);
    assert_eq!(found["card"], Value::Null);
    assert!(tandem.run(&["scorecard", "--write", "x.toml"]).err.contains("at least 50"));
    assert!(tandem.run(&["scorecard", "--outcome", "happy"]).err.contains("--outcome won"));
    let unknown = tandem.run(&["scorecard", "--trust", "lead.sourc"]);
    assert!(unknown.err.contains("lead.source"), "{}", unknown.err);
}
