//! A ledger in a file of SQLite.

use super::{Cell, Columns};
use crate::error::StoreError;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;
use std::time::Duration;

/// An open file.
#[derive(Debug)]
pub(crate) struct Sqlite {
    pub(crate) connection: Connection,
}

/// Every commit is on the disk before it is acknowledged, and readers do not wait for writers.
/// What is deleted is overwritten. The cache is 128 MiB at most.
const SETTINGS: &str = "
    PRAGMA secure_delete = ON;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -131072;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA wal_autocheckpoint = 16000;
";

impl Sqlite {
    pub(crate) fn open(path: &Path, must_be_there: bool) -> Result<Self, StoreError> {
        let all = OpenFlags::default();
        let flags = if must_be_there { all - OpenFlags::SQLITE_OPEN_CREATE } else { all };
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(StoreError::PATIENCE_SECONDS))?;
        connection.set_prepared_statement_cache_capacity(128);
        Ok(Self { connection })
    }

    /// Settings that write to the file, once it is known to be a ledger.
    pub(crate) fn set_up(&self) -> Result<(), StoreError> {
        self.script(SETTINGS)
    }

    pub(super) fn script(&self, sql: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(sql)?)
    }

    pub(super) fn run(&self, sql: &str, values: &[Cell<'_>]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(values))? as u64)
    }

    pub(super) fn run_all<'v, const N: usize>(
        &self,
        sql: &str,
        rows: impl IntoIterator<Item = [Cell<'v>; N]>,
    ) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut changed = 0;
        for values in rows {
            changed += statement.execute(params_from_iter(&values))? as u64;
        }
        Ok(changed)
    }

    pub(super) fn each(
        &self,
        sql: &str,
        values: &[Cell<'_>],
        visit: &mut dyn FnMut(&mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            visit(&mut Columns::of_sqlite(row))?;
        }
        Ok(())
    }

    pub(super) fn each_of<'v, const N: usize>(
        &self,
        sql: &str,
        asked: impl IntoIterator<Item = [Cell<'v>; N]>,
        visit: &mut dyn FnMut(usize, &mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        for (index, values) in asked.into_iter().enumerate() {
            let mut rows = statement.query(params_from_iter(&values))?;
            while let Some(row) = rows.next()? {
                visit(index, &mut Columns::of_sqlite(row))?;
            }
        }
        Ok(())
    }

    /// The first question fixes what is read, so one is asked at once.
    pub(super) fn begin_reading(&self) -> Result<(), StoreError> {
        self.script("BEGIN DEFERRED; SELECT count(*) FROM ledger")
    }

    pub(super) fn roll_back(&self) {
        if !self.connection.is_autocommit()
            && let Err(error) = self.script("ROLLBACK")
        {
            // SQLite rolls back by itself what it cannot any more; the next BEGIN says so if not.
            debug_assert!(self.connection.is_autocommit(), "{error}");
        }
    }

    /// Writes everything from the log into the file and empties the log. Returns whether it could:
    /// not while another process reads what is in the log.
    pub(crate) fn empty_log(&self) -> Result<bool, StoreError> {
        let sql = "PRAGMA wal_checkpoint(TRUNCATE)";
        Ok(self.connection.query_row(sql, (), |row| row.get::<_, i64>(0))? == 0)
    }

    /// Copies everything as it is at one instant into a new file.
    pub(crate) fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        let text = path.to_str().ok_or(StoreError::CannotOpen)?;
        self.connection.execute("VACUUM INTO ?1", [text])?;
        Ok(())
    }

    /// Empties the log and makes sure that nobody else has the file open. Returns whether so.
    pub(crate) fn leave_alone(&self) -> Result<bool, StoreError> {
        self.connection.busy_timeout(Duration::from_millis(200))?;
        if !self.empty_log()? {
            return Ok(false);
        }
        // Only who is alone can leave the log behind.
        let sql = "PRAGMA journal_mode = DELETE";
        match self.connection.query_row(sql, (), |row| row.get::<_, String>(0)) {
            Ok(mode) => Ok(mode == "delete"),
            Err(error) => match StoreError::from(error) {
                StoreError::Busy => Ok(false),
                other => Err(other),
            },
        }
    }

    /// Reads every page and names what is damaged.
    pub(crate) fn damages(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare("PRAGMA integrity_check(20)")?;
        let found = statement.query_map((), |row| row.get(0))?.collect::<Result<Vec<String>, _>>();
        match found.map_err(StoreError::from) {
            Ok(found) if found == ["ok"] => Ok(Vec::new()),
            Ok(found) => Ok(found),
            Err(StoreError::Corrupt(what)) => Ok(vec![what]),
            Err(other) => Err(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::types::Value;

    #[test]
    fn what_is_acknowledged_is_on_the_disk_and_readers_do_not_wait() {
        let folder = tempfile::tempdir().unwrap();
        let sqlite = Sqlite::open(&folder.path().join("ledger.db"), false).unwrap();
        sqlite.set_up().unwrap();
        let pragma = |name: &str| {
            let sql = format!("PRAGMA {name}");
            sqlite.connection.query_row(&sql, (), |row| row.get::<_, Value>(0))
        };
        assert_eq!(pragma("synchronous"), Ok(2.into()), "full");
        assert_eq!(pragma("journal_mode"), Ok("wal".to_owned().into()));
        assert_eq!(pragma("foreign_keys"), Ok(1.into()));
    }
}
