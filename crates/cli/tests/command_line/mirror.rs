//! `tandem mirror`.

use crate::tandem::Tandem;
use serde_json::{Value, json};

#[test]
fn few_leads_are_no_mirror_and_it_says_what_is_missing() {
    let tandem = Tandem::with_three_leads();
    insta::assert_snapshot!(tandem.run(&["mirror", "--by", "lead.source"]).out);
    insta::assert_json_snapshot!(
        "mirror_json",
        tandem.json(&["mirror", "--by", "lead.source", "--by", "lead.seniority"])
    );
}

/// Invariant 4.
#[test]
fn each_figure_of_the_mirror_is_the_length_of_the_list_that_it_opens() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "300", "--seed", "3"]);
    let mirror = tandem.json(&["mirror", "--by", "lead.source"]);
    for of in mirror["traits"].as_array().unwrap() {
        let name = of["trait"].as_str().unwrap();
        let unknown = json!({ "value": "", "leads": of["not_known"] });
        for value in of["values"].as_array().unwrap().iter().chain([&unknown]) {
            let text = value["value"].as_str().unwrap();
            for figure in ["sent", "accepted", "won"] {
                let figure_name = format!("{name}={text}:{figure}");
                let list = tandem.json(&["mirror", "--list", &figure_name]);
                assert_eq!(list["count"], value["leads"][figure], "{figure_name}");
            }
        }
    }
    let sent = |list: Value| list["sent"].clone();
    let half = tandem.json(&["mirror", "--from", "2025-11-20"]);
    assert!(sent(half).as_u64() < sent(mirror).as_u64());
}

#[test]
fn a_figure_that_the_mirror_does_not_have_is_refused_with_what_there_is() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["mirror", "--list", "lead.source=webinars:sent"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("no lead sent has `webinars` as its lead.source"), "{}", said.err);
    let said = tandem.run(&["mirror", "--list", "lead.source:sent"]);
    assert!(said.err.contains("do: write TRAIT=VALUE:sent"), "{}", said.err);
    let said = tandem.run(&["mirror", "--by", "lead.sorce"]);
    assert!(said.err.contains("did you mean `lead.source`?"), "{}", said.err);
}
