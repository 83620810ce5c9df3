//! Files that were brought in.

use crate::database::cells;
use crate::error::StoreError;
use crate::segments::Segment;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Recorded};

/// One import.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ImportId(pub i64);

/// What became of the rows and facts of an import.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ImportCounts {
    /// Rows read.
    pub rows_read: u64,
    /// Rows handed back with a reason.
    pub rows_rejected: u64,
    /// Facts that were new.
    pub facts_new: u64,
    /// Facts that the ledger knew already.
    pub facts_known: u64,
}

/// One file that was brought in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Import {
    /// Its number.
    pub id: ImportId,
    /// The file's name.
    pub file: String,
    /// How its columns were read.
    pub mapping: String,
    /// When it began.
    pub started_at: Instant,
    /// When it ended; `None` while it runs, or when it was broken off.
    pub finished_at: Option<Instant>,
    /// What became of it.
    pub counts: ImportCounts,
}

const BEGIN: &str = "
    INSERT INTO import (file, mapping, started_at) VALUES (?1, ?2, ?3) RETURNING id";
const FINISH: &str = "
    UPDATE import SET finished_at = ?2, rows_read = ?3, rows_rejected = ?4, facts_new = ?5,
                      facts_known = ?6
    WHERE id = ?1";
const ALL: &str = "
    SELECT id, file, mapping, started_at, finished_at, rows_read, rows_rejected, facts_new,
           facts_known
    FROM import ORDER BY id";

const SEGMENTS: &str = "
    SELECT last, recorded_at, facts FROM segment WHERE import = ?1 ORDER BY last";

impl View<'_> {
    /// Shows the facts that imports were the first to bring, import by import. Reads the whole
    /// ledger. `visit` may not ask this database meanwhile.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_imports(
        &self,
        imports: &[ImportId],
        visit: &mut dyn FnMut(Recorded),
    ) -> Result<(), StoreError> {
        for import in imports {
            self.database.each(SEGMENTS, &cells![import.0], |row| {
                for recorded in Segment::read(row)?.facts_at(&(1..=u64::MAX)) {
                    visit(recorded?);
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// All imports, oldest first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn imports(&self) -> Result<Vec<Import>, StoreError> {
        self.database.all(ALL, &[], |row| {
            let id = ImportId(row.take()?);
            let (file, mapping) = (row.take()?, row.take()?);
            let started_at = row.instant()?;
            let finished_at = row.take::<Option<i64>>()?.map(Instant);
            let counts = ImportCounts {
                rows_read: row.count()?,
                rows_rejected: row.count()?,
                facts_new: row.count()?,
                facts_known: row.count()?,
            };
            Ok(Import { id, file, mapping, started_at, finished_at, counts })
        })
    }
}

impl Writer<'_> {
    /// Notes that an import begins.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn begin_import(
        &mut self,
        file: &str,
        mapping: &str,
        now: Instant,
    ) -> Result<ImportId, StoreError> {
        let row = cells![file, mapping, now.0];
        self.database.one(BEGIN, &row, |row| row.take().map(ImportId))
    }

    /// Notes what became of an import.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn finish_import(
        &mut self,
        import: ImportId,
        counts: &ImportCounts,
        now: Instant,
    ) -> Result<(), StoreError> {
        let ImportCounts { rows_read, rows_rejected, facts_new, facts_known } = *counts;
        let [read, rejected, new, known] =
            [rows_read, rows_rejected, facts_new, facts_known].map(u64::cast_signed);
        let row = cells![import.0, now.0, read, rejected, new, known];
        self.database.run(FINISH, &row).map(drop)
    }
}
