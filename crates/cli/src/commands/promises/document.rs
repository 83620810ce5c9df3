//! Promises for programs.

use crate::ledger::as_of_json;
use app::PromisesAnswer;
use insight::{Certainty, ClockOutcome, PromiseFigures, SideFigures};
use serde_json::{Map, Value, json};

pub(super) fn document(answer: &PromisesAnswer) -> Value {
    json!({
        "unit": "promises",
        "as_of": as_of_json(&answer.as_of),
        "certainty": Certainty::Exact.word(),
        "sides": sides(&answer.sides),
        "promises": promises(&answer.promises),
        "in_retrospect": {
            "certainty": Certainty::Assumed.word(),
            "sides": sides(&answer.assumed_sides),
            "promises": promises(&answer.assumed),
        },
    })
}

fn promises(promises: &[PromiseFigures]) -> Value {
    let promises = promises.iter().map(|figures| {
        let mut one = Map::new();
        one.insert("id".to_owned(), json!(figures.pledge.id));
        one.insert("by".to_owned(), json!(figures.pledge.by.word()));
        one.insert("in_force".to_owned(), json!(figures.pledge.is_in_force));
        one.insert("all".to_owned(), json!(figures.clocks.len()));
        for outcome in ClockOutcome::ALL {
            one.insert(outcome.word().to_owned(), json!(figures.count(outcome)));
        }
        one.insert("broken".to_owned(), json!(figures.broken().count()));
        one.insert("share_kept".to_owned(), json!(figures.share_kept().value()));
        Value::Object(one)
    });
    promises.collect()
}

fn sides(sides: &[SideFigures]) -> Value {
    let sides = sides.iter().map(|side| {
        json!({
            "side": side.side.word(),
            "kept": side.kept,
            "broken": side.broken,
            "still_open": side.still_open,
            "running": side.running,
            "share_kept": side.share_kept().value(),
        })
    });
    sides.collect()
}
