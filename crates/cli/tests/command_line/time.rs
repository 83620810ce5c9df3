//! What time decides: `tandem settle` and `tandem rebuild`.

use crate::tandem::Tandem;
use serde_json::json;

#[test]
fn time_breaks_a_promise_when_it_is_settled() {
    let tandem = Tandem::with_three_leads();
    let later = "2026-03-12T09:00:00Z";
    let stale = tandem.run_at(later, &["leads", "--stage", "mql"]);
    assert!(stale.out.contains("run `tandem settle`"), "{}", stale.out);
    let settled = tandem.run_at(later, &["settle"]);
    insta::assert_snapshot!(settled.out, @"1 lead settled until 12 Mar 2026, 10:00; 1 decision appended.");
    let fresh = tandem.run_at(later, &["leads", "--stage", "mql", "--json"]).json();
    assert_eq!(fresh["leads"][0]["late"], json!(true));
    assert_eq!(fresh["as_of"]["leads_waiting_to_settle"], json!(0));
    let again = tandem.run_at(later, &["settle", "--json"]).json();
    assert_eq!((&again["leads"], &again["changes"]), (&json!(0), &json!(0)));
}

#[test]
fn a_rebuild_finds_nothing_to_correct() {
    let tandem = Tandem::with_three_leads();
    let said = tandem.run(&["rebuild", "--check"]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out, @"3 leads folded anew: everything recorded is what the facts say.");
    let rebuilt = tandem.json(&["rebuild"]);
    assert_eq!((&rebuilt["clean"], &rebuilt["leads"]), (&json!(true), &json!(3)));
}

#[test]
fn what_was_due_is_late_before_it_is_settled_too() {
    let tandem = Tandem::with_three_leads();
    let later = "2026-03-12T09:00:00Z";
    // Bo's inquiry is due on 1 June.
    let at = |now: &str, arguments: &[&str]| tandem.run_at(now, arguments);
    let list = at(later, &["leads", "--text", "birch", "--json"]).json();
    assert_eq!(list["leads"][0]["late"], json!(false));
    let overdue = "2026-06-03T09:00:00Z";
    let list = at(overdue, &["leads", "--text", "birch", "--json"]).json();
    assert_eq!(list["leads"][0]["late"], json!(true));
    assert!(at(overdue, &["leads", "--text", "birch"]).out.contains("late 1 d"));
    let why = at(overdue, &["why", "crm.lead:2"]).out;
    assert!(why.contains("▲ late 1 d") && !why.contains("left. Promised"), "{why}");
    assert_eq!(at(overdue, &["why", "crm.lead:2", "--json"]).json()["state"]["late"], json!(true));
    let overdue_at = |now: &str| {
        let promises = at(now, &["promises", "--json"]).json();
        let found = promises["promises"].as_array().unwrap().iter();
        let found = found.clone().find(|it| it["id"] == "inquiry-moves-on").unwrap();
        (found["running"].clone(), found["still_open"].clone())
    };
    assert_eq!(overdue_at(later), (json!(1), json!(0)));
    assert_eq!(overdue_at(overdue), (json!(0), json!(1)));
}

#[test]
fn a_time_before_what_was_settled_is_refused() {
    let tandem = Tandem::with_three_leads();
    for command in [&["leads"][..], &["why", "crm.lead:1"], &["funnel"], &["promises"]] {
        let said = tandem.run_at("2020-01-01T00:00:00Z", command);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{command:?}");
    }
    let said = tandem.run_at("2020-01-01T00:00:00Z", &["leads"]);
    insta::assert_snapshot!(said.err, @r#"
    error: the ledger was settled until 2026-03-05T11:00:00Z, which is later than 2020-01-01T00:00:00Z
      do: give --now 2026-03-05T11:00:00Z or a later time, or leave it away
    "#);
}

#[test]
fn nothing_is_written_ahead_of_the_clock() {
    let tandem = Tandem::with_three_leads();
    let ahead = "2098-01-01T00:00:00Z";
    let import = ["import", "exports", "--map", "mapping.toml"];
    let adopt = ["charter", "adopt", "charter.toml"];
    for command in [&["settle"][..], &import, &adopt, &["rebuild"]] {
        let said = tandem.run_at(ahead, &[command, &["--json"]].concat());
        assert_eq!(said.code, 1, "{command:?}: {said:?}");
        let error: serde_json::Value = serde_json::from_str(&said.err).unwrap();
        assert_eq!(error["error"]["code"], "ahead_of_time");
    }
    assert_eq!(tandem.run_at(ahead, &["leads"]).code, 0, "looking ahead is fine");
    assert_eq!(tandem.run(&["leads"]).code, 0, "and nothing was spoiled");
    assert_eq!(tandem.run_at(ahead, &["settle", "--ahead-of-time"]).code, 0);
    assert_eq!(tandem.run(&["leads"]).code, 1);
}
