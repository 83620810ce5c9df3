//! Everything that can go wrong with the ledger's file, and what to do about it.

use facts::SubjectId;
use rusqlite::ErrorCode;

/// Everything that can go wrong with the ledger's file.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else is writing for longer than we wait.
    #[error(
        "the ledger is busy: another Tandem has been writing to it for more than {} seconds; try \
         again when it is done",
        StoreError::PATIENCE_SECONDS
    )]
    Busy,
    /// Another process added words, charters or holidays since this one read them.
    #[error("another Tandem changed the ledger meanwhile; run the command again")]
    ChangedElsewhere,
    /// The file is damaged.
    #[error(
        "the ledger's file is damaged ({0}): keep a copy of it, restore the last backup, and \
         import again what came after"
    )]
    Corrupt(String),
    /// The file is no SQLite database at all.
    #[error("this file is not a ledger: it is no SQLite database, or its beginning is damaged")]
    NotADatabase,
    /// The file is a database of something else.
    #[error("this file is the database of another program; choose another name for the ledger")]
    NotALedger,
    /// A newer Tandem wrote the file.
    #[error(
        "a newer Tandem wrote this ledger (format {found}, this one knows up to {known}): use \
         the newer Tandem"
    )]
    NewerSchema {
        /// The format of the file.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// There is no room left.
    #[error("the disk is full: nothing of the last step was kept; make room and run it again")]
    DiskFull,
    /// The file may not be written.
    #[error("the ledger may not be written: check who owns the file and its folder")]
    ReadOnly,
    /// The file or its folder cannot be reached.
    #[error("the ledger cannot be opened: check that its folder exists and may be written")]
    CannotOpen,
    /// A fact speaks of a subject that was never added.
    #[error("no person, account or opportunity has the id {0}; add it before its facts")]
    UnknownSubject(SubjectId),
    /// A subject was added before as something else.
    #[error("{0} is known already as another kind of subject")]
    OtherKind(SubjectId),
    /// A version of the charter is not what was adopted.
    #[error(
        "version {0} of the charter was changed in the file after it was adopted: its hash does \
         not match; restore a backup"
    )]
    BrokenChain(u16),
    /// There are more versions of the charter than can be numbered.
    #[error("there are 65535 versions of the charter already, which is as many as can be numbered")]
    TooManyVersions,
    /// Anything else that SQLite says; ours to explain.
    #[error("the ledger's database failed: {0}")]
    Sqlite(rusqlite::Error),
}

impl StoreError {
    /// How long we wait for another writer.
    pub(crate) const PATIENCE_SECONDS: u64 = 10;

    /// A value in the file that nothing can have written.
    pub(crate) fn unreadable(table: &str, what: &str) -> Self {
        Self::Corrupt(format!("table {table} holds an impossible {what}"))
    }

    /// Whether trying the same again may help.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::ChangedElsewhere)
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt(error.to_string()),
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen) => Self::CannotOpen,
            _ => Self::Sqlite(error),
        }
    }
}
