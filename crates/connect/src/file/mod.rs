//! One file, row by row.

mod header;
mod lookup;
mod row;

pub use lookup::{JOINED_ROWS_MAX, Opener};

use crate::Intake;
use crate::key::{Fields, Ordinals};
use crate::mapping::{FileMapping, Mapping};
use crate::note::{NoteKind, Notes};
use crate::reject::{OWN_COLUMNS, Original, Reject, RejectsWriter, WHOLE_ROW};
use crate::table::{FileError, FileProblem, Input, Table, Unit};
use csv::ByteRecord;
use facts::Instant;
use lookup::Lookup;
use row::{RowFault, RowReader};
use std::collections::HashMap;
use std::io;

/// The largest cell, in bytes.
pub const CELL_BYTES_MAX: usize = 1 << 20;

/// What became of a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Read {
    /// It could be read.
    Good(Intake),
    /// It could not.
    Rejected(Reject),
    /// The mapping leaves it out.
    LeftOut,
}

/// What is around a file: the others of its folder, and when all were exported.
pub struct Surroundings<'a> {
    /// When the files were exported, where it was said.
    pub as_of: Option<Instant>,
    /// Opens another file of the folder.
    pub open: Opener<'a>,
}

/// Reads one file through a mapping: an iterator over its rows.
///
/// Ends at its end, or at an error that makes the rest unreadable.
pub struct FileReading<'m> {
    file: &'m FileMapping,
    table: Table,
    lookups: Vec<Lookup<'m>>,
    /// The cells of a row and of what is joined to it, where something is.
    joined: ByteRecord,
    /// Where `_column` is, in a file of rejects.
    marked: Option<usize>,
    rows: RowReader<'m>,
    /// The line where each different row was first, by its hash.
    seen: HashMap<u64, u32>,
}

impl<'m> FileReading<'m> {
    /// Opens a file: finds out how it is written, and reads the names of its columns.
    ///
    /// # Errors
    /// When it is of no format that is read, names no columns, or lacks a column of the mapping or
    /// has one twice; when the mapping joins other files to it, or dates it by its export.
    pub fn open(
        mapping: &'m Mapping,
        file: &'m FileMapping,
        input: impl Input + 'static,
    ) -> Result<Self, FileError> {
        let nowhere = |path: &str| Err(unreadable(path, "there is no folder to join it from", ""));
        Self::open_among(
            mapping,
            file,
            Box::new(input),
            &Surroundings { as_of: None, open: &nowhere },
        )
    }

    /// Opens a file beside others.
    ///
    /// # Errors
    /// As [`FileReading::open`], and when a joined file cannot be read.
    pub fn open_among(
        mapping: &'m Mapping,
        file: &'m FileMapping,
        input: Box<dyn Input>,
        surroundings: &Surroundings<'_>,
    ) -> Result<Self, FileError> {
        if surroundings.as_of.is_none() && file.is_dated_by_export() {
            let what = "the mapping dates it by its export";
            return Err(unreadable(&file.path, what, "say when it was exported"));
        }
        let table = Table::open(&file.path, input, &file.wanted)?;
        let mut notes = Notes::default();
        let lookups = lookup::read_all(file, surroundings.open, &mut notes)?;
        let positions = header::positions(file, &table, &lookups)?;
        let marked = table.columns().iter().position(|name| name == OWN_COLUMNS[1]);
        let encoding = table.found().encoding.map_or("UTF-8", |encoding| encoding.name());
        let rows = RowReader {
            mapping,
            file,
            encoding,
            as_of: surroundings.as_of,
            positions,
            ordinals: Ordinals::default(),
            notes,
        };
        let joined = ByteRecord::new();
        Ok(Self { file, table, lookups, joined, marked, rows, seen: HashMap::new() })
    }

