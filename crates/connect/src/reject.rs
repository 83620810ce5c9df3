//! Rows that could not be read, handed back as a file to correct and import again.

use csv::ByteRecord;
use std::fmt;
use std::io;

/// A row that could not be read. Nothing of it is taken.
#[derive(Clone, PartialEq, Debug)]
pub struct Reject {
    /// The file.
    pub path: String,
    /// The line where the row begins, from 1.
    pub line: u64,
    /// The column at fault, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub help: String,
    pub(crate) record: ByteRecord,
}

impl fmt::Display for Reject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.path, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column `{column}`")?;
        }
        write!(f, ": {}; {}", self.reason, self.help)
    }
}

/// The columns that a file of rejects has besides those of its original.
pub(crate) const OWN_COLUMNS: [&str; 3] = ["_line", "_column", "_reason"];
/// Stands in `_column` where the cells themselves are out of place.
pub(crate) const WHOLE_ROW: &str = "(all)";

/// Writes rejects of one file: the original columns, then `_line`, `_column` and `_reason`.
///
/// With the original's name in a folder of its own, the file can be imported with the same
/// mapping once its rows are corrected. Fields beyond the header's follow after `_reason`.
pub struct RejectsWriter<W: io::Write> {
    writer: csv::Writer<W>,
    own: Vec<usize>,
    width: usize,
}

impl<W: io::Write> RejectsWriter<W> {
    /// Writes the header; see [`FileReading::rejects_to`](crate::FileReading::rejects_to).
    pub(crate) fn new(output: W, header: &ByteRecord, delimiter: u8) -> io::Result<Self> {
        let mut writer = csv::WriterBuilder::new();
        let writer = writer.flexible(true).delimiter(delimiter);
        let is_own = |cell: &[u8]| OWN_COLUMNS.iter().any(|own| own.as_bytes() == cell);
        let own = header.iter().enumerate().filter(|(_, cell)| is_own(cell));
        let own = own.map(|(index, _)| index).collect();
        let mut rejects = Self { writer: writer.from_writer(output), own, width: header.len() };
        let names = OWN_COLUMNS.map(str::as_bytes);
        rejects.write_row(header, names)?;
        Ok(rejects)
    }

    /// Writes one row.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, reject: &Reject) -> io::Result<()> {
        let line = reject.line.to_string();
        let column = reject.column.as_deref().unwrap_or_default();
        let reason = format!("{}; {}", reject.reason, reject.help);
        self.write_row(&reject.record, [line.as_bytes(), column.as_bytes(), reason.as_bytes()])
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.writer.flush()
    }

    fn write_row(&mut self, record: &ByteRecord, added: [&[u8]; 3]) -> io::Result<()> {
        let mut row = ByteRecord::new();
        for index in (0..self.width).filter(|index| !self.own.contains(index)) {
            row.push_field(record.get(index).unwrap_or_default());
        }
        added.into_iter().for_each(|cell| row.push_field(cell));
        record.iter().skip(self.width).for_each(|cell| row.push_field(cell));
        self.writer.write_byte_record(&row).map_err(io::Error::from)
    }
}
