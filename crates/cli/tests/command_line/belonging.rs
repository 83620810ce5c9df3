//! Which persona, business unit, motion and pipeline leads have.

use crate::tandem::{CHARTER, Tandem};
use serde_json::Value;

/// The ready charter with a persona that Ann is, a unit of hers and Cy's, and two motions.
fn charter() -> String {
    let own = r#"
[persona.decider]
when = "lead.seniority == 'director'"

[unit.web]
name = "Web"
when = "lead.source == 'website'"

[[motion]]
id = "inbound"
when = "happened('form.*')"

[[motion]]
id = "curious"

[persona.economic_buyer]
"#;
    CHARTER.replacen("[persona.economic_buyer]\n", own, 1)
}

fn names(leads: &Value) -> Vec<String> {
    let leads = leads["leads"].as_array().unwrap().iter();
    let mut names: Vec<_> =
        leads.map(|lead| lead["lead"]["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn slices(funnel: &Value) -> Vec<(Option<String>, u64)> {
    let slices = funnel["slices"].as_array().unwrap().iter();
    let slice =
        |it: &Value| (it["value"].as_str().map(ToOwned::to_owned), it["leads"].as_u64().unwrap());
    slices.map(slice).collect()
}

#[test]
fn leads_are_listed_by_persona_unit_and_motion() {
    let tandem = Tandem::with_three_leads_under(&charter());
    let leads = |options: &[&str]| names(&tandem.json(&[&["leads"], options].concat()));
    assert_eq!(leads(&["--persona", "decider"]), ["Ann Arbor"]);
    assert_eq!(leads(&["--unit", "web"]), ["Ann Arbor", "Cy Cedar"]);
    assert_eq!(leads(&["--motion", "curious"]), ["Bo Birch"]);
    assert_eq!(leads(&["--motion", "inbound", "--unit", "web", "--limit", "1"]).len(), 1);
    assert_eq!(leads(&["--motion", "curious", "--unit", "web"]), Vec::<String>::new());
    let all = tandem.json(&["leads", "--text", "ann@acme.example"]);
    let ann = &all["leads"][0];
    assert_eq!((&ann["persona"], &ann["unit"]), (&Value::from("decider"), &Value::from("web")));
    assert_eq!((&ann["motion"], &ann["pipeline"]), (&Value::from("inbound"), &Value::Null));
    let unknown = tandem.run(&["leads", "--persona", "decidr"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("did you mean `decider`?"), "{unknown:?}");
    let none = tandem.run(&["leads", "--pipeline", "expansion"]);
    assert!(none.err.contains("the charter in force names no pipeline"), "{none:?}");
}

#[test]
fn the_funnel_stands_side_by_side_by_persona_unit_and_motion() {
    let tandem = Tandem::with_three_leads_under(&charter());
    let by = |what: &str| slices(&tandem.json(&["funnel", "--by", what]));
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(by("persona"), [(None, 2), (some("decider"), 1)]);
    assert_eq!(by("unit"), [(some("web"), 2), (None, 1)]);
    assert_eq!(by("motion"), [(some("inbound"), 2), (some("curious"), 1)]);
    let said = tandem.run(&["funnel", "--by", "motion"]);
    assert!(said.out.contains("A lead counts in each motion"), "{said:?}");
    let known = ["funnel", "--by", "persona", "--as-known", "2026-03-05T11:00:00Z"];
    assert_eq!(slices(&tandem.json(&known)), by("persona"));
}

#[test]
fn why_says_who_a_lead_is() {
    let tandem = Tandem::with_three_leads_under(&charter());
    let said = tandem.run(&["why", "ann@acme.example"]);
    let wanted = "Its persona is decider; it belongs to Web; its pass began as inbound.";
    assert!(said.out.contains(wanted), "{said:?}");
    let document = tandem.json(&["why", "ann@acme.example"]);
    assert_eq!(document["state"]["persona"], "decider");
}
