//! One way to speak to both databases.
//!
//! Every statement of this crate is one static text with parameters numbered `?1`, `?2`, …, and
//! means the same to SQLite and to PostgreSQL. What truly differs between the two is in
//! [`sqlite`] and [`postgres`], and in the folders of migrations.
//!
//! A statement for many rows is written for one: SQLite runs it row by row, which costs a
//! microsecond; to PostgreSQL, where each statement is a journey, the rows go in arrays.

mod bulk;
mod cell;
mod columns;
mod postgres;
mod sqlite;
mod tls;

pub(crate) use cell::{Cell, cells};
pub(crate) use columns::Columns;
pub(crate) use postgres::Postgres;
pub(crate) use sqlite::Sqlite;

use crate::error::StoreError;

/// A connection to one database.
#[derive(Debug)]
pub(crate) enum Database {
    Sqlite(Sqlite),
    Postgres(Box<Postgres>),
}

impl Database {
    /// Runs a statement. Returns how many rows it changed.
    pub(crate) fn run(&self, sql: &'static str, values: &[Cell<'_>]) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.run(sql, values),
            Self::Postgres(postgres) => postgres.run(sql, values),
        }
    }

    /// Runs an `INSERT … VALUES (?1, …, ?N)` for many rows. Returns how many rows it changed.
    ///
    /// With `ON CONFLICT … DO UPDATE`, no two of the rows may conflict with each other.
    pub(crate) fn insert_all<'v, const N: usize>(
        &self,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Cell<'v>; N]>,
    ) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.run_all(sql, rows),
            Self::Postgres(postgres) => postgres.insert_all(sql, rows),
        }
    }

    /// Runs a statement with the one parameter of a `= ?1` for many values. Returns how many rows
    /// it changed.
    pub(crate) fn run_for_all(
        &self,
        sql: &'static str,
        values: impl IntoIterator<Item = i64>,
    ) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.run_all(sql, values.into_iter().map(|v| cells![v])),
            Self::Postgres(postgres) => postgres.run_for_all(sql, values),
        }
    }

    /// Runs statements without parameters, separated by semicolons.
    pub(crate) fn script(&self, sql: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.script(sql),
            Self::Postgres(postgres) => postgres.script(sql),
        }
    }

    /// Shows every row of an answer to `visit`, which may not ask this database meanwhile.
    pub(crate) fn each(
        &self,
        sql: &'static str,
        values: &[Cell<'_>],
        mut visit: impl FnMut(&mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.each(sql, values, &mut visit),
            Self::Postgres(postgres) => postgres.each(sql, values, &mut visit),
        }
    }

    /// Asks one question with the values of each of many rows, and shows every row of every
    /// answer with the index of the row that it answers, in their order. `visit` may not ask this
    /// database meanwhile.
    pub(crate) fn each_of<'v, const N: usize>(
        &self,
        sql: &'static str,
        rows: impl IntoIterator<Item = [Cell<'v>; N]>,
        mut visit: impl FnMut(usize, &mut Columns<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.each_of(sql, rows, &mut visit),
            Self::Postgres(postgres) => postgres.each_of(sql, rows, &mut visit),
        }
    }

    /// All rows of an answer.
    pub(crate) fn all<T>(
        &self,
        sql: &'static str,
        values: &[Cell<'_>],
        mut read: impl FnMut(&mut Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut found = Vec::new();
        self.each(sql, values, |columns| {
            found.push(read(columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The row of an answer that has one at most.
    pub(crate) fn find<T>(
        &self,
        sql: &'static str,
        values: &[Cell<'_>],
        mut read: impl FnMut(&mut Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut found = None;
        self.each(sql, values, |columns| {
            debug_assert!(found.is_none(), "one row at most: {sql}");
            found = Some(read(columns)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The row of an answer that always has one.
    pub(crate) fn one<T>(
        &self,
        sql: &'static str,
        values: &[Cell<'_>],
        read: impl FnMut(&mut Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.find(sql, values, read)?.ok_or_else(|| StoreError::Corrupt(format!("no row: {sql}")))
    }

    /// Begins a transaction, once whoever writes at present is done.
    pub(crate) fn begin(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.script("BEGIN IMMEDIATE"),
            Self::Postgres(postgres) => postgres.begin(),
        }
    }

    /// Begins to read everything as it is at one instant; ends by [`Database::roll_back`].
    pub(crate) fn begin_reading(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.begin_reading(),
            Self::Postgres(postgres) => postgres.begin_reading(),
        }
    }

    /// Ends the transaction; what it wrote is on the disk when this returns.
    pub(crate) fn commit(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(sqlite) => sqlite.script("COMMIT"),
            Self::Postgres(postgres) => postgres.commit(),
        }
    }

    /// Ends the transaction as if it had not been. Does nothing outside of one.
    pub(crate) fn roll_back(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.roll_back(),
            Self::Postgres(postgres) => postgres.roll_back(),
        }
    }
}
