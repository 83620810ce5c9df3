//! What makes a whole file, or the rest of it, unreadable.

use super::bounded::RecordTooLarge;
use super::wanted::Unit;

/// A file that cannot be read, or not to its end.
#[derive(Debug, thiserror::Error)]
#[error("{path}, {unit} {line}: {problem}")]
pub struct FileError {
    /// The file.
    pub path: String,
    /// What `line` counts.
    pub unit: Unit,
    /// The line, from 1, or the row, the item, the event; what is before it was read.
    pub line: u64,
    /// What is wrong, and what to do.
    pub problem: FileProblem,
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum FileProblem {
    /// There is no header.
    #[error("the file is empty; its first row must name the columns")]
    Empty,
    /// The header is not text.
    #[error(
        "the first row is not {encoding} text; save the file with the encoding UTF-8, or say \
         `encoding = \"…\"` in the mapping"
    )]
    HeaderNotText {
        /// The encoding that was tried.
        encoding: String,
    },
    /// A column of the mapping is absent.
    #[error("there is no column `{column}`; {help}")]
    MissingColumn {
        /// The column that the mapping names.
        column: String,
        /// Which one may be meant.
        help: String,
    },
    /// A column of the mapping is there twice.
    #[error("the column `{column}` is there {times} times; rename or remove all but one")]
    RepeatedColumn {
        /// The column.
        column: String,
        /// How often.
        times: usize,
    },
    /// A record has no end.
    #[error(
        "the row that begins here has more than 8 MiB; look for a quote or a bracket that is not \
         closed; the rest of the file was not read"
    )]
    RecordTooLarge,
    /// There are more rows than are read.
    #[error("the file has more than 50 million rows; split it; the rest was not read")]
    TooManyRows,
    /// There are more columns than are read.
    #[error("the file has more than {max} columns; leave some out")]
    TooManyColumns {
        /// How many are read.
        max: usize,
    },
    /// The file is of a format that is not read, or not as it is.
    #[error("{what}; {help}")]
    Unreadable {
        /// What is in the way.
        what: String,
        /// What to do.
        help: String,
    },
    /// The system could not read it.
    #[error("the file cannot be read: {0}")]
    Io(String),
}

impl FileProblem {
    pub(super) fn unreadable(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Unreadable { what: what.into(), help: help.into() }
    }
}

impl From<std::io::Error> for FileProblem {
    fn from(error: std::io::Error) -> Self {
        match error.get_ref() {
            Some(inner) if inner.is::<RecordTooLarge>() => Self::RecordTooLarge,
            _ => Self::Io(error.to_string()),
        }
    }
}

impl From<csv::Error> for FileProblem {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => error.into(),
            other => Self::Io(format!("{other:?}")),
        }
    }
}
