//! `tandem charter`.

use crate::tandem::{CHARTER, Tandem};
use serde_json::json;

#[test]
fn a_sound_charter_passes_the_check() {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    let said = tandem.run(&["charter", "check", "charter.toml"]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out, @r#"
    charter.toml is sound: “B2B software: revenue charter”, 9 stages, 13 promises.
    Read it in plain English: tandem charter read charter.toml
    "#);
    assert_eq!(tandem.json(&["charter", "check", "charter.toml"])["sound"], json!(true));
}

#[test]
fn a_charter_with_mistakes_is_refused_with_all_of_them() {
    let tandem = Tandem::new();
    let wrong = CHARTER.replace("account.employees <", "account.employes <");
    tandem.write("charter.toml", &wrong.replace("Europe/Berlin", "Europe/Berlinn"));
    let said = tandem.run(&["charter", "check", "charter.toml"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.out, @r#"
    error[malformed]: `Europe/Berlinn` is not a time zone
      --> charter.toml:11:12
       |
    11 | timezone = "Europe/Berlinn"      # where a day is a day
       |            ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `Europe/Berlin`?

    error[unknown-name]: nothing is called `account.employes`
      --> charter.toml:37:36
       |
    37 | when = "account.employees >= 50 && account.employes <= 2000"
       |                                    ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `account.employees`?

    error[unknown-name]: nothing is called `account.employes`
      --> charter.toml:67:9
       |
    67 | when = "account.employes < 10"
       |         ^^^^^^^^^^^^^^^^
       |
       = help: did you mean `account.employees`?

    charter.toml: 3 problems
    "#);
    let problems = tandem.run(&["--json", "charter", "check", "charter.toml"]).json();
    insta::assert_json_snapshot!(problems, @r#"
    {
      "left_out": 0,
      "path": "charter.toml",
      "problems": [
        {
          "code": "malformed",
          "column": 12,
          "help": "did you mean `Europe/Berlin`?",
          "line": 11,
          "message": "`Europe/Berlinn` is not a time zone"
        },
        {
          "code": "unknown-name",
          "column": 36,
          "help": "did you mean `account.employees`?",
          "line": 37,
          "message": "nothing is called `account.employes`"
        },
        {
          "code": "unknown-name",
          "column": 9,
          "help": "did you mean `account.employees`?",
          "line": 67,
          "message": "nothing is called `account.employes`"
        }
      ],
      "sound": false
    }
    "#);
}

#[test]
fn a_charter_with_mistakes_is_not_adopted_and_leaves_no_ledger() {
    let tandem = Tandem::new();
    tandem.write("charter.toml", &CHARTER.replace("points = 20", "points = \"twenty\""));
    let said = tandem.run(&["--json", "charter", "adopt", "charter.toml"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let error: serde_json::Value = serde_json::from_str(&said.err).unwrap();
    assert_eq!(error["error"]["code"], "bad_charter");
    assert_eq!(error["error"]["problems"].as_array().unwrap().len(), 3);
    assert!(!tandem.path("ledger.db").exists());
}

#[test]
fn a_charter_is_read_back_in_plain_english() {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    let said = tandem.run(&["charter", "read", "charter.toml"]);
    insta::assert_snapshot!("charter_in_words", said.out);
    let tandem = Tandem::with_three_leads();
    assert_eq!(tandem.run(&["charter", "read"]).out, said.out, "what is in force reads the same");
}

#[test]
fn a_later_version_may_not_be_backdated() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-02-01"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err, @"error: a version cannot take force at 2026-01-31T23:00:00Z, which is before now (2026-03-05T11:00:00Z): no version is backdated; choose a later time");
    let later = tandem.json(&["charter", "adopt", "charter.toml", "--at", "2026-04-01", "--trial"]);
    assert_eq!(later["version"], json!(2));
    assert_eq!(later["in_force_from"], json!("2026-03-31T22:00:00Z"), "midnight in Berlin");
}

#[test]
fn what_is_wrong_with_a_charter_to_adopt_is_said_of_the_file_that_was_given() {
    let tandem = Tandem::with_three_leads();
    tandem.write("next.toml", &CHARTER.replace("Europe/Berlin", "Europe/Berlinn"));
    let said = tandem.run(&["charter", "adopt", "next.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--> next.toml:11:12"), "{}", said.err);
    assert!(!said.err.contains("charter.toml"), "{}", said.err);

    tandem.write("same.toml", CHARTER);
    let said = tandem.run(&["charter", "adopt", "same.toml"]);
    assert_eq!(said.code, 1);
    assert!(said.err.starts_with("error: same.toml: this charter is version 1, "), "{}", said.err);
}

#[test]
fn a_version_that_is_not_in_force_yet_is_withdrawn_when_asked() {
    let tandem = Tandem::with_three_leads();
    tandem.write("next.toml", &CHARTER.replace("points = 20", "points = 21"));
    tandem.json(&["charter", "adopt", "next.toml", "--at", "2036-04-01"]);
    tandem.write("third.toml", &CHARTER.replace("points = 20", "points = 22"));
    let said = tandem.run(&["charter", "adopt", "third.toml", "--at", "2026-04-01"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--replace-pending"), "{}", said.err);
    let third = ["charter", "adopt", "third.toml", "--at", "2026-04-01", "--replace-pending"];
    assert_eq!(tandem.json(&third)["version"], json!(3));
}

#[test]
fn every_ready_charter_is_written_where_nothing_is_yet_and_is_sound() {
    let tandem = Tandem::new();
    for name in ["b2b-saas", "smb-inbound", "enterprise-abm"] {
        let file = format!("{name}.toml");
        assert_eq!(tandem.run(&["charter", "new", "--from", name, &file]).code, 0);
        assert_eq!(tandem.run(&["charter", "check", &file]).code, 0, "{name}");
        let again = tandem.run(&["charter", "new", &file]);
        assert_eq!(again.code, 1, "what is there is left as it is");
    }
    let said = tandem.run(&["charter", "new"]);
    insta::assert_snapshot!(said.out, @r#"
    charter.toml is a charter to start from.
    Read it together:        tandem charter read charter.toml
    Change it, and check it: tandem charter check charter.toml
    Try it, telling nobody:  tandem charter adopt charter.toml --trial
    "#);
    let said = tandem.run(&["charter", "new"]);
    insta::assert_snapshot!(said.err, @r#"
    error: charter.toml: there is a file of this name, and it is left as it is
      do: name another file: tandem charter new other.toml
    "#);
    assert_eq!(tandem.run(&["charter", "new", "--from", "nothing"]).code, 2);
}

#[test]
fn what_changed_between_two_charters_is_told_clause_by_clause() {
    let tandem = Tandem::new();
    tandem.write("old.toml", CHARTER);
    let new = CHARTER
        .replace("fit >= 40 && engagement >= 35", "fit >= 50 && engagement >= 35")
        .replace("account.employees >= 50 && ", "!(account.employees < 50) && ")
        .replace("\"event.attended\" = 20\n", "")
        .replace("name = \"Engaged\"", "name = \"Interested\"")
        .replace("[funnel]\n", "[funnel]\n\"inquiry -> mql\" = { rate = 0.2 }\n");
    tandem.write("new.toml", &new);
    let said = tandem.run(&["charter", "diff", "old.toml", "new.toml"]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out, @r#"
    “B2B software: revenue charter”: 1 clause changed, 1 added, 1 removed, 2 reworded and meaning the
    same.

    Who they are: fit
      = written another way, it means the same: A lead gains 20 points of fit when its company has 50 to
        2000 employees. [fit.1]

    What they do: engagement
      - A lead gains 20 points of engagement each time it came to an event. [engagement.6]

    The path
      = A lead enters Engaged when its engagement is at least 15.
        → A lead enters Interested when its engagement is at least 15. [stage.engaged]
      ~ A lead enters Marketing qualified when its fit is at least 40 and its engagement at least 35, or
        it asked for a demo and its fit is at least 0.
        → A lead enters Marketing qualified when its fit is at least 50 and its engagement at least 35,
        or it asked for a demo and its fit is at least 0. [stage.mql]

    What both sides aim for
      + Of the leads that enter Inquiry, at least 20 % reach Marketing qualified or further.
        [funnel.inquiry.mql]
    "#);
    let same = tandem.run(&["charter", "diff", "new.toml", "new.toml"]);
    insta::assert_snapshot!(same.out, @r#"
    “B2B software: revenue charter”: both charters say the same.
    "#);
    let changes = tandem.json(&["charter", "diff", "old.toml", "new.toml"]);
    let stage =
        changes["changes"].as_array().unwrap().iter().find(|it| it["clause"] == "stage.mql");
    insta::assert_json_snapshot!(stage.unwrap(), @r#"
    {
      "change": "changed",
      "chapter": "The path",
      "clause": "stage.mql",
      "is": "A lead enters Marketing qualified when its fit is at least 50 and its engagement at least 35, or it asked for a demo and its fit is at least 0.",
      "part": "definitions",
      "terms": true,
      "was": "A lead enters Marketing qualified when its fit is at least 40 and its engagement at least 35, or it asked for a demo and its fit is at least 0."
    }
    "#);
}

#[test]
fn a_charter_is_compared_with_the_one_in_force() {
    let tandem = Tandem::new();
    assert_eq!(tandem.run(&["charter", "new"]).code, 0);
    assert_eq!(tandem.run(&["charter", "adopt", "charter.toml"]).code, 0);
    tandem.write("new.toml", &CHARTER.replace("within = \"16 business", "within = \"12 business"));
    let changes = tandem.json(&["charter", "diff", "new.toml"]);
    assert_eq!(changes["changes"][0]["clause"], "promise.first-touch");
    assert_eq!(changes["changes"].as_array().unwrap().len(), 1);
    tandem.write("wrong.toml", "[charter]\n");
    assert_eq!(tandem.run(&["charter", "diff", "wrong.toml"]).code, 1);
}
