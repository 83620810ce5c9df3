//! One transaction.

use crate::database::Database;
use crate::error::StoreError;
use crate::runs::Runs;
use crate::store::View;
use facts::{SubjectId, SubjectKind};
use foldhash::HashMap;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::rc::Rc;

/// One write transaction: dropped without [`Writer::commit`], nothing of it happened.
#[derive(Debug)]
pub struct Writer<'a> {
    pub(crate) database: &'a Database,
    epoch: &'a mut Epoch,
    pub(crate) runs: &'a mut Runs,
    /// The epoch after this transaction.
    pub(crate) after: Epoch,
    /// The last sequence given to a decision, once asked for.
    pub(crate) sequence: Option<i64>,
    /// Subjects that are new in this transaction, and in nobody's story but their own.
    pub(crate) fresh: HashMap<SubjectId, SubjectKind>,
    /// Who was erased, once asked for.
    pub(crate) erased: OnceCell<Rc<HashSet<SubjectId>>>,
}

/// How much of what a process keeps in memory was in the ledger when it last looked.
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
    /// How many subjects were erased.
    pub(crate) erasures: i64,
}

const EPOCH: &str = "
    SELECT (SELECT coalesce(max(id), 0) FROM word),
           (SELECT coalesce(max(id) + 1, 0) FROM code),
           (SELECT coalesce(max(number), 0) FROM version),
           (SELECT coalesce(max(sequence), 0) FROM holiday),
           (SELECT count(*) FROM erasure)";

impl Epoch {
    pub(crate) fn read(database: &Database) -> Result<Self, StoreError> {
        database.one(EPOCH, &[], |row| {
            Ok(Self {
                words: row.take()?,
                codes: row.take()?,
                versions: row.take()?,
                holidays: row.take()?,
                erasures: row.take()?,
            })
        })
    }
}

impl<'a> Writer<'a> {
    pub(crate) fn begin(
        database: &'a Database,
        epoch: &'a mut Epoch,
        runs: &'a mut Runs,
    ) -> Result<Self, StoreError> {
        database.begin()?;
        let before = *epoch;
        // Made first, so that whatever goes wrong from here on ends the transaction.
        let writer = Self {
            database,
            epoch,
            runs,
            after: before,
            sequence: None,
            fresh: HashMap::default(),
            erased: OnceCell::new(),
        };
        if Epoch::read(database)? != before {
            return Err(StoreError::ChangedElsewhere);
        }
        Ok(writer)
    }

    /// For reading what is there, the writes of this transaction included.
    #[must_use]
    pub fn view(&self) -> View<'a> {
        View { database: self.database }
    }

    /// Makes it happen, all of it; it is on the disk when this returns.
    ///
    /// # Errors
    /// When the disk does not take it; then nothing of it happened.
    pub fn commit(self) -> Result<(), StoreError> {
        self.database.commit()?;
        *self.epoch = self.after;
        self.runs.committed();
        Ok(())
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        // After a commit, there is nothing left to roll back.
        self.database.roll_back();
        self.runs.rolled_back();
    }
}
