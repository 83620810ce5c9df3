//! `tandem metrics` in slices, beside another period, as known, and for some things only.

use crate::tandem::Tandem;
use serde_json::{Value, json};

const EVER: [&str; 4] = ["--from", "2020-01-01", "--to", "2026-03-05T11:00:00Z"];

fn demo(size: &str) -> Tandem {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", size, "--seed", "3"]);
    tandem
}

fn metrics(tandem: &Tandem, more: &[&str]) -> Value {
    tandem.json(&[&["metrics"], &EVER[..], more].concat())
}

fn all(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let metrics = document["metrics"].as_array().unwrap().iter();
    metrics.map(|metric| (metric["id"].as_str().unwrap(), metric))
}

fn of<'a>(document: &'a Value, id: &str) -> &'a Value {
    all(document).find(|(found, _)| *found == id).unwrap().1
}

/// A slice of a document by its value; nothing for those of whom it is not known.
fn slice<'a>(document: &'a Value, value: &Value) -> &'a Value {
    let mut slices = document["slices"].as_array().unwrap().iter();
    slices.find(|slice| slice["value"] == *value).unwrap_or(&Value::Null)
}

/// Invariant 4: whatever metrics are told apart by, nobody is left out and nobody counts twice.
#[test]
fn slices_share_out_what_each_metric_counts_and_open_their_lists() {
    let tandem = demo("200");
    for by in [
        "source",
        "account.industry",
        "campaign",
        "persona",
        "unit",
        "motion",
        "pipeline",
        "team",
        "version",
    ] {
        let found = metrics(&tandem, &["--by", by]);
        let slices = found["slices"].as_array().unwrap();
        assert!(!slices.is_empty(), "{by}");
        for (id, whole) in all(&found) {
            for figure in ["behind", "of_count"] {
                let sum: u64 = slices.iter().filter_map(|it| of(it, id)[figure].as_u64()).sum();
                assert_eq!(sum, whole[figure].as_u64().unwrap_or(0), "{by} {id} {figure}");
            }
        }
        let first = &slices[0];
        let only = format!("{by}={}", first["value"].as_str().unwrap_or_default());
        for id in ["leads_qualified", "acceptance_rate", "win_rate"] {
            let listed = metrics(&tandem, &["--where", &only, "--list", id]);
            assert_eq!(listed["count"], of(first, id)["behind"], "{only} {id}");
        }
        assert_eq!(
            metrics(&tandem, &["--where", &only])["metrics"][0]["value"],
            of(first, "leads_new")["value"],
            "{only}"
        );
    }
}

/// The same slices, asked of other reports that make them in their own way.
#[test]
fn slices_agree_with_the_reports_that_know_them_too() {
    let tandem = demo("300");
    let found = metrics(&tandem, &["--by", "source"]);
    let funnel = tandem.json(&["funnel", "--by", "lead.source"]);
    let mut seen = 0;
    for part in funnel["slices"].as_array().unwrap() {
        let own = slice(&found, &part["value"]);
        let stages = part["stages"].as_array().unwrap();
        let mql = stages.iter().find(|stage| stage["id"] == "mql").unwrap();
        let qualified =
            if own.is_null() { &json!(0) } else { &of(own, "leads_qualified")["behind"] };
        assert_eq!(*qualified, mql["reached"], "{}", part["value"]);
        seen += 1;
    }
    assert!(seen > 3);
    let deals = tandem.json(&["opportunities", "--by", "lead.source"]);
    for part in deals["slices"].as_array().unwrap().iter().filter(|it| it["won_value"] != 0.0) {
        let own = slice(&found, &part["value"]);
        assert_eq!(of(own, "won_amount")["value"], part["won_value"], "{}", part["value"]);
        assert_eq!(of(own, "win_rate")["value"], part["win_rate"], "{}", part["value"]);
        assert_eq!(of(own, "cycle_length")["value"], part["days_to_won"]["median"]);
    }
    let by_motion = tandem.json(&["funnel", "--by", "motion"]);
    let own = metrics(&tandem, &["--by", "motion"]);
    assert!(
        by_motion["slices"].as_array().unwrap().len() >= own["slices"].as_array().unwrap().len()
    );
}

