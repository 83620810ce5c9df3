//! Traits, and `[[file.subject.fact]]`.

use super::entries::{Columns, fact_kind, id_word};
use super::model::{Cell, FactMapping, FactPattern, Otherwise, Source};
use super::order;
use super::problem::Problems;
use super::source;
use super::table::{Entry, Table, Text};
use super::time::Times;
use crate::nearest::did_you_mean;
use facts::{Kind, Origin, TraitType};
use std::collections::BTreeMap;
use std::sync::Arc;

/// `"lead.source" = { column = "origin", … }`.
pub(super) fn read_trait<'a>(
    name: &Text<'a>,
    mut table: Table<'a>,
    times: &Times<'_>,
    columns: &mut Columns,
    seen: &mut Vec<String>,
    problems: &mut Problems<'a>,
) -> Option<FactMapping> {
    let cell = source::cell(&mut table, columns, problems);
    let id = table.text("id", problems);
    let when = source::conditions(&mut table, columns, problems);
    let currency = currency(&mut table, columns, problems);
    let time = times.of(&mut table, columns, problems);
    let span = table.span.clone();
    table.finish(problems);
    let word = problems.parsed(name, "the name of a trait", trait_name);
    let id = unique(id.as_ref(), || name.value.to_owned(), &name.span, seen, problems);
    let (cell, value_type) = cell?;
    check_currency(currency.is_some(), Some(value_type), span, problems);
    Some(FactMapping {
        id: id?,
        kind: Some(Kind::Trait),
        patterns: BTreeMap::new(),
        value_type,
        name: Source::Constant(Arc::from(word?)),
        value: Some(Source::Cell(cell)),
        actor: None,
        origin: Origin::System,
        time: time?,
        when,
        currency,
    })
}

/// `[[file.subject.fact]]`.
pub(super) fn read<'a>(
    mut table: Table<'a>,
    times: &Times<'_>,
    columns: &mut Columns,
    seen: &mut Vec<String>,
    problems: &mut Problems<'a>,
) -> Option<FactMapping> {
    let whole = table.entry("fact");
    let kind = match &whole {
        Some(_) => table.text("kind", problems),
        None => table.needed_text("kind", "\"touch\"", problems),
    };
    let id = table.text("id", problems);
    let name = table.entry("name");
    let value = table.entry("value");
    let actor = table.entry("actor");
    let origin = table.text("origin", problems);
    let when = source::conditions(&mut table, columns, problems);
    let currency = currency(&mut table, columns, problems);
    let time = times.of(&mut table, columns, problems);
    let span = table.span.clone();
    table.finish(problems);

    let mut patterns = BTreeMap::new();
    let (kind, name) = match whole {
        Some(entry) => {
            if kind.is_some() || name.is_some() {
                let help = "leave `kind` and `name` out, or write them instead of `fact`";
                problems.add(span.clone(), "`fact` says kind and name already", help);
            }
            let (source, found) = whole_facts(&entry, columns, problems)?;
            patterns = found;
            (None, source)
        }
        None => {
            let kind = kind.and_then(|text| problems.parsed(&text, "a kind of fact", fact_kind))?;
            (Some(kind), name_of(kind, name, span.clone(), columns, problems)?)
        }
    };
    let value = value.and_then(|entry| source::read(&entry, columns, problems));
    check_currency(currency.is_some(), value.as_ref().map(|(_, of)| *of), span.clone(), problems);
    let actor = actor.and_then(|entry| source::read(&entry, columns, problems));
    let origin = origin.and_then(|text| problems.parsed(&text, "an origin", read_origin));
    let id = unique(id.as_ref(), || default_id(kind, &name, columns), &span, seen, problems);
    Some(FactMapping {
        id: id?,
        kind,
        patterns,
        value_type: value.as_ref().map_or(TraitType::Text, |(_, value_type)| *value_type),
        name,
        value: value.map(|(value, _)| value),
        actor: actor.map(|(actor, _)| actor),
        origin: origin.unwrap_or_default(),
        time: time?,
        when,
        currency,
    })
}

fn name_of<'a>(
    kind: Kind,
    name: Option<Entry<'a>>,
    span: std::ops::Range<usize>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<Source> {
    match name {
        Some(entry) => Some(source::read(&entry, columns, problems)?.0),
        // A choice needs no name: there is one sort of it.
        None if matches!(kind, Kind::Assignment | Kind::Reopening) => {
            Some(Source::Constant(Arc::from(kind.word())))
        }
        None => {
            let message = format!("a fact of the kind `{}` needs `name`", kind.word());
            problems.add(span, message, "add `name = \"form.contact\"`");
            None
        }
    }
}

