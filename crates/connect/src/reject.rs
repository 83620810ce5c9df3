//! Rows that could not be read, handed back as a file to correct and import again.

use crate::table::{Format, Found, Table, Unit};
use csv::ByteRecord;
use serde_json::{Map, Value, json};
use std::fmt;
use std::io;

/// A row that could not be read. Nothing of it is taken.
#[derive(Clone, PartialEq, Debug)]
pub struct Reject {
    /// The file.
    pub path: String,
    /// What `line` counts.
    pub unit: Unit,
    /// The line where the row begins, from 1, or the row, the item, the event.
    pub line: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub help: String,
    pub(crate) original: Original,
}

/// A rejected row as its file has it.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Original {
    Cells(ByteRecord),
    /// The text of an object, as far as it is one.
    Json(Vec<u8>),
}

impl Original {
    /// The row that a table read last.
    pub(crate) fn of(table: &Table) -> Self {
        match table.original() {
            Some(text) => Self::Json(text.to_vec()),
            None => Self::Cells(table.cells().clone()),
        }
    }
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, {} {}", self.path, self.unit, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {}; {}", self.reason, self.help)
    }
}

/// The columns that a file of rejects has besides those of its original.
pub(crate) const OWN_COLUMNS: [&str; 3] = ["_line", "_column", "_reason"];
/// Where a line that is no JSON object is kept.
const TEXT: &str = "_text";
/// Stands in `_column` where the cells themselves are out of place.
pub(crate) const WHOLE_ROW: &str = "(all)";

/// What the rejects of a file are called.
pub(crate) fn file_name(path: &str, found: &Found) -> String {
    let plain = match found.gzip {
        true => path.strip_suffix(".gz").unwrap_or(path),
        false => path,
    };
    match found.format {
        Format::Delimited | Format::Json | Format::JsonLines => plain.to_owned(),
        Format::Xlsx | Format::Xes | Format::Parquet => format!("{plain}.csv"),
    }
}

/// Writes rejects of one file: the original columns, then `_line`, `_column` and `_reason`.
///
/// Rejects of JSON are JSON lines with these three as further keys; all others are CSV. In a folder
/// of its own, the file can be imported with the same mapping once its rows are corrected. Fields
/// beyond the header's follow after `_reason`.
pub struct RejectsWriter<W: io::Write>(Writer<W>);

enum Writer<W: io::Write> {
    Csv { writer: Box<csv::Writer<W>>, own: Vec<usize>, width: usize },
    Json(W),
}

impl<W: io::Write> RejectsWriter<W> {
    /// Writes the header; see [`FileReading::rejects_to`](crate::FileReading::rejects_to).
    pub(crate) fn new(output: W, columns: &[String], found: &Found) -> io::Result<Self> {
        if matches!(found.format, Format::Json | Format::JsonLines) {
            return Ok(Self(Writer::Json(output)));
        }
        let mut writer = csv::WriterBuilder::new();
        let writer = writer.flexible(true).delimiter(found.delimiter.unwrap_or(b','));
        let mut writer = Box::new(writer.from_writer(output));
        let is_own = |name: &&String| OWN_COLUMNS.contains(&name.as_str());
        let own: Vec<usize> =
            (0..columns.len()).filter(|at| columns.get(*at).as_ref().is_some_and(is_own)).collect();
        let header: ByteRecord = columns.iter().map(String::as_bytes).collect();
        let names = OWN_COLUMNS.map(str::as_bytes);
        writer.write_byte_record(&row(&header, &own, columns.len(), names))?;
        Ok(Self(Writer::Csv { writer, own, width: columns.len() }))
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, reject: &Reject) -> io::Result<()> {
        let line = reject.line.to_string();
        let column = reject.column.as_deref().unwrap_or_default();
        let reason = format!("{}; {}", reject.reason, reject.help);
        match (&mut self.0, &reject.original) {
            (Writer::Csv { writer, own, width }, Original::Cells(cells)) => {
                let added = [line.as_bytes(), column.as_bytes(), reason.as_bytes()];
                writer.write_byte_record(&row(cells, own, *width, added))?;
                Ok(())
            }
            (Writer::Json(output), Original::Json(text)) => {
                let mut object = object(text);
                let own = OWN_COLUMNS.into_iter();
                for (key, value) in own.zip([json!(reject.line), json!(column), json!(reason)]) {
                    object.insert(key.to_owned(), value);
                }
                serde_json::to_writer(&mut *output, &Value::Object(object))?;
                output.write_all(b"\n")
            }
            _ => Err(io::Error::other("the reject is of a file of another format")),
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<()> {
        match self.0 {
            Writer::Csv { mut writer, .. } => writer.flush(),
            Writer::Json(mut output) => output.flush(),
        }
    }
}

/// The object, or one that keeps the text where there is none.
fn object(text: &[u8]) -> Map<String, Value> {
    serde_json::from_slice(text).unwrap_or_else(|_| {
        let text = String::from_utf8_lossy(text).into_owned();
        Map::from_iter([(TEXT.to_owned(), Value::String(text))])
    })
}

/// A row with the cells that rejects add.
fn row(cells: &ByteRecord, own: &[usize], width: usize, added: [&[u8]; 3]) -> ByteRecord {
    let mut row = ByteRecord::new();
    for index in (0..width).filter(|index| !own.contains(index)) {
        row.push_field(cells.get(index).unwrap_or_default());
    }
    added.into_iter().for_each(|cell| row.push_field(cell));
    cells.iter().skip(width).for_each(|cell| row.push_field(cell));
    row
}
