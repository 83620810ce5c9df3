//! Whatever comes as a mapping, as a file of rows or as a request of events, it is read or refused
//! with places, within bounded time and memory, and never ends the program.

use connect::segment::{Call, Delivery, EventMapping, Meaning, inflate, read as read_events};
use connect::{FileReading, Mapping, MappingProblems, Read};
use facts::Instant;
use std::io::Cursor;
use testkit::fuzz;

const MAPPINGS: [&str; 2] =
    [include_str!("corpus/mapping.toml"), include_str!("corpus/odd_mapping.toml")];
const FILES: [&[u8]; 2] = [include_bytes!("corpus/leads.csv"), include_bytes!("corpus/odd.csv")];
const EVENTS: [&[u8]; 3] = [
    include_bytes!("segment_corpus/batch.json"),
    include_bytes!("segment_corpus/odd.json"),
    include_bytes!("segment_corpus/track.json"),
];
const KEYS: [&str; 14] = [
    "[[file]]",
    "[[file.subject]]",
    "[file.subject.traits]",
    "column = \"id\"",
    "times = { created = ",
    "range = [",
    "map = {",
    "otherwise = \"keep\"",
    "kind = \"account\"",
    "type = \"number\"",
    "namespace = \"crm.lead\"",
    "dated = \"created\"",
    "empty = [",
    "'''",
];
const CELLS: [&str; 10] =
    [",", ";", "\t", "\"", "\r\n", "\n\n", "2026-02-30", "1e400", "=1+1", "created"];
const JSON: [&str; 14] = [
    "\"batch\":[",
    "\"type\":\"track\"",
    "\"userId\":",
    "\"anonymousId\":null",
    "\"timestamp\":\"",
    "\"traits\":{",
    "\"properties\":[",
    "\"sentAt\":\"2026-13-01\"",
    "\\ud800",
    "\\u0000",
    "null",
    "[[[[",
    "{\"a\":",
    "1e999",
];

/// What must hold of everything that is wrong with a mapping.
fn check(found: &MappingProblems) {
    assert!(!found.0.is_empty(), "it is refused for a reason");
    for problem in &found.0 {
        assert!(problem.line >= 1 && problem.column >= 1 && !problem.message.is_empty());
    }
}

fn bytes<'a>(texts: &'a [&str]) -> Vec<&'a [u8]> {
    texts.iter().map(|text| text.as_bytes()).collect()
}

/// Reads a file through a mapping; every row is read, left out, or rejected with its line and why.
fn read_rows(mapping: &Mapping, input: &[u8]) {
    let Some(file) = mapping.files.first() else { return };
    let Ok(reading) = FileReading::open(mapping, file, Cursor::new(input.to_vec())) else { return };
    for row in reading {
        match row {
            // The file itself cannot be read any further.
            Err(_) => break,
            Ok(Read::Rejected(reject)) => {
                assert!(reject.line >= 1 && !reject.reason.is_empty(), "{reject:?}");
            }
            Ok(Read::Good(_) | Read::LeftOut) => {}
        }
    }
}

#[test]
fn whatever_is_written_as_a_mapping_is_read_or_refused_with_places() {
    fuzz(&bytes(&MAPPINGS), &KEYS, 6000, |input| {
        let text = String::from_utf8_lossy(input);
        match Mapping::read(&text) {
            Err(found) => check(&found),
            Ok(mapping) => FILES.iter().for_each(|file| read_rows(&mapping, file)),
        }
        if let Err(found) = EventMapping::read(&text) {
            check(&found);
        }
    });
}

#[test]
fn whatever_comes_as_a_file_of_rows_is_read_or_rejected_row_by_row() {
    let mapping = Mapping::read(MAPPINGS[0]).unwrap_or_else(|problems| panic!("{problems}"));
    fuzz(&FILES, &CELLS, 8000, |input| read_rows(&mapping, input));
}

#[test]
fn whatever_comes_as_events_is_read_or_refused_message_by_message() {
    let received_at = Instant::parse("2026-03-01T12:00:00Z").unwrap();
    let delivery = Delivery { received_at, number: 3 };
    fuzz(&EVENTS, &JSON, 20000, |input| {
        for call in [Call::Batch, Call::Track, Call::Identify, Call::Group, Call::Alias] {
            let Ok(reading) = read_events(input, call, &delivery) else { continue };
            for message in &reading.messages {
                let _meaning = Meaning::of(message, &EventMapping::default());
            }
            assert!(reading.refusals.iter().all(|refusal| !refusal.reason.is_empty()));
        }
        let _unpacked = inflate(input);
    });
}
