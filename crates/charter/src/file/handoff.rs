//! `[[handoff]]`: from one role to another.

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft};
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::model::{Handoff, Verdict};
use std::ops::Range;

/// The hand-offs, and the verdicts that may be given on them, each with its place.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> (Vec<Handoff>, Vec<(Verdict, Range<usize>)>) {
    let mut sections = root.sections("handoff", "[[handoff]]", reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, CLAUSES_MAX, "hand-offs", span);
    let mut handoffs: Vec<Handoff> = Vec::new();
    let mut given = Vec::new();
    for mut section in sections {
        let id = section.needed_text("id", "\"mql-to-sdr\"", reading);
        let at = section.needed_text("at", "\"stage:mql\"", reading);
        let to = section.needed_text("to", "\"sdr\"", reading);
        match section.entry("verdicts") {
            None => given.extend(Verdict::ALL.map(|verdict| (verdict, section.span.clone()))),
            Some(entry) => {
                for text in reading.texts(&entry, false).unwrap_or_default() {
                    let verdict = reading.parsed(&text, "a verdict", word);
                    given.extend(verdict.map(|verdict| (verdict, text.span)));
                }
            }
        }
        section.finish(reading);
        let taken: Vec<&str> = handoffs.iter().map(|handoff| handoff.id.as_str()).collect();
        let id = id.and_then(|text| reading.id(&text, "hand-off", &taken));
        let to = to.and_then(|text| reading.id(&text, "role", &[]));
        let place = at.as_ref().map(|text| text.span.clone());
        let at = at.and_then(|text| stage::find_reference(&text, stages, reading));
        let (Some(id), Some(to), Some(at), Some(place)) = (id, to, at, place) else { continue };
        let stage = &stages[at];
        if let Some(other) = handoffs.iter().find(|other| other.at == at) {
            let message = format!("`{}` is handed over by `{}` already", stage.id, other.id);
            let help = "a stage has one hand-off: hand over at another stage, or join the two";
            reading.add(place, ProblemCode::Inconsistent, message, help);
        } else if !(stage.kind.is_on_path() && stage.kind.is_open()) && stage.kind_is_sure {
            let message = format!("`{}` is not an open stage of the path", stage.id);
            let help = "hand over at a stage where a lead waits for somebody";
            reading.add(place, ProblemCode::Inconsistent, message, help);
        }
        handoffs.push(Handoff { id, at, to });
    }
    (handoffs, given)
}

/// The verdict of a word.
pub(super) fn word(word: &str) -> Result<Verdict, String> {
    let found = Verdict::ALL.into_iter().find(|verdict| verdict.word() == word);
    found.ok_or_else(|| did_you_mean(word, Verdict::ALL.map(Verdict::word), "verdict"))
}
