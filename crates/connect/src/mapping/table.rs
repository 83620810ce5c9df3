//! A table of the mapping: asks for keys by type, and says which keys nobody asked for.

use super::LIST_MAX;
use super::problem::Problems;
use crate::nearest::did_you_mean;
use std::ops::Range;
use toml_edit::{Item, TableLike, Value};

/// A text and its place, quotes included.
#[derive(Clone, Debug)]
pub(super) struct Text<'a> {
    pub(super) value: &'a str,
    pub(super) span: Range<usize>,
}

/// A key with its value.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) key: Text<'a>,
    pub(super) item: &'a Item,
    pub(super) span: Range<usize>,
}

/// A table and what it is called in messages.
pub(super) struct Table<'a> {
    what: String,
    pub(super) span: Range<usize>,
    table: &'a dyn TableLike,
    known: Vec<&'static str>,
}

impl<'a> Table<'a> {
    pub(super) fn new(what: &str, span: Range<usize>, table: &'a dyn TableLike) -> Self {
        Self { what: what.to_owned(), span, table, known: Vec::new() }
    }

    pub(super) fn entry(&mut self, key: &'static str) -> Option<Entry<'a>> {
        self.known.push(key);
        self.table.get_key_value(key).map(|(key, item)| self.make_entry(key, item))
    }

    pub(super) fn entries(&self) -> Vec<Entry<'a>> {
        let keys = self.table.iter().map(|(key, _)| key);
        keys.filter_map(|key| self.table.get_key_value(key))
            .map(|(key, item)| self.make_entry(key, item))
            .collect()
    }

    fn missing(&self, key: &str, example: &str, problems: &mut Problems<'a>) {
        let message = format!("{} needs `{key}`", self.what);
        problems.add(self.span.clone(), message, format!("add `{key} = {example}`"));
    }

    pub(super) fn text(
        &mut self,
        key: &'static str,
        problems: &mut Problems<'a>,
    ) -> Option<Text<'a>> {
        self.entry(key).and_then(|entry| text(&entry, problems))
    }

    pub(super) fn needed_text(
        &mut self,
        key: &'static str,
        example: &str,
        problems: &mut Problems<'a>,
    ) -> Option<Text<'a>> {
        let entry = self.entry(key);
        if entry.is_none() {
            self.missing(key, example, problems);
        }
        entry.and_then(|entry| text(&entry, problems))
    }

    pub(super) fn flag(&mut self, key: &'static str, problems: &mut Problems<'a>) -> Option<bool> {
        let entry = self.entry(key)?;
        let flag = entry.item.as_bool();
        if flag.is_none() {
            wrong_type(&entry, "true or false", "true", problems);
        }
        flag
    }

    pub(super) fn table(
        &mut self,
        key: &'static str,
        what: &str,
        problems: &mut Problems<'a>,
    ) -> Option<Table<'a>> {
        self.entry(key).and_then(|entry| table(&entry, what, problems))
    }

    pub(super) fn needed_table(
        &mut self,
        key: &'static str,
        what: &str,
        problems: &mut Problems<'a>,
    ) -> Option<Table<'a>> {
        let entry = self.entry(key);
        if entry.is_none() {
            self.missing(key, "{ … }", problems);
        }
        entry.and_then(|entry| table(&entry, what, problems))
    }

    /// The tables of a list, written as `[[key]]` or as `key = [{ … }]`.
    pub(super) fn tables(
        &mut self,
        key: &'static str,
        what: &str,
        problems: &mut Problems<'a>,
    ) -> Vec<Table<'a>> {
        let entry = self.entry(key);
        entry.map_or_else(Vec::new, |entry| tables(&entry, what, problems))
    }

    /// Says which keys nobody asked for.
    pub(super) fn finish(self, problems: &mut Problems<'a>) {
        for Entry { key, .. } in self.entries() {
            if !self.known.contains(&key.value) {
                let message = format!("{} has no key `{}`", self.what, key.value);
                let help = did_you_mean(key.value, self.known.iter().copied(), "key");
                problems.add(key.span, message, help);
            }
        }
    }

    fn make_entry(&self, key: &'a toml_edit::Key, item: &'a Item) -> Entry<'a> {
        let key_span = key.span().unwrap_or_else(|| self.span.clone());
        let span = item.span().unwrap_or_else(|| key_span.clone());
        Entry { key: Text { value: key.get(), span: key_span }, item, span }
    }
}

pub(super) fn text<'a>(entry: &Entry<'a>, problems: &mut Problems<'a>) -> Option<Text<'a>> {
    let text = entry.item.as_str().map(|value| Text { value, span: entry.span.clone() });
    if text.is_none() {
        wrong_type(entry, "a text", "\"…\"", problems);
    }
    text
}

/// The tables of a list, written as `[[key]]` or as `key = [{ … }]`.
pub(super) fn tables<'a>(
    entry: &Entry<'a>,
    what: &str,
    problems: &mut Problems<'a>,
) -> Vec<Table<'a>> {
    let place = |span: Option<Range<usize>>| span.unwrap_or_else(|| entry.span.clone());
    let tables: Vec<_> = match entry.item {
        Item::ArrayOfTables(tables) => {
            tables.iter().map(|table| Table::new(what, place(table.span()), table)).collect()
        }
        Item::Value(Value::Array(values)) if values.iter().all(Value::is_inline_table) => {
            let inline = |value: &'a Value| Some((place(value.span()), value.as_inline_table()?));
            let inline = values.iter().filter_map(inline);
            inline.map(|(span, table)| Table::new(what, span, table)).collect()
        }
        _ => {
            wrong_type(entry, "a list of tables", "[{ … }]", problems);
            Vec::new()
        }
    };
    if tables.len() > LIST_MAX {
        let key = entry.key.value;
        let message = format!("`{key}` has {} entries, more than {LIST_MAX}", tables.len());
        problems.add(entry.span.clone(), message, "join some of them");
    }
    tables
}

pub(super) fn table<'a>(
    entry: &Entry<'a>,
    what: &str,
    problems: &mut Problems<'a>,
) -> Option<Table<'a>> {
    let table = entry.item.as_table_like();
    if table.is_none() {
        wrong_type(entry, "a table", "{ … }", problems);
    }
    table.map(|table| Table::new(what, entry.span.clone(), table))
}

/// A list of texts, or one text alone.
pub(super) fn texts<'a>(entry: &Entry<'a>, problems: &mut Problems<'a>) -> Vec<Text<'a>> {
    if let Some(value) = entry.item.as_str() {
        return vec![Text { value, span: entry.span.clone() }];
    }
    let one = |value: &'a Value| {
        let span = value.span().unwrap_or_else(|| entry.span.clone());
        value.as_str().map(|value| Text { value, span })
    };
    let texts: Option<Vec<_>> =
        entry.item.as_array().and_then(|values| values.iter().map(one).collect());
    texts.unwrap_or_else(|| {
        wrong_type(entry, "a list of texts", "[\"…\", \"…\"]", problems);
        Vec::new()
    })
}

pub(super) fn wrong_type<'a>(
    entry: &Entry<'a>,
    wanted: &str,
    example: &str,
    problems: &mut Problems<'a>,
) {
    let key = entry.key.value;
    let message = format!("`{key}` needs {wanted}");
    problems.add(entry.span.clone(), message, format!("write `{key} = {example}`"));
}
