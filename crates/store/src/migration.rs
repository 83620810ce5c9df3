//! Bringing a ledger's format up to date: forward only, one step after the other, all in one
//! transaction.

use crate::database::{Database, Sqlite, cells};
use crate::error::StoreError;

/// One step: the same tables for both databases, each in its own words.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) sqlite: &'static str,
    pub(crate) postgres: &'static str,
    /// What no statement can do, after them.
    pub(crate) after: &'static [Move],
}

/// Moves what is in tables of the former format into those of the new one.
type Move = fn(&Database) -> Result<(), StoreError>;

macro_rules! step {
    ($number:literal, $name:literal $(, $after:expr)?) => {
        Step {
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $number, "_", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $number, "_", $name, ".sql")),
            after: &[$($after)?],
        }
    };
}

/// The steps; a step that was released is never changed.
pub(crate) const STEPS: &[Step] = &[
    step!("0001", "words"),
    step!("0002", "subjects"),
    step!("0003", "facts"),
    step!("0004", "charters"),
    step!("0005", "decisions"),
    step!("0006", "audit"),
    step!("0007", "pending"),
    step!("0008", "erasures"),
    step!("0009", "exports"),
    step!("0010", "routing"),
    step!("0011", "snapshots"),
    step!("0012", "segments", crate::repacking::repack),
    step!("0013", "changes", crate::repacking::repack_decisions),
    step!("0014", "follow"),
    step!("0015", "people"),
    step!("0016", "proposals"),
    step!("0017", "outbox"),
    step!("0018", "collection"),
    step!("0019", "replays"),
    step!("0020", "names"),
    step!("0021", "identities"),
    step!("0022", "seals"),
    step!("0023", "renaming"),
];

const APPLICATION_ID: i64 = 0x5441_4E44;

const CREATE_FORMAT_SQLITE: &str =
    "CREATE TABLE IF NOT EXISTS format (step INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT";
const CREATE_FORMAT_POSTGRES: &str =
    "CREATE TABLE IF NOT EXISTS format (step INTEGER PRIMARY KEY, name TEXT NOT NULL)";
const REACHED: &str = "SELECT coalesce(max(step), 0) FROM format";
const NOTE: &str = "INSERT INTO format (step, name) VALUES (?1, ?2)";
const HAS_FORMAT: &str = "
    SELECT count(*) FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = 'format'
      AND column_name IN ('step', 'name')";
const RELATIONS: &str = "
    SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()";
const HAS_SCHEMA: &str = "SELECT count(current_schema())";
/// The statement that makes the first schema of the search path.
const CREATE_SCHEMA: &str = "
    SELECT format('CREATE SCHEMA IF NOT EXISTS %I',
                  btrim(split_part(current_setting('search_path'), ',', 1), ' \"'))";

/// Refuses a file that is no ledger. Writes nothing.
pub(crate) fn check_file(sqlite: &Sqlite) -> Result<(), StoreError> {
    let number = |sql| sqlite.connection.query_row(sql, (), |row| row.get::<_, i64>(0));
    let mark = number("PRAGMA application_id")?;
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    if tables > 0 && mark != APPLICATION_ID {
        return Err(StoreError::NotALedger);
    }
    if tables > 0 {
        // Before any setting writes to it.
        known(number(REACHED)?)?;
    }
    Ok(())
}

/// Refuses a schema of a server that holds something else, and makes one that is not there.
pub(crate) fn check_schema(database: &Database, must_be_there: bool) -> Result<(), StoreError> {
    let number = |sql| database.one(sql, &[], |row| row.take::<i64>());
    if number(HAS_SCHEMA)? == 0 {
        if must_be_there {
            return Err(StoreError::NoLedger);
        }
        let sql = database.one(CREATE_SCHEMA, &[], |row| row.take::<String>())?;
        database.script(&sql)?;
    }
    if number(HAS_FORMAT)? == 2 {
        return known(number(REACHED)?).map(drop);
    }
    if number(RELATIONS)? > 0 {
        return Err(StoreError::NotALedger);
    }
    if must_be_there { Err(StoreError::NoLedger) } else { Ok(()) }
}

/// Applies the steps that the ledger has not seen. Waits for nobody where there is none.
pub(crate) fn apply(database: &Database) -> Result<(), StoreError> {
    apply_until(database, STEPS.len())
}

fn apply_until(database: &Database, last: usize) -> Result<(), StoreError> {
    let create = match database {
        Database::Sqlite(_) => CREATE_FORMAT_SQLITE,
        Database::Postgres(_) => CREATE_FORMAT_POSTGRES,
    };
    if is_there(database)? && reached(database)? >= last {
        return Ok(());
    }
    database.begin()?;
    let applied = (|| {
        database.script(create)?;
        for (index, step) in STEPS.iter().enumerate().take(last).skip(reached(database)?) {
            database.script(match database {
                Database::Sqlite(_) => step.sqlite,
                Database::Postgres(_) => step.postgres,
            })?;
            for after in step.after {
                after(database)?;
            }
            database.run(NOTE, &cells![index as i64 + 1, step.name])?;
        }
        database.commit()
    })();
    if applied.is_err() {
        database.roll_back();
    }
    applied
}

fn is_there(database: &Database) -> Result<bool, StoreError> {
    let sql = match database {
        Database::Sqlite(_) => "SELECT count(*) FROM sqlite_schema WHERE name = 'format'",
        Database::Postgres(_) => HAS_FORMAT,
    };
    Ok(database.one(sql, &[], |row| row.take::<i64>())? > 0)
}

fn reached(database: &Database) -> Result<usize, StoreError> {
    known(database.one(REACHED, &[], |row| row.take())?)
}

/// A number of steps, which this program must know.
fn known(found: i64) -> Result<usize, StoreError> {
    let known = STEPS.len();
    match usize::try_from(found) {
        Ok(reached) if reached <= known => Ok(reached),
        _ => Err(StoreError::NewerSchema {
            found: u32::try_from(found).unwrap_or(u32::MAX),
            known: known as u32,
        }),
    }
}

#[cfg(test)]
mod tests;
