//! A mapping of events from its text: what operations says beyond the standard names.

use super::problem::{MappingProblems, Problems};
use super::table::{Entry, Table, table, text, wrong_type};
use super::{BYTES_MAX, LIST_MAX};
use crate::segment::{EventMapping, EventMeaning, PagePattern, TraitMeaning};
use facts::{Kind, Schema};
use std::sync::Arc;
use toml_edit::Document;

/// Traits that say who somebody is, which rules may not read.
const PERSONAL: &[&str] =
    &["email", "name", "firstName", "lastName", "first_name", "last_name", "phone", "username"];

impl EventMapping {
    /// Reads a mapping of events from its text, TOML of at most 1 MiB. What it says comes before
    /// the standard names, which hold for all else.
    ///
    /// ```
    /// use connect::segment::EventMapping;
    ///
    /// let mapping = EventMapping::read(r#"
    ///     [events]                               # the events of track calls
    ///     "Quote Requested" = "form.quote"
    ///     "Call Booked" = { activity = "meeting.booked" }
    ///     "Newsletter Left" = { flag = "lead.opted_out", is = true }
    ///     "Heartbeat" = "ignore"
    ///
    ///     [[page]]                               # the first that fits counts
    ///     path = "/plans*"
    ///     fact = "page.pricing"
    ///
    ///     [traits]                               # of people
    ///     jobTitle = "lead.title"
    ///
    ///     [group_traits]                         # of companies
    ///     headcount = "account.employees"
    /// "#).unwrap();
    /// assert!(mapping.event("quote requested").is_some());
    ///
    /// let problems = EventMapping::read("[traits]\nemail = \"lead.title\"").unwrap_err();
    /// assert!(problems.to_string().starts_with("line 2, column 1: `email` says who somebody is"));
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong at once, each with its line and column and what to do.
    pub fn read(text: &str) -> Result<Self, MappingProblems> {
        let mut problems = Problems::new(text);
        if text.len() > BYTES_MAX {
            problems.add(0..0, "the mapping has more than 1 MiB", "shorten it");
            return Err(problems.finish());
        }
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                let message = format!("this is not TOML: {}", error.message().replace('\n', ", "));
                let help = "write keys as `\"Event\" = \"touch.name\"` under `[events]`";
                problems.add(error.span().unwrap_or(0..0), message, help);
                return Err(problems.finish());
            }
        };
        let root = Table::new("a mapping of events", 0..0, document.as_table());
        let mapping = read(root, &mut problems);
        if problems.is_empty() { Ok(mapping) } else { Err(problems.finish()) }
    }
}

fn read<'a>(mut root: Table<'a>, problems: &mut Problems<'a>) -> EventMapping {
    let schema = Schema::default();
    let mut mapping = EventMapping::default();
    if let Some(events) = root.table("events", "`[events]`", problems) {
        for entry in bounded(&events, problems) {
            if let Some(meaning) = event(&entry, problems) {
                mapping.events.insert(entry.key.value.to_lowercase(), meaning);
            }
        }
    }
    let pages = root.tables("page", "[[page]]", problems);
    let pages: Vec<_> = pages.into_iter().filter_map(|table| page(table, problems)).collect();
    mapping.pages.splice(0..0, pages);
    for (key, side) in [("traits", "lead."), ("group_traits", "account.")] {
        let Some(of) = root.table(key, key, problems) else { continue };
        for entry in bounded(&of, problems) {
            if let Some(meaning) = meant(&entry, side, &schema, problems) {
                let path = entry.key.value.to_owned();
                match key {
                    "traits" => mapping.traits.insert(path, meaning),
                    _ => mapping.group_traits.insert(path, meaning),
                };
            }
        }
    }
    root.finish(problems);
    mapping
}

fn bounded<'a>(table: &Table<'a>, problems: &mut Problems<'a>) -> Vec<Entry<'a>> {
    let entries = table.entries();
    if entries.len() > LIST_MAX {
        let message = format!("there are {} entries, more than {LIST_MAX}", entries.len());
        problems.add(table.span.clone(), message, "leave out those that no charter reads");
    }
    entries
}