    /// A file of rejects with the columns of this one: JSON lines for JSON, else CSV.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn rejects_to<W: io::Write>(&self, output: W) -> io::Result<RejectsWriter<W>> {
        RejectsWriter::new(output, self.table.columns(), self.table.found())
    }

    /// What the file of rejects is called: the name of the original, without `.gz`, and with
    /// `.csv` after it where the original is no CSV or JSON.
    #[must_use]
    pub fn rejects_name(&self) -> String {
        crate::reject::file_name(&self.file.path, self.table.found())
    }

    /// What is odd about the good rows so far.
    #[must_use]
    pub fn notes(&self) -> &Notes {
        &self.rows.notes
    }

    /// The file as a table: how it is written, and how far it is read.
    #[must_use]
    pub fn table(&self) -> &Table {
        &self.table
    }

    fn read(&mut self, line: u64, fault: Option<(String, String)>) -> Read {
        let sound = match fault {
            Some((reason, help)) => {
                Err(RowFault { column: Some(WHOLE_ROW.to_owned()), reason, help })
            }
            None => self.check(),
        };
        match sound.and_then(|()| self.intake(line)) {
            Ok(Some(intake)) => {
                self.note_repeated(line);
                Read::Good(intake)
            }
            Ok(None) => Read::LeftOut,
            Err(RowFault { column, reason, help }) => Read::Rejected(Reject {
                path: self.file.path.clone(),
                unit: self.table.found().format.unit(),
                line,
                column,
                reason,
                help,
                original: Original::of(&self.table),
            }),
        }
    }

    fn intake(&mut self, line: u64) -> Result<Option<Intake>, RowFault> {
        if self.lookups.is_empty() {
            return self.rows.intake(self.table.cells(), Vec::new(), line);
        }
        self.joined.clone_from(self.table.cells());
        let mut notes = Vec::new();
        for lookup in &mut self.lookups {
            lookup.add(&self.rows, &mut self.joined, &mut notes)?;
        }
        self.rows.intake(&self.joined, notes, line)
    }

    /// Whether the cells are where they belong.
    fn check(&self) -> Result<(), RowFault> {
        let record = self.table.cells();
        let (fields, wanted) = (record.len(), self.table.columns().len());
        let whole = |reason: String, help: &str| RowFault {
            column: Some(WHOLE_ROW.to_owned()),
            reason,
            help: help.to_owned(),
        };
        if fields != wanted {
            let lines = newlines(record) + 1;
            let reason = format!("the row has {fields} fields, the header has {wanted}");
            return Err(match lines {
                1 => whole(reason, "put its cells into their columns and empty `_column`"),
                _ => whole(
                    format!("{reason}; the row goes over {lines} lines"),
                    "look for a quote that is not closed, split the rows and empty `_column`",
                ),
            });
        }
        if self.marked.and_then(|at| record.get(at)) == Some(WHOLE_ROW.as_bytes()) {
            let reason = "the row was rejected as a whole, and is not marked as corrected";
            return Err(whole(reason.to_owned(), "check its cells and empty `_column`"));
        }
        let name = |at: usize| self.table.columns().get(at).cloned();
        for (at, cell) in record.iter().enumerate() {
            if cell.len() > CELL_BYTES_MAX {
                let reason = format!("the cell has {} bytes, more than 1 MiB", cell.len());
                let help = "shorten it".to_owned();
                return Err(RowFault { column: name(at), reason, help });
            }
        }
        Ok(())
    }

    fn note_repeated(&mut self, line: u64) {
        let columns = self.table.columns();
        let is_own =
            |at: &usize| columns.get(*at).is_some_and(|name| OWN_COLUMNS.contains(&&**name));
        let mut cells = Fields::new(&[]);
        for (at, cell) in self.table.cells().iter().enumerate() {
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

impl Iterator for FileReading<'_> {
    type Item = Result<Read, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.table.advance() {
            Ok(Some(place)) => Some(Ok(self.read(place.line, place.fault))),
            Ok(None) => {
                for lookup in std::mem::take(&mut self.lookups) {
                    lookup.note_unused(&mut self.rows.notes);
                }
                None
            }
            Err(error) => Some(Err(error)),
        }
    }
}

fn unreadable(path: &str, what: &str, help: &str) -> FileError {
    let problem = FileProblem::Unreadable { what: what.to_owned(), help: help.to_owned() };
    FileError { path: path.to_owned(), unit: Unit::Line, line: 1, problem }
}

fn newlines(record: &ByteRecord) -> u64 {
    record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64
}
