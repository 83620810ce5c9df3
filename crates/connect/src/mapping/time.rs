//! `times`, `dated` and `as_of`: when something happened.

use super::entries::Columns;
use super::model::{AsOf, TimeSource};
use super::problem::Problems;
use super::table::{Table, Text, texts};
use crate::moment::TimeFormat;
use crate::nearest::did_you_mean;
use facts::Instant;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// How the columns of a file write times, and when all that says nothing else happened.
pub(super) struct Times<'z> {
    formats: BTreeMap<String, Vec<TimeFormat>>,
    zone: &'z TimeZone,
    default: Option<TimeSource>,
}

impl<'z> Times<'z> {
    /// `times = { won_date = "%Y-%m-%d" }`, and the file's own `dated` and `as_of`.
    pub(super) fn read<'a>(
        file: &mut Table<'a>,
        zone: &'z TimeZone,
        columns: &mut Columns,
        problems: &mut Problems<'a>,
    ) -> Self {
        let mut formats = BTreeMap::new();
        if let Some(table) = file.table("times", "times", problems) {
            for entry in table.entries() {
                let of_column = texts(&entry, problems);
                let read =
                    |text: &Text<'a>| problems.parsed(text, "a format of times", TimeFormat::read);
                let read: Vec<_> = of_column.iter().filter_map(read).collect();
                if !read.is_empty() {
                    formats.insert(entry.key.value.to_owned(), read);
                }
            }
        }
        let mut times = Self { formats, zone, default: None };
        times.default = times.own(file, columns, problems);
        times
    }

    /// The `dated` and `as_of` of the file.
    pub(super) fn default(&self) -> Option<TimeSource> {
        self.default.clone()
    }

    /// The `dated` and `as_of` of a table, or those of the file.
    pub(super) fn of<'a>(
        &self,
        table: &mut Table<'a>,
        columns: &mut Columns,
        problems: &mut Problems<'a>,
    ) -> Option<TimeSource> {
        let span = table.span.clone();
        let before = problems.is_empty();
        let own = self.own(table, columns, problems).or_else(|| self.default.clone());
        if own.is_none() && before && problems.is_empty() {
            let message = "nothing says when this happened";
            let help = "add `dated = \"<column>\"`, or `as_of = \"2026-11-22\"` or \
                        `as_of = \"export\"` where a date must be assumed";
            problems.add(span, message, help);
        }
        own
    }

    fn own<'a>(
        &self,
        table: &mut Table<'a>,
        columns: &mut Columns,
        problems: &mut Problems<'a>,
    ) -> Option<TimeSource> {
        let dated = table.text("dated", problems).and_then(|column| {
            let format = self.formats.get(column.value).cloned();
            if format.is_none() {
                let message = format!("`times` does not say how `{}` is written", column.value);
                let known = self.formats.keys().map(String::as_str);
                let help = match self.formats.is_empty() {
                    true => format!("add `times = {{ {} = \"%Y-%m-%d\" }}`", column.value),
                    false => did_you_mean(column.value, known, "column of `times`"),
                };
                problems.add(column.span.clone(), message, help);
            }
            format.map(|format| (columns.column(&column), format))
        });
        let as_of = table
            .text("as_of", problems)
            .and_then(|text| problems.parsed(&text, "a date", |value| as_of(value, self.zone)));
        (dated.is_some() || as_of.is_some()).then_some(TimeSource { dated, as_of })
    }
}

fn as_of(text: &str, zone: &TimeZone) -> Result<AsOf, String> {
    if text == "export" {
        return Ok(AsOf::Export);
    }
    let at = read_as_of(text, zone);
    at.map(AsOf::At).map_err(|()| "write it like `2026-11-22`, or `export`".to_owned())
}

/// A day, `2026-11-22`, or an instant, `2026-11-22T09:30:00Z`.
pub(crate) fn read_as_of(text: &str, zone: &TimeZone) -> Result<Instant, ()> {
    let day = TimeFormat::read("%Y-%m-%d").and_then(|format| format.moment(text, zone));
    let instant = day.or_else(|_| TimeFormat::Rfc3339.moment(text, zone));
    instant.map(|moment| moment.at).map_err(drop)
}
