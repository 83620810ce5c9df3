//! `[traits]` and `[facts]`: names of the charter's own, added to the standard ones.

use super::reading::Reading;
use super::section::{Entry, Section};
use super::text::Text;
use crate::diagnostic::ProblemCode;
use facts::{Schema, TraitType};

/// The most names that a charter may add of a kind.
const NAMES_MAX: usize = 1000;

/// The standard names and the charter's own.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Schema {
    let mut schema = Schema::default();
    if let Some(section) = root.section("traits", "[traits]", reading) {
        let mut entries = section.entries();
        reading.at_most(&mut entries, NAMES_MAX, "traits", section.span.clone());
        for entry in entries {
            if entry.item.is_table_like() {
                quote_the_name(&entry, "\"text\"", reading);
                continue;
            }
            let name = reading.parsed(&entry.key, "the name of a trait", trait_name);
            let kind = reading.text(&entry).and_then(|text| {
                reading.parsed(&text, "a type of trait", |word| {
                    TraitType::from_word(word)
                        .ok_or_else(|| "write `\"text\"`, `\"number\"` or `\"flag\"`".to_owned())
                })
            });
            let (Some(name), Some(kind)) = (name, kind) else { continue };
            match schema.traits.get(&name) {
                Some(standard) if *standard != kind => {
                    let message =
                        format!("`{name}` is a standard trait, and a {}", standard.word());
                    let help = "choose another name for a trait of another type";
                    reading.add(entry.key.span, ProblemCode::Duplicate, message, help);
                }
                _ => {
                    schema.traits.insert(name, kind);
                }
            }
        }
    }
    if let Some(mut section) = root.section("facts", "[facts]", reading) {
        let touches = section.entry("touches").and_then(|entry| reading.texts(&entry, false));
        let activities = section.entry("activities").and_then(|entry| reading.texts(&entry, false));
        section.finish(reading);
        let other = schema.activities.clone();
        names(touches.unwrap_or_default(), &mut schema.touches, &other, "an activity", reading);
        let other = schema.touches.clone();
        names(activities.unwrap_or_default(), &mut schema.activities, &other, "a touch", reading);
    }
    schema
}

/// Says that a name with a dot must be in quotes, or TOML reads it as a table.
pub(super) fn quote_the_name<'a>(entry: &Entry<'a>, example: &str, reading: &mut Reading<'a>) {
    let group = entry.key.value;
    let inner = entry.item.as_table_like().and_then(|table| table.iter().next());
    let name = inner.map_or("name", |(name, _)| name);
    let message = format!("the name `{group}.{name}` is written in quotes");
    let help = format!("write `\"{group}.{name}\" = {example}`");
    reading.add(entry.key.span.clone(), ProblemCode::WrongType, message, help);
}

fn names<'a>(
    mut texts: Vec<Text<'a>>,
    known: &mut Vec<String>,
    other: &[String],
    other_kind: &str,
    reading: &mut Reading<'a>,
) {
    let span = texts.first().map_or(0..0, |text| text.span.clone());
    reading.at_most(&mut texts, NAMES_MAX, "names", span);
    for text in texts {
        let Some(name) = reading.parsed(&text, "the name of a fact", fact_name) else { continue };
        if other.contains(&name) {
            let message = format!("`{name}` is {other_kind} already");
            let help = "a name is either a touch or an activity: choose another";
            reading.add(text.span, ProblemCode::Duplicate, message, help);
        } else if !known.contains(&name) {
            known.push(name);
        }
    }
}

fn trait_name(name: &str) -> Result<String, String> {
    let help = "begin with `lead.`, `account.` or `opportunity.`, then small letters, digits and \
         `_`, such as `lead.origin`";
    let (subject, rest) = name.split_once('.').ok_or(help)?;
    let valid = matches!(subject, "lead" | "account" | "opportunity") && is_word(rest);
    if valid { Ok(name.to_owned()) } else { Err(help.to_owned()) }
}

fn fact_name(name: &str) -> Result<String, String> {
    let parts: Vec<&str> = name.split('.').collect();
    let valid = parts.len() >= 2 && parts.iter().all(|part| is_word(part)) && name.len() <= 100;
    match valid {
        true => Ok(name.to_owned()),
        false => {
            Err("write a group and a name in small letters, such as `form.newsletter`".to_owned())
        }
    }
}

fn is_word(word: &str) -> bool {
    let valid = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    word.len() <= 100
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && word.chars().all(valid)
}
