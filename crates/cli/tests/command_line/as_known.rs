//! `tandem funnel --as-known`.

use crate::tandem::Tandem;
use serde_json::{Value, json};

const MORE: &str = "\
id,name,email,seen,source,seniority,class,did
4,Di Dogwood,di@dogwood.example,2026-03-02 12:00,website,director,business,demo
";

/// Invariant 5: what came later changes no earlier knowledge.
#[test]
fn the_funnel_can_be_asked_as_it_was_known() {
    let tandem = Tandem::with_three_leads();
    let before = tandem.json(&["funnel", "--by", "lead.source"]);
    tandem.write("exports/leads.csv", MORE);
    let later = "2026-03-07T11:00:00Z";
    let imported = tandem.run_at(later, &["import", "exports", "--map", "mapping.toml"]);
    assert_eq!(imported.code, 0, "{imported:?}");

    let json = |arguments: &[&str]| {
        let said = tandem.run_at(later, &[&["--json", "funnel"], arguments].concat());
        assert_eq!(said.code, 0, "{said:?}");
        said.json()
    };
    let now = json(&["--by", "lead.source"]);
    assert_eq!(now["stages"][0]["reached"], json!(4));
    let then = json(&["--by", "lead.source", "--as-known", "2026-03-05T11:00:00Z"]);
    for part in ["stages", "beside", "velocities", "slices"] {
        assert_eq!(then[part], before[part], "{part}");
    }
    assert_eq!(then["as_known"], json!("2026-03-05T11:00:00Z"));
    let today = json(&["--by", "lead.source", "--as-known", later]);
    assert_eq!(counts(&today), counts(&now));

    let listed = json(&["--list", "inquiry:reached", "--as-known", "2026-03-05T11:00:00Z"]);
    assert_eq!(listed["count"], json!(3));
    let told = tandem.run_at(later, &["funnel", "--as-known", "2026-03-06"]).out;
    assert!(told.starts_with("As known on 6 Mar 2026, 00:00: 3 leads came in"), "{told}");
}

fn counts(funnel: &Value) -> Vec<&Value> {
    funnel["stages"].as_array().unwrap().iter().map(|stage| &stage["reached"]).collect()
}

#[test]
fn what_is_not_known_yet_and_what_was_before_the_charter_is_refused() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["funnel", "--as-known", "2027-01-01"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("nobody knows yet what will be known at 2027-01-01"), "{}", said.err);
    let said = tandem.run(&["funnel", "--as-known", "2026-03-04"]);
    assert!(said.err.contains("no charter had been adopted by then"), "{}", said.err);
}

#[test]
fn a_figure_that_the_funnel_does_not_have_is_met_with_what_was_meant() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["funnel", "--list", "costumer:reached"]).err;
    assert!(said.contains("did you mean `customer`? each stage that there is: inquiry"), "{said}");
    let said = tandem.run(&["funnel", "--list", "mql:reachd"]).err;
    assert!(said.contains("write mql:FIGURE; did you mean `reached`?"), "{said}");
}
