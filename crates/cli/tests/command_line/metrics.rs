//! `tandem metrics`.

use crate::tandem::{CHARTER, Tandem};
use insight::Metric;
use serde_json::Value;

fn figure<'a>(document: &'a Value, id: &str) -> &'a Value {
    let all = document["metrics"].as_array().unwrap();
    all.iter().find(|metric| metric["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn every_metric_of_the_registry_has_a_value_that_opens_its_list() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "120", "--seed", "3"]);
    let asked = |more: &[&str]| {
        let period = ["metrics", "--from", "2025-10-01", "--to", "2026-03-01"];
        tandem.json(&[&period, more].concat())
    };
    let found = asked(&[]);
    let ids: Vec<_> = found["metrics"].as_array().unwrap().iter().map(|it| &it["id"]).collect();
    let known: Vec<_> = Metric::ALL.iter().map(|metric| metric.id).collect();
    assert_eq!(ids, known, "in their order");
    for metric in found["metrics"].as_array().unwrap() {
        let id = metric["id"].as_str().unwrap();
        let length = |figure: &str| asked(&["--list", figure])["count"].clone();
        assert_eq!(length(id), metric["behind"], "{id}");
        if !metric["of_count"].is_null() {
            assert_eq!(length(&format!("{id}:of")), metric["of_count"], "{id}");
        }
        let (part, whole) = (metric["behind"].as_f64(), metric["of_count"].as_f64());
        if let (true, Some(value)) = (metric["low"].is_number(), metric["value"].as_f64()) {
            assert!((value - part.unwrap() / whole.unwrap()).abs() < 1e-12, "{id}");
        }
    }
}

/// The same figures, asked of other commands.
#[test]
fn metrics_agree_with_the_reports_that_know_them_too() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "3"]);
    let ever = ["--from", "2020-01-01", "--to", "2026-03-05T11:00:00Z"];
    let metrics = tandem.json(&[&["metrics"], &ever[..]].concat());
    let value = |id: &str| figure(&metrics, id)["value"].clone();
    let behind = |id: &str| figure(&metrics, id)["behind"].clone();

    let deals = tandem.json(&["opportunities"]);
    assert_eq!(value("win_rate"), deals["win_rate"]);
    assert_eq!(value("win_rate_by_value"), deals["win_rate_by_value"]);
    assert_eq!(value("won_amount"), deals["won_value"]);
    assert_eq!(value("cycle_length"), deals["days_to_won"]["median"]);
    let feedback = tandem.json(&["feedback"]);
    assert_eq!(behind("refusal_rate"), feedback["whole"]["refused"]);
    assert_eq!(behind("acceptance_rate"), feedback["whole"]["accepted"]);
    let funnel = tandem.json(&["funnel", "--list", "mql:reached"]);
    assert_eq!(behind("leads_qualified"), funnel["count"]);
    let attribution = tandem.json(&["attribution"]);
    assert_eq!(behind("marketing_influenced"), attribution["shared_results"]);
    let bands = ["dust_day", "dust_week", "dust_month", "dust_older"];
    let sum: u64 = bands.iter().map(|id| behind(id).as_u64().unwrap()).sum();
    assert_eq!(behind("dust").as_u64(), Some(sum));
}

const MAPPING: &str = r#"
[mapping]
name = "crm"
timezone = "Europe/Berlin"

[[file]]
path = "log.csv"
dated = "at"
times = { at = "%Y-%m-%d %H:%M" }

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "lead" }

[[file.subject.fact]]
kind = "touch"
id = "touch"
name = "form.demo_request"
when = { column = "what", equals = "demo" }

[[file.subject.fact]]
kind = "activity"
id = "call"
name = "call.attempt"
actor = { column = "who" }
origin = "human"
when = { column = "what", equals = "call" }

[[file.subject.fact]]
kind = "verdict"
id = "rejected"
name = "rejected"
value = "no_authority"
when = { column = "what", equals = "rejected" }
"#;

/// Ann waits for three hours, Bo for one on Monday and one on Tuesday morning, Cy is still waiting.
const LOG: &str = "\
lead,at,what,who
ann,2026-01-05 10:00,demo,
ann,2026-01-05 13:00,call,rep.one
ann,2026-01-05 14:00,call,rep.one
ann,2026-01-05 15:00,rejected,rep.one
bo,2026-01-05 17:00,demo,
bo,2026-01-06 10:00,call,rep.two
cy,2026-01-05 12:00,demo,
";

#[test]
fn a_first_response_is_in_working_hours_and_who_waits_is_not_left_out() {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem.write("mapping.toml", MAPPING);
    tandem.write("exports/log.csv", LOG);
    assert_eq!(tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-01-01"]).code, 0);
    let imported = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let found = tandem.json(&["metrics", "--from", "2026-01-01"]);
    let first = figure(&found, "first_response");
    assert_eq!((&first["value"], &first["behind"]), (&3.0.into(), &3.into()), "2, 3, and longer");
    let outreach = figure(&found, "outreach_before_verdict");
    assert_eq!((&outreach["value"], &outreach["behind"]), (&2.0.into(), &1.into()));
    let refused = figure(&found, "refusal_rate");
    assert_eq!((&refused["value"], &refused["of_count"]), (&1.0.into(), &1.into()));
    let grown =
        figure(&tandem.json(&["metrics", "--from", "2026-01-05"]), "leads_new")["value"].clone();
    assert_eq!(grown, 3.0);
}

#[test]
fn definitions_are_read_without_a_ledger() {
    let tandem = Tandem::new();
    let said = tandem.run(&["metrics", "--definitions"]);
    assert_eq!(said.code, 0, "{said:?}");
    insta::assert_snapshot!(said.out);
    let refused = Tandem::with_three_leads().run(&["metrics", "--list", "win_rat"]);
    assert!(refused.err.contains("did you mean `win_rate`?"), "{}", refused.err);
}

#[test]
fn three_leads_say_what_can_be_said_of_them() {
    insta::assert_snapshot!(Tandem::with_three_leads().run(&["metrics"]).out);
}
