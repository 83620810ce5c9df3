//! Names as they change, for whoever keeps all of them in memory.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::{Epoch, Writer};
use facts::SubjectId;

/// How far the names of a ledger are: two that are the same say the same of all names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamesAt {
    /// Which ledger, and how many were erased.
    ledger: (String, i64),
    sequence: i64,
}

impl NamesAt {
    /// Whether names were given and changed at most, and nobody erased, between this and another.
    #[must_use]
    pub fn is_followed_by(&self, later: &Self) -> bool {
        self.ledger == later.ledger && self.sequence <= later.sequence
    }
}

/// A change of more subjects than this is not told one by one.
const TOLD_MAX: usize = 4_096;
/// How many changes are kept.
const KEPT: i64 = 4_096;
/// Old changes are removed once in so many.
const REMOVED_EACH: i64 = 1_024;

const NOTE: &str = "
    INSERT INTO renaming (sequence, subjects)
    SELECT coalesce(max(sequence), 0) + 1, ?1 FROM renaming";
const LAST: &str = "SELECT coalesce(max(sequence), 0) FROM renaming";
const REMOVE: &str = "DELETE FROM renaming WHERE sequence <= ?1";
const AFTER: &str = "SELECT sequence, subjects FROM renaming WHERE sequence > ?1 ORDER BY sequence";
const ALL: &str = "
    SELECT subject, value FROM identifier UNION ALL SELECT subject, value FROM personal";

impl View<'_> {
    /// How far the names are.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn names_at(&self) -> Result<NamesAt, StoreError> {
        let ledger = (self.ledger_name()?.id, Epoch::read(self.database)?.erasures);
        Ok(NamesAt { ledger, sequence: self.database.one(LAST, &[], |row| row.take())? })
    }

    /// Whose identifiers and personal values were added or changed since, each as often as that
    /// happened; `None` where there are so many that all are to be read again.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn renamed_after(&self, at: &NamesAt) -> Result<Option<Vec<SubjectId>>, StoreError> {
        let (mut next, mut is_whole) = (at.sequence, true);
        let mut subjects = Vec::new();
        self.database.each(AFTER, &cells![at.sequence], |row| {
            next += 1;
            is_whole &= row.take::<i64>()? == next;
            let (ids, _) = row.bytes()?.as_chunks::<8>();
            is_whole &= !ids.is_empty();
            subjects.extend(ids.iter().map(|id| SubjectId(u64::from_le_bytes(*id))));
            Ok(())
        })?;
        Ok(is_whole.then_some(subjects))
    }

    /// Shows all identifiers and personal values with whose they are, in no order.
    ///
    /// # Errors
    /// When the ledger cannot be read, and those of `visit`.
    pub fn each_name(
        &self,
        mut visit: impl FnMut(SubjectId, &str) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.database.each(ALL, &[], |row| {
            let subject = row.id()?;
            visit(subject, row.text()?)
        })
    }
}

impl Writer<'_> {
    /// Notes whose names change.
    pub(crate) fn note_renamed(
        &self,
        subjects: impl Iterator<Item = SubjectId>,
    ) -> Result<(), StoreError> {
        let mut ids: Vec<_> = subjects.take(TOLD_MAX + 1).map(of_id).collect();
        match ids.len() {
            0 => return Ok(()),
            1..=TOLD_MAX => {
                ids.sort_unstable();
                ids.dedup();
            }
            _ => ids.clear(),
        }
        let bytes: Vec<u8> = ids.iter().flat_map(|id| id.to_le_bytes()).collect();
        self.database.run(NOTE, &cells![&bytes[..]])?;
        let last: i64 = self.database.one(LAST, &[], |row| row.take())?;
        if last % REMOVED_EACH == 0 {
            self.database.run(REMOVE, &cells![last - KEPT])?;
        }
        Ok(())
    }
}
