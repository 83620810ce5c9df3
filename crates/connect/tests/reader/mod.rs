//! Reads texts through a mapping.
#![allow(dead_code, reason = "each test program uses a part")]

use connect::{FileReading, Intake, Mapping, Read, Reject};
use std::io::Cursor;

/// People with calls: every way to read a column.
pub(crate) fn mapping() -> Mapping {
    let text = r#"
[mapping]
name = "crm"
timezone = "Europe/Paris"

[[file]]
path = "leads.csv"
times = { created = "%m/%d/%Y" }
dated = "created"

[[file.subject]]
kind = "person"
id = { namespace = "crm.lead", column = "id" }
personal = { email = "mail" }

[file.subject.traits]
"lead.source" = { column = "source", empty = ["", "Select"], map = { Web = "website" }, otherwise = "keep" }
"lead.score" = { column = "score", type = "number", range = [0, 100] }

[[file.subject.fact]]
kind = "activity"
name = { column = "status", map = { won = "call.connected", tried = "call.attempt" } }
actor = "rep-1"
origin = "human"
"#;
    Mapping::read(text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Every row, and the notes in sentences.
pub(crate) fn read(mapping: &Mapping, text: &str) -> (Vec<Read>, Vec<String>) {
    read_bytes(mapping, text.as_bytes())
}

/// Every row, and the notes in sentences.
pub(crate) fn read_bytes(mapping: &Mapping, bytes: &[u8]) -> (Vec<Read>, Vec<String>) {
    let mut reading =
        FileReading::open(mapping, &mapping.files[0], Cursor::new(bytes.to_vec())).unwrap();
    let rows = reading.by_ref().map(|row| row.unwrap()).collect();
    let notes = reading.notes().sentences().collect();
    (rows, notes)
}

/// The rows that were good.
pub(crate) fn good(rows: &[Read]) -> Vec<Intake> {
    let good = |row: &Read| match row {
        Read::Good(intake) => Some(intake.clone()),
        Read::Rejected(_) | Read::LeftOut => None,
    };
    rows.iter().filter_map(good).collect()
}

/// The rows that were not.
pub(crate) fn rejects(rows: &[Read]) -> Vec<Reject> {
    let rejected = |row: &Read| match row {
        Read::Rejected(reject) => Some(reject.clone()),
        Read::Good(_) | Read::LeftOut => None,
    };
    rows.iter().filter_map(rejected).collect()
}

/// The file of rejects of a text.
pub(crate) fn rejects_file(mapping: &Mapping, text: &str) -> String {
    let mut reading =
        FileReading::open(mapping, &mapping.files[0], Cursor::new(text.to_owned())).unwrap();
    let mut out = Vec::new();
    let mut writer = reading.rejects_to(&mut out).unwrap();
    for row in reading.by_ref() {
        if let Read::Rejected(reject) = row.unwrap() {
            writer.write(&reject).unwrap();
        }
    }
    writer.finish().unwrap();
    String::from_utf8(out).unwrap()
}
