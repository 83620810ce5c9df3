//! `tandem duplicates`, `tandem merge`, `tandem unmerge`.

use crate::tandem::Tandem;
use serde_json::json;
use std::fs;

/// Ann once more, as another row of the CRM has her, and somebody like Bo.
fn with_duplicates() -> Tandem {
    let tandem = Tandem::with_three_leads();
    let rows = fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    let more = "4,\"Arbor, Anne\",Ann@ACME.example,2026-03-04 16:00,website,director,business,prices\n\
                5,Di Dorn,di@dorn.example,2026-03-04 16:10,website,director,business,prices\n";
    tandem.write("exports/leads.csv", &format!("{rows}{more}"));
    assert_eq!(tandem.run(&["import", "exports", "--map", "mapping.toml"]).code, 0);
    tandem
}

#[test]
fn who_is_certainly_one_is_told_with_the_evidence_and_merged_when_asked() {
    let tandem = with_duplicates();
    let answer = tandem.json(&["duplicates"]);
    assert_eq!((&answer["certain_total"], &answer["merged"]), (&json!(1), &json!(null)));
    let group = &answer["certain"][0];
    assert_eq!(group["survivor"]["name"], json!("Ann Arbor"), "the older one: {group}");
    let evidence = group["pairs"][0]["evidence"].as_array().unwrap();
    let said = |field: &str| evidence.iter().find(|it| it["field"] == field).unwrap();
    assert_eq!(said("mail")["agreement"], json!("same"));
    assert_eq!(said("phone")["agreement"], json!("unknown"));
    let text = tandem.run(&["duplicates"]).out;
    assert!(text.contains("1 group") && text.contains("same mail ann@acme.example"), "{text}");
    let merged = tandem.json(&["duplicates", "--merge"]);
    assert_eq!(merged["merged"], json!(1));
    assert_eq!(tandem.json(&["leads"])["total"], json!(4));
    assert_eq!(tandem.json(&["duplicates"])["certain_total"], json!(0), "they are one now");
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}

#[test]
fn what_was_merged_can_be_parted_again() {
    let tandem = with_duplicates();
    let before =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    let said = tandem.run(&["merge", "crm.lead:5", "crm.lead:1"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.starts_with("Di Dorn (") && said.out.contains(") is now Ann Arbor ("));
    let again = tandem.run(&["--json", "merge", "crm.lead:1", "crm.lead:5"]);
    assert_eq!((again.code, &again.json()["code"]), (1, &json!("already_merged")));
    let wrong = tandem.run(&["unmerge", "crm.lead:1"]);
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("merged into it are"), "{}", wrong.err);
    assert_eq!(tandem.run(&["unmerge", "crm.lead:5"]).code, 0);
    let after =
        ["crm.lead:1", "crm.lead:5"].map(|lead| tandem.json(&["why", lead])["state"].clone());
    assert_eq!(before, after);
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
}
