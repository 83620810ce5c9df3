//! A file as the values that it holds, to say what a change of it must mean.

use toml_edit::{Document, Item, Value};

/// Values in their order.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Tree {
    Leaf(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    pub(crate) fn of(text: &str) -> Self {
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let keys = document.as_table().iter();
        Self::Map(keys.map(|(name, item)| (name.to_owned(), Self::item(item))).collect())
    }

    fn item(item: &Item) -> Self {
        match item {
            Item::Table(table) => {
                let keys = table.iter();
                Self::Map(keys.map(|(name, item)| (name.to_owned(), Self::item(item))).collect())
            }
            Item::ArrayOfTables(tables) => {
                let tables = tables.iter().map(|table| Self::item(&Item::Table(table.clone())));
                Self::List(tables.collect())
            }
            Item::Value(value) => Self::value(value),
            Item::None => Self::Leaf(String::new()),
        }
    }

    pub(crate) fn value(value: &Value) -> Self {
        match value {
            Value::Array(values) => Self::List(values.iter().map(Self::value).collect()),
            Value::InlineTable(table) => {
                let keys = table.iter();
                Self::Map(keys.map(|(name, it)| (name.to_owned(), Self::value(it))).collect())
            }
            Value::String(text) => Self::text(text.value()),
            other => {
                let mut other = other.clone();
                other.decor_mut().clear();
                Self::Leaf(other.to_string())
            }
        }
    }

    pub(crate) fn text(text: &str) -> Self {
        Self::Leaf(format!("{text:?}"))
    }

    /// The names in it: keys; in a list ids, texts or ordinals.
    pub(crate) fn names(&self) -> Vec<String> {
        match self {
            Self::Leaf(_) => Vec::new(),
            Self::Map(keys) => keys.iter().map(|(name, _)| name.clone()).collect(),
            Self::List(items) => {
                let name = |(nth, item): (usize, &Self)| item.id().unwrap_or((nth + 1).to_string());
                items.iter().enumerate().map(name).collect()
            }
        }
    }

    fn id(&self) -> Option<String> {
        match self {
            Self::Map(keys) => keys.iter().find(|(name, _)| name == "id").map(|(_, it)| it.plain()),
            Self::Leaf(text) if text.starts_with('"') => Some(self.plain()),
            _ => None,
        }
    }

    fn plain(&self) -> String {
        match self {
            Self::Leaf(text) => text.trim_matches('"').to_owned(),
            _ => String::new(),
        }
    }

    fn at(&self, name: &str) -> usize {
        self.names().iter().position(|it| it == name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// What a path leads to.
    pub(crate) fn get(&self, path: &[String]) -> &Self {
        let Some((name, rest)) = path.split_first() else { return self };
        match self {
            Self::Map(keys) => keys[self.at(name)].1.get(rest),
            Self::List(items) => items[self.at(name)].get(rest),
            Self::Leaf(_) => panic!("nothing is in a value"),
        }
    }

    pub(crate) fn get_mut(&mut self, path: &[String]) -> &mut Self {
        let Some((name, rest)) = path.split_first() else { return self };
        let at = self.at(name);
        match self {
            Self::Map(keys) => keys[at].1.get_mut(rest),
            Self::List(items) => items[at].get_mut(rest),
            Self::Leaf(_) => panic!("nothing is in a value"),
        }
    }

    pub(crate) fn remove(&mut self, name: &str) {
        let at = self.at(name);
        match self {
            Self::Map(keys) => drop(keys.remove(at)),
            Self::List(items) => drop(items.remove(at)),
            Self::Leaf(_) => panic!("nothing is in a value"),
        }
    }

    /// Moves one before or after another.
    pub(crate) fn shift(&mut self, name: &str, other: &str, after: bool) {
        fn shift<T>(all: &mut Vec<T>, from: usize, other: usize, after: bool) {
            let to = other + usize::from(after) - usize::from(from < other);
            let moved = all.remove(from);
            all.insert(to, moved);
        }
        let (from, to) = (self.at(name), self.at(other));
        if from == to {
            return;
        }
        match self {
            Self::Map(keys) => shift(keys, from, to, after),
            Self::List(items) => shift(items, from, to, after),
            Self::Leaf(_) => panic!("nothing is in a value"),
        }
    }

    pub(crate) fn shift_to_end(&mut self, name: &str) {
        if let Some(last) = self.names().last().cloned() {
            self.shift(name, &last, true);
        }
    }

    /// The first place at which it is another than `other`, and what stands there.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        if self == other {
            return None;
        }
        let names = self.names();
        let differs = |name: &&String| {
            let path = [(*name).clone()];
            self.get(&path).difference(other.get(&path)).is_some()
        };
        match names == other.names() && !names.is_empty() {
            true => names.iter().find(differs).map(|name| {
                let path = [name.clone()];
                let below = self.get(&path).difference(other.get(&path));
                format!("{name}.{}", below.unwrap_or_default())
            }),
            false => Some(format!(" {:?} and not {:?}", self.outline(), other.outline())),
        }
    }

    fn outline(&self) -> String {
        match self {
            Self::Leaf(text) => text.clone(),
            _ => self.names().join(", "),
        }
    }

    /// The paths of everything in it, the outermost first.
    pub(crate) fn paths(&self) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        let mut open = vec![Vec::new()];
        while let Some(path) = open.pop() {
            let below = self.get(&path).names().into_iter().map(|name| {
                let mut below = path.clone();
                below.push(name);
                below
            });
            open.extend(below);
            if !path.is_empty() {
                all.push(path);
            }
        }
        all
    }
}

/// Every comment of a file, in order.
pub(crate) fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let long = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes));
        let taken = match (first, long) {
            ('#', _) => {
                let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
                found.push(rest[..end].to_owned());
                end
            }
            (_, Some(quotes)) => 6 + rest[3..].find(quotes).unwrap(),
            ('\'', None) => 2 + rest[1..].find('\'').unwrap(),
            ('"', None) => {
                let bytes = rest.as_bytes();
                let mut end = 1;
                while bytes[end] != b'"' {
                    end += 1 + usize::from(bytes[end] == b'\\');
                }
                end + 1
            }
            _ => first.len_utf8(),
        };
        rest = &rest[taken..];
    }
    found
}
