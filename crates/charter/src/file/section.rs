//! A table of the file: asks for keys by type, and in the end says which keys nobody asked for.

use super::reading::Reading;
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use std::ops::Range;
use toml_edit::{Item, TableLike, Value};

/// A table and what it is called in messages.
pub(super) struct Section<'a> {
    /// As written in the file, `[charter]`.
    pub(super) what: String,
    /// Its header, or the whole of an inline table.
    pub(super) span: Range<usize>,
    table: &'a dyn TableLike,
    /// What stands before the names of the sections below it, `account.`.
    prefix: &'static str,
    known: Vec<&'static str>,
    later: Vec<&'static str>,
}

/// A key with its value.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    pub(super) key: Text<'a>,
    pub(super) item: &'a Item,
    pub(super) span: Range<usize>,
}

impl<'a> Section<'a> {
    pub(super) fn new(what: &str, span: Range<usize>, table: &'a dyn TableLike) -> Self {
        Self {
            what: what.to_owned(),
            span,
            table,
            prefix: "",
            known: Vec::new(),
            later: Vec::new(),
        }
    }

    /// Says what stands before the names of the sections below it.
    pub(super) fn within(self, prefix: &'static str) -> Self {
        Self { prefix, ..self }
    }

    /// How a section below it is written: `[[stage]]` as `[[account.stage]]`.
    pub(super) fn below(&self, what: &str) -> String {
        let name = what.trim_start_matches('[');
        let brackets = &what[..what.len() - name.len()];
        format!("{brackets}{}{name}", self.prefix)
    }

    /// Keys of the design that this version does not support yet.
    pub(super) fn later(mut self, keys: &[&'static str]) -> Self {
        self.later.extend(keys);
        self
    }

    /// The entry of a key, if it is there.
    pub(super) fn entry(&mut self, key: &'static str) -> Option<Entry<'a>> {
        self.known.push(key);
        self.table.get_key_value(key).map(|(key, item)| self.make_entry(key, item))
    }

    /// The entry of a key that must be there.
    pub(super) fn needed(
        &mut self,
        key: &'static str,
        example: &str,
        reading: &mut Reading<'a>,
    ) -> Option<Entry<'a>> {
        let entry = self.entry(key);
        if entry.is_none() {
            let message = format!("{} needs `{key}`", self.what);
            let help = format!("add `{key} = {example}`");
            reading.add(self.span.clone(), ProblemCode::MissingKey, message, help);
        }
        entry
    }

    /// A text that must be there.
    pub(super) fn needed_text(
        &mut self,
        key: &'static str,
        example: &str,
        reading: &mut Reading<'a>,
    ) -> Option<Text<'a>> {
        self.needed(key, example, reading).and_then(|entry| reading.text(&entry))
    }

    /// A text that may be absent.
    pub(super) fn text(
        &mut self,
        key: &'static str,
        reading: &mut Reading<'a>,
    ) -> Option<Text<'a>> {
        self.entry(key).and_then(|entry| reading.text(&entry))
    }

    /// A table below this one, called `what`.
    pub(super) fn section(
        &mut self,
        key: &'static str,
        what: &str,
        reading: &mut Reading<'a>,
    ) -> Option<Section<'a>> {
        let what = self.below(what);
        self.entry(key).and_then(|entry| reading.section(&entry, &what))
    }

    /// The tables of `[[key]]`.
    pub(super) fn sections(
        &mut self,
        key: &'static str,
        what: &str,
        reading: &mut Reading<'a>,
    ) -> Vec<Section<'a>> {
        let Some(entry) = self.entry(key) else { return Vec::new() };
        let what = &self.below(what);
        let place = |span: Option<Range<usize>>| span.unwrap_or_else(|| entry.span.clone());
        match entry.item {
            Item::ArrayOfTables(tables) => {
                tables.iter().map(|table| Section::new(what, place(table.span()), table)).collect()
            }
            Item::Value(Value::Array(values)) if values.iter().all(Value::is_inline_table) => {
                values
                    .iter()
                    .filter_map(|value| {
                        value.as_inline_table().map(|table| (place(value.span()), table))
                    })
                    .map(|(span, table)| Section::new(what, span, table))
                    .collect()
            }
            _ => {
                let message = format!("`{key}` is written as a list of tables");
                let help = format!("begin each with a line `{what}`");
                reading.add(entry.key.span.clone(), ProblemCode::WrongType, message, help);
                Vec::new()
            }
        }
    }

    /// The tables of `[key.<id>]`, each with its id, at most so many: `noun` is what one and what
    /// several of them are called.
    pub(super) fn named(
        &mut self,
        key: &'static str,
        most: usize,
        noun: (&str, &str),
        reading: &mut Reading<'a>,
    ) -> Vec<(String, Section<'a>)> {
        let example = format!("[{key}.<id>]");
        let Some(section) = self.section(key, &example, reading) else { return Vec::new() };
        let mut entries = section.entries();
        reading.at_most(&mut entries, most, noun.1, section.span.clone());
        let named = entries.into_iter().filter_map(|entry| {
            let id = reading.id(&entry.key, noun.0, &[]).unwrap_or_default();
            let what = format!("[{key}.{}]", entry.key.value);
            reading.section(&entry, &what).map(|section| (id, section))
        });
        named.collect()
    }

    /// Every entry, for tables whose keys are names of the charter's own.
    pub(super) fn entries(&self) -> Vec<Entry<'a>> {
        let items = self.table.iter().map(|(key, _)| key);
        items
            .filter_map(|key| self.table.get_key_value(key))
            .map(|(key, item)| self.make_entry(key, item))
            .collect()
    }

    /// Says which keys nobody asked for.
    pub(super) fn finish(self, reading: &mut Reading<'a>) {
        for Entry { key, .. } in self.entries() {
            let name = key.value;
            if self.known.contains(&name) {
                continue;
            }
            let what = &self.what;
            if self.later.contains(&name) {
                let message = format!("`{name}` is not supported yet in this version");
                let help = "remove it for now, or keep it as a comment with `#`";
                reading.add(key.span, ProblemCode::NotSupported, message, help);
            } else {
                let message = format!("{what} has no key `{name}`");
                let help = did_you_mean(name, self.known.iter().copied(), "key");
                reading.add(key.span, ProblemCode::UnknownKey, message, help);
            }
        }
    }

    fn make_entry(&self, key: &'a toml_edit::Key, item: &'a Item) -> Entry<'a> {
        let key_span = key.span().unwrap_or_else(|| self.span.clone());
        let span = item.span().unwrap_or_else(|| key_span.clone());
        Entry { key: Text { value: key.get(), span: key_span }, item, span }
    }
}
