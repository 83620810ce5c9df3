//! How a file is written: what is said of it, and what was found.

use super::encoding::TextEncoding;
use std::fmt;

/// A format of files.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Format {
    /// Text with a character between the cells: CSV, TSV.
    Delimited,
    /// A sheet of an Excel workbook.
    Xlsx,
    /// One JSON object in each line.
    JsonLines,
    /// A JSON document with a list of objects.
    Json,
    /// An event log as XML (IEEE 1849): one row for each event.
    Xes,
    /// Apache Parquet.
    Parquet,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Delimited, Self::Xlsx, Self::JsonLines, Self::Json, Self::Xes, Self::Parquet];

    /// The format's word, as in mappings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Delimited => "csv",
            Self::Xlsx => "xlsx",
            Self::JsonLines => "jsonl",
            Self::Json => "json",
            Self::Xes => "xes",
            Self::Parquet => "parquet",
        }
    }

    /// The inverse of [`Format::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// What its rows are counted in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Delimited | Self::JsonLines => Unit::Line,
            Self::Xlsx | Self::Parquet => Unit::Row,
            Self::Json => Unit::Item,
            Self::Xes => Unit::Event,
        }
    }
}

/// What the rows of a file are counted in, from 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Unit {
    /// Lines of text, the header and empty lines included.
    #[default]
    Line,
    /// Rows as a spreadsheet counts them.
    Row,
    /// Items of a list.
    Item,
    /// Events, over all cases.
    Event,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Line => "line",
            Self::Row => "row",
            Self::Item => "item",
            Self::Event => "event",
        })
    }
}

/// What is said of how a file is written; what is not said is found out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Wanted {
    /// Its format.
    pub format: Option<Format>,
    /// The character between cells.
    pub delimiter: Option<u8>,
    /// The encoding of its text.
    pub encoding: Option<TextEncoding>,
    /// The sheet of a workbook; else the first.
    pub sheet: Option<String>,
    /// Where a JSON document has its list, `data.items`.
    pub records: Option<String>,
    /// The names of the columns where no row names them.
    pub columns: Option<Vec<String>>,
    /// How many lines or rows stand before the header.
    pub skip: u64,
}

/// How a file is written, as it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its format.
    pub format: Format,
    /// Whether it is packed with gzip.
    pub gzip: bool,
    /// The encoding of its text, for formats that leave a choice.
    pub encoding: Option<TextEncoding>,
    /// The character between cells, where there is one.
    pub delimiter: Option<u8>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Where a JSON document has its list.
    pub records: Option<String>,
    /// What nobody said and the file does not tell for certain, in sentences that say how to say
    /// it.
    pub guesses: Vec<String>,
}
