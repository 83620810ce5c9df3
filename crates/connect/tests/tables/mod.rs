//! Files of several formats, and what is in them.
#![allow(dead_code, reason = "each test program uses a part")]

use connect::{Table, Wanted};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

pub(crate) fn open(name: &str, bytes: &[u8]) -> Table {
    let input = Box::new(Cursor::new(bytes.to_vec()));
    Table::open(name, input, &Wanted::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Why a file cannot be read, at its opening or later.
pub(crate) fn problem(name: &str, bytes: &[u8]) -> String {
    let input = Box::new(Cursor::new(bytes.to_vec()));
    match Table::open(name, input, &Wanted::default()) {
        Err(error) => error.to_string(),
        Ok(mut table) => loop {
            match table.next_row() {
                Err(error) => break error.to_string(),
                Ok(Some(_)) => {}
                Ok(None) => panic!("{name} was read"),
            }
        },
    }
}

pub(crate) fn rows(mut table: Table) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    while let Some(row) = table.next_row().unwrap() {
        rows.push((0..row.width()).map(|at| row.text(at).into_owned()).collect());
    }
    rows
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// Two sheets: people, and one with two rows before its header and a blank row.
pub(crate) fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let at = |text: &str| ExcelDateTime::parse_from_str(text).unwrap();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["id", "name", " since "]).unwrap();
    sheet.write_number(1, 0, 1).unwrap();
    sheet.write_string(1, 1, "Müller").unwrap();
    sheet.write_with_format(1, 2, at("2026-03-01"), &day).unwrap();
    sheet.write_number(2, 0, 2).unwrap();
    sheet.write_string(2, 1, "a,b").unwrap();
    sheet.write_with_format(2, 2, at("2026-03-02T09:30:00"), &moment).unwrap();
    let sheet = book.add_worksheet().set_name("Second").unwrap();
    sheet.write_string(0, 0, "An export").unwrap();
    sheet.write_string(1, 1, "of something").unwrap();
    sheet.write_row(2, 0, ["when", "what", "much"]).unwrap();
    sheet.write_with_format(4, 0, at("2026-03-01T09:30:15"), &moment).unwrap();
    sheet.write_boolean(4, 1, true).unwrap();
    sheet.write_number(4, 2, 12.5).unwrap();
    sheet.write_string(5, 0, "later").unwrap();
    book.save_to_buffer().unwrap()
}

pub(crate) fn data(path: &str) -> PathBuf {
    Path::new(env!("TANDEM_DATA")).join(path)
}