/// Invariant 5: what came later changes no earlier knowledge, of any figure.
#[test]
fn metrics_feedback_and_attribution_can_be_asked_as_they_were_known() {
    let tandem = Tandem::with_three_leads();
    let then = "2026-03-05T11:00:00Z";
    let asks: [&[&str]; 3] = [
        &["metrics", "--from", "2026-01-01", "--to", then, "--by", "lead.source"],
        &["feedback", "--by", "lead.source"],
        &["attribution", "--stage", "inquiry"],
    ];
    let before: Vec<Value> = asks.iter().map(|ask| tandem.json(ask)).collect();
    tandem.write(
        "exports/leads.csv",
        "id,name,email,seen,source,seniority,class,did\n\
         4,Di Dogwood,di@dogwood.example,2026-03-02 12:00,website,director,business,demo\n",
    );
    let later = "2026-03-07T11:00:00Z";
    let imported = tandem.run_at(later, &["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    for (ask, before) in asks.iter().zip(before) {
        let json = |more: &[&str]| {
            let said = tandem.run_at(later, &[&["--json"], *ask, more].concat());
            assert_eq!(said.code, 0, "{said:?}");
            said.json()
        };
        let known = json(&["--as-known", then]);
        assert_eq!(known["as_known"], json!(then));
        let parts =
            ["metrics", "slices", "whole", "values", "waiting", "results", "shared_results"];
        for part in parts {
            assert_eq!(known[part], before[part], "{ask:?} {part}");
        }
        let now = json(&[]);
        assert!(parts.iter().any(|part| now[part] != known[part]), "{ask:?}: nothing was learned");
        let today = json(&["--as-known", later]);
        for part in parts {
            assert_eq!(today[part], now[part], "{ask:?} {part} as known now");
        }
        let early = tandem.run_at(later, &[*ask, &["--as-known", "2026-03-04"]].concat());
        assert!(early.err.contains("no charter had been adopted by then"), "{}", early.err);
    }
}

#[test]
fn a_period_stands_beside_another_and_shares_differ_with_an_interval() {
    let tandem = demo("300");
    let period = ["--from", "2025-12-01", "--to", "2026-02-01"];
    let both = tandem.json(&[&["metrics", "--compare", "--by", "source"], &period[..]].concat());
    assert_eq!(both["compared"]["from"], "2025-09-29T23:00:00Z", "as long; summer time ended");
    let alone = tandem.json(&["metrics", "--from", "2025-09-29T23:00:00Z", "--to", "2025-12-01"]);
    for (id, metric) in all(&both) {
        assert_eq!(metric["before"]["value"], of(&alone, id)["value"], "{id}");
    }
    let rate = of(&both, "acceptance_rate");
    let (change, low, high) = (
        rate["change"]["value"].as_f64().unwrap(),
        rate["change"]["low"].as_f64().unwrap(),
        rate["change"]["high"].as_f64().unwrap(),
    );
    assert!(low < change && change < high && -1.0 <= low && high <= 1.0);
    assert!(of(&both, "won_amount")["change"]["low"].is_null(), "a sum is no share");
    let out = tandem.run(&[&["metrics", "--compare"], &period[..]].concat()).out;
    assert!(out.contains("Before: from "), "{out}");
}

#[test]
fn people_are_not_shown_side_by_side_and_unknown_traits_are_met_with_what_there_is() {
    let tandem = Tandem::with_three_leads();
    let refused = tandem.run(&["metrics", "--by", "assignee"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("ask for --by team"), "{}", refused.err);
    let one = tandem.run(&["metrics", "--where", "assignee=rep.one"]);
    assert_eq!(one.code, 0, "{one:?}");
    let refused = tandem.run(&["metrics", "--by", "lead.sourc"]).err;
    assert!(refused.contains("did you mean `lead.source`?"), "{refused}");
    let refused = tandem.run(&["metrics", "--where", "lead.source"]).err;
    assert!(refused.contains("write --where lead.source=webinar"), "{refused}");
}

#[test]
fn slices_are_shown_metric_by_metric_and_small_ones_are_marked() {
    insta::assert_snapshot!(Tandem::with_three_leads().run(&["metrics", "--by", "source"]).out);
}
