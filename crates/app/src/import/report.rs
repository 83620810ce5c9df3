//! What became of an import.

use super::note::ImportNote;
use crate::Settled;
use connect::Reject;
use std::path::PathBuf;
use store::{ImportCounts, ImportId};

/// What became of an import.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ImportReport {
    /// Whether nothing was recorded.
    pub dry_run: bool,
    /// Each file.
    pub files: Vec<FileReport>,
    /// Files that the mapping names and the folder does not have.
    pub absent: Vec<String>,
    /// New people.
    pub persons_new: u64,
    /// New accounts.
    pub accounts_new: u64,
    /// New opportunities.
    pub opportunities_new: u64,
    /// How many leads were linked to accounts that nobody had linked them to.
    pub linked: u64,
    /// What is odd: reported, not fixed.
    pub notes: Vec<ImportNote>,
    /// What was decided.
    pub settled: Settled,
}

/// What became of one file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FileReport {
    /// The file.
    pub path: String,
    /// Its rows and facts.
    pub counts: ImportCounts,
    /// The first rows that were rejected.
    pub rejects: Vec<Reject>,
    /// Where all of them are, to be corrected and imported again.
    pub rejects_file: Option<PathBuf>,
    /// Why the rest of the file was not read.
    pub stopped: Option<String>,
    /// Its number among the imports of the ledger; `None` where it had no row to record.
    pub import: Option<ImportId>,
}

impl FileReport {
    /// The most rejects of a file that the report holds.
    pub const REJECTS_MAX: usize = 100;

    /// How many rows were good.
    #[must_use]
    pub fn rows_good(&self) -> u64 {
        self.counts.rows_read - self.counts.rows_rejected
    }
}

impl ImportReport {
    /// The sum over all files.
    #[must_use]
    pub fn counts(&self) -> ImportCounts {
        self.files.iter().fold(ImportCounts::default(), |sum, file| ImportCounts {
            rows_read: sum.rows_read + file.counts.rows_read,
            rows_rejected: sum.rows_rejected + file.counts.rows_rejected,
            facts_new: sum.facts_new + file.counts.facts_new,
            facts_known: sum.facts_known + file.counts.facts_known,
        })
    }
}
