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
