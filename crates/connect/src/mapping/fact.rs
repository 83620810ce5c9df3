//! Traits, and `[[file.subject.fact]]`.

use super::entries::{Columns, fact_kind, id_word};
use super::model::{FactMapping, Source};
use super::problem::Problems;
use super::source;
use super::table::{Table, Text};
use super::time::Times;
use crate::nearest::did_you_mean;
use facts::{Kind, Origin, TraitType};
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
    let when = source::condition(&mut table, columns, problems);
    let time = times.of(&mut table, columns, problems);
    table.finish(problems);
    let word = problems.parsed(name, "the name of a trait", trait_name);
    let id = unique(id.as_ref(), || name.value.to_owned(), &name.span, seen, problems);
    let (cell, value_type) = cell?;
    Some(FactMapping {
        id: id?,
        kind: Kind::Trait,
        value_type,
        name: Source::Constant(Arc::from(word?)),
        value: Some(Source::Cell(cell)),
        needs_value: true,
        actor: None,
        origin: Origin::System,
        time: time?,
        when,
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
    let kind = table.needed_text("kind", "\"touch\"", problems);
    let id = table.text("id", problems);
    let name = table.entry("name");
    let value = table.entry("value");
    let actor = table.entry("actor");
    let origin = table.text("origin", problems);
    let when = source::condition(&mut table, columns, problems);
    let time = times.of(&mut table, columns, problems);
    let span = table.span.clone();
    table.finish(problems);

    let kind = kind.and_then(|text| problems.parsed(&text, "a kind of fact", fact_kind))?;
    let name = match (name, kind) {
        (Some(entry), _) => source::read(&entry, columns, problems)?.0,
        // A choice needs no name: there is one sort of it.
        (None, Kind::Assignment | Kind::Reopening) => Source::Constant(Arc::from(kind.word())),
        (None, _) => {
            let message = format!("a fact of the kind `{}` needs `name`", kind.word());
            problems.add(span, message, "add `name = \"form.contact\"`");
            return None;
        }
    };
    let value = value.and_then(|entry| source::read(&entry, columns, problems));
    let actor = actor.and_then(|entry| source::read(&entry, columns, problems));
    let origin = origin.and_then(|text| problems.parsed(&text, "an origin", read_origin));
    let id = unique(id.as_ref(), || default_id(kind, &name, columns), &span, seen, problems);
    Some(FactMapping {
        id: id?,
        kind,
        value_type: value.as_ref().map_or(TraitType::Text, |(_, value_type)| *value_type),
        name,
        value: value.map(|(value, _)| value),
        needs_value: matches!(kind, Kind::Trait | Kind::Opportunity | Kind::Assignment),
        actor: actor.map(|(actor, _)| actor),
        origin: origin.unwrap_or_default(),
        time: time?,
        when,
    })
}

fn default_id(kind: Kind, name: &Source, columns: &Columns) -> String {
    let name = match name {
        Source::Constant(name) => name,
        Source::Cell(cell) => columns.0[cell.column.0].as_str(),
    };
    format!("{}:{name}", kind.word())
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
