//! `tandem demo`, with fewer leads than usual.

use crate::tandem::Tandem;
use serde_json::json;

#[test]
fn the_demo_tells_what_the_other_commands_count() {
    let tandem = Tandem::new();
    let demo = tandem.json(&["demo", "--size", "800", "--seed", "3"]);
    assert_eq!(demo["leads"], json!(800));
    let funnel = tandem.json(&["funnel"]);
    let reached: Vec<_> =
        funnel["stages"].as_array().unwrap().iter().map(|it| &it["reached"]).collect();
    let told: Vec<_> = demo["funnel"].as_array().unwrap().iter().map(|it| &it["reached"]).collect();
    assert_eq!(told, reached);
    let promises = tandem.json(&["promises"]);
    assert_eq!(demo["promises"]["sales"]["kept"], promises["sides"][1]["kept"]);
    let mut all = promises["promises"].as_array().unwrap().iter();
    let left = all.find(|it| it["never_answered"] != 0).expect("a promise left behind");
    let figure = format!("{}:no answer", left["id"].as_str().unwrap());
    let list = tandem.json(&["promises", "--list", &figure]);
    let why = tandem.run(&["why", list["leads"][0].as_str().unwrap()]).out;
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    let end = format!("promise “{}” was never answered", left["id"].as_str().unwrap());
    assert!(why.contains(&end), "{why}");
    let lead = demo["lead"].as_str().unwrap();
    let why = tandem.json(&["why", lead]);
    let answered = why["decisions"].as_array().unwrap().iter();
    assert!(answered.clone().any(|it| it["what"] == "clock_answered_late"), "it waited");
    let traits = why["traits"].as_array().unwrap();
    let is = |name: &str, value: &str| {
        traits.iter().any(|it| it["name"] == name && it["value"] == value)
    };
    assert!(is("lead.source", "demo_request") && is("account.territory", "dach"));
}

#[test]
fn the_demo_does_not_touch_a_ledger_that_has_something_in_it() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["demo", "--size", "100"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err, @r#"
    error: this ledger has something in it already: a demo needs a fresh one
      do: name another file with --db, or leave --db away
    "#);
    assert_eq!(tandem.json(&["funnel"])["leads"], json!(3));
}
