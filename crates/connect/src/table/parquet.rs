//! Apache Parquet: the columns of its schema, groups within it with dotted names.
//!
//! A thread of its own reads the rows, since the library's reader cannot be moved between threads.

use super::Opened;
use super::error::FileProblem;
use super::handed::{Handed, Sent, start};
use super::input::{Bytes, Input};
use csv::ByteRecord;
use jiff::{SignedDuration, Timestamp, civil};
use parquet::errors::{ParquetError, Result as Read};
use parquet::file::reader::{ChunkReader, FileReader, Length};
use parquet::file::serialized_reader::SerializedFileReader;
use parquet::record::{Field, Row, reader::RowIter};
use parquet::schema::types::Type;
use std::collections::HashMap;
use std::io::{self, SeekFrom};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};

type Failed = (u64, FileProblem);

/// The most bytes of a file that is packed with gzip once more.
const UNPACKED_MAX: u64 = 256 << 20;

pub(super) fn open(bytes: Bytes) -> Result<Opened, Failed> {
    let input = bytes.into_seekable(UNPACKED_MAX).map_err(|error| (1, error.into()))?;
    let mut input = input.ok_or_else(|| {
        (1, FileProblem::unreadable("the packed file is too large", "unpack it with gunzip"))
    })?;
    let length = input.seek(SeekFrom::End(0)).map_err(|error| (1, error.into()))?;
    let file = Shared { input: Arc::new(Mutex::new(input)), length };
    let reader = SerializedFileReader::new(file).map_err(|error| (1, broken(&error)))?;
    let mut columns = Vec::new();
    for field in reader.metadata().file_metadata().schema().get_fields() {
        add_columns(field, "", &mut columns);
    }
    let width = columns.len();
    let places = columns.iter().cloned().enumerate().map(|(at, name)| (name, at)).collect();
    let rows = start("parquet", move |sender| send_rows(reader, &places, sender));
    let rows = rows.map_err(|error| (1, FileProblem::from(error)))?;
    Ok(Opened { columns, rows: Box::new(Handed { rows, pending: None, width }) })
}

/// The columns of a field: its own name, or those of its fields where it is a plain group.
fn add_columns(field: &Type, before: &str, columns: &mut Vec<String>) {
    let info = field.get_basic_info();
    let name = format!("{before}{}", field.name());
    let is_plain = info.logical_type_ref().is_none()
        && info.converted_type() == parquet::basic::ConvertedType::NONE
        && (!info.has_repetition() || info.repetition() != parquet::basic::Repetition::REPEATED);
    match field {
        Type::GroupType { fields, .. } if is_plain => {
            fields.iter().for_each(|field| add_columns(field, &format!("{name}."), columns));
        }
        _ => columns.push(name),
    }
}

fn send_rows(
    reader: SerializedFileReader<Shared>,
    places: &HashMap<String, usize>,
    sender: &SyncSender<Sent>,
) {
    let mut number = 0;
    for row in RowIter::from_file_into(Box::new(reader)) {
        number += 1;
        let sent = match row {
            Ok(row) => {
                let mut cells = vec![String::new(); places.len()];
                fill(&row, "", places, &mut cells);
                Ok((number, ByteRecord::from(cells)))
            }
            Err(error) => Err((number, broken(&error))),
        };
        // Nobody takes it: the reading was given up.
        if sender.send(sent).is_err() {
            return;
        }
    }
}

fn fill(row: &Row, before: &str, places: &HashMap<String, usize>, cells: &mut [String]) {
    for (name, field) in row.get_column_iter() {
        let name = format!("{before}{name}");
        match (places.get(&name), field) {
            (Some(place), field) => cells[*place] = text(field),
            (None, Field::Group(group)) => fill(group, &format!("{name}."), places, cells),
            (None, _) => {}
        }
    }
}

/// A value as text: dates as `2026-03-01`, instants as `2026-03-01T09:30:00Z`.
fn text(field: &Field) -> String {
    let instant = |stamp: Result<Timestamp, jiff::Error>, raw: i64| {
        stamp.map_or_else(|_| raw.to_string(), |stamp| stamp.to_string())
    };
    let epoch = civil::date(1970, 1, 1);
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into_owned(),
        Field::Date(days) => {
            let day = epoch.checked_add(SignedDuration::from_hours(i64::from(*days) * 24));
            day.map_or_else(|_| days.to_string(), |day| day.to_string())
        }
        Field::TimestampMillis(at) => instant(Timestamp::from_millisecond(*at), *at),
        Field::TimestampMicros(at) => instant(Timestamp::from_microsecond(*at), *at),
        Field::Float(number) => number.to_string(),
        Field::Double(number) => number.to_string(),
        other => other.to_string(),
    }
}

fn broken(error: &ParquetError) -> FileProblem {
    FileProblem::unreadable(
        format!("the Parquet file cannot be read: {error}"),
        "write it again, packed with snappy or not at all, or save it as CSV",
    )
}

/// One input that several readers of the library share.
struct Shared {
    input: Arc<Mutex<Box<dyn Input>>>,
    length: u64,
}

/// Reads on from a place.
struct At {
    input: Arc<Mutex<Box<dyn Input>>>,
    at: u64,
}

impl io::Read for At {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut input = self.input.lock().unwrap_or_else(PoisonError::into_inner);
        input.seek(SeekFrom::Start(self.at))?;
        let count = input.read(buffer)?;
        self.at += count as u64;
        Ok(count)
    }
}

impl Length for Shared {
    fn len(&self) -> u64 {
        self.length
    }
}

impl ChunkReader for Shared {
    type T = io::BufReader<At>;

    fn get_read(&self, start: u64) -> Read<Self::T> {
        Ok(io::BufReader::new(At { input: Arc::clone(&self.input), at: start }))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Read<bytes::Bytes> {
        let mut bytes = vec![0; length];
        let mut reader = At { input: Arc::clone(&self.input), at: start };
        io::Read::read_exact(&mut reader, &mut bytes)?;
        Ok(bytes.into())
    }
}
