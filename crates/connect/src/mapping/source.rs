//! Where a name, a value or an actor comes from: `"a constant"`, or `{ column = "…", … }`.

use super::entries::Columns;
use super::model::{Cell, Condition, Decimal, Otherwise, Source};
use super::problem::Problems;
use super::table::{Entry, Table, text, texts};
use crate::nearest::did_you_mean;
use facts::TraitType;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A constant, or a column.
pub(super) fn read<'a>(
    entry: &Entry<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<(Source, TraitType)> {
    if let Some(value) = entry.item.as_str() {
        return Some((Source::Constant(Arc::from(value)), TraitType::Text));
    }
    let Some(table) = entry.item.as_table_like() else {
        let key = entry.key.value;
        let help = format!("write `{key} = \"always this\"` or `{key} = {{ column = \"…\" }}`");
        problems.add(entry.span.clone(), format!("`{key}` needs a text or a column"), help);
        return None;
    };
    let mut table = Table::new(&format!("`{}`", entry.key.value), entry.span.clone(), table);
    let source = cell(&mut table, columns, problems);
    table.finish(problems);
    source.map(|(cell, value_type)| (Source::Cell(cell), value_type))
}

/// `column` and how it is read: `type`, `empty`, `lower`, `map`, `ignore_case`, `otherwise`,
/// `range`, `out_of_range`, `decimal`, `yes`, `no` of a table.
pub(super) fn cell<'a>(
    table: &mut Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<(Cell, TraitType)> {
    let column = table.needed_text("column", "\"Lead Source\"", problems);
    let value_type = table.text("type", problems).and_then(|text| {
        problems.parsed(&text, "a type", |word| {
            TraitType::from_word(word)
                .ok_or_else(|| did_you_mean(word, ["text", "number", "flag"], "type"))
        })
    });
    let correct = table.table("correct", "correct", problems).map(|table| map(&table, problems));
    let remark = table.text("remark", problems).map(|text| Arc::from(text.value));
    let empty = table.entry("empty").map(|entry| texts(&entry, problems));
    let lower = table.flag("lower", problems).unwrap_or(false);
    let ignore_case = table.flag("ignore_case", problems).unwrap_or(false);
    let map = table.table("map", "map", problems).map(|table| map(&table, problems));
    let map = map.map(|map| match ignore_case || lower {
        true => map.into_iter().map(|(key, word)| (key.to_lowercase(), word)).collect(),
        false => map,
    });
    let otherwise = table.text("otherwise", problems).and_then(|text| {
        problems.parsed(&text, "something to do", |word| match word {
            "reject" => Ok(Otherwise::Reject),
            "keep" => Ok(Otherwise::Keep),
            "skip" => Ok(Otherwise::Skip),
            _ => Err(did_you_mean(word, ["reject", "keep", "skip"], "word")),
        })
    });
    let range = table.entry("range").and_then(|entry| range(&entry, problems));
    let reject = table.text("out_of_range", problems).and_then(|text| {
        problems.parsed(&text, "something to do", |word| match word {
            "reject" => Ok(true),
            "note" => Ok(false),
            _ => Err(did_you_mean(word, ["reject", "note"], "word")),
        })
    });
    let decimal = table.text("decimal", problems).and_then(|text| {
        problems.parsed(&text, "what stands before a fraction", |word| match word {
            "." => Ok(Decimal::Point),
            "," => Ok(Decimal::Comma),
            _ => Err("write `.` or `,`".to_owned()),
        })
    });
    let mut words = |key| {
        let texts = table.entry(key).map(|entry| texts(&entry, problems)).unwrap_or_default();
        texts.iter().map(|text| text.value.to_lowercase()).collect::<Vec<_>>()
    };
    let words = [words("yes"), words("no")];
    let value_type = value_type.unwrap_or(TraitType::Text);
    if value_type != TraitType::Flag && words.iter().any(|words| !words.is_empty()) {
        let help = "add `type = \"flag\"`";
        problems.add(table.span.clone(), "only a flag has words for true and false", help);
    }
    if value_type != TraitType::Number && decimal.is_some() {
        let help = "add `type = \"number\"`";
        problems.add(table.span.clone(), "only a number has a fraction", help);
    }
    if range.is_some() && value_type != TraitType::Number {
        problems.add(table.span.clone(), "only a number has a range", "add `type = \"number\"`");
    }
    let owned = |texts: Vec<super::table::Text<'_>>| {
        texts.iter().map(|text| text.value.to_owned()).collect()
    };
    let cell = Cell {
        column: columns.column(&column?),
        correct: correct.unwrap_or_default(),
        remark,
        empty: empty.map_or_else(|| vec![String::new()], owned),
        lower,
        map: map.unwrap_or_default(),
        ignore_case,
        otherwise: otherwise.unwrap_or(Otherwise::Reject),
        range,
        reject_out_of_range: reject.unwrap_or(false),
        decimal,
        words,
    };
    Some((cell, value_type))
}

