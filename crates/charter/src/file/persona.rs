//! `[persona.<id>]`: roles in the buying committee.

use super::reading::Reading;
use super::section::Section;
use crate::language::{LIST_MAX, Scope, Speaks, TraitsOnly};
use crate::rule::Rule;
use crate::terms::Persona;

/// The most personas.
const PERSONAS_MAX: usize = 50;

/// The personas in the order of the file.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Persona> {
    let Some(section) = root.section("persona", "[persona.economic_buyer]", reading) else {
        return Vec::new();
    };
    let mut entries = section.entries();
    reading.at_most(&mut entries, PERSONAS_MAX, "personas", section.span.clone());
    let scope = Scope { speaks: Speaks::TraitsOnly(TraitsOnly::Persona), ..*scope };
    let mut personas = Vec::new();
    for entry in entries {
        let id = reading.id(&entry.key, "persona", &[]);
        let what = format!("[persona.{}]", entry.key.value);
        let Some(section) = reading.section(&entry, &what) else { continue };
        let persona = persona(id.unwrap_or_default(), section, &scope, reading);
        personas.push(persona);
    }
    personas
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
    Persona {
        id,
        reading: said.map(|text| reading.sentence(&text)).unwrap_or_default(),
        when: when.as_ref().map_or(Rule::Always(false), |text| reading.rule(text, scope)),
        text: when.map_or_else(String::new, |text| text.value.to_owned()),
        channels: words,
    }
}
