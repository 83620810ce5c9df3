//! Opening files: new, of another program, newer, damaged.

use crate::{Ledger, now};
use ::facts::Value;
use rusqlite::Connection;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use store::{Store, StoreError};

fn schema(path: &Path) -> Vec<(String, String)> {
    let connection = Connection::open(path).unwrap();
    let mut statement = connection
        .prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name")
        .unwrap();
    let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn refused(path: &Path) -> String {
    Store::open(path).unwrap_err().to_string()
}

#[test]
fn bringing_the_format_up_to_date_twice_changes_nothing() {
    let ledger = Ledger::new();
    let path = ledger.path();
    drop(ledger.store);
    let before = schema(&path);
    assert!(before.len() > 15, "{before:?}");
    drop(Store::open(&path).unwrap());
    assert_eq!(schema(&path), before);
    let steps: i64 = Connection::open(&path)
        .unwrap()
        .query_row("SELECT count(*) FROM format", (), |row| row.get(0))
        .unwrap();
    drop(Store::open(&path).unwrap());
    let files = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/sqlite")).unwrap();
    assert_eq!(steps as usize, files.count(), "each step is applied, and once");
}

#[test]
fn a_ledger_of_a_newer_tandem_is_refused_and_left_as_it_is() {
    let ledger = Ledger::new();
    let path = ledger.path();
    drop(ledger.store);
    let connection = Connection::open(&path).unwrap();
    connection.execute("INSERT INTO format (step, name) VALUES (99, 'later')", ()).unwrap();
    drop(connection);
    let error = Store::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::NewerSchema { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("use the newer Tandem"), "{error}");
}

#[test]
fn the_database_of_another_program_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute("CREATE TABLE song (title TEXT)", ()).unwrap();
    drop(connection);
    assert!(refused(&path).contains("another program"));
    assert_eq!(schema(&path).len(), 1);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("leads.csv");
    let text = "id,name\n".repeat(1_000);
    fs::write(&path, &text).unwrap();
    assert!(refused(&path).contains("not a ledger"));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    assert!(refused(&folder.path().join("gone/ledger.db")).contains("its folder exists"));
    let missing = Store::open_existing(&folder.path().join("ledger.db")).unwrap_err();
    assert!(matches!(missing, StoreError::CannotOpen), "{missing}");
}

#[test]
fn damage_within_the_file_is_found_and_told() {
    let mut ledger = Ledger::new();
    let facts: Vec<_> = (0..5_000)
        .map(|key| ledger.fact(crate::ANN, key, "form.contact", Value::Nothing))
        .collect();
    ledger.append(&facts, now());
    assert!(ledger.store.damages().unwrap().is_empty());
    let path = ledger.path();
    drop(ledger.store);
    let length = fs::metadata(&path).unwrap().len();
    let mut file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(length / 2)).unwrap();
    file.write_all(&[0xA5; 20_000]).unwrap();
    drop(file);
    let store = Store::open(&path).unwrap();
    assert!(!store.damages().unwrap().is_empty());
    let read = store.view().each_fact(|_| {});
    let mut gathered = Vec::new();
    let story = store.view().facts_of_lead(crate::ANN, &mut gathered);
    let error = read.and(story).unwrap_err();
    assert!(matches!(error, StoreError::Corrupt(_)), "{error}");
    assert!(error.to_string().contains("restore the last backup"), "{error}");
}
