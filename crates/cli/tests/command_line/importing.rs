//! `tandem import`.

use crate::tandem::Tandem;
use serde_json::json;
use std::fs;

#[test]
fn importing_twice_changes_nothing() {
    let tandem = Tandem::with_three_leads();
    let again = tandem.json(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!((&again["facts_new"], &again["leads_new"]), (&json!(0), &json!(0)));
    assert_eq!(again["settled"]["changes"], json!(0));
}

#[test]
fn a_bad_row_is_handed_back_and_the_good_ones_are_taken() {
    let tandem = Tandem::with_three_leads();
    let rows = fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    let bad = "4,Di Dorn,di@dorn.example,yesterday,website,director,business,demo\n";
    tandem.write("exports/leads.csv", &format!("{rows}{bad}"));
    let import = ["import", "exports", "--map", "mapping.toml", "--rejects", "rejected"];
    let said = tandem.run(&import);
    assert_eq!(said.code, 3, "rejects are there");
    insta::assert_snapshot!(said.out, @r#"
    3 good rows read, 0 new facts recorded; 12 known already.
    New: 0 leads, 0 accounts, 0 opportunities.
    0 leads settled: look at `tandem leads --open` and `tandem funnel`.

    ▲ 1 row rejected from leads.csv; correct them in rejected/leads.csv and import that folder:
      · leads.csv, line 5, column `seen`: `yesterday` is not a time like `%Y-%m-%d %H:%M`; correct the
        cell, or say in `times` how the column is written
    "#);
    let rejected = fs::read_to_string(tandem.path("rejected/leads.csv")).unwrap();
    tandem.write("rejected/leads.csv", &rejected.replace("yesterday", "2026-03-04 16:00"));
    let corrected = tandem.run(&["--json", "import", "rejected", "--map", "mapping.toml"]);
    assert_eq!(corrected.code, 0, "{corrected:?}");
    assert_eq!(corrected.json()["leads_new"], json!(1));
}

#[test]
fn a_dry_run_says_what_would_be_and_records_nothing() {
    let tandem = Tandem::with_three_leads();
    let rows = fs::read_to_string(tandem.path("exports/leads.csv")).unwrap();
    let new = "4,Di Dorn,di@dorn.example,2026-03-04 16:00,website,director,business,demo\n";
    tandem.write("exports/leads.csv", &format!("{rows}{new}"));
    let report = tandem.json(&["import", "exports", "--map", "mapping.toml", "--dry-run"]);
    assert_eq!((&report["leads_new"], &report["dry_run"]), (&json!(1), &json!(true)));
    assert_eq!(tandem.run(&["why", "di@dorn.example"]).code, 1);
}

#[test]
fn an_import_is_taken_back_by_its_number_and_brought_again() {
    let tandem = Tandem::with_three_leads();
    let leads = || tandem.json(&["leads"])["leads"].as_array().map(Vec::len);
    assert_eq!(leads(), Some(3));
    let plan = tandem.json(&["import", "--undo", "1", "--dry-run"]);
    assert_eq!((&plan["facts"], &plan["leads_gone"]), (&json!(12), &json!(3)));
    assert_eq!(leads(), Some(3), "nothing was done");
    let said = tandem.run(&["import", "--undo", "1"]);
    assert_eq!(said.code, 0, "{said:?}");
    insta::assert_snapshot!(said.out, @r"
    12 facts taken back, in the stories of 3 leads.
    Of 3 leads nothing else is known: no list shows them then.
    Nothing is deleted: importing the same again brings it back.
    ");
    assert_eq!(leads(), Some(0));
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
    let again = tandem.json(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!((&again["facts_known"], &again["files"][0]["import"]), (&json!(12), &json!(2)));
    assert_eq!(leads(), Some(3));
    assert_eq!(tandem.run(&["rebuild", "--check"]).code, 0);
    let refused = tandem.run(&["import", "--undo", "7"]);
    assert!(refused.code == 1 && refused.err.contains("no import 7"), "{refused:?}");
}

#[test]
fn a_mapping_with_mistakes_is_refused_with_their_places() {
    let tandem = Tandem::with_three_leads();
    let mapping = fs::read_to_string(tandem.path("mapping.toml")).unwrap();
    tandem.write("mapping.toml", &mapping.replace("kind = \"touch\"", "kind = \"tuch\""));
    let said = tandem.run(&["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err, @r#"
    error: mapping.toml: the mapping cannot be used:
    line 22, column 8: `tuch` is not a kind of fact; did you mean `touch`?
    "#);
}

#[test]
fn what_is_no_folder_is_named() {
    let tandem = Tandem::with_three_leads();
    let import = |folder: &str| tandem.run(&["import", folder, "--map", "mapping.toml"]).err;
    insta::assert_snapshot!(import("nowhere"), @r#"
    error: there is no folder nowhere
      do: give the folder that holds the files which the mapping names
    "#);
    insta::assert_snapshot!(import("exports/leads.csv"), @r#"
    error: exports/leads.csv is a file, and an import reads a folder
      do: give the folder that holds the files which the mapping names
    "#);
}
