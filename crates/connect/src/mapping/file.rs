//! `[[file]]`.

use super::entries::Columns;
use super::model::FileMapping;
use super::problem::Problems;
use super::table::Table;
use super::time::Times;
use super::written;
use super::{join, known_zone, source, subject};
use jiff::tz::TimeZone;

/// A file; `seen` are the names that the facts of the whole mapping have so far.
pub(super) fn read<'a>(
    mut table: Table<'a>,
    zone: &TimeZone,
    seen: &mut Vec<String>,
    problems: &mut Problems<'a>,
) -> Option<FileMapping> {
    let path = table.needed_text("path", "\"contacts.csv\"", problems);
    let wanted = written::read(&mut table, problems);
    let own_zone = table.text("timezone", problems);
    let own_zone = own_zone.and_then(|text| problems.parsed(&text, "a time zone", known_zone));
    let zone = own_zone.map_or_else(|| zone.clone(), |(_, zone)| zone);
    let mut columns = Columns::default();
    let joins = table
        .tables("join", "[[file.join]]", problems)
        .into_iter()
        .filter_map(|table| join::read(table, &mut columns, problems))
        .collect();
    let when = source::conditions(&mut table, &mut columns, problems);
    let times = Times::read(&mut table, &zone, &mut columns, problems);
    let subjects = table.tables("subject", "[[file.subject]]", problems);
    if subjects.is_empty() {
        let help = "add `[[file.subject]]` with `kind = \"person\"` and `id = { … }`";
        problems.add(table.span.clone(), "nothing says whom a row is about", help);
    }
    let subjects = subjects
        .into_iter()
        .filter_map(|table| subject::read(table, &times, &mut columns, seen, problems))
        .collect();
    table.finish(problems);
    let path = path.and_then(|text| problems.parsed(&text, "a file name", file_name));
    Some(FileMapping { path: path?, wanted, columns: columns.0, zone, joins, when, subjects })
}

/// A name within the folder of the import: no folders, no patterns.
pub(super) fn file_name(text: &str) -> Result<String, String> {
    let bad = |c: char| matches!(c, '/' | '\\' | '*' | '?' | '\0');
    match text.is_empty() || text.starts_with('.') || text.contains(bad) {
        true => Err("write a plain file name; the folder is named when importing".to_owned()),
        false => Ok(text.to_owned()),
    }
}
