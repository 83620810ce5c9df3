//! One transaction.

use crate::error::StoreError;
use crate::file::View;
use rusqlite::{Connection, Transaction};

/// One write transaction: dropped without [`Writer::commit`], nothing of it happened.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(crate) transaction: Transaction<'a>,
    epoch: &'a mut Epoch,
    /// The epoch after this transaction.
    pub(crate) after: Epoch,
    /// The last sequence given to a decision, once asked for.
    pub(crate) sequence: Option<i64>,
}

/// How much of what a process keeps in memory was in the file when it last looked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Epoch {
    /// The last word's number.
    pub(crate) words: i64,
    /// How many codes there are.
    pub(crate) codes: i64,
    /// The last version's number.
    pub(crate) versions: i64,
    /// The last holiday's sequence.
    pub(crate) holidays: i64,
}

const EPOCH: &str = "
    SELECT (SELECT coalesce(max(id), 0) FROM word),
           (SELECT coalesce(max(id) + 1, 0) FROM code),
           (SELECT coalesce(max(number), 0) FROM version),
           (SELECT coalesce(max(sequence), 0) FROM holiday)";

impl Epoch {
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut statement = connection.prepare_cached(EPOCH)?;
        Ok(statement.query_row((), |row| {
            Ok(Self {
                words: row.get(0)?,
                codes: row.get(1)?,
                versions: row.get(2)?,
                holidays: row.get(3)?,
            })
        })?)
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn new(
        transaction: Transaction<'a>,
        epoch: &'a mut Epoch,
    ) -> Result<Self, StoreError> {
        let found = Epoch::read(&transaction)?;
        if found != *epoch {
            return Err(StoreError::ChangedElsewhere);
        }
        Ok(Self { transaction, epoch, after: found, sequence: None })
    }

    /// For reading what is there, the writes of this transaction included.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { connection: &self.transaction }
    }

    /// Makes it happen, all of it; it is on the disk when this returns.
    ///
    /// # Errors
    /// When the disk does not take it; then nothing of it happened.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit()?;
        *self.epoch = self.after;
        Ok(())
    }
}
