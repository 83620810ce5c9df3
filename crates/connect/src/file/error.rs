//! What makes a whole file, or the rest of it, unreadable.

use super::bounded::RecordTooLarge;
use crate::mapping::FileMapping;

/// A file that cannot be read, or not to its end.
#[derive(Debug, thiserror::Error)]
#[error("{path}, line {line}: {problem}")]
pub struct FileError {
    /// The file.
    pub path: String,
    /// The line, from 1; what is before it was read.
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
    /// The header is not UTF-8.
    #[error("the first row is not UTF-8 text; save the file as CSV with the encoding UTF-8")]
    HeaderNotUtf8,
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
        "the row that begins here has more than 8 MiB; look for a quote that is not closed; \
         the rest of the file was not read"
    )]
    RecordTooLarge,
    /// There are more rows than are read.
    #[error("the file has more than 50 million rows; split it; the rest was not read")]
    TooManyRows,
    /// The system could not read it.
    #[error("the file cannot be read: {0}")]
    Io(String),
}

impl FileError {
    pub(super) fn of(file: &FileMapping, line: u64, error: &csv::Error) -> Self {
        let problem = match error.kind() {
            csv::ErrorKind::Io(error) if error.get_ref().is_some_and(is_too_large) => {
                FileProblem::RecordTooLarge
            }
            _ => FileProblem::Io(error.to_string()),
        };
        Self { path: file.path.clone(), line, problem }
    }
}

fn is_too_large(error: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    error.is::<RecordTooLarge>()
}
