//! JSON lines, and JSON documents with a list of objects.
//!
//! The columns are every dotted path of every row: the file is read once for them before its rows
//! are.

use super::bounded::RECORD_BYTES_MAX;
use super::detect::{into_text, text_again};
use super::encoding::Seen;
use super::error::FileProblem;
use super::flatten::flatten;
use super::input::Bytes;
use super::items::{Items, Shape};
use super::wanted::{Found, Wanted};
use super::{COLUMNS_MAX, Opened, Place, Rows};
use csv::ByteRecord;
use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read};

type Failed = (u64, FileProblem);

/// Texts of objects, one after the other.
trait Objects: Send {
    /// Cuts out the next; its line or its number, or none at the end.
    fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<u64>, Failed>;
}

/// The columns seen so far, with their places.
#[derive(Default)]
struct Columns {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

struct Json {
    objects: Box<dyn Objects>,
    places: HashMap<String, usize>,
    text: Vec<u8>,
    cells: Vec<Option<String>>,
}

pub(super) fn open_lines(
    mut bytes: Bytes,
    seen: &Seen,
    found: &mut Found,
) -> Result<Opened, Failed> {
    let first = |error: io::Error| (1, error.into());
    found.encoding = Some(seen.encoding);
    let columns = columns(&mut Lines::new(text_again(&mut bytes, seen).map_err(first)?))?;
    let objects = Lines::new(into_text(bytes, seen).map_err(first)?);
    Ok(opened(columns, Box::new(objects)))
}

pub(super) fn open_document(
    mut bytes: Bytes,
    seen: &Seen,
    wanted: &Wanted,
    found: &mut Found,
) -> Result<Opened, Failed> {
    let first = |error: io::Error| (1, error.into());
    found.encoding = Some(seen.encoding);
    let shape = Items::new(text_again(&mut bytes, seen).map_err(first)?).shape();
    let shape = match (shape.map_err(|problem| (1, problem))?, &wanted.records) {
        (Ok(Shape::Within(_)) | Err(_), Some(path)) => Shape::Within(path.clone()),
        // Where there is no list, a path may lead deeper; a corrected reject stands alone.
        (Ok(Shape::Alone), Some(path)) if leads(&mut bytes, seen, path) => {
            Shape::Within(path.clone())
        }
        (Ok(shape), _) => shape,
        (Err(lists), None) => {
            let what = format!("the JSON document has several lists: {}", lists.join(", "));
            let help = format!("say which: `records = \"{}\"`", lists[0]);
            return Err((1, FileProblem::unreadable(what, help)));
        }
    };
    if let Shape::Within(path) = &shape {
        found.records = Some(path.clone());
        if wanted.records.is_none() {
            found.guesses.push(format!(
                "its rows are taken from the list `{path}`: say `records = \"{path}\"` if that is \
                 right"
            ));
        }
    }
    let again = text_again(&mut bytes, seen).map_err(first)?;
    let columns = columns(&mut Document::new(again, &shape)?)?;
    let objects = Document::new(into_text(bytes, seen).map_err(first)?, &shape)?;
    Ok(opened(columns, Box::new(objects)))
}

fn leads(bytes: &mut Bytes, seen: &Seen, path: &str) -> bool {
    text_again(bytes, seen).is_ok_and(|text| Items::new(text).enter(Some(path)).is_ok())
}

/// Every path of every object; what is no object is told when the rows are read.
fn columns(objects: &mut dyn Objects) -> Result<Columns, Failed> {
    let mut columns = Columns::default();
    let mut text = Vec::new();
    while let Some(line) = objects.next(&mut text)? {
        let _ = flatten(&text, &mut |path, _| {
            if !columns.places.contains_key(path) {
                columns.places.insert(path.to_owned(), columns.names.len());
                columns.names.push(path.to_owned());
            }
            Ok(())
        });
        if columns.names.len() > COLUMNS_MAX {
            return Err((line, FileProblem::TooManyColumns { max: COLUMNS_MAX }));
        }
    }
    match columns.names.is_empty() {
        true => {
            let help = "write one object in each line, or a list of objects";
            Err((1, FileProblem::unreadable("the file has no JSON object", help)))
        }
        false => Ok(columns),
    }
}

fn opened(columns: Columns, objects: Box<dyn Objects>) -> Opened {
    let Columns { names, places } = columns;
    let rows = Json { objects, places, text: Vec::new(), cells: Vec::new() };
    Opened { columns: names, rows: Box::new(rows) }
}

impl Rows for Json {
    fn next(&mut self, cells: &mut ByteRecord) -> Result<Option<Place>, Failed> {
        let Some(line) = self.objects.next(&mut self.text)? else { return Ok(None) };
        self.cells.clear();
        self.cells.resize(self.places.len(), None);
        let (places, found) = (&self.places, &mut self.cells);
        let read = flatten(&self.text, &mut |path, text| {
            // A row that cannot be read to its end has added no columns.
            let Some(cell) = places.get(path).and_then(|at| found.get_mut(*at)) else {
                return Ok(());
            };
            match cell.replace(text.to_owned()) {
                None => Ok(()),
                Some(_) => Err(format!("`{path}` is there twice")),
            }
        });
        cells.clear();
        self.cells
            .iter()
            .for_each(|cell| cells.push_field(cell.as_deref().unwrap_or_default().as_bytes()));
        let fault = read.err().map(|reason| {
            let help = "put the corrected object in its place, as one line";
            (reason, help.to_owned())
        });
        Ok(Some(Place { line, fault }))
    }

    fn original(&self) -> Option<&[u8]> {
        Some(&self.text)
    }
}

/// One object in each line.
struct Lines<R> {
    input: BufReader<R>,
    line: u64,
}

impl<R: Read> Lines<R> {
    fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(64 << 10, input), line: 0 }
    }
}

impl<R: Read + Send> Objects for Lines<R> {
    fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<u64>, Failed> {
        loop {
            text.clear();
            self.line += 1;
            let mut line = self.input.by_ref().take(RECORD_BYTES_MAX + 1);
            let count = line.read_until(b'\n', text).map_err(|error| (self.line, error.into()))?;
            if count as u64 > RECORD_BYTES_MAX {
                return Err((self.line, FileProblem::RecordTooLarge));
            }
            if count == 0 {
                return Ok(None);
            }
            text.truncate(text.trim_ascii_end().len());
            if !text.is_empty() {
                return Ok(Some(self.line));
            }
        }
    }
}

/// The items of a list, or one object.
struct Document<R> {
    items: Items<R>,
    alone: bool,
    count: u64,
}

impl<R: Read> Document<R> {
    fn new(input: R, shape: &Shape) -> Result<Self, Failed> {
        let mut items = Items::new(input);
        let entered = match shape {
            Shape::List => items.enter(None),
            Shape::Within(path) => items.enter(Some(path)),
            Shape::Alone => Ok(()),
        };
        entered.map_err(|problem| (1, problem))?;
        Ok(Self { items, alone: *shape == Shape::Alone, count: 0 })
    }
}

impl<R: Read + Send> Objects for Document<R> {
    fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<u64>, Failed> {
        text.clear();
        self.count += 1;
        let found = match self.alone {
            true => self.items.alone(text),
            false => self.items.item(Some(text)),
        };
        Ok(found.map_err(|problem| (self.count, problem))?.then_some(self.count))
    }
}
