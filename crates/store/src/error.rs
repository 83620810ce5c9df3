//! Everything that can go wrong with the ledger, and what to do about it.

use facts::SubjectId;
use rusqlite::ErrorCode;

/// Everything that can go wrong with the ledger.
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
    /// The file or schema is of something else.
    #[error(
        "this is the database of another program; choose another file for the ledger, or another \
         database or schema of the server"
    )]
    NotALedger,
    /// A newer Tandem wrote the ledger.
    #[error(
        "a newer Tandem wrote this ledger (format {found}, this one knows up to {known}): use \
         the newer Tandem"
    )]
    NewerSchema {
        /// The format of the ledger.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// A ledger on a server, where only one in a file will do.
    #[error(
        "this ledger is on a server: back it up with the server's own tools (pg_dump, pg_restore); \
         docs/operations.md says how"
    )]
    NotAFile,
    /// A file that is there already.
    #[error("{} is there already: choose another name, or move it away", .0.display())]
    FileExists(std::path::PathBuf),
    /// Somebody has the ledger open.
    #[error("somebody uses the ledger: stop every Tandem that has it open, and try again")]
    InUse,
    /// A file beside the ledger.
    #[error("a file could not be written: {0}")]
    File(#[from] std::io::Error),
    /// There is no room left.
    #[error("the disk is full: nothing of the last step was kept; make room and run it again")]
    DiskFull,
    /// The file or schema may not be written.
    #[error(
        "the ledger may not be written: check who owns the file and its folder, or what the user \
         may do in the server's schema"
    )]
    ReadOnly,
    /// There is no ledger in this schema of a server.
    #[error("there is no ledger in this database and schema")]
    NoLedger,
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
    /// What should be the address of a server is none.
    #[error(
        "this is no address of a PostgreSQL database ({0}): write it as \
         postgres://user:password@host:5432/database"
    )]
    BadAddress(String),
    /// The server does not answer.
    #[error(
        "the PostgreSQL server cannot be reached ({0}): check that it runs, the host and port in \
         the address, and sslmode (disable, prefer or require)"
    )]
    Unreachable(String),
    /// The server does not let us in.
    #[error(
        "the PostgreSQL server refuses the connection ({0}): check user, password and database \
         in the address"
    )]
    NotLetIn(String),
    /// The server went away while we spoke to it.
    #[error(
        "the connection to the PostgreSQL server was lost: what was not acknowledged may not be \
         kept; run the command again"
    )]
    ConnectionLost,
    /// The list of who was erased cannot be read or written.
    #[error("the list of erasures {path} cannot be used: {why}")]
    ErasureList {
        /// Where it is.
        path: String,
        /// Why.
        why: String,
    },
    /// Nobody said where snapshots of a server's ledger go.
    #[error(
        "a server's ledger has no folder for snapshots: name one in the variable TANDEM_SNAPSHOTS"
    )]
    NoPlaceForSnapshot,
    /// A snapshot cannot be written or read.
    #[error(
        "the snapshot {path} failed ({why}): make room, check who owns the folder, or delete the \
         file, which loses nothing"
    )]
    Snapshot {
        /// Where it is.
        path: String,
        /// Why.
        why: String,
    },
    /// Anything else that SQLite says; ours to explain.
    #[error("the ledger's database failed: {0}")]
    Sqlite(rusqlite::Error),
    /// Anything else that PostgreSQL says; ours to explain.
    #[error("the ledger's database failed: {}", in_words(.0))]
    Postgres(Box<postgres::Error>),
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

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let Some(code) = error.code() else {
            // No answer of the server at all.
            let is_lost = error.is_closed() || has_io_error(&error);
            return if is_lost { Self::ConnectionLost } else { Self::Postgres(Box::new(error)) };
        };
        match code.code() {
            "55P03" | "40P01" => Self::Busy,
            "53100" => Self::DiskFull,
            "25006" | "42501" => Self::ReadOnly,
            "57P01" | "57P02" | "57P05" => Self::ConnectionLost,
            "XX001" | "XX002" => Self::Corrupt(in_words(&error)),
            _ => Self::Postgres(Box::new(error)),
        }
    }
}

impl StoreError {
    /// Why a server could not be connected to.
    pub(crate) fn of_connecting(error: &postgres::Error) -> Self {
        let what = in_words(error);
        match error.code().map(|code| code.code()) {
            // Starting up, shutting down, too many connections.
            Some("57P03" | "53300") | None => Self::Unreachable(what),
            Some(_) => Self::NotLetIn(what),
        }
    }
}

fn has_io_error(error: &postgres::Error) -> bool {
    std::error::Error::source(error).is_some_and(|source| source.is::<std::io::Error>())
}

/// What the server says, or else the driver, with what is behind it.
fn in_words(error: &postgres::Error) -> String {
    if let Some(said) = error.as_db_error() {
        return format!("{} ({})", said.message(), said.code().code());
    }
    let mut words = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(behind) = source {
        let more = behind.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        source = behind.source();
    }
    words
}
