//! `[crm]` of the settings file: who leads beside a CRM, and what it calls the stages.

use super::reading::Reading;
use super::section::{Entry, Section};
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::terms::{BesideCrm, LedBy};

/// The most stages, or words for one stage.
const WORDS_MAX: usize = 200;

pub(super) fn beside_crm<'a>(mut section: Section<'a>, reading: &mut Reading<'a>) -> BesideCrm {
    let (stage, assignee) = (section.entry("stage"), section.entry("assignee"));
    let stages = section.section("stages", "[crm.stages]", reading);
    section.finish(reading);
    let mut crm = BesideCrm {
        stage: led_by(stage, reading),
        assignee: led_by(assignee, reading),
        ..BesideCrm::default()
    };
    let Some(stages) = stages else { return crm };
    let mut entries = stages.entries();
    reading.at_most(&mut entries, WORDS_MAX, "stages", stages.span.clone());
    for entry in entries {
        let Some(mut words) = reading.texts(&entry, true) else { continue };
        reading.at_most(&mut words, WORDS_MAX, "words", entry.span.clone());
        let words = words.iter().map(|word| reading.name(word)).collect();
        crm.stages.insert(reading.name(&entry.key), words);
    }
    crm
}

fn led_by<'a>(entry: Option<Entry<'a>>, reading: &mut Reading<'a>) -> LedBy {
    let Some(text) = entry.and_then(|entry| reading.text(&entry)) else { return LedBy::default() };
    let found = LedBy::ALL.into_iter().find(|led_by| led_by.word() == text.value);
    found.unwrap_or_else(|| {
        let help = did_you_mean(text.value, LedBy::ALL.map(LedBy::word), "leader");
        let message = format!("`{}` does not lead", text.value);
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
        LedBy::default()
    })
}
