//! Why an import did not happen.

use crate::AppError;
use connect::FileError;
use std::path::PathBuf;

/// Why an import did not happen, or broke off.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Files that do not fit the mapping; nothing was recorded.
    #[error("{}", lines(.0))]
    Files(Vec<FileError>),
    /// The folder has none of the files.
    #[error("{folder} has none of the files that the mapping names: {names}")]
    NothingThere {
        /// The folder.
        folder: PathBuf,
        /// The files.
        names: String,
    },
    /// Rejects would overwrite what is imported.
    #[error("rejects cannot be written into the folder that is imported: name another one")]
    RejectsOverwrite,
    /// The rejects could not be written.
    #[error("the rejects cannot be written to {path}: {reason}")]
    Rejects {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// The system gives no random numbers for new ids.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(String),
    /// The ledger.
    #[error(transparent)]
    App(#[from] AppError),
}

fn lines(errors: &[FileError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

impl From<store::StoreError> for ImportError {
    fn from(error: store::StoreError) -> Self {
        Self::App(error.into())
    }
}

impl From<facts::VocabularyFull> for ImportError {
    fn from(error: facts::VocabularyFull) -> Self {
        Self::App(error.into())
    }
}
