//! `tandem seal` and `tandem reconcile`.

use crate::tandem::Tandem;
use serde_json::json;

const MORE: &str = "\
id,name,email,seen,source,seniority,class,did
4,Di Dogwood,di@dogwood.example,2026-02-20 12:00,website,director,business,demo
";

#[test]
fn a_sealed_month_stays_and_what_comes_late_is_restated() {
    let tandem = Tandem::with_three_leads();
    let later = "2026-04-02T11:00:00Z";
    let json = |arguments: &[&str]| {
        let said = tandem.run_at(later, &[&["--json"], arguments].concat());
        assert_eq!(said.code, 0, "{said:?}");
        said.json()
    };
    let sealed = json(&["seal", "make", "2026-03", "--who", "anna"]);
    assert_eq!((&sealed["id"], &sealed["from"]), (&json!(1), &json!("2026-02-28T23:00:00Z")));
    assert_eq!(json(&["seal", "list"])["seals"], json!([sealed]));
    tandem.write("exports/leads.csv", &MORE.replace("2026-02-20", "2026-03-20"));
    let imported = tandem.run_at(later, &["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");
    let much_later = "2026-04-03T11:00:00Z";
    let shown = tandem.run_at(much_later, &["--json", "seal", "show", "1"]).json();
    let metrics = shown["metrics"].as_array().unwrap();
    let new = metrics.iter().find(|metric| metric["id"] == "leads_new").unwrap();
    assert_eq!((&new["reported"]["value"], &new["now"]["value"]), (&json!(3.0), &json!(4.0)));
    assert_eq!(new["restatements"][0]["cause"], "recorded_since");
    let list = "leads_new:recorded_since:added";
    let listed = tandem.run_at(much_later, &["--json", "seal", "show", "1", "--list", list]).json();
    assert_eq!(listed["count"], json!(1));
    let told = tandem.run_at(much_later, &["seal", "show", "1"]).out;
    assert!(told.contains("recorded_since +1"), "{told}");
    let again = tandem.run_at(much_later, &["seal", "make", "2026-03"]);
    assert!(again.err.contains("sealed by anna already"), "{}", again.err);
    let early = tandem.run_at(much_later, &["seal", "make", "2026-04"]);
    assert!(early.err.contains("a period is sealed when it is over"), "{}", early.err);
    let wrong = tandem.run_at(much_later, &["seal", "make", "March"]);
    assert!(wrong.err.contains("write it as 2026-01"), "{}", wrong.err);
}

#[test]
fn two_figures_are_reconciled_with_causes_that_sum() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "200", "--seed", "3"]);
    let base = ["reconcile", "--stage", "mql", "--from", "2025-11-01", "--to", "2026-01-01"];
    let against = |more: &[&str]| tandem.json(&[&base[..], more].concat());
    let found = against(&["--against", "anchor=began", "--against", "zone=America/New_York"]);
    let causes = found["causes"].as_array().unwrap();
    let sum: i64 = causes.iter().map(|cause| cause["change"].as_i64().unwrap()).sum();
    assert_eq!(sum, found["difference"].as_i64().unwrap());
    for cause in causes {
        let figure = format!("{}:added", cause["cause"].as_str().unwrap());
        let listed = against(&[
            "--against",
            "anchor=began",
            "--against",
            "zone=America/New_York",
            "--list",
            &figure,
        ]);
        assert_eq!(listed["count"], cause["added"], "{figure}");
    }
    let metric = tandem.json(&["metrics", "--from", "2025-11-01", "--to", "2026-01-01"]);
    let mut all = metric["metrics"].as_array().unwrap().iter();
    let qualified = all.find(|metric| metric["id"] == "leads_qualified").unwrap();
    assert_eq!(found["first"], qualified["behind"], "the figure that metrics know");
    let same = tandem.run(&[&base[..], &["--against", "zone="]].concat()).out;
    assert!(same.contains("They are the same leads."), "{same}");
    let wrong = tandem.run(&[&base[..], &["--against", "colour=red"]].concat()).err;
    assert!(wrong.contains("figures have no `colour`"), "{wrong}");
}
