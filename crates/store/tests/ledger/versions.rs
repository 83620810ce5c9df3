//! Charters, holidays, imports, the audit.

use crate::{Ledger, at, now};
use ::facts::{Instant, Position, Value};
use lifecycle::VersionNumber;
use store::{AuditEntry, Holiday, ImportCounts, NewVersion, Store, StoreError};
use testkit::On;

fn add(ledger: &mut Ledger, text: &str) -> store::SignedVersion {
    let mut writer = ledger.store.begin().unwrap();
    let new = NewVersion {
        text,
        in_force_from: now(),
        recorded_at: now(),
        who: "both heads",
        trial: false,
        replaces_pending: false,
    };
    let version = writer.add_version(&new).unwrap();
    writer.commit().unwrap();
    version
}

fn versions_are_chained_and_know_what_was_known(on: On) {
    let mut ledger = Ledger::on(on);
    let first = add(&mut ledger, "one");
    let fact = ledger.fact(crate::ANN, 1, "form.contact", Value::Nothing);
    ledger.append(&[fact], now());
    let second = add(&mut ledger, "two");
    assert_eq!((first.number, first.known_position), (VersionNumber(1), Position(0)));
    assert_eq!((second.number, second.known_position), (VersionNumber(2), Position(1)));
    assert_ne!(first.hash, second.hash);
    let again = Store::open(&ledger.path()).unwrap().view().versions().unwrap();
    assert_eq!(again, [first, second]);
}

fn a_charter_changed_after_it_was_adopted_is_told(on: On) {
    let mut ledger = Ledger::on(on);
    for text in ["one", "two", "three"] {
        add(&mut ledger, text);
    }
    let change = |sql: &str| assert_eq!(ledger.tamper(sql), 1);
    change("UPDATE version SET text = 'two!' WHERE number = 2");
    assert!(matches!(ledger.store.view().versions(), Err(StoreError::BrokenChain(2))));
    change("UPDATE version SET text = 'two' WHERE number = 2");
    assert!(ledger.store.view().versions().is_ok());
    change("DELETE FROM version WHERE number = 2");
    assert!(matches!(ledger.store.view().versions(), Err(StoreError::BrokenChain(3))));
}

fn the_last_word_on_a_date_counts_as_far_as_it_was_known(on: On) {
    let mut ledger = Ledger::on(on);
    let day = |closed| Holiday {
        date: "2026-05-01".parse().unwrap(),
        name: "May Day".to_owned(),
        closed,
    };
    let later = at("2026-03-05T09:00:00Z");
    for (closed, when) in [(true, now()), (false, later)] {
        let mut writer = ledger.store.begin().unwrap();
        writer.add_holidays(&[day(closed)], when).unwrap();
        writer.commit().unwrap();
    }
    let known = |by: Instant| ledger.store.view().holidays(Position(0), by).unwrap();
    assert_eq!(known(now()), [day(true)]);
    assert_eq!(known(later), []);
    assert_eq!(known(Instant(now().0 - 1)), []);
}

fn imports_and_the_audit_are_kept(on: On) {
    let mut ledger = Ledger::on(on);
    let counts = ImportCounts { rows_read: 9, rows_rejected: 2, facts_new: 20, facts_known: 1 };
    let entry = AuditEntry {
        at: now(),
        who: "operations".to_owned(),
        what: "import.finished".to_owned(),
        before: String::new(),
        after: "leads.csv".to_owned(),
    };
    let mut writer = ledger.store.begin().unwrap();
    let broken_off = writer.begin_import("leads.csv", "{}", now()).unwrap();
    let finished = writer.begin_import("leads.csv", "{}", now()).unwrap();
    writer.finish_import(finished, &counts, now()).unwrap();
    writer.note(&entry).unwrap();
    writer.commit().unwrap();
    let view = ledger.store.view();
    let imports = view.imports().unwrap();
    assert_eq!((imports[0].id, imports[0].finished_at), (broken_off, None));
    assert_eq!((imports[1].counts, imports[1].finished_at), (counts, Some(now())));
    assert_eq!(view.audit(5).unwrap(), [entry]);
}

testkit::on_both!(
    versions_are_chained_and_know_what_was_known,
    a_charter_changed_after_it_was_adopted_is_told,
    the_last_word_on_a_date_counts_as_far_as_it_was_known,
    imports_and_the_audit_are_kept,
);
