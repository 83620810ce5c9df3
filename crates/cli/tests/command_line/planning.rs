//! `tandem plan` and `tandem forecast`.

use crate::tandem::Tandem;
use serde_json::Value;

fn number(of: &Value) -> f64 {
    of.as_f64().unwrap_or_else(|| panic!("{of} is no number"))
}

#[test]
fn a_plan_works_back_from_a_goal_through_every_stage() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "1200", "--seed", "3"]);
    let found = tandem.json(&["plan", "--goal", "900000", "--days", "91", "--by", "lead.source"]);
    let whole = &found["whole"];
    let steps = whole["steps"].as_array().unwrap();
    let won = steps.last().unwrap();
    let wins = 900_000.0 / number(&whole["amount_mean"]);
    assert!((number(&won["needed"]) - wins).abs() < 1e-9);
    for two in steps.windows(2) {
        let (step, next) = (&two[0], &two[1]);
        let wanted = number(&next["needed"]) / number(&step["rate"]);
        assert!((number(&step["needed"]) - wanted).abs() < 1e-6, "{step}");
        assert!(number(&step["needed_low"]) < number(&step["needed"]));
        assert!(number(&step["days_before"]) >= number(&next["days_before"]));
        let parts = ["came", "left", "waiting"].map(|part| step[part].as_u64().unwrap());
        assert_eq!(Some(parts.iter().sum()), step["reached"].as_u64(), "{step}");
    }
    let twice = tandem.json(&["plan", "--goal", "1800000", "--days", "91"]);
    let first = |of: &Value| number(&of["whole"]["steps"][0]["needed"]);
    assert!((first(&twice) - 2.0 * first(&found)).abs() < 1e-6);
    let parts = found["slices"].as_array().unwrap().iter().map(|slice| number(&slice["part"]));
    assert!((parts.sum::<f64>() - 1.0).abs() < 1e-9);
    assert_eq!(found["kind"], "estimated");
    let shown = tandem.run(&["plan", "--goal", "900000"]);
    assert!(shown.out.contains("Estimated") && shown.out.contains("go on"), "{}", shown.out);
}

/// Invariant 4.
#[test]
fn each_figure_of_a_plan_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "900", "--seed", "5"]);
    let goal = ["plan", "--goal", "500000"];
    let found = tandem.json(&goal);
    let length =
        |figure: &str| tandem.json(&[&goal[..], &["--list", figure]].concat())["count"].clone();
    for step in found["whole"]["steps"].as_array().unwrap() {
        for part in ["reached", "came", "waiting"] {
            let figure = format!("{}:{part}", step["stage"].as_str().unwrap());
            assert_eq!(length(&figure), step[part], "{figure}");
        }
    }
    assert_eq!(length("load"), found["load"]["now"]);
    let ahead = tandem.json(&["forecast", "--days", "60"]);
    let listed = |figure: &str| {
        tandem.json(&["forecast", "--days", "60", "--list", figure])["count"].clone()
    };
    assert_eq!(listed("known"), ahead["forecast"]["known"]);
    assert_eq!(listed("won_since"), ahead["backtest"]["wins"]);
    assert_eq!(tandem.json(&["forecast", "--days", "60"]), ahead, "drawn the same each time");
}

#[test]
fn what_cannot_be_said_is_said_with_what_to_do() {
    let tandem = Tandem::with_three_leads();
    let few = tandem.run(&["plan", "--goal", "1000"]);
    assert!(few.out.contains("Only 0 deals were won with an amount"), "{}", few.out);
    let none = tandem.run(&["forecast"]);
    assert!(none.out.contains("History is too short"), "{}", none.out);
    assert!(tandem.run(&["plan", "--goal", "0"]).err.contains("--goal"));
    let unknown = tandem.run(&["plan", "--goal", "5", "--list", "mql:smoke"]);
    assert!(unknown.err.contains("mql:reached"), "{}", unknown.err);
}
