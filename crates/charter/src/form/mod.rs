//! A charter's file as a form shows it: its clauses, with their keys, rules taken apart, and where
//! each stands in the text.

mod rule;

pub use rule::{Asked, Literal, Question, RuleTree};

use crate::diagnostic::Diagnostics;
use crate::edit::KeyPath;
use crate::file::parse;
use toml_edit::{Item, Table, Value};

/// A section of the file, with what stands in it. [`crate::Edit`] takes its paths.
#[derive(Clone, PartialEq, Debug)]
pub struct FormClause {
    /// `stage.mql`, `icp.fit.3`, `engagement.points`.
    pub path: KeyPath,
    /// The line of its header, from 1; 0 where it has none.
    pub line: usize,
    /// Its keys in the order of the file, those of tables in one line among them.
    pub fields: Vec<FormField>,
}

/// A key with its value.
#[derive(Clone, PartialEq, Debug)]
pub struct FormField {
    /// `stage.mql.enter`.
    pub path: KeyPath,
    /// The line on which its value begins, from 1.
    pub line: usize,
    /// What it is.
    pub value: FormValue,
}

/// A value in a charter's file.
#[derive(Clone, PartialEq, Debug)]
pub enum FormValue {
    /// A rule; without a tree where it cannot be read.
    Rule {
        /// As it is written.
        text: String,
        /// Taken apart.
        tree: Option<RuleTree>,
    },
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A list of texts.
    Texts(Vec<String>),
}

/// Keys whose text is a rule.
const RULES: [&str; 2] = ["when", "enter"];

/// What a form shows of a charter's text, which must be TOML and need not be sound. Clauses that
/// are written within one value, and dates, are left to the text.
///
/// # Errors
/// Where the text is not TOML, or is larger than 1 MiB.
pub fn form(text: &str) -> Result<Vec<FormClause>, Diagnostics> {
    let document = parse(text, "a charter is a short agreement: remove what is not part of it")?;
    let lines = Lines::of(text);
    let mut clauses = Vec::new();
    section(&lines, &[], document.as_table(), &mut clauses);
    clauses.sort_by_key(|clause| clause.line);
    Ok(clauses)
}

/// Where lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// The line of a byte, from 1.
    fn line(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }
}

fn section(lines: &Lines, path: &[String], table: &Table, clauses: &mut Vec<FormClause>) {
    let mut fields = Vec::new();
    for (name, item) in table {
        let below = with(path, name);
        match item {
            Item::Value(value) => field(lines, &below, value, &mut fields),
            Item::Table(table) => section(lines, &below, table, clauses),
            Item::ArrayOfTables(tables) => {
                for (at, table) in tables.iter().enumerate() {
                    let id = table.get("id").and_then(Item::as_str);
                    let id = id.map_or_else(|| (at + 1).to_string(), str::to_owned);
                    section(lines, &with(&below, &id), table, clauses);
                }
            }
            Item::None => {}
        }
    }
    if !fields.is_empty() {
        let line = table.span().map_or(0, |span| lines.line(span.start));
        clauses.push(FormClause { path: KeyPath::of(path), line, fields });
    }
}

fn field(lines: &Lines, path: &[String], value: &Value, fields: &mut Vec<FormField>) {
    let is_rule = path.last().is_some_and(|name| RULES.contains(&name.as_str()));
    let shown = match value {
        Value::String(text) if is_rule => {
            let text = text.value().clone();
            FormValue::Rule { tree: RuleTree::read(&text), text }
        }
        Value::String(text) => FormValue::Text(text.value().clone()),
        Value::Integer(number) => FormValue::Number(*number.value() as f64),
        Value::Float(number) => FormValue::Number(*number.value()),
        Value::Boolean(flag) => FormValue::Flag(*flag.value()),
        Value::Array(items) => {
            let texts: Option<Vec<_>> =
                items.iter().map(|item| item.as_str().map(str::to_owned)).collect();
            match texts {
                Some(texts) => FormValue::Texts(texts),
                None => return,
            }
        }
        Value::InlineTable(table) => {
            for (name, value) in table {
                field(lines, &with(path, name), value, fields);
            }
            return;
        }
        Value::Datetime(_) => return,
    };
    let line = value.span().map_or(0, |span| lines.line(span.start));
    fields.push(FormField { path: KeyPath::of(path), line, value: shown });
}

fn with(path: &[String], name: &str) -> Vec<String> {
    let names = path.iter().map(String::as_str).chain([name]);
    names.map(str::to_owned).collect()
}
