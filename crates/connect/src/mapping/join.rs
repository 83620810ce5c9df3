//! `[[file.join]]`: a smaller file whose columns are added to each row.

use super::entries::Columns;
use super::file::file_name;
use super::model::JoinMapping;
use super::problem::Problems;
use super::source;
use super::table::Table;
use super::written;

/// `path`, `key`, `prefix`, how the file is written, and the key as the rows have it: `column`, or
/// `on` with everything that a cell may have.
pub(super) fn read<'a>(
    mut table: Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<JoinMapping> {
    let path = table.needed_text("path", "\"reps.csv\"", problems);
    let path = path.and_then(|text| problems.parsed(&text, "a file name", file_name));
    let key = table.needed_text("key", "\"Rep Id\"", problems);
    let prefix = table.needed_text("prefix", "\"rep.\"", problems);
    let on = table.needed_table("on", "`on`", problems);
    let on = on.and_then(|mut on| {
        let cell = source::cell(&mut on, columns, problems);
        on.finish(problems);
        cell
    });
    let wanted = written::read(&mut table, problems);
    table.finish(problems);
    let (path, key, prefix) = (path?, key?, prefix?);
    Some(JoinMapping {
        path,
        wanted,
        key: key.value.to_owned(),
        on: on?.0,
        prefix: prefix.value.to_owned(),
    })
}
