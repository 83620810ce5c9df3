//! Following a path into a file.

use super::layout::{Layout, header};
use super::{EditError, KeyPath};
use crate::diagnostic::did_you_mean;
use std::ops::Range;
use toml_edit::{Array, ArrayOfTables, Item, Key, Table, TableLike, Value};

/// Lists of clauses, by the name of their key, and whether their clauses have ids.
const LISTS: [(&str, bool); 8] = [
    ("stage", true),
    ("handoff", true),
    ("route", true),
    ("promise", true),
    ("goal", true),
    ("motion", true),
    ("pipeline", true),
    ("fit", false),
];

/// Something in a file.
#[derive(Clone, Copy)]
pub(super) enum Node<'d> {
    Table(&'d Table),
    Tables(&'d ArrayOfTables),
    Value(&'d Value),
}

/// How far a path leads.
pub(super) struct Walk<'d> {
    /// What was found on the way, the root first.
    pub(super) nodes: Vec<Node<'d>>,
    /// The key of the last, if it has one.
    pub(super) key: Option<&'d Key>,
    /// The names as they are in the file, for those that were found.
    pub(super) found: KeyPath,
    /// The names that were not.
    pub(super) left: Vec<String>,
}

impl<'d> Node<'d> {
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Table(_) => "a section",
            Self::Tables(_) => "a list of clauses",
            Self::Value(Value::Array(_)) => "a list",
            Self::Value(Value::InlineTable(_)) => "a table in one line",
            Self::Value(_) => "a value",
        }
    }

    fn of(item: &'d Item) -> Option<Self> {
        match item {
            Item::Table(table) => Some(Self::Table(table)),
            Item::ArrayOfTables(tables) => Some(Self::Tables(tables)),
            Item::Value(value) => Some(Self::Value(value)),
            Item::None => None,
        }
    }

    /// The one of that name in it: a key, or in a list one by its id, its text or its ordinal.
    fn step(self, name: &str) -> Option<(Option<&'d Key>, Self)> {
        match self {
            Self::Table(table) => keyed(table, name),
            Self::Value(Value::InlineTable(table)) => keyed(table, name),
            Self::Tables(tables) => {
                let at = place_of(name, tables.iter().map(table_id))?;
                tables.get(at).map(|table| (None, Self::Table(table)))
            }
            Self::Value(Value::Array(array)) => {
                let at = place_of(name, array.iter().map(value_id))?;
                array.get(at).map(|value| (None, Self::Value(value)))
            }
            Self::Value(_) => None,
        }
    }

    /// What the names in it are.
    pub(super) fn names(self) -> Vec<&'d str> {
        match self {
            Self::Table(table) => table.iter().map(|(name, _)| name).collect(),
            Self::Tables(tables) => tables.iter().filter_map(table_id).collect(),
            Self::Value(Value::InlineTable(table)) => table.iter().map(|(name, _)| name).collect(),
            Self::Value(Value::Array(array)) => array.iter().filter_map(value_id).collect(),
            Self::Value(_) => Vec::new(),
        }
    }

    /// The lines on which it stands, each section with the comments that touch it; those that
    /// touch each other are one. Empty within one value.
    pub(super) fn lines(self, key: Option<&Key>, layout: &Layout<'_>) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        self.collect(key, layout, &mut lines);
        lines.sort_unstable_by_key(|range: &Range<usize>| range.start);
        let mut joined: Vec<Range<usize>> = Vec::new();
        for next in lines {
            match joined.last_mut() {
                Some(last) if layout.touch(last, &next) => last.end = next.end.max(last.end),
                _ => joined.push(next),
            }
        }
        joined
    }

    fn collect(self, key: Option<&Key>, layout: &Layout<'_>, lines: &mut Vec<Range<usize>>) {
        match self {
            Self::Table(table) => {
                let own = header(table);
                lines.extend(own.as_ref().map(|header| layout.section(header.start)));
                for (name, item) in table {
                    let is_line = matches!(item, Item::Value(_));
                    // The lines of a section with a header are within it.
                    if let (Some(node), false) = (Node::of(item), own.is_some() && is_line) {
                        node.collect(table.key(name), layout, lines);
                    }
                }
            }
            Self::Tables(tables) => {
                tables.iter().for_each(|table| Self::Table(table).collect(None, layout, lines));
            }
            Self::Value(value) => {
                if let (Some(key), Some(value)) = (key.and_then(Key::span), value.span()) {
                    lines.push(layout.line(key.start, value.end));
                }
            }
        }
    }
}

