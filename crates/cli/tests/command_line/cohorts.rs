//! `tandem cohorts`.

use crate::tandem::Tandem;
use serde_json::{Value, json};

/// What the table says of all leads, at an age that all have, is what the funnel says.
#[test]
fn cohorts_agree_with_the_funnel_and_open_their_lists() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "200", "--seed", "3"]);
    let found = tandem.json(&["cohorts", "--stage", "sal", "--ages", "0,30,3650"]);
    let funnel = tandem.json(&["funnel"]);
    let stages = funnel["stages"].as_array().unwrap();
    let sal = stages.iter().find(|stage| stage["id"] == "sal").unwrap();
    let last = |row: &Value| row["cells"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last(&found["whole"])["reached"], sal["reached"]);
    assert_eq!(found["whole"]["leads"], stages[0]["reached"]);
    let mut leads = 0;
    for row in found["cohorts"].as_array().unwrap() {
        leads += row["leads"].as_u64().unwrap();
        let cells = row["cells"].as_array().unwrap();
        let began = row["began"].as_str().unwrap();
        let figure = format!("{began}:30:reached");
        let listed = tandem.json(&["cohorts", "--stage", "sal", "--ages", "30", "--list", &figure]);
        assert_eq!(listed["count"], cells[1]["reached"], "{figure}");
        for cell in cells.iter().filter(|cell| cell["is_counted"] == json!(true)) {
            let plain = cell["reached"].as_f64().unwrap() / row["leads"].as_f64().unwrap();
            if let Some(share) = cell["share"].as_f64() {
                assert!((share - plain).abs() < 1e-9, "{began} {cell}");
            }
        }
    }
    assert_eq!(found["whole"]["leads"].as_u64(), Some(leads));
    let sources = tandem.json(&["funnel", "--by", "lead.source"]);
    let first = &sources["slices"][0];
    let only = format!("lead.source={}", first["value"].as_str().unwrap());
    let of_it = tandem.json(&["cohorts", "--where", &only]);
    assert_eq!(of_it["whole"]["leads"], first["leads"]);
}

#[test]
fn cohorts_are_shown_as_a_table() {
    let tandem = Tandem::with_three_leads();
    insta::assert_snapshot!(tandem.run(&["cohorts", "--stage", "mql", "--ages", "1,3,30"]).out);
    let refused = tandem.run(&["cohorts", "--list", "2026-03-01:x:reached"]).err;
    assert!(refused.contains("write COHORT:AGE:FIGURE"), "{refused}");
}
