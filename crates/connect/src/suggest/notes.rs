//! What is odd about the data itself, whatever it means.

use super::joins::Join;
use super::meaning::{Entity, Meaning, Role};
use super::profile::ColumnProfile;
use super::reading::{FileReading, Reading};
use super::words::words;

/// Something odd about a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Which oddity, the same from version to version: `empty_reference`.
    pub id: &'static str,
    /// The file.
    pub file: String,
    /// The column.
    pub column: String,
    /// What is odd, in a sentence.
    pub text: String,
    /// How many rows it concerns.
    pub rows: u64,
}

/// Everything odd, file by file.
pub(super) fn notes(reading: &Reading<'_>) -> Vec<Note> {
    let mut notes = Vec::new();
    for (index, file) in reading.files.iter().enumerate() {
        if file.role == Role::Reference {
            continue;
        }
        let joins = reading.joins.iter().filter(|join| join.from.file == index);
        notes.extend(joins.flat_map(|join| unknown(reading, file, join)));
        for (place, column) in file.profile.columns.iter().enumerate() {
            let mut add = |id, text: String, rows| {
                let (path, column) = (file.profile.path.clone(), column.name.clone());
                notes.push(Note { id, file: path, column, text, rows });
            };
            let refers = matches!(
                file.meanings[place],
                Some(Meaning::Company | Meaning::Id(Entity::Account | Entity::Opportunity))
            ) && !column.is_key()
                && file.role == Role::Opportunities;
            if refers && column.empty > 0 && column.filled > 0 {
                let rows = column.empty;
                let text = format!(
                    "{rows} of {} rows name nobody in `{}`",
                    file.profile.rows, column.name
                );
                add("empty_reference", text, rows);
            }
            if let Some((word, rows)) = column.placeholders.iter().max_by_key(|(_, rows)| **rows) {
                let text = format!("`{word}` in `{}` stands for nothing ({rows})", column.name);
                add("placeholder", text, *rows);
            }
            let above = above_hundred(column);
            if let Some((rows, most)) = above {
                let text = format!(
                    "{rows} values of `{}` are above 100 percent, up to {most}",
                    column.name
                );
                add("above_hundred", text, rows);
            }
            if let Some((one, other, rows)) = spelt_twice(column) {
                let text = format!("`{one}` and `{other}` in `{}` are taken as one", column.name);
                add("spelling", text, rows);
            }
        }
    }
    notes
}

/// Values that the file which lists them does not have.
fn unknown(reading: &Reading<'_>, file: &FileReading<'_>, join: &Join) -> Vec<Note> {
    // A file that lists only some leads misses the others, which is nothing odd.
    let to = &reading.files[join.to.file];
    let list = to.role == Role::Reference || to.role == Role::Accounts;
    let column = file.header(join.from.column).to_owned();
    let missing = join.missing.iter().filter(|_| list && join.share < 1.0).map(|missing| {
        let meant =
            missing.meant.as_ref().map_or_else(String::new, |it| format!("; `{it}` may be meant"));
        Note {
            id: "unknown_value",
            file: file.profile.path.clone(),
            column: column.clone(),
            text: format!(
                "`{}` in `{column}` is not in {} ({} rows){meant}",
                missing.value, to.profile.path, missing.rows
            ),
            rows: missing.rows,
        }
    });
    missing.collect()
}

/// How many percentages are above 100, and the greatest.
fn above_hundred(column: &ColumnProfile) -> Option<(u64, f64)> {
    let words = words(&column.name);
    let percent =
        words.iter().any(|word| ["percent", "percentage", "pct"].contains(&word.as_str()));
    let (_, most) = column.range.filter(|(_, most)| percent && *most > 100.0)?;
    let values = column.values.iter().flatten();
    let above = values.filter(|(value, _)| value.parse::<f64>().is_ok_and(|number| number > 100.0));
    Some((above.map(|(_, rows)| rows).sum(), most))
}

/// Two spellings of one value that differ in capitals only, with the rows of the rarer.
fn spelt_twice(column: &ColumnProfile) -> Option<(String, String, u64)> {
    let values = column.by_frequency();
    if values.len() > 60 {
        return None;
    }
    values.iter().enumerate().find_map(|(place, (value, _))| {
        let lower = value.to_lowercase();
        let other = values[place + 1..].iter().find(|(other, _)| other.to_lowercase() == lower)?;
        Some(((*value).to_owned(), other.0.to_owned(), other.1))
    })
}
