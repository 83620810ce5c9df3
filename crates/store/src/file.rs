//! The file: opening it, reading it.

use crate::error::StoreError;
use crate::migration;
use crate::writer::{Epoch, Writer};
use facts::Vocabulary;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::Path;
use std::time::Duration;

/// One ledger, in one SQLite file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    epoch: Epoch,
}

/// Reads a ledger: outside of a transaction as of each question, inside one with its writes.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub(crate) connection: &'a Connection,
}

/// Every commit is on the disk before it is acknowledged, and readers do not wait for writers.
/// The cache is 128 MiB at most.
const SETTINGS: &str = "
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -131072;
    PRAGMA temp_store = MEMORY;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA wal_autocheckpoint = 4000;
";

impl Store {
    /// Opens the ledger at a path, makes it where there is none, and brings its format up to date.
    ///
    /// # Errors
    /// When the file cannot be used; the error says why and what to do.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, OpenFlags::default())
    }

    /// Opens the ledger at a path, which must be there.
    ///
    /// # Errors
    /// [`StoreError::CannotOpen`] when there is none, and as [`Store::open`].
    pub fn open_existing(path: &Path) -> Result<Self, StoreError> {
        Self::open_with(path, OpenFlags::default() - OpenFlags::SQLITE_OPEN_CREATE)
    }

    fn open_with(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(StoreError::PATIENCE_SECONDS))?;
        connection.set_prepared_statement_cache_capacity(128);
        migration::check(&connection)?;
        connection.execute_batch(SETTINGS)?;
        migration::apply(&mut connection)?;
        let epoch = Epoch::read(&connection)?;
        Ok(Self { connection, epoch })
    }

    /// For reading.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { connection: &self.connection }
    }

    /// Begins to write. Waits for another writer for a while.
    ///
    /// # Errors
    /// [`StoreError::Busy`], and [`StoreError::ChangedElsewhere`] when another process added
    /// words, charters or holidays since they were [loaded](Store::refresh).
    pub fn begin(&mut self) -> Result<Writer<'_>, StoreError> {
        let behavior = TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behavior)?;
        Writer::new(transaction, &mut self.epoch)
    }

    /// Takes the words, charters and holidays in the file as known; call it right before reading
    /// them again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        self.epoch = Epoch::read(&self.connection)?;
        Ok(())
    }

    /// Whether a vocabulary has words or codes that the file does not have yet.
    #[must_use]
    pub fn is_ahead(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary.words().len() as i64 > self.epoch.words + 1
            || vocabulary.code_count() as i64 > self.epoch.codes
    }

    /// Reads every page and names what is damaged; empty for a sound file.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn damages(&self) -> Result<Vec<String>, StoreError> {
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

    #[test]
    fn what_is_acknowledged_is_on_the_disk_and_readers_do_not_wait() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        let pragma = |name: &str| {
            let sql = format!("PRAGMA {name}");
            store.connection.query_row(&sql, (), |row| row.get::<_, rusqlite::types::Value>(0))
        };
        assert_eq!(pragma("synchronous"), Ok(2.into()), "full");
        assert_eq!(pragma("journal_mode"), Ok("wal".to_owned().into()));
        assert_eq!(pragma("foreign_keys"), Ok(1.into()));
    }
}