fn map<'a>(table: &Table<'a>, problems: &mut Problems<'a>) -> BTreeMap<String, Arc<str>> {
    let entries = table.entries();
    let pair = |entry: &Entry<'a>| {
        text(entry, problems).map(|text| (entry.key.value.to_owned(), Arc::from(text.value)))
    };
    entries.iter().filter_map(pair).collect()
}

fn range<'a>(entry: &Entry<'a>, problems: &mut Problems<'a>) -> Option<(f64, f64)> {
    let number = |value: &toml_edit::Value| {
        value.as_float().or_else(|| value.as_integer().map(|n| n as f64))
    };
    let numbers: Option<Vec<f64>> =
        entry.item.as_array().and_then(|values| values.iter().map(number).collect());
    match numbers.as_deref() {
        Some(&[least, most]) if least <= most => Some((least, most)),
        _ => {
            let message = "`range` needs the least and the most";
            problems.add(entry.span.clone(), message, "write `range = [0, 100]`");
            None
        }
    }
}

/// `when = { column = "…", equals = "…" }`, with `one_of`, `not_one_of` or `not_empty` instead, or a
/// list of these, all of which must hold.
pub(super) fn conditions<'a>(
    table: &mut Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Vec<Condition> {
    let Some(entry) = table.entry("when") else { return Vec::new() };
    let tables = match entry.item.as_table_like() {
        Some(one) => vec![Table::new("`when`", entry.span.clone(), one)],
        None => super::table::tables(&entry, "`when`", problems),
    };
    tables.into_iter().filter_map(|table| condition(table, columns, problems)).collect()
}

fn condition<'a>(
    mut table: Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<Condition> {
    let column = table.needed_text("column", "\"Status\"", problems);
    let mut list = |key| table.entry(key).map(|entry| texts(&entry, problems));
    let (equals, one_of, not_one_of) = (list("equals"), list("one_of"), list("not_one_of"));
    let not_empty = table.flag("not_empty", problems);
    let span = table.span.clone();
    table.finish(problems);
    let (one_of, is_not) = match (equals.or(one_of), not_one_of, not_empty) {
        (Some(texts), None, None) => (Some(texts), false),
        (None, Some(texts), None) => (Some(texts), true),
        (None, None, Some(true)) => (None, false),
        _ => {
            let help = "write one of `equals = \"…\"`, `one_of = [\"…\", \"…\"]`, \
                        `not_one_of = [\"…\"]` and `not_empty = true`";
            problems.add(span, "`when` does not say what it asks", help);
            return None;
        }
    };
    let owned = |text: super::table::Text<'_>| text.value.to_owned();
    let one_of = one_of.map(|texts| texts.into_iter().map(owned).collect());
    Some(Condition { column: columns.column(&column?), one_of, is_not })
}
