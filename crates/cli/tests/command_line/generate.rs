//! `tandem generate`.

use crate::tandem::Tandem;
use serde_json::{Value, json};
use std::collections::HashSet;

const NOW: &str = "2026-03-05T11:00:00Z";

/// The files go in through their mapping, and what comes out is what is really so.
#[test]
fn what_was_made_up_is_found_again_after_an_import() {
    let tandem = Tandem::new();
    let made = tandem.json(&["generate", "--leads", "400", "--seed", "4", "--out", "made"]);
    let begins = made["adopt_at"].as_str().unwrap();
    tandem.json(&["charter", "adopt", "made/charter.toml", "--at", begins]);
    let imported = tandem.json(&["import", "made", "--map", "made/mapping.toml"]);
    assert_eq!(imported["rows_rejected"], json!(0));
    assert_eq!(imported["leads_new"], json!(400));
    assert_eq!(imported["notes"], json!([]), "nothing is odd about it");

    let passes = std::fs::read_to_string(tandem.path("made/truth_passes.csv")).unwrap();
    let rows: Vec<Vec<&str>> = passes.lines().skip(1).map(|it| it.split(',').collect()).collect();
    let handed: HashSet<_> = rows.iter().map(|row| row[0]).collect();
    // RFC 3339 in UTC sorts as time does; whole seconds end before a fraction.
    let sold = rows.iter().filter(|row| !row[10].is_empty() && row[10] <= NOW);
    let bought: HashSet<_> = sold.clone().map(|row| row[0]).collect();
    let funnel = tandem.json(&["funnel", "--by", "lead.source"]);
    let reached = |funnel: &Value, id: &str| {
        let stages = funnel["stages"].as_array().unwrap();
        stages.iter().find(|stage| stage["id"] == id).unwrap()["reached"].clone()
    };
    assert_eq!(reached(&funnel, "mql"), json!(handed.len()));
    assert_eq!(reached(&funnel, "customer"), json!(bought.len()));
    let truth: Value =
        serde_json::from_slice(&std::fs::read(tandem.path("made/truth.json")).unwrap()).unwrap();
    assert_eq!(truth["passes"], json!(rows.len()));
    assert_eq!(truth, made["truth"]);
    for source in truth["sources"].as_array().unwrap() {
        let slices = funnel["slices"].as_array().unwrap();
        let slice = slices.iter().find(|slice| slice["value"] == source["source"]).unwrap();
        let of_source = rows.iter().filter(|row| row[1] == source["source"].as_str().unwrap());
        let handed: HashSet<_> = of_source.map(|row| row[0]).collect();
        assert_eq!(reached(slice, "mql"), json!(handed.len()), "{source}");
    }
    assert_eq!(tandem.json(&["rebuild", "--check"])["clean"], json!(true));
}

#[test]
fn a_ledger_can_be_filled_with_its_truth_beside_it() {
    let tandem = Tandem::new();
    let made = tandem.json(&["generate", "--leads", "120", "--db", "made.db"]);
    assert_eq!(made["truth"]["leads"], json!(120));
    let truth: Value =
        serde_json::from_slice(&std::fs::read(tandem.path("made.truth.json")).unwrap()).unwrap();
    assert_eq!(truth, made["truth"]);
    let again = tandem.run(&["generate", "--leads", "120", "--db", "made.db"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("made.truth.json is there already"), "{}", again.err);
    let large = tandem.run(&["generate", "--leads", "50001", "--db", "large.db"]);
    assert!(large.err.contains("do: write them as files with --out FOLDER"), "{}", large.err);
}
