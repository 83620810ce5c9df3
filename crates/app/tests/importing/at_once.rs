//! Two imports into one ledger at once.

use crate::desk::Desk;
use facts::SubjectKind;

const HEADER: &str = "id,mail,created,source,account\n";
const DEALS: &str = "deal,lead,won\nD1,X1,2026-04-01\n";

/// Leads whose sources are words that only this file has, and accounts that both have.
fn leads(range: std::ops::Range<u32>, of: &str) -> String {
    let row = |lead| format!("X{lead},,2026-03-01,{of} {},A{}\n", lead / 500, lead % 7);
    HEADER.to_owned() + &range.map(row).collect::<String>()
}

fn check(desk: &mut Desk, [ours, theirs]: [app::ImportReport; 2]) {
    let both = (ours.counts(), theirs.counts());
    let view = desk.engine.store().view();
    let counts = view.counts().unwrap();
    assert_eq!((counts.persons, counts.accounts), (8_000, 7), "nobody was made twice");
    assert_eq!(counts.facts, both.0.facts_new + both.1.facts_new, "no fact is lost");
    assert_eq!(ours.persons_new + theirs.persons_new, 8_000);
    assert_eq!(view.unsettled_count().unwrap(), 0);
    assert_eq!(
        view.kind_of(desk.subject("crm.account", "A6")).unwrap(),
        Some(SubjectKind::Account)
    );
    let now = view.settled_until().unwrap().unwrap();
    let report = desk.engine.rebuild(true, now).unwrap();
    assert!(report.is_clean() && report.waiting == 0, "{report:?}");
    let again = desk.import();
    assert_eq!(again.counts().facts_new, 0, "all of it was recorded");
}

fn desk() -> (Desk, std::path::PathBuf) {
    let desk = Desk::with(&[("leads.csv", &leads(0..6_000, "fair")), ("deals.csv", DEALS)]);
    let other = desk.folder("other");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("leads.csv"), leads(4_000..8_000, "web")).unwrap();
    std::fs::write(other.join("deals.csv"), DEALS).unwrap();
    (desk, other)
}

#[test]
fn an_import_that_comes_between_the_batches_of_another_neither_loses_nor_doubles_a_fact() {
    let (mut desk, other) = desk();
    let reports = desk.import_between(&other);
    check(&mut desk, reports);
}

#[test]
fn two_imports_at_once_both_succeed_and_neither_lose_nor_double_a_fact() {
    let (mut desk, other) = desk();
    let reports = desk.import_at_once(&other);
    check(&mut desk, reports);
}
