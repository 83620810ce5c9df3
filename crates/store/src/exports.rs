//! Exports of the same thing, one after the other.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::imports::ImportId;
use crate::segments::Segment;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, SubjectId};
use std::collections::BTreeSet;

const NOTE: &str = "UPDATE import SET as_of = ?2 WHERE id = ?1";
const FORGET: &str = "UPDATE import SET as_of = NULL WHERE id = ?1";
const LAST: &str = "SELECT max(as_of) FROM import WHERE file = ?1 AND mapping = ?2 AND as_of < ?3";
const SEGMENTS: &str = "
    SELECT segment.last, segment.recorded_at, segment.facts
    FROM segment JOIN import ON import.id = segment.import
    WHERE import.file = ?1 AND import.mapping = ?2 AND import.as_of < ?3 ORDER BY segment.last";

impl View<'_> {
    /// When a file was last exported before an instant, as far as it was imported.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn last_export(
        &self,
        file: &str,
        mapping: &str,
        before: Instant,
    ) -> Result<Option<Instant>, StoreError> {
        let last: Option<i64> =
            self.database.one(LAST, &cells![file, mapping, before.0], |row| row.take())?;
        Ok(last.map(Instant))
    }

    /// The subjects of whom exports of a file before an instant brought facts.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn subjects_of_exports(
        &self,
        file: &str,
        mapping: &str,
        before: Instant,
    ) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects = BTreeSet::new();
        self.database.each(SEGMENTS, &cells![file, mapping, before.0], |row| {
            for recorded in Segment::read(row)?.facts_at(&(1..=u64::MAX)) {
                subjects.insert(of_id(recorded?.fact.subject));
            }
            Ok(())
        })?;
        Ok(subjects.into_iter().map(|id| SubjectId(id.cast_unsigned())).collect())
    }
}

impl Writer<'_> {
    /// Forgets that an import was an export of its file: what it said was taken back.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn forget_export(&mut self, import: ImportId) -> Result<(), StoreError> {
        self.database.run(FORGET, &cells![import.0]).map(drop)
    }

    /// Notes when the file of an import was exported.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note_export(&mut self, import: ImportId, as_of: Instant) -> Result<(), StoreError> {
        self.database.run(NOTE, &cells![import.0, as_of.0]).map(drop)
    }
}
