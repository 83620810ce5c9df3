//! A file as named columns and rows of cells, whatever its format.
//!
//! The format is told by the content first and by the name second; encoding and delimiter are
//! found out where nobody says them. What had to be guessed is in [`Found::guesses`].

mod bounded;
mod delimited;
mod delimiter;
mod detect;
mod encoding;
mod error;
mod flatten;
mod handed;
mod input;
mod items;
mod json;
#[cfg(feature = "parquet")]
mod parquet;
mod wanted;
mod xes;
mod xlsx;

pub use bounded::RECORD_BYTES_MAX;
pub use encoding::TextEncoding;
pub use error::{FileError, FileProblem};
pub use input::Input;
pub use wanted::{Format, Found, Unit, Wanted};

use csv::ByteRecord;
use std::borrow::Cow;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The most columns of a file.
pub const COLUMNS_MAX: usize = 10_000;
/// The most rows of one file.
const ROWS_MAX: u64 = 50_000_000;

/// A file under reading: its columns, then row after row.
///
/// In memory are one row of at most 8 MiB, and of a workbook the texts that its cells share.
pub struct Table {
    path: String,
    columns: Vec<String>,
    found: Found,
    rows: Box<dyn Rows>,
    record: ByteRecord,
    count: u64,
    last: u64,
    done: bool,
    bytes_read: Arc<AtomicU64>,
    bytes: u64,
}

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'t> {
    /// Its line, row, item or event, from 1.
    pub line: u64,
    cells: &'t ByteRecord,
}

impl<'t> Row<'t> {
    /// A cell's text; empty where the row is too short; with replacement characters where it is
    /// not text of the file's encoding.
    #[must_use]
    pub fn text(&self, column: usize) -> Cow<'t, str> {
        String::from_utf8_lossy(self.cells.get(column).unwrap_or_default())
    }

    /// How many cells the row has; other than there are columns where a line is broken.
    #[must_use]
    pub fn width(&self) -> usize {
        self.cells.len()
    }
}

/// Where a row stands, and why it cannot be read as one where it cannot.
pub(crate) struct Place {
    pub(crate) line: u64,
    pub(crate) fault: Option<(String, String)>,
}

/// The rows of one format.
pub(crate) trait Rows: Send {
    /// Reads the next row; on an error, `line` is where.
    fn next(&mut self, cells: &mut ByteRecord) -> Result<Option<Place>, (u64, FileProblem)>;

    /// The row as the file has it, where rejects are handed back in the file's own format.
    fn original(&self) -> Option<&[u8]> {
        None
    }
}

/// A format's columns and rows, when it is opened.
pub(super) struct Opened {
    pub(super) columns: Vec<String>,
    pub(super) rows: Box<dyn Rows>,
}

impl Table {
    /// Opens the file at a path.
    ///
    /// # Errors
    /// When it cannot be opened, is of no format that is read, or names no columns.
    pub fn open_path(path: &Path, wanted: &Wanted) -> Result<Self, FileError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let problem = |error: std::io::Error| FileProblem::Io(error.to_string());
        let file = File::open(path).map_err(problem);
        match file {
            Ok(file) => Self::open(&name, Box::new(file), wanted),
            Err(problem) => {
                Err(FileError { path: name.into_owned(), unit: Unit::Line, line: 1, problem })
            }
        }
    }

    /// Opens a file of which `name` is what it is called.
    ///
    /// # Errors
    /// When it is of no format that is read, or names no columns.
    pub fn open(name: &str, input: Box<dyn Input>, wanted: &Wanted) -> Result<Self, FileError> {
        detect::open(name, input, wanted).map_err(|(unit, line, problem)| FileError {
            path: name.to_owned(),
            unit,
            line,
            problem,
        })
    }

    /// The names of the columns, without blanks around them.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// How the file is written, and what of that is a guess.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// How many bytes of the file were read, of how many; packed as they are.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        (self.bytes_read.load(Ordering::Relaxed).min(self.bytes), self.bytes)
    }

    /// The next row; none at the end.
    ///
    /// # Errors
    /// When the rest of the file cannot be read; then there are no further rows.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, FileError> {
        let place = self.advance()?;
        Ok(place.map(|place| Row { line: place.line, cells: &self.record }))
    }

    /// Reads the next row, whose cells are in [`Table::cells`] then.
    pub(crate) fn advance(&mut self) -> Result<Option<Place>, FileError> {
        if self.done {
            return Ok(None);
        }
        let found = self.rows.next(&mut self.record).and_then(|place| match place {
            Some(place) if self.count >= ROWS_MAX => Err((place.line, FileProblem::TooManyRows)),
            place => Ok(place),
        });
        match found {
            Ok(Some(place)) => {
                self.count += 1;
                self.last = place.line;
                Ok(Some(place))
            }
            Ok(None) => {
                self.done = true;
                Ok(None)
            }
            Err((line, problem)) => {
                self.done = true;
                Err(FileError {
                    path: self.path.clone(),
                    unit: self.found.format.unit(),
                    line,
                    problem,
                })
            }
        }
    }

    /// The cells of the row read last.
    pub(crate) fn cells(&self) -> &ByteRecord {
        &self.record
    }

    /// The row read last as the file has it, for formats whose rejects keep it.
    pub(crate) fn original(&self) -> Option<&[u8]> {
        self.rows.original()
    }
}
