//! How a file is written, where the mapping says it.

use super::problem::Problems;
use super::table::{Entry, Table, texts, wrong_type};
use crate::nearest::did_you_mean;
use crate::table::{Format, TextEncoding, Wanted};

/// The most lines before a header.
const SKIP_MAX: i64 = 1000;

/// `format`, `delimiter`, `encoding`, `sheet`, `records`, `columns`, `skip` of a file.
pub(super) fn read<'a>(table: &mut Table<'a>, problems: &mut Problems<'a>) -> Wanted {
    let format = table.text("format", problems).and_then(|text| {
        problems.parsed(&text, "a format of files", |word| {
            Format::from_word(word)
                .ok_or_else(|| did_you_mean(word, Format::ALL.map(Format::word), "format"))
        })
    });
    let delimiter = table.text("delimiter", problems).and_then(|text| {
        problems.parsed(&text, "a delimiter", |value| match value.as_bytes() {
            [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n') => Ok(*byte),
            _ => Err("write one character, such as `;` or `\\t`".to_owned()),
        })
    });
    let encoding = table.text("encoding", problems).and_then(|text| {
        problems.parsed(&text, "an encoding", |name| {
            let known = ["utf-8", "utf-16", "windows-1252", "latin-1", "iso-8859-15"];
            TextEncoding::from_name(name).ok_or_else(|| did_you_mean(name, known, "encoding"))
        })
    });
    let owned = |text: super::table::Text<'a>| text.value.to_owned();
    let columns = table
        .entry("columns")
        .map(|entry| texts(&entry, problems).into_iter().map(owned).collect::<Vec<_>>());
    Wanted {
        format,
        delimiter,
        encoding,
        sheet: table.text("sheet", problems).map(owned),
        records: table.text("records", problems).map(owned),
        columns,
        skip: table.entry("skip").map_or(0, |entry| skip(&entry, problems)),
    }
}

fn skip<'a>(entry: &Entry<'a>, problems: &mut Problems<'a>) -> u64 {
    match entry.item.as_integer() {
        Some(lines @ 0..=SKIP_MAX) => lines.unsigned_abs(),
        _ => {
            wrong_type(entry, "a number of lines up to 1000", "2", problems);
            0
        }
    }
}
