//! Bringing the format up to date.

use crate::Ledger;
use store::{Store, StoreError};
use testkit::{Home, On};

fn bringing_the_format_up_to_date_twice_changes_nothing(on: On) {
    let ledger = Ledger::on(on);
    let sql = match on {
        On::Sqlite => "UPDATE format SET name = name",
        On::Postgres => "UPDATE format SET name = name WHERE step > 0",
    };
    let steps = ledger.tamper(sql);
    drop(Store::open(&ledger.path()).unwrap());
    assert_eq!(ledger.tamper(sql), steps);
    let folder = match on {
        On::Sqlite => concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite"),
        On::Postgres => concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/postgres"),
    };
    let files = std::fs::read_dir(folder).unwrap().count();
    assert_eq!(steps as usize, files, "each step is applied, and once");
}

fn a_ledger_of_a_newer_tandem_is_refused_and_left_as_it_is(on: On) {
    let ledger = Ledger::on(on);
    ledger.tamper("INSERT INTO format (step, name) VALUES (99, 'later')");
    let error = Store::open(&ledger.path()).unwrap_err();
    assert!(matches!(error, StoreError::NewerSchema { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("use the newer Tandem"), "{error}");
}

fn what_must_be_there_is_not_made(on: On) {
    let home = Home::on(on);
    for _ in 0..2 {
        let error = Store::open_existing(&home.ledger()).unwrap_err();
        assert!(matches!(error, StoreError::CannotOpen | StoreError::NoLedger), "{error}");
    }
    drop(Store::open(&home.ledger()).unwrap());
    assert!(Store::open_existing(&home.ledger()).is_ok());
}

testkit::on_both!(
    bringing_the_format_up_to_date_twice_changes_nothing,
    a_ledger_of_a_newer_tandem_is_refused_and_left_as_it_is,
    what_must_be_there_is_not_made,
);
