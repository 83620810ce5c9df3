//! What is common to reading every section.

use super::section::{Entry, Section};
use super::text::Text;
use crate::diagnostic::{Findings, ProblemCode, did_you_mean};
use crate::language::{self, Scope};
use crate::logic::never_holds;
use crate::rule::Rule;
use crate::terms::{Cycle, Share};
use std::ops::Range;
use toml_edit::{Item, Value};

/// The most characters of a name.
const NAME_CHARS_MAX: usize = 100;
/// The most characters of a reading.
const READING_CHARS_MAX: usize = 1000;

/// The file and the problems found so far.
pub(super) struct Reading<'a> {
    file: &'a str,
    findings: Findings,
}

impl<'a> Reading<'a> {
    pub(super) fn new(file: &'a str) -> Self {
        Self { file, findings: Findings::default() }
    }

    pub(super) fn finish(self) -> Findings {
        self.findings
    }

    /// How many problems were found so far.
    pub(super) fn problems(&self) -> usize {
        self.findings.count()
    }

    pub(super) fn add(
        &mut self,
        span: Range<usize>,
        code: ProblemCode,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.findings.add(span, code, message, help);
    }

    /// An entry as a text.
    pub(super) fn text(&mut self, entry: &Entry<'a>) -> Option<Text<'a>> {
        if let Some(value) = entry.item.as_str() {
            return Some(Text { value, span: entry.span.clone() });
        }
        self.wrong_type(entry, "a text", "\"...\"");
        None
    }

    /// An entry as a number within bounds, both included.
    pub(super) fn number(&mut self, entry: &Entry<'a>, least: f64, most: f64) -> Option<f64> {
        let number = entry.item.as_float().or_else(|| entry.item.as_integer().map(|n| n as f64));
        match number {
            Some(number) if (least..=most).contains(&number) => Some(number),
            Some(number) => {
                let message = format!("`{}` is {number}", entry.key.value);
                let help = format!("write a number between {least} and {most}");
                self.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
                None
            }
            None => {
                self.wrong_type(entry, "a number", "10");
                None
            }
        }
    }

    /// An entry as a whole number within bounds, both included.
    pub(super) fn whole(&mut self, entry: &Entry<'a>, least: f64, most: f64) -> Option<f64> {
        let number = self.number(entry, least, most)?;
        if libm::trunc(number) == number {
            return Some(number);
        }
        let message = format!("`{}` is {number}", entry.key.value);
        let help = format!("write a whole number between {least} and {most}");
        self.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
        None
    }

    /// An entry as a part of a whole, from 0 to 1.
    pub(super) fn share(&mut self, entry: &Entry<'a>) -> Option<Share> {
        self.number(entry, 0.0, 1.0).and_then(Share::new)
    }

    /// A text as how often something comes round.
    pub(super) fn cycle(&mut self, text: &Text<'a>) -> Option<Cycle> {
        self.parsed(text, "a period", |word| {
            let found = Cycle::ALL.into_iter().find(|cycle| cycle.word() == word);
            found.ok_or_else(|| did_you_mean(word, Cycle::ALL.map(Cycle::word), "period"))
        })
    }

    /// An entry as a list of texts, or as one text alone where `or_one` says so.
    pub(super) fn texts(&mut self, entry: &Entry<'a>, or_one: bool) -> Option<Vec<Text<'a>>> {
        if or_one && let Some(value) = entry.item.as_str() {
            return Some(vec![Text { value, span: entry.span.clone() }]);
        }
        let Item::Value(Value::Array(values)) = entry.item else {
            self.wrong_type(entry, "a list of texts", "[\"...\", \"...\"]");
            return None;
        };
        let text = |value: &'a Value| {
            let span = value.span().unwrap_or_else(|| entry.span.clone());
            value.as_str().map(|value| Text { value, span })
        };
        let texts: Option<Vec<_>> = values.iter().map(text).collect();
        if texts.is_none() {
            self.wrong_type(entry, "a list of texts", "[\"...\", \"...\"]");
        }
        texts
    }

    /// An entry as a table, called `what`.
    pub(super) fn section(&mut self, entry: &Entry<'a>, what: &str) -> Option<Section<'a>> {
        if let Some(table) = entry.item.as_table_like() {
            return Some(Section::new(what, entry.span.clone(), table));
        }
        let message = format!("`{}` is written as a table", entry.key.value);
        let help = format!("begin it with a line `{what}`");
        self.add(entry.key.span.clone(), ProblemCode::WrongType, message, help);
        None
    }

    pub(super) fn wrong_type(&mut self, entry: &Entry<'a>, wanted: &str, example: &str) {
        let key = entry.key.value;
        let message = format!("`{key}` needs {wanted}, and is {}", kind(entry.item));
        let help = format!("write `{key} = {example}`");
        self.add(entry.span.clone(), ProblemCode::WrongType, message, help);
    }

    /// A text as a rule, which must be one that some lead could meet.
    pub(super) fn rule(&mut self, text: &Text<'a>, scope: &Scope<'_>) -> Rule {
        let rule = language::rule(text.value, scope).unwrap_or_else(|findings| {
            for finding in findings {
                let span = text.place_of(&finding.span, self.file);
                self.add(span, finding.code, finding.message, finding.help);
            }
            // Stands for what was not understood, and is not judged further.
            Rule::Always(true)
        });
        if never_holds(&rule) {
            let message = "no lead can ever meet this: its conditions exclude each other";
            let help = "remove one of them, or join them with `||` if either is enough";
            self.add(text.span.clone(), ProblemCode::NeverHolds, message, help);
        }
        rule
    }

    /// A rule as [`Reading::rule`] reads it, with its text; where none is written, it holds of
    /// everybody or of nobody.
    pub(super) fn rule_or(
        &mut self,
        text: Option<&Text<'a>>,
        holds: bool,
        scope: &Scope<'_>,
    ) -> (Rule, String) {
        match text {
            Some(text) => (self.rule(text, scope), text.value.to_owned()),
            None => (Rule::Always(holds), String::new()),
        }
    }

    /// A text through a function that knows what to do when it is wrong.
    pub(super) fn parsed<T>(
        &mut self,
        text: &Text<'a>,
        what: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        parse(text.value)
            .map_err(|help| {
                let message = format!("`{}` is not {what}", text.value);
                self.add(text.span.clone(), ProblemCode::Malformed, message, help);
            })
            .ok()
    }

    /// Checks an id: letters, digits, `-` and `_`, and no other before it.
    pub(super) fn id(&mut self, text: &Text<'a>, what: &str, taken: &[&str]) -> Option<String> {
        let id = self.parsed(text, "an id", |id| {
            let valid = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            match (1..=NAME_CHARS_MAX).contains(&id.len()) && id.chars().all(valid) {
                true => Ok(id.to_owned()),
                false => {
                    Err("write letters, digits, `-` and `_`, such as `first-touch`".to_owned())
                }
            }
        })?;
        if taken.contains(&text.value) {
            let message = format!("another {what} is called `{id}` already");
            self.add(text.span.clone(), ProblemCode::Duplicate, message, "choose another id");
            return None;
        }
        Some(id)
    }

    /// Checks a name for people: not empty, not long.
    pub(super) fn name(&mut self, text: &Text<'a>) -> String {
        let chars = text.value.chars().count();
        if text.value.trim().is_empty() || chars > NAME_CHARS_MAX {
            let message = format!("the name has {chars} characters");
            let help = format!("write a name of 1 to {NAME_CHARS_MAX} characters");
            self.add(text.span.clone(), ProblemCode::OutOfBounds, message, help);
        }
        text.value.to_owned()
    }

    /// Checks a sentence or two for people: not long.
    pub(super) fn sentence(&mut self, text: &Text<'a>) -> String {
        let fits = text.value.chars().count() <= READING_CHARS_MAX;
        let too_long = || format!("write at most {READING_CHARS_MAX} characters");
        let check = |value: &str| if fits { Ok(value.to_owned()) } else { Err(too_long()) };
        self.parsed(text, "a short reading", check).unwrap_or_default()
    }

    /// Says that a list is too long, and cuts it.
    pub(super) fn at_most<T>(
        &mut self,
        list: &mut Vec<T>,
        most: usize,
        what: &str,
        span: Range<usize>,
    ) {
        if list.len() > most {
            let message = format!("there are {} {what}, more than the {most} allowed", list.len());
            self.add(span, ProblemCode::TooLarge, message, "join some of them");
            list.truncate(most);
        }
    }
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Value(Value::String(_)) => "a text",
        Item::Value(Value::Integer(_) | Value::Float(_)) => "a number",
        Item::Value(Value::Boolean(_)) => "true or false",
        Item::Value(Value::Datetime(_)) => "a date",
        Item::Value(Value::Array(_)) => "a list",
        _ => "a table",
    }
}
