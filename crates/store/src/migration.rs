//! Bringing the file's format up to date: forward only, one step after the other, each in a
//! transaction.

use crate::error::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// The steps; a step that was released is never changed.
const STEPS: &[(&str, &str)] = &[
    ("words", include_str!("../migrations/sqlite/0001_words.sql")),
    ("subjects", include_str!("../migrations/sqlite/0002_subjects.sql")),
    ("facts", include_str!("../migrations/sqlite/0003_facts.sql")),
    ("charters", include_str!("../migrations/sqlite/0004_charters.sql")),
    ("decisions", include_str!("../migrations/sqlite/0005_decisions.sql")),
    ("audit", include_str!("../migrations/sqlite/0006_audit.sql")),
    ("pending", include_str!("../migrations/sqlite/0007_pending.sql")),
];

const APPLICATION_ID: i64 = 0x5441_4E44;

const CREATE_FORMAT: &str =
    "CREATE TABLE IF NOT EXISTS format (step INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT";

/// Refuses a file that is no ledger, or one that a newer program wrote. Writes nothing.
pub(crate) fn check(connection: &Connection) -> Result<(), StoreError> {
    let mark: i64 = connection.query_row("PRAGMA application_id", (), |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    if tables > 0 && mark != APPLICATION_ID {
        return Err(StoreError::NotALedger);
    }
    if tables > 0 {
        let found = reached(connection)?;
        let known = STEPS.len() as u32;
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
    }
    Ok(())
}

/// Applies the steps that the file has not seen.
pub(crate) fn apply(connection: &mut Connection) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(CREATE_FORMAT)?;
    let done = reached(&transaction)? as usize;
    for (index, (name, sql)) in STEPS.iter().enumerate().skip(done) {
        transaction.execute_batch(sql)?;
        transaction
            .execute("INSERT INTO format (step, name) VALUES (?1, ?2)", (index as i64 + 1, name))?;
    }
    transaction.commit()?;
    Ok(())
}

fn reached(connection: &Connection) -> Result<u32, StoreError> {
    let sql = "SELECT coalesce(max(step), 0) FROM format";
    Ok(connection.query_row(sql, (), |row| row.get(0))?)
}
