//! Why something cannot be done with an import.

use crate::AppError;
use crate::import::ImportError;
use connect::MappingProblems;
use std::io;

/// Why something cannot be done with an import. Nothing was recorded but where it says so.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// No import has this number.
    #[error("there is no import {0}: it was removed, or never opened")]
    Unknown(u64),
    /// The import has no file of this name.
    #[error("the import has no file `{0}`")]
    UnknownFile(String),
    /// A name that no file can have here.
    #[error(
        "`{0}` cannot be the name of a file here: write 1 to 120 letters, digits, blanks, `.`, \
         `_`, `-`, `(` and `)`, and begin with no `.`"
    )]
    FileName(String),
    /// More files than one import takes.
    #[error("an import has at most {0} files: remove one, or open another import")]
    TooManyFiles(usize),
    /// More imports are open than are kept.
    #[error("{0} imports are open already: run or remove one of them first")]
    TooManyOpen(usize),
    /// A file that is too large.
    #[error(
        "the file has more than {bytes_max} bytes, or all files waiting to be imported together \
         have more than {all_bytes_max}: pack it with gzip, part it, or use `tandem import`"
    )]
    TooLarge {
        /// The most of one file, in bytes.
        bytes_max: u64,
        /// The most of all together, in bytes.
        all_bytes_max: u64,
    },
    /// The import runs, or was done.
    #[error("import {id} is {state}, so this cannot be done with it any more")]
    NotOpen {
        /// The import.
        id: u64,
        /// What became of it.
        state: &'static str,
    },
    /// An import that is not done, so that there is nothing to take back as a whole.
    #[error("import {id} is {state}: only one that is done is taken back, so run it to its end")]
    NotDone {
        /// The import.
        id: u64,
        /// What became of it.
        state: &'static str,
    },
    /// Another one runs.
    #[error("import {0} is running: wait until it is done, and run this one then")]
    Running(u64),
    /// No mapping was given yet.
    #[error("import {0} has no mapping yet: say what its columns mean first")]
    NoMapping(u64),
    /// No file was given yet.
    #[error("import {0} has no files yet: upload some first")]
    NoFiles(u64),
    /// The mapping cannot be read.
    #[error("{0}")]
    Mapping(MappingProblems),
    /// Nothing can be suggested for the files.
    #[error("{reason}; {help}")]
    NothingToSuggest {
        /// Why.
        reason: String,
        /// What to do.
        help: String,
    },
    /// The folder for uploads cannot be used.
    #[error("the folder for uploads cannot be used: {0}")]
    Folder(#[from] io::Error),
    /// The import itself.
    #[error(transparent)]
    Import(#[from] ImportError),
}

impl DeskError {
    /// The name of the refusal, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_import",
            Self::UnknownFile(_) => "unknown_file",
            Self::FileName(_) => "file_name",
            Self::TooManyFiles(_) => "too_many_files",
            Self::TooManyOpen(_) => "too_many_imports",
            Self::TooLarge { .. } => "file_too_large",
            Self::NotOpen { .. } => "import_not_open",
            Self::NotDone { .. } => "import_not_done",
            Self::Running(_) => "import_running",
            Self::NoMapping(_) => "no_mapping",
            Self::NoFiles(_) => "no_files",
            Self::Mapping(_) => "mapping_not_sound",
            Self::NothingToSuggest { .. } => "nothing_to_suggest",
            Self::Folder(_) => "folder",
            Self::Import(_) => "files_do_not_fit",
        }
    }
}

impl From<AppError> for DeskError {
    fn from(error: AppError) -> Self {
        Self::Import(error.into())
    }
}
