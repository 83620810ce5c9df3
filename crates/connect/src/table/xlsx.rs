//! Sheets of Excel workbooks.
//!
//! A thread of its own reads the sheet and hands over rows, since the library's reader borrows the
//! workbook that it reads.

use super::Opened;
use super::error::FileProblem;
use super::handed::{Handed, Sent, start};
use super::input::{Bytes, Input};
use super::wanted::{Found, Wanted};
use crate::nearest::did_you_mean;
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use csv::ByteRecord;
use std::fmt::Write;
use std::sync::mpsc::SyncSender;

type Failed = (u64, FileProblem);

/// The most bytes of a workbook that is packed with gzip once more.
const UNPACKED_MAX: u64 = 256 << 20;

pub(super) fn open(bytes: Bytes, wanted: &Wanted, found: &mut Found) -> Result<Opened, Failed> {
    let input = bytes.into_seekable(UNPACKED_MAX).map_err(|error| (1, error.into()))?;
    let input = input.ok_or_else(|| {
        (1, FileProblem::unreadable("the packed workbook is too large", "unpack it with gunzip"))
    })?;
    let book: Xlsx<Box<dyn Input>> = Xlsx::new(input).map_err(|error| (1, broken(&error)))?;
    let sheet = sheet(&book.sheet_names(), wanted, found).map_err(|problem| (1, problem))?;
    found.sheet = Some(sheet.clone());
    let rows = start("sheet", move |sender| read(book, &sheet, sender));
    let rows = rows.map_err(|error| (1, FileProblem::from(error)))?;
    let first = loop {
        match rows.recv() {
            Ok(Ok((line, _))) if line <= wanted.skip => {}
            Ok(Ok(row)) => break Some(row),
            Ok(Err(failed)) => return Err(failed),
            Err(_) => break None,
        }
    };
    let names = |record: &ByteRecord| {
        let name = |cell: &[u8]| String::from_utf8_lossy(cell).trim().to_owned();
        record.iter().map(name).collect::<Vec<_>>()
    };
    let (columns, pending) = match (first, &wanted.columns) {
        (first, Some(columns)) => (columns.clone(), first),
        (Some((_, header)), None) => (names(&header), None),
        (None, None) => return Err((wanted.skip + 1, FileProblem::Empty)),
    };
    let width = columns.len();
    Ok(Opened { columns, rows: Box::new(Handed { rows, pending, width }) })
}

/// The sheet that is wanted, or the first.
fn sheet(names: &[String], wanted: &Wanted, found: &mut Found) -> Result<String, FileProblem> {
    match (&wanted.sheet, names) {
        (Some(name), _) if names.contains(name) => Ok(name.clone()),
        (Some(name), _) => {
            let help = did_you_mean(name, names.iter().map(String::as_str), "sheet");
            Err(FileProblem::unreadable(format!("the workbook has no sheet `{name}`"), help))
        }
        (None, [first, others @ ..]) => {
            if !others.is_empty() {
                found.guesses.push(format!(
                    "it has {} sheets, of which `{first}` is read: say `sheet = \"{first}\"` if \
                     that is right, or which",
                    names.len()
                ));
            }
            Ok(first.clone())
        }
        (None, []) => Err(FileProblem::unreadable("the workbook has no sheet", "add one")),
    }
}

/// Sends every row that has a cell, until nobody takes them any more.
fn read(mut book: Xlsx<Box<dyn Input>>, sheet: &str, sender: &SyncSender<Sent>) {
    let mut line = 0;
    if let Err(error) = send_rows(&mut book, sheet, sender, &mut line) {
        // Nobody takes it: the reading was given up.
        let _ = sender.send(Err((line.max(1), broken(&error))));
    }
}

fn send_rows(
    book: &mut Xlsx<Box<dyn Input>>,
    sheet: &str,
    sender: &SyncSender<Sent>,
    line: &mut u64,
) -> Result<(), XlsxError> {
    let mut cells = book.worksheet_cells_reader(sheet)?;
    let mut record = ByteRecord::new();
    let mut text = String::new();
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let row = u64::from(row) + 1;
        if row != *line {
            if !is_blank(&record) && sender.send(Ok((*line, std::mem::take(&mut record)))).is_err()
            {
                return Ok(());
            }
            record.clear();
            *line = row;
        }
        while record.len() < column as usize {
            record.push_field(b"");
        }
        text.clear();
        write_cell(cell.get_value(), &mut text);
        record.push_field(text.as_bytes());
    }
    if !is_blank(&record) {
        let _ = sender.send(Ok((*line, record)));
    }
    Ok(())
}

fn is_blank(record: &ByteRecord) -> bool {
    record.as_slice().is_empty()
}

/// A cell as text: dates as `2026-03-01`, times of day with them as `2026-03-01 09:30:00`.
fn write_cell(value: &DataRef<'_>, text: &mut String) {
    // Writing to a text does not fail.
    let _ = match value {
        DataRef::Int(number) => write!(text, "{number}"),
        DataRef::Float(number) => write!(text, "{number}"),
        DataRef::String(said) | DataRef::DateTimeIso(said) | DataRef::DurationIso(said) => {
            text.write_str(said)
        }
        DataRef::SharedString(said) => text.write_str(said),
        DataRef::Bool(flag) => write!(text, "{flag}"),
        DataRef::DateTime(moment) => write_moment(moment, text),
        DataRef::Error(error) => write!(text, "{error}"),
        DataRef::Empty => Ok(()),
    };
}

fn write_moment(moment: &ExcelDateTime, text: &mut String) -> std::fmt::Result {
    let serial = moment.as_f64();
    if moment.is_duration() {
        return write!(text, "{serial}");
    }
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let fraction = if milli > 0 { format!(".{milli:03}") } else { String::new() };
    let time = format!("{hour:02}:{minute:02}:{second:02}{fraction}");
    if serial < 1.0 {
        text.write_str(&time)
    } else if serial.fract() == 0.0 {
        write!(text, "{year:04}-{month:02}-{day:02}")
    } else {
        write!(text, "{year:04}-{month:02}-{day:02} {time}")
    }
}

fn broken(error: &XlsxError) -> FileProblem {
    FileProblem::unreadable(
        format!("the workbook cannot be read: {error}"),
        "open it and save it again as XLSX, without a password",
    )
}
