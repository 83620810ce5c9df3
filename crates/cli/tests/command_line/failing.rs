//! What goes wrong is said, with what to do, and the exit code tells of it.

use crate::tandem::{Said, Tandem};
use serde_json::Value;

#[test]
fn a_missing_ledger_is_named() {
    let said = Tandem::new().run(&["funnel"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    insta::assert_snapshot!(said.err, @r#"
    error: there is no ledger at ledger.db
      do: start one with `tandem charter adopt FILE`, look at `tandem demo`, or name another file with --db
    "#);
}

#[test]
fn errors_are_json_for_programs() {
    let said = Tandem::with_three_leads().run(&["why", "nobody", "--json"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let error: Value = serde_json::from_str(&said.err).unwrap();
    insta::assert_json_snapshot!(error, @r#"
    {
      "error": {
        "code": "unknown_lead",
        "help": "list leads with `tandem leads`",
        "message": "no lead has the id or identifier `nobody`",
        "place": null
      }
    }
    "#);
}

#[test]
fn a_wrong_command_line_has_a_code_of_its_own_and_is_json_too() {
    let tandem = Tandem::new();
    let said = tandem.run(&["leads", "--limit", "many"]);
    assert_eq!(said.code, 2);
    let said = tandem.run(&["leads", "--limit", "many", "--json"]);
    assert_eq!(said.code, 2);
    let error: Value = serde_json::from_str(&said.err).unwrap();
    assert_eq!(error["error"]["code"], "usage");
}

#[test]
fn a_file_that_is_no_ledger_is_left_alone() {
    let tandem = Tandem::new();
    tandem.write(
        "ledger.db",
        "a shopping list, and longer than a header of one hundred bytes ......................",
    );
    let said = tandem.run(&["leads"]);
    assert_eq!(said.code, 4);
    insta::assert_snapshot!(said.err, @r#"
    error: this file is not a ledger of Tandem, or its beginning is damaged
      do: name the ledger's file with --db, or restore the last backup
    "#);
}

#[test]
fn figures_before_a_charter_say_what_is_missing() {
    let tandem = Tandem::with_three_leads();
    let import = ["--db", "other.db", "import", "exports", "--map", "mapping.toml"];
    assert!(tandem.run(&import).out.contains("No charter decides yet"));
    let said = tandem.run(&["--db", "other.db", "leads"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err, @r#"
    error: no charter has been adopted in this ledger
      do: adopt one: tandem charter adopt charters/b2b-saas.toml
    "#);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let tandem = Tandem::with_three_leads();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = tandem.command(&["charter", "read"]).stdout(writer).output().unwrap();
    let said = Said::of(&output);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}
