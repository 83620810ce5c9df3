//! One file, row by row.

mod bounded;
mod error;
mod header;
mod row;

pub use bounded::RECORD_BYTES_MAX;
pub use error::{FileError, FileProblem};

use crate::Intake;
use crate::key::{Fields, Ordinals};
use crate::mapping::{FileMapping, Mapping};
use crate::note::{NoteKind, Notes};
use crate::reject::{OWN_COLUMNS, Reject, RejectsWriter, WHOLE_ROW};
use bounded::Bounded;
use csv::ByteRecord;
use row::{RowFault, RowReader};
use std::collections::HashMap;
use std::io;

/// The largest cell, in bytes.
pub const CELL_BYTES_MAX: usize = 1 << 20;
/// The most rows of one file.
const ROWS_MAX: u64 = 50_000_000;

/// What became of a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Read {
    /// It could be read.
    Good(Intake),
    /// It could not.
    Rejected(Reject),
}

/// Reads one file through a mapping: an iterator over its rows.
///
/// Ends at its end, or at an error that makes the rest unreadable.
pub struct FileReading<'m, R: io::Read> {
    file: &'m FileMapping,
    reader: csv::Reader<Bounded<R>>,
    header: ByteRecord,
    record: ByteRecord,
    /// Where `_column` is, in a file of rejects.
    marked: Option<usize>,
    rows: RowReader<'m>,
    /// The line where each different row was first, by its hash.
    seen: HashMap<u64, u32>,
    count: u64,
    /// Whether lines end with a carriage return and a newline: then the newline is read, and
    /// counted, with the next record only.
    returns: bool,
    done: bool,
}

impl<'m, R: io::Read> FileReading<'m, R> {
    /// Opens a file: reads its header.
    ///
    /// # Errors
    /// When there is no header, it is not UTF-8, or it lacks a column of the mapping or has one
    /// twice.
    pub fn open(mapping: &'m Mapping, file: &'m FileMapping, input: R) -> Result<Self, FileError> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(file.delimiter)
            .from_reader(Bounded::new(input));
        let mut header = ByteRecord::new();
        let found = reader.read_byte_record(&mut header);
        let found = found.map_err(|error| FileError::of(file, 1, &error))?;
        if !found {
            return Err(FileError {
                path: file.path.clone(),
                line: 1,
                problem: FileProblem::Empty,
            });
        }
        let positions = header::positions(file, &header)?;
        reader.get_ref().begin_record();
        let returns = reader.position().line() <= 1 + newlines(&header);
        let marked = header.iter().position(|cell| cell == OWN_COLUMNS[1].as_bytes());
        Ok(Self {
            file,
            reader,
            header,
            record: ByteRecord::new(),
            marked,
            rows: RowReader {
                mapping,
                file,
                positions,
                ordinals: Ordinals::default(),
                notes: Notes::default(),
            },
            seen: HashMap::new(),
            count: 0,
            returns,
            done: false,
        })
    }

    /// A file of rejects with the columns of this one.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn rejects_to<W: io::Write>(&self, output: W) -> io::Result<RejectsWriter<W>> {
        RejectsWriter::new(output, &self.header, self.file.delimiter)
    }

    /// What is odd about the good rows so far.
    #[must_use]
    pub fn notes(&self) -> &Notes {
        &self.rows.notes
    }

    fn read(&mut self, line: u64) -> Read {
        match self.check().and_then(|()| self.rows.intake(&self.record, line)) {
            Ok(intake) => {
                self.note_repeated(line);
                Read::Good(intake)
            }
            Err(RowFault { column, reason, help }) => Read::Rejected(Reject {
                path: self.file.path.clone(),
                line,
                column,
                reason,
                help,
                record: self.record.clone(),
            }),
        }
    }

    /// Whether the cells are where they belong.
    fn check(&self) -> Result<(), RowFault> {
        let (fields, wanted) = (self.record.len(), self.header.len());
        let whole = |reason: String, help: &str| RowFault {
            column: Some(WHOLE_ROW.to_owned()),
            reason,
            help: help.to_owned(),
        };
        if fields != wanted {
            let lines = newlines(&self.record) + 1;
            let reason = format!("the row has {fields} fields, the header has {wanted}");
            return Err(match lines {
                1 => whole(reason, "put its cells into their columns and empty `_column`"),
                _ => whole(
                    format!("{reason}; the row goes over {lines} lines"),
                    "look for a quote that is not closed, split the rows and empty `_column`",
                ),
            });
        }
        if self.marked.and_then(|at| self.record.get(at)) == Some(WHOLE_ROW.as_bytes()) {
            let reason = "the row was rejected as a whole, and is not marked as corrected";
            return Err(whole(reason.to_owned(), "check its cells and empty `_column`"));
        }
        let name =
            |at: usize| self.header.get(at).map(|cell| String::from_utf8_lossy(cell).into_owned());
        for (at, cell) in self.record.iter().enumerate() {
            if cell.len() > CELL_BYTES_MAX {
                let reason = format!("the cell has {} bytes, more than 1 MiB", cell.len());
                let help = "shorten it".to_owned();
                return Err(RowFault { column: name(at), reason, help });
            }
        }
        Ok(())
    }

    fn note_repeated(&mut self, line: u64) {
        let is_own = |at: &usize| {
            self.header
                .get(*at)
                .is_some_and(|cell| OWN_COLUMNS.iter().any(|own| own.as_bytes() == cell))
        };
        let mut cells = Fields::new(&[]);
        for (at, cell) in self.record.iter().enumerate() {
            if !is_own(&at) {
                cells.add(cell);
            }
        }
        let short = u32::try_from(line).unwrap_or(u32::MAX);
        let first = *self.seen.entry(cells.finish()).or_insert(short);
        if first != short {
            let text = format!("as line {first}");
            self.rows.notes.add(NoteKind::RepeatedRow, line, text);
        }
    }
}

impl<R: io::Read> Iterator for FileReading<'_, R> {
    type Item = Result<Read, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        self.reader.get_ref().begin_record();
        let before = self.reader.position().line() + u64::from(self.returns);
        let found = self.reader.read_byte_record(&mut self.record);
        // Counted from the end, since empty lines before a record are read with it.
        let after = self.reader.position().line() - u64::from(!self.returns);
        let line = before.max(after.saturating_sub(newlines(&self.record)));
        let end = match found {
            Ok(true) if self.count < ROWS_MAX => {
                self.count += 1;
                return Some(Ok(self.read(line)));
            }
            Ok(true) => {
                let path = self.file.path.clone();
                Some(Err(FileError { path, line, problem: FileProblem::TooManyRows }))
            }
            Ok(false) => None,
            Err(error) => Some(Err(FileError::of(self.file, before, &error))),
        };
        self.done = true;
        end
    }
}

fn newlines(record: &ByteRecord) -> u64 {
    record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64
}
