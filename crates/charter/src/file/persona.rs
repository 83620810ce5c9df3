//! `[persona.<id>]`: roles in the buying committee.

use super::reading::Reading;
use super::section::Section;
use crate::language::{LIST_MAX, Scope, Speaks, TraitsOnly};
use crate::terms::Persona;

/// The most personas.
const PERSONAS_MAX: usize = 50;

/// The personas in the order of the file.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Persona> {
    let scope = Scope { speaks: Speaks::TraitsOnly(TraitsOnly::Persona), ..*scope };
    let named = root.named("persona", PERSONAS_MAX, ("persona", "personas"), reading);
    named.into_iter().map(|(id, section)| persona(id, section, &scope, reading)).collect()
}

fn persona<'a>(
    id: String,
    mut section: Section<'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Persona {
    let said = section.text("reading", reading);
    let when = section.needed_text("when", "\"lead.seniority == 'c_level'\"", reading);
    let channels = section.entry("channels");
    section.finish(reading);
    let mut words: Vec<String> = Vec::new();
    if let Some(entry) = channels {
        let mut texts = reading.texts(&entry, false).unwrap_or_default();
        reading.at_most(&mut texts, LIST_MAX, "channels", entry.span);
        for text in &texts {
            let taken: Vec<&str> = words.iter().map(String::as_str).collect();
            let word = reading.id(text, "channel", &taken);
            words.extend(word);
        }
    }
    let (when, text) = reading.rule_or(when.as_ref(), false, scope);
    Persona {
        id,
        reading: said.map(|text| reading.sentence(&text)).unwrap_or_default(),
        when,
        text,
        channels: words,
    }
}
