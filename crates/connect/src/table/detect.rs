//! Which format a file is of: by its content first, by its name second.

use super::encoding::{self, Seen, Transcoded};
use super::error::FileProblem;
use super::input::{Bytes, Input};
use super::wanted::{Format, Found, Unit, Wanted};
use super::{Opened, Table, delimited, json, xes, xlsx};
use csv::ByteRecord;
use std::io::Read;

type Failed = (Unit, u64, FileProblem);

pub(super) fn open(name: &str, input: Box<dyn Input>, wanted: &Wanted) -> Result<Table, Failed> {
    let first = |problem: FileProblem| (Unit::Line, 1, problem);
    let mut bytes = Bytes::new(input).map_err(|error| first(error.into()))?;
    let (sample, whole) = bytes.sample().map_err(|error| first(error.into()))?;
    let seen = encoding::look(&sample, whole, wanted.encoding);
    let text = decoded(&sample, &seen);
    let format = match wanted.format {
        Some(format) => format,
        None => format(name, &sample, &text, whole).map_err(first)?,
    };
    let mut found = Found {
        format,
        gzip: bytes.is_packed(),
        encoding: None,
        delimiter: None,
        sheet: None,
        records: None,
        guesses: Vec::new(),
    };
    let (bytes_read, total) = (bytes.read(), bytes.total());
    let failed = |(line, problem)| (format.unit(), line, problem);
    let opened = match format {
        Format::Delimited => delimited::open(bytes, &text, &seen, wanted, &mut found),
        Format::JsonLines => json::open_lines(bytes, &seen, &mut found),
        Format::Json => json::open_document(bytes, &seen, wanted, &mut found),
        Format::Xes => xes::open(bytes),
        Format::Xlsx => xlsx::open(bytes, wanted, &mut found),
        #[cfg(feature = "parquet")]
        Format::Parquet => super::parquet::open(bytes),
        #[cfg(not(feature = "parquet"))]
        Format::Parquet => Err((
            1,
            FileProblem::unreadable(
                "this is a Parquet file, and this Tandem was built without the feature `parquet`",
                "save it as CSV, or build Tandem with `--features parquet`",
            ),
        )),
    };
    let Opened { columns, rows } = opened.map_err(failed)?;
    if columns.len() > super::COLUMNS_MAX {
        let max = super::COLUMNS_MAX;
        return Err(failed((1, FileProblem::TooManyColumns { max })));
    }
    Ok(Table {
        path: name.to_owned(),
        columns,
        found,
        rows,
        record: ByteRecord::new(),
        count: 0,
        last: 0,
        done: false,
        bytes_read,
        bytes: total,
    })
}

/// The beginning as UTF-8.
fn decoded(sample: &[u8], seen: &Seen) -> Vec<u8> {
    let sample = sample.get(seen.mark..).unwrap_or_default();
    if seen.encoding.is_utf8() {
        return sample.to_vec();
    }
    let mut text = Vec::new();
    // Reading from memory does not fail.
    let _ = Transcoded::new(sample, seen.encoding).read_to_end(&mut text);
    text
}

/// The whole file as UTF-8, without a mark.
pub(super) fn into_text(bytes: Bytes, seen: &Seen) -> std::io::Result<Box<dyn Read + Send>> {
    let mut reader = bytes.into_reader()?;
    std::io::copy(&mut reader.by_ref().take(seen.mark as u64), &mut std::io::sink())?;
    Ok(match seen.encoding.is_utf8() {
        true => reader,
        false => Box::new(Transcoded::new(reader, seen.encoding)),
    })
}

/// The whole file as UTF-8, without a mark; it can be read again.
pub(super) fn text_again<'b>(
    bytes: &'b mut Bytes,
    seen: &Seen,
) -> std::io::Result<Box<dyn Read + Send + 'b>> {
    let mut reader = bytes.again()?;
    std::io::copy(&mut reader.by_ref().take(seen.mark as u64), &mut std::io::sink())?;
    Ok(match seen.encoding.is_utf8() {
        true => reader,
        false => Box::new(Transcoded::new(reader, seen.encoding)),
    })
}

fn format(name: &str, sample: &[u8], text: &[u8], whole: bool) -> Result<Format, FileProblem> {
    let refused = |what: &str, help: &str| Err(FileProblem::unreadable(what, help));
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    if sample.starts_with(b"PAR1") {
        return Ok(Format::Parquet);
    }
    if sample.starts_with(b"PK\x03\x04") {
        let ends = |end: &str| name.ends_with(end);
        return match ends(".xlsx") || ends(".xlsm") || contains(sample, b"xl/") {
            true => Ok(Format::Xlsx),
            false if ends(".ods") => refused("this is an OpenDocument sheet", "save it as XLSX"),
            false => refused("this is a ZIP archive and no workbook", "unpack it first"),
        };
    }
    if sample.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return refused("this is a workbook of Excel 2003 or older", "save it as XLSX or CSV");
    }
    if sample.starts_with(b"SQLite format 3\0") {
        return refused("this is an SQLite database", "export its tables as CSV");
    }
    if sample.starts_with(b"%PDF") {
        return refused("this is a PDF file", "export the data as CSV or XLSX");
    }
    let text = text.trim_ascii_start();
    match text.first() {
        Some(b'<') if contains(&text[..text.len().min(64 << 10)], b"<log") => Ok(Format::Xes),
        Some(b'<') if !name.ends_with(".csv") => {
            refused("this is XML or HTML, and no event log", "export the data as CSV or XLSX")
        }
        Some(b'[') if !name.ends_with(".csv") => Ok(Format::Json),
        Some(b'{') if !name.ends_with(".csv") || is_json(first_line(text)) => {
            Ok(lines_or_document(name, text, whole))
        }
        _ if text.iter().take(4096).any(|byte| *byte == 0) => refused(
            "this is neither text nor of a format that is read",
            "export the data as CSV, XLSX, JSON lines or XES",
        ),
        _ => Ok(Format::Delimited),
    }
}

/// Whether objects stand in lines of their own, or one goes over the file.
fn lines_or_document(name: &str, text: &[u8], whole: bool) -> Format {
    if name.ends_with(".jsonl") || name.ends_with(".ndjson") {
        return Format::JsonLines;
    }
    let line = first_line(text);
    let alone = whole && text[line.len()..].trim_ascii().is_empty();
    if is_json(line) && !alone { Format::JsonLines } else { Format::Json }
}

fn first_line(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|byte| *byte == b'\n');
    &text[..end.unwrap_or(text.len())]
}

fn is_json(text: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(text).is_ok()
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
