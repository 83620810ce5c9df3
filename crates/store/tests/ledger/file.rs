//! Files: of another program, damaged, not there.

use crate::{Ledger, now};
use ::facts::Value;
use rusqlite::Connection;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use store::{Store, StoreError};
use testkit::On;

fn refused(path: &Path) -> String {
    Store::open(path).unwrap_err().to_string()
}

#[test]
fn the_database_of_another_program_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute("CREATE TABLE song (title TEXT)", ()).unwrap();
    assert!(refused(&path).contains("another program"));
    let sql = "SELECT count(*) FROM sqlite_schema";
    assert_eq!(connection.query_row(sql, (), |row| row.get::<_, i64>(0)), Ok(1));
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
    let mut ledger = Ledger::on(On::Sqlite);
    // So many that the middle of the file is among them, whatever tables there are besides.
    let facts: Vec<_> = (0..20_000)
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