/// `fact = { column = "Event", map = { "Form filled" = "touch:form.contact" } }`: each word says
/// the kind, the name and perhaps the value.
fn whole_facts<'a>(
    entry: &Entry<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<(Source, BTreeMap<Arc<str>, FactPattern>)> {
    let (source, _) = source::read(entry, columns, problems)?;
    let (words, otherwise): (Vec<&Arc<str>>, _) = match &source {
        Source::Constant(word) => (vec![word], Otherwise::Reject),
        Source::Cell(cell) => (cell.map.values().collect(), cell.otherwise),
        Source::EmailClass(_) => (Vec::new(), Otherwise::Reject),
    };
    if words.is_empty() || otherwise == Otherwise::Keep {
        let help = "write `fact = { column = \"…\", map = { \"…\" = \"touch:form.contact\" } }`, with \
                    `otherwise = \"skip\"` where other words say nothing";
        problems.add(entry.span.clone(), "`fact` needs a map to whole facts", help);
        return None;
    }
    let mut patterns = BTreeMap::new();
    for word in words {
        let help = match order::pattern(word) {
            Ok(fact) if fact_kind(fact.kind.word()).is_ok() => {
                patterns.insert(Arc::clone(word), fact);
                continue;
            }
            Ok(_) => "links and retractions are no facts of a row".to_owned(),
            Err(help) => help,
        };
        problems.add(entry.span.clone(), format!("`{word}` is not a fact"), help);
    }
    Some((source, patterns))
}

/// `currency = "EUR"`, or `currency = { column = "…" }`.
fn currency<'a>(
    table: &mut Table<'a>,
    columns: &mut Columns,
    problems: &mut Problems<'a>,
) -> Option<Source> {
    let entry = table.entry("currency")?;
    let (source, _) = source::read(&entry, columns, problems)?;
    if let Source::Constant(code) = &source
        && crate::amount::Currency::from_code(code).is_none()
    {
        let help = "write its code of ISO 4217, such as `EUR`";
        problems.add(entry.span, format!("`{code}` is not a currency"), help);
    }
    Some(source)
}

fn check_currency(
    has_currency: bool,
    value_type: Option<TraitType>,
    span: std::ops::Range<usize>,
    problems: &mut Problems<'_>,
) {
    if has_currency && value_type != Some(TraitType::Number) {
        let help = "add `type = \"number\"` beside the column of the amount";
        problems.add(span, "only a number has a currency", help);
    }
}

fn default_id(kind: Option<Kind>, name: &Source, columns: &Columns) -> String {
    let name = match name {
        Source::Constant(name) => name,
        Source::Cell(Cell { column, .. }) | Source::EmailClass(column) => {
            columns.0[column.0].as_str()
        }
    };
    format!("{}:{name}", kind.map_or("fact", Kind::word))
}

/// The id of a fact, which no other of the mapping may have.
fn unique<'a>(
    id: Option<&Text<'a>>,
    default: impl FnOnce() -> String,
    span: &std::ops::Range<usize>,
    seen: &mut Vec<String>,
    problems: &mut Problems<'a>,
) -> Option<String> {
    let (id, span) = match id {
        Some(text) => (problems.parsed(text, "an id", id_word)?, text.span.clone()),
        None => (default(), span.clone()),
    };
    if seen.contains(&id) {
        let message = format!("another fact of this mapping is called `{id}` already");
        problems.add(span, message, "add an `id` of its own, and keep it from then on");
        return None;
    }
    seen.push(id.clone());
    Some(id)
}

fn trait_name(name: &str) -> Result<String, String> {
    let help = "begin with `lead.`, `account.` or `opportunity.`, such as `lead.source`";
    let (subject, rest) = name.split_once('.').ok_or(help)?;
    match matches!(subject, "lead" | "account" | "opportunity") && !rest.is_empty() {
        true => id_word(name),
        false => Err(help.to_owned()),
    }
}

fn read_origin(word: &str) -> Result<Origin, String> {
    match word {
        "system" => Ok(Origin::System),
        "human" => Ok(Origin::Human),
        "hand_logged" => Ok(Origin::HandLogged),
        _ => Err(did_you_mean(word, ["system", "human", "hand_logged"], "word")),
    }
}
