//! `[verdict.<word>]`: reasons, and what the verdict causes.

use super::handoff::word;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::stage::{self, Draft as Stage};
use super::text::Text;
use crate::diagnostic::ProblemCode;
use crate::duration;
use crate::language::LIST_MAX;
use crate::model::{Handoff, StageKind, Verdict, VerdictTerms};
use facts::Seconds;
use std::ops::Range;

/// A verdict's section before its stages are looked up.
pub(super) struct Draft<'a> {
    verdict: Verdict,
    span: Range<usize>,
    pub(super) reasons: Vec<(String, Option<Seconds>)>,
    rests_in: Option<Text<'a>>,
    returns_to: Option<Text<'a>>,
}

/// The sections that are written.
pub(super) fn drafts<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Vec<Draft<'a>> {
    let section = root.section("verdict", "[verdict.rejected]", reading);
    let entries = section.map(|section| section.entries()).unwrap_or_default();
    entries.iter().filter_map(|entry| draft(entry, reading)).collect()
}

fn draft<'a>(entry: &Entry<'a>, reading: &mut Reading<'a>) -> Option<Draft<'a>> {
    let verdict = reading.parsed(&entry.key, "a verdict", word)?;
    let mut section = reading.section(entry, &format!("[verdict.{}]", entry.key.value))?;
    let reasons = section.entry("reasons");
    let rests_in = section.text("rests_in", reading);
    let returns_to = section.text("returns_to", reading);
    let span = section.span.clone();
    section.finish(reading);
    let reasons = reasons.map_or_else(Vec::new, |entry| reasons_of(verdict, &entry, reading));
    Some(Draft { verdict, span, reasons, rests_in, returns_to })
}

fn reasons_of<'a>(
    verdict: Verdict,
    entry: &Entry<'a>,
    reading: &mut Reading<'a>,
) -> Vec<(String, Option<Seconds>)> {
    let mut given: Vec<(Text<'a>, Option<Entry<'a>>)> = if entry.item.is_table_like() {
        let section = reading.section(entry, "reasons");
        let entries = section.map(|section| section.entries()).unwrap_or_default();
        entries.into_iter().map(|entry| (entry.key.clone(), Some(entry))).collect()
    } else {
        let texts = reading.texts(entry, false).unwrap_or_default();
        texts.into_iter().map(|text| (text, None)).collect()
    };
    reading.at_most(&mut given, LIST_MAX, "reasons", entry.span.clone());
    let mut reasons: Vec<(String, Option<Seconds>)> = Vec::new();
    for (text, after) in given {
        let taken: Vec<&str> = reasons.iter().map(|(word, _)| word.as_str()).collect();
        let id = reading.id(&text, "reason", &taken);
        let after = after.and_then(|entry| reading.text(&entry)).and_then(|text| {
            let after = reading.parsed(&text, "a length of time", duration::seconds);
            if matches!(verdict, Verdict::Accepted | Verdict::Disqualified) {
                let message =
                    format!("a lead that is {} does not come back by itself", verdict.word());
                let help = "write the reasons as a list: `reasons = [\"...\", \"...\"]`";
                reading.add(text.span, ProblemCode::Inconsistent, message, help);
            }
            after
        });
        reasons.extend(id.map(|id| (id, after)));
    }
    reasons
}

/// What each verdict causes: of those that are written, that a hand-off names, or that have a
/// stage to rest in.
pub(super) fn settle<'a>(
    drafts: &[Draft<'a>],
    given: &[(Verdict, Range<usize>)],
    stages: &[Stage<'a>],
    handoffs: &[Handoff],
    reading: &mut Reading<'a>,
) -> Vec<VerdictTerms> {
    let back = handoffs.first().map_or(0, |handoff| handoff.at);
    let mut terms = Vec::new();
    for verdict in Verdict::ALL {
        let draft = drafts.iter().find(|draft| draft.verdict == verdict);
        let rests_in = match draft.and_then(|draft| draft.rests_in.as_ref()) {
            Some(text) => match rests_in(verdict, text, stages, reading) {
                Some(stage) => Some(stage),
                None => continue,
            },
            None => default_rest(verdict, stages),
        };
        let returns_to = draft.and_then(|draft| draft.returns_to.as_ref());
        let returns_to = returns_to.and_then(|text| returns_to_stage(text, stages, reading));
        if rests_in.is_none() && verdict != Verdict::Accepted {
            let given = given.iter().find(|(given, _)| *given == verdict);
            let span = draft.map(|draft| draft.span.clone());
            if let Some(span) = span.or_else(|| given.map(|(_, span)| span.clone())) {
                no_rest(verdict, span, reading);
            }
            continue;
        }
        terms.push(VerdictTerms {
            verdict,
            reasons: draft.map_or_else(Vec::new, |draft| draft.reasons.clone()),
            rests_in,
            returns_to: returns_to.unwrap_or(back),
        });
    }
    terms
}

fn default_rest(verdict: Verdict, stages: &[Stage<'_>]) -> Option<usize> {
    let kind = match verdict {
        Verdict::Accepted => return None,
        Verdict::Rejected | Verdict::Recycled => StageKind::Nurture,
        Verdict::Disqualified => StageKind::Disqualified,
    };
    stages.iter().position(|stage| stage.kind == kind)
}

fn no_rest(verdict: Verdict, span: Range<usize>, reading: &mut Reading<'_>) {
    let kind = if verdict == Verdict::Disqualified { "disqualified" } else { "nurture" };
    let message = format!("a lead that is {} has no stage to rest in", verdict.word());
    let help = format!(
        "add a stage beside the path:\n\
         [[stage]]\nid = \"{kind}\"\nname = \"...\"\nside = \"marketing\"\nkind = \"{kind}\""
    );
    reading.add(span, ProblemCode::Inconsistent, message, help);
}

fn rests_in<'a>(
    verdict: Verdict,
    text: &Text<'a>,
    stages: &[Stage<'a>],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    if verdict == Verdict::Accepted {
        let message = "an accepted lead goes on: it rests nowhere";
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, "remove `rests_in`");
        return None;
    }
    let id = text.value.strip_prefix("stage:").unwrap_or(text.value);
    let stage = stage::find(text, id, stages, reading)?;
    let kind = stages[stage].kind;
    let out = kind == StageKind::Disqualified;
    let wrong = match verdict {
        Verdict::Recycled => kind != StageKind::Nurture,
        Verdict::Disqualified => !out,
        _ => kind.is_on_path(),
    };
    if wrong && stages[stage].kind_is_sure {
        let message = format!("a lead that is {} cannot rest in `{id}`", verdict.word());
        let kind = if verdict == Verdict::Disqualified { "disqualified" } else { "nurture" };
        let help = format!("name a stage of the kind `{kind}`");
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(stage)
}

fn returns_to_stage<'a>(
    text: &Text<'a>,
    stages: &[Stage<'a>],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let id = text.value.strip_prefix("stage:").unwrap_or(text.value);
    let stage = stage::find(text, id, stages, reading)?;
    if stages[stage].kind != StageKind::Open && stages[stage].kind_is_sure {
        let message = format!("a lead cannot come back to `{id}`: it is no open stage of the path");
        let help = "name an open stage, such as the one of the first hand-off";
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(stage)
}
