//! The alignment index in sentences.

use super::words::number;
use crate::funnel::{AlignmentAnswer, AlignmentPeriod};
use insight::{AlignmentKind, AlignmentPart};

/// How well both sides are aligned, and by which part least.
#[must_use]
pub fn alignment_in_words(answer: &AlignmentAnswer) -> String {
    let Some(index) = answer.now.index else {
        return "There is too little yet to say how well both sides are aligned: it takes verdicts, \
                and promises that fell due."
            .to_owned();
    };
    let known = answer.now.parts.iter().filter(|part| part.value.is_some());
    let least = known
        .clone()
        .min_by(|one, other| one.value.unwrap_or(1.0).total_cmp(&other.value.unwrap_or(1.0)));
    let least = least.map_or_else(String::new, |part| {
        format!(" Least by this: {}.", part_in_words(part, answer.mirror_by.as_deref()))
    });
    format!(
        "Over the last {} days both sides are aligned by {:.0} of 100, the mean of {} parts.{least}",
        AlignmentAnswer::DAYS,
        index * 100.0,
        known.count(),
    )
}

/// What a part says.
#[must_use]
pub fn part_in_words(part: &AlignmentPart, mirror_by: Option<&str>) -> String {
    let what = part_name(part.kind);
    let Some(value) = part.value else { return format!("{what}: nothing to say yet") };
    let percent = (value * 100.0).round();
    match part.kind {
        AlignmentKind::Acceptance | AlignmentKind::KeptByMarketing | AlignmentKind::KeptBySales => {
            let (part, of) = (number(part.part.len()), number(part.of.len()));
            format!("{what}: {part} of {of} ({percent} %)")
        }
        AlignmentKind::Mirror => {
            format!("{what}: {percent} % by {}", mirror_by.unwrap_or("any trait"))
        }
        AlignmentKind::Attainment | AlignmentKind::BlindAgreement => format!("{what}: {percent} %"),
    }
}

/// What a part is called.
#[must_use]
pub const fn part_name(kind: AlignmentKind) -> &'static str {
    match kind {
        AlignmentKind::Acceptance => "verdicts that accept",
        AlignmentKind::KeptByMarketing => "promises that marketing kept",
        AlignmentKind::KeptBySales => "promises that sales kept",
        AlignmentKind::Mirror => "what those won have in common with those sent",
        AlignmentKind::Attainment => "won, of what the goals ask for by now",
        AlignmentKind::BlindAgreement => "agreement on leads that both sides rated blind",
    }
}

/// The index of a period, of 100; a dash where there is none.
#[must_use]
pub fn index_in_words(period: &AlignmentPeriod) -> String {
    period.index.map_or_else(|| "–".to_owned(), |index| format!("{:.0}", index * 100.0))
}
