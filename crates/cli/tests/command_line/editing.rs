//! `tandem charter set`, `add`, `remove` and `move`.

use crate::tandem::{CHARTER, Said, Tandem};
use std::fs;

fn with_charter() -> Tandem {
    let tandem = Tandem::new();
    tandem.write("charter.toml", CHARTER);
    tandem
}

fn edit(tandem: &Tandem, arguments: &[&str]) -> Said {
    tandem.run(&[&["charter"], arguments].concat())
}

fn text(tandem: &Tandem) -> String {
    fs::read_to_string(tandem.path("charter.toml")).unwrap()
}

#[test]
fn a_value_is_set_and_the_file_stays_as_it_is_elsewhere() {
    let tandem = with_charter();
    let said =
        edit(&tandem, &["set", "charter.toml", "promise.first-touch.within", "8 business hours"]);
    assert_eq!(said.code, 0, "{said:?}");
    insta::assert_snapshot!(said.out, @r"
    “B2B software: revenue charter”: 1 clause changed.

    What sales promises
      ~ From the moment a lead enters Marketing qualified, sales contacts it in person within 16
        business hours; otherwise the person responsible and the head of sales are told.
        → From the moment a lead enters Marketing qualified, sales contacts it in person within 8
        business hours; otherwise the person responsible and the head of sales are told.
        [promise.first-touch]

    charter.toml is changed.
    ");
    let wanted = CHARTER.replace("within = \"16 business hours\"", "within = \"8 business hours\"");
    assert_eq!(text(&tandem), wanted);
    let left: Vec<_> = fs::read_dir(tandem.folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "no temporary file stays behind");
    let same =
        edit(&tandem, &["set", "charter.toml", "promise.first-touch.within", "8 business hours"]);
    assert!(same.out.ends_with("charter.toml says so already.\n"), "{same:?}");
}

#[test]
fn what_would_make_the_charter_unsound_is_not_written_unless_it_is_a_draft() {
    let tandem = with_charter();
    let stage = [
        "add",
        "charter.toml",
        "stage.trial",
        "name=Trial",
        "side=sales",
        "enter=happened('form.trial_signup')",
        "--after",
        "sal",
    ];
    let said = edit(&tandem, &stage);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.out, @r#"
    error[unbounded-rest]: a lead could rest in `trial` for ever: no promise bounds it
       --> charter.toml:168:1
        |
    168 | [[stage]]
        | ^^^^^^^^^
        |
        = help: add a promise without `when` that ends when the lead leaves:
                [[promise]]
                id = "trial-rest"
                by = "sales"
                from = "stage:trial"
                until = "leaves"
                within = "30 days"
                on_breach = ["tell sales_head"]

    charter.toml: 1 problem

    charter.toml is left as it is: it would not be sound. To write it all the same: --draft
    "#);
    assert_eq!(text(&tandem), CHARTER);
    assert_eq!(edit(&tandem, &[&stage[..], &["--draft"]].concat()).code, 0);
    let promise = [
        "add",
        "charter.toml",
        "promise.trial-rest",
        "by=sales",
        "from=stage:trial",
        "until=leaves",
        "within=30 days",
    ];
    let said = edit(&tandem, &promise);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out, @r"
    “B2B software: revenue charter” is sound now.

    charter.toml is changed.
    ");
    assert_eq!(edit(&tandem, &["check", "charter.toml"]).code, 0);
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let tandem = with_charter();
    let changes = tandem.json(&[
        "charter",
        "remove",
        "charter.toml",
        "verdict.rejected.reasons.duplicate",
        "--dry-run",
    ]);
    assert_eq!(changes["written"], false);
    assert_eq!(changes["sound"], true);
    assert_eq!(changes["changes"][0]["clause"], "verdict.rejected.reasons");
    assert_eq!(text(&tandem), CHARTER);
    let moved = edit(
        &tandem,
        &["move", "charter.toml", "persona.user", "--before", "champion", "--dry-run"],
    );
    insta::assert_snapshot!(moved.out, @r"
    “B2B software: revenue charter”: 1 clause changed.

    Who decides with whom
      ~ Personas are tried in this order: economic_buyer, champion, user.
        → Personas are tried in this order: economic_buyer, user, champion. [persona]

    charter.toml is left as it is: this was a dry run.
    ");
}

#[test]
fn an_edit_that_cannot_be_made_says_why_and_what_to_do() {
    let tandem = with_charter();
    insta::assert_snapshot!(edit(&tandem, &["set", "charter.toml", "stage.mlq.enter", "fit >= 3"]).err, @r"
    error: charter.toml: there is no `stage.mlq` in the charter
      do: did you mean `mql`? Else add the clause first
    ");
    insta::assert_snapshot!(edit(&tandem, &["set", "charter.toml", "page.*", "3"]).err, @r#"
    error: charter.toml: `page.*` is no path to a key
      do: write names with dots between them, and those with other signs in quotes, such as stage.mql.enter or engagement.points."page.*"
    "#);
    insta::assert_snapshot!(edit(&tandem, &["add", "charter.toml", "icp.fit", "account.is_target", "3"]).err, @r#"
    error: a clause is written as KEY=VALUE, each in quotes where it has spaces
      do: such as: tandem charter add charter.toml icp.fit when="account.is_target" points=20
    "#);
    let unknown = edit(&tandem, &["set", "charter.toml", "stage.mql.entr", "fit >= 3"]);
    assert!(unknown.out.contains("did you mean `enter`?"), "{unknown:?}");
    let list = edit(&tandem, &["add", "charter.toml", "verdict.rejected.reasons", "no_need"]);
    assert_eq!(list.code, 0, "{list:?}");
    assert!(text(&tandem).contains("\"duplicate\", \"no_need\"]"));
    tandem.write("charter.toml", "[charter");
    assert_eq!(edit(&tandem, &["remove", "charter.toml", "charter"]).code, 1);
}
