//! The ledger: opening it, reading it, beginning to write.

use crate::database::{Database, Postgres, Sqlite};
use crate::error::StoreError;
use crate::migration;
use crate::place::Place;
use crate::runs::Runs;
use crate::writer::{Epoch, Writer};
use facts::Vocabulary;
use std::path::{Path, PathBuf};

/// One ledger, in one SQLite file or in one schema of a PostgreSQL database.
#[derive(Debug)]
pub struct Store {
    pub(crate) database: Database,
    /// The file that it is in, if it is in one.
    pub(crate) file: Option<PathBuf>,
    /// The folder for snapshots, if one was named.
    pub(crate) snapshots_in: Option<PathBuf>,
    epoch: Epoch,
    runs: Runs,
}

/// Reads a ledger: outside of a transaction as of each question, inside one with its writes.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub(crate) database: &'a Database,
}

const SIZE_SQLITE: &str = "
    SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
const SIZE_POSTGRES: &str = "
    SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'";

impl Store {
    /// Opens the ledger at a place, makes it where there is none, and brings its format up to
    /// date. A database of a server must be there; a ledger in it is made.
    ///
    /// # Errors
    /// When it cannot be used; the error says why and what to do.
    pub fn open(place: impl Into<Place>) -> Result<Self, StoreError> {
        Self::open_with(&place.into(), false)
    }

    /// Opens the ledger at a place, which must be there.
    ///
    /// # Errors
    /// [`StoreError::CannotOpen`] or [`StoreError::NoLedger`] when there is none, and as [`Store::open`].
    pub fn open_existing(place: impl Into<Place>) -> Result<Self, StoreError> {
        Self::open_with(&place.into(), true)
    }

    fn open_with(place: &Place, must_be_there: bool) -> Result<Self, StoreError> {
        let database = match place {
            Place::File(path) => {
                let sqlite = Sqlite::open(path, must_be_there)?;
                migration::check_file(&sqlite)?;
                sqlite.set_up()?;
                Database::Sqlite(sqlite)
            }
            Place::Server(address) => {
                let database = Database::Postgres(Box::new(Postgres::open(address)?));
                migration::check_schema(&database, must_be_there)?;
                database
            }
        };
        migration::apply(&database)?;
        let epoch = Epoch::read(&database)?;
        let file = place.file().map(Path::to_owned);
        Ok(Self { database, file, snapshots_in: None, epoch, runs: Runs::default() })
    }

    /// For reading.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { database: &self.database }
    }

    /// Begins to write. Waits for another writer for a while.
    ///
    /// # Errors
    /// [`StoreError::Busy`], and [`StoreError::ChangedElsewhere`] when another process added
    /// words, charters or holidays since they were [loaded](Store::refresh).
    pub fn begin(&mut self) -> Result<Writer<'_>, StoreError> {
        Writer::begin(&self.database, &mut self.epoch, &mut self.runs)
    }

    /// Takes the words, charters and holidays in the ledger as known; call it right before
    /// reading them again.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn refresh(&mut self) -> Result<(), StoreError> {
        self.epoch = Epoch::read(&self.database)?;
        Ok(())
    }

    /// Whether another process added words, charters or holidays, or erased somebody, since they
    /// were [loaded](Store::refresh).
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn is_behind(&self) -> Result<bool, StoreError> {
        Ok(Epoch::read(&self.database)? != self.epoch)
    }

    /// From now on everything is read as it was at one instant, until [`Store::end_reading`].
    ///
    /// # Errors
    /// When the ledger cannot be read, or something is being written with this store.
    pub fn begin_reading(&mut self) -> Result<(), StoreError> {
        self.database.begin_reading()
    }

    /// From now on the present is read again.
    pub fn end_reading(&mut self) {
        self.database.roll_back();
    }

    /// Whether a vocabulary has words or codes that the ledger does not have yet.
    #[must_use]
    pub fn is_ahead(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary.words().len() as i64 > self.epoch.words + 1
            || vocabulary.code_count() as i64 > self.epoch.codes
    }

    /// How much room the ledger takes, in bytes; of a file, without its log.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn size_bytes(&self) -> Result<u64, StoreError> {
        let sql = match &self.database {
            Database::Sqlite(_) => SIZE_SQLITE,
            Database::Postgres(_) => SIZE_POSTGRES,
        };
        self.database.one(sql, &[], |row| row.count())
    }

    /// Reads all there is and names what is damaged; empty for a sound ledger. On a server it
    /// finds what the server itself finds when it reads every row.
    ///
    /// # Errors
    /// When the ledger cannot be read at all.
    pub fn damages(&self) -> Result<Vec<String>, StoreError> {
        match &self.database {
            Database::Sqlite(sqlite) => sqlite.damages(),
            Database::Postgres(postgres) => postgres.damages(),
        }
    }
}

#[cfg(test)]
impl View<'_> {
    /// How SQLite goes about a statement.
    pub(crate) fn plan(&self, sql: &str, parameters: usize) -> Vec<String> {
        let Database::Sqlite(sqlite) = self.database else { panic!("plans of SQLite only") };
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = sqlite.connection.prepare(&sql).unwrap();
        let none = rusqlite::params_from_iter(vec![None::<i64>; parameters]);
        let rows = statement.query_map(none, |row| row.get::<_, String>(3)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}