fn event<'a>(entry: &Entry<'a>, problems: &mut Problems<'a>) -> Option<EventMeaning> {
    if entry.item.as_str() == Some("ignore") {
        return Some(EventMeaning::Ignored);
    }
    if entry.item.as_str().is_some() {
        let name = text(entry, problems)?;
        let name = problems.parsed(&name, "the name of a touch", fact_name)?;
        return Some(EventMeaning::Fact(Kind::Touch, name));
    }
    let mut of = table(entry, "an event", problems)?;
    let touch = of.text("touch", problems);
    let activity = of.text("activity", problems);
    let flag = of.text("flag", problems);
    let is = of.flag("is", problems);
    let span = of.span.clone();
    of.finish(problems);
    let mut name = |text, what| problems.parsed(&text, what, fact_name);
    match (touch, activity, flag) {
        (Some(touch), None, None) => {
            name(touch, "the name of a touch").map(|name| EventMeaning::Fact(Kind::Touch, name))
        }
        (None, Some(activity), None) => name(activity, "the name of an activity")
            .map(|name| EventMeaning::Fact(Kind::Activity, name)),
        (None, None, Some(flag)) => name(flag, "the name of a trait")
            .map(|name| EventMeaning::Flag(name, is.unwrap_or(true))),
        _ => {
            let help = "write `touch = \"…\"`, `activity = \"…\"` or `flag = \"…\"`";
            problems.add(span, "an event means one thing", help);
            None
        }
    }
}

fn page<'a>(mut of: Table<'a>, problems: &mut Problems<'a>) -> Option<PagePattern> {
    let path = of.text("path", problems).map(|text| text.value.to_owned());
    let name = of.text("name", problems).map(|text| text.value.to_lowercase());
    let fact = of.needed_text("fact", "\"page.pricing\"", problems);
    let span = of.span.clone();
    of.finish(problems);
    if path.is_none() && name.is_none() {
        let help = "add `path = \"/pricing*\"` or `name = \"Pricing\"`";
        problems.add(span, "a page is told by its path or its name", help);
        return None;
    }
    let fact = problems.parsed(&fact?, "the name of a touch", fact_name)?;
    Some(PagePattern { path, name, fact })
}

fn meant<'a>(
    entry: &Entry<'a>,
    side: &str,
    schema: &Schema,
    problems: &mut Problems<'a>,
) -> Option<TraitMeaning> {
    if PERSONAL.contains(&entry.key.value) {
        let message = format!("`{}` says who somebody is", entry.key.value);
        let help = "leave it out: it is kept apart from facts, and rules may not read it";
        problems.add(entry.key.span.clone(), message, help);
        return None;
    }
    let Some(name) = entry.item.as_str() else {
        wrong_type(entry, "the name of a trait", &format!("\"{side}industry\""), problems);
        return None;
    };
    let name_of = super::table::Text { value: name, span: entry.span.clone() };
    let name =
        problems.parsed(&name_of, "the name of a trait", |name| match name.strip_prefix(side) {
            Some(_) => fact_name(name),
            None => Err(format!("write a name that begins with `{side}`")),
        })?;
    Some(TraitMeaning::named(&name, schema))
}

/// A name of a fact: words of letters, digits, `_` and `-`, with points between them.
fn fact_name(name: &str) -> Result<Arc<str>, String> {
    let is_word = |word: &str| {
        let letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
        !word.is_empty() && word.chars().all(letter)
    };
    match name.len() <= 80 && name.contains('.') && name.split('.').all(is_word) {
        true => Ok(Arc::from(name)),
        false => Err("write it like `form.demo_request`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_mapping_says_comes_before_the_standard_names() {
        let mapping = EventMapping::read(
            "[events]\n\"demo requested\" = \"form.other\"\n[[page]]\npath = \"/pricing/*\"\nfact = \"page.deal\"",
        )
        .unwrap();
        let other = EventMeaning::Fact(Kind::Touch, Arc::from("form.other"));
        assert_eq!(mapping.event("Demo Requested"), Some(other));
        assert_eq!(mapping.page(Some("/pricing/x"), None).as_deref(), Some("page.deal"));
        assert_eq!(mapping.page(Some("/pricing"), None).as_deref(), Some("page.pricing"));
        assert!(mapping.event("Signed Up").is_some(), "the others hold");
    }

    #[test]
    fn every_problem_has_its_place_and_what_to_do() {
        for (text, wanted) in [
            ("[events]\n\"A\" = 7", "line 2, column 7: `A` needs a table"),
            ("[events]\n\"A\" = \"Form\"", "line 2, column 7: `Form` is not the name of a touch"),
            ("[events]\n\"A\" = { }", "line 2, column 7: an event means one thing"),
            ("[[page]]\nfact = \"page.x\"", "line 1, column 1: a page is told by its path"),
            ("[[page]]\npath = \"/\"", "line 1, column 1: [[page]] needs `fact`"),
            (
                "[traits]\nrole = \"account.role\"",
                "line 2, column 8: `account.role` is not the name",
            ),
            ("[trait]", "line 1, column 2: a mapping of events has no key `trait`"),
            ("[events", "line 1, column 8: this is not TOML"),
        ] {
            let found = EventMapping::read(text).unwrap_err().to_string();
            assert!(found.starts_with(wanted), "{text}: {found}");
        }
    }
}
