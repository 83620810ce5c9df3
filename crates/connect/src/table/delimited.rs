//! Text with a character between the cells.

use super::bounded::Bounded;
use super::delimiter;
use super::detect::into_text;
use super::encoding::Seen;
use super::error::FileProblem;
use super::input::Bytes;
use super::wanted::{Found, Wanted};
use super::{Opened, Place, Rows};
use crate::reject::OWN_COLUMNS;
use csv::ByteRecord;
use std::io::{self, Read};

type Failed = (u64, FileProblem);

struct Delimited {
    reader: csv::Reader<Bounded<Box<dyn Read + Send>>>,
    /// The first row, where it names no columns and is still to be given.
    pending: Option<ByteRecord>,
    /// How many lines stand before what the reader sees.
    skipped: u64,
    /// Whether lines end with a carriage return and a newline: then the newline is read, and
    /// counted, with the next record only.
    returns: bool,
}

pub(super) fn open(
    bytes: Bytes,
    sample: &[u8],
    seen: &Seen,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<Opened, Failed> {
    let first = |error: io::Error| (1, FileProblem::from(error));
    let skip = skipped(sample, wanted.skip);
    found.encoding = Some(seen.encoding);
    if seen.guessed {
        found.guesses.push(format!(
            "its letters are read as {0}: say `encoding = \"{0}\"` if that is right, or which",
            seen.encoding.name()
        ));
    }
    let delimiter = wanted.delimiter.unwrap_or_else(|| delimiter::guess(&sample[skip..]));
    found.delimiter = Some(delimiter);
    if wanted.delimiter.is_none() && delimiter != b',' {
        let shown = char::from(delimiter).escape_default();
        found.guesses.push(format!(
            "its cells are taken to be parted by `{shown}`: say `delimiter = \"{shown}\"` if that \
             is right, or which"
        ));
    }
    let mut input = into_text(bytes, seen).map_err(first)?;
    io::copy(&mut input.by_ref().take(skip as u64), &mut io::sink()).map_err(first)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(Bounded::new(input));
    let mut header = ByteRecord::new();
    let line = wanted.skip + 1;
    let any = reader.read_byte_record(&mut header).map_err(|error| (line, error.into()))?;
    reader.get_ref().begin_record();
    let returns = any && reader.position().line() <= 1 + newlines(&header);
    let (columns, pending) = match &wanted.columns {
        Some(names) if any && !is_header(&header, names) => (names.clone(), Some(header)),
        Some(names) if !any => (names.clone(), None),
        _ if !any => return Err((line, FileProblem::Empty)),
        _ => (names(&header, seen).map_err(|problem| (line, problem))?, None),
    };
    let rows = Delimited { reader, pending, skipped: wanted.skip, returns };
    Ok(Opened { columns, rows: Box::new(rows) })
}

/// How many bytes the lines before the header take.
fn skipped(sample: &[u8], lines: u64) -> usize {
    let mut ends = sample.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    match lines {
        0 => 0,
        lines => ends.nth(lines as usize - 1).map_or(sample.len(), |(at, _)| at + 1),
    }
}

/// Whether a row repeats the names of the columns, as a file of rejects does.
fn is_header(row: &ByteRecord, names: &[String]) -> bool {
    let own = OWN_COLUMNS.iter().map(|own| own.as_bytes());
    let wanted: Vec<&[u8]> = names.iter().map(String::as_bytes).chain(own).collect();
    row.iter().eq(wanted.iter().copied().take(names.len())) || row.iter().eq(wanted)
}

fn names(header: &ByteRecord, seen: &Seen) -> Result<Vec<String>, FileProblem> {
    let name = |cell: &[u8]| str::from_utf8(cell).map(|name| name.trim().to_owned());
    let encoding = || seen.encoding.name().to_owned();
    let names: Result<_, _> = header.iter().map(name).collect();
    names.map_err(|_| FileProblem::HeaderNotText { encoding: encoding() })
}

impl Rows for Delimited {
    fn next(&mut self, cells: &mut ByteRecord) -> Result<Option<Place>, Failed> {
        if let Some(first) = self.pending.take() {
            *cells = first;
            return Ok(Some(Place { line: self.skipped + 1, fault: None }));
        }
        self.reader.get_ref().begin_record();
        let before = self.reader.position().line() + u64::from(self.returns);
        let found = self.reader.read_byte_record(cells);
        // Counted from the end, since empty lines before a record are read with it.
        let after = self.reader.position().line() - u64::from(!self.returns);
        let line = self.skipped + before.max(after.saturating_sub(newlines(cells)));
        match found {
            Ok(true) => Ok(Some(Place { line, fault: None })),
            Ok(false) => Ok(None),
            Err(error) => Err((self.skipped + before, error.into())),
        }
    }
}

pub(crate) fn newlines(record: &ByteRecord) -> u64 {
    record.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64
}