fn keyed<'d>(table: &'d dyn TableLike, name: &str) -> Option<(Option<&'d Key>, Node<'d>)> {
    let (key, item) = table.get_key_value(name)?;
    Node::of(item).map(|node| (Some(key), node))
}

/// By its id, else by its ordinal from 1.
fn place_of<'n>(name: &str, ids: impl Iterator<Item = Option<&'n str>>) -> Option<usize> {
    let ids: Vec<_> = ids.collect();
    let ordinal = || name.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < ids.len());
    ids.iter().position(|id| *id == Some(name)).or_else(ordinal)
}

fn table_id(table: &Table) -> Option<&str> {
    table.get("id").and_then(Item::as_str)
}

fn value_id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.as_inline_table()?.get("id")?.as_str())
}

/// Whether `[[name]]` is a list of clauses, and whether those have ids.
pub(super) fn list(name: &str) -> Option<bool> {
    LISTS.iter().find(|(known, _)| *known == name).map(|(_, has_ids)| *has_ids)
}

/// Follows a path as far as it leads.
pub(super) fn walk<'d>(layout: &Layout<'d>, path: &KeyPath) -> Walk<'d> {
    let mut nodes = vec![Node::Table(layout.root)];
    let mut key = None;
    let mut found = Vec::new();
    let mut names = path.names();
    while let (Some(node), false) = (nodes.last(), names.is_empty()) {
        // A name with dots in it may be written without quotes: `engagement.points.page.pricing`.
        let step = (1..=names.len()).find_map(|many| {
            let name = names[..many].join(".");
            node.step(&name).map(|(key, next)| (many, name, key, next))
        });
        let Some((many, name, at, next)) = step else { break };
        names = &names[many..];
        found.push(name);
        key = at;
        nodes.push(next);
    }
    Walk { nodes, key, found: KeyPath::of(found), left: names.to_vec() }
}

impl<'d> Walk<'d> {
    /// The last that was found.
    pub(super) fn last(&self) -> Node<'d> {
        self.nodes[self.nodes.len() - 1]
    }

    /// What the last is in.
    pub(super) fn parent(&self) -> Option<Node<'d>> {
        self.nodes.len().checked_sub(2).map(|at| self.nodes[at])
    }

    /// That all of the path was found.
    pub(super) fn whole(self) -> Result<Self, EditError> {
        if self.left.is_empty() { Ok(self) } else { Err(self.not_there()) }
    }

    /// What to say where the path ends too early.
    pub(super) fn not_there(&self) -> EditError {
        let missing = self.left.first().map(String::as_str).unwrap_or_default();
        let names = self.found.names().iter().map(String::as_str).chain([missing]);
        let path = KeyPath::of(names).to_string();
        let there = self.last().names();
        let help = match self.last() {
            Node::Tables(_) => {
                let guess = did_you_mean(missing, there, "clause");
                let joint = if guess.ends_with('?') { " Else" } else { ", or" };
                format!("{guess}{joint} add the clause first")
            }
            _ => did_you_mean(missing, there, "key"),
        };
        EditError::NotThere { path, help }
    }

    /// Whether it stands within one value, and not on lines of its own.
    pub(super) fn is_inline(&self) -> bool {
        let before = &self.nodes[..self.nodes.len().saturating_sub(1)];
        before.iter().any(|node| matches!(node, Node::Value(_)))
    }

    pub(super) fn other_kind(&self, needed: &'static str) -> EditError {
        EditError::OtherKind { path: self.found.to_string(), is: self.last().what(), needed }
    }
}

/// The entries of a value, each with its place: of a list, or keys with their values.
pub(super) fn entries(value: &Value) -> Vec<Range<usize>> {
    match value {
        Value::Array(array) => array.iter().filter_map(Value::span).collect(),
        Value::InlineTable(table) => table
            .iter()
            .filter_map(|(name, value)| Some(table.key(name)?.span()?.start..value.span()?.end))
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a list holds values only, no tables.
pub(super) fn is_plain(array: &Array) -> bool {
    !array.iter().any(Value::is_inline_table)
}
