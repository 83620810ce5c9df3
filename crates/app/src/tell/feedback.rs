//! Feedback in sentences.

use super::words::{count, number, percent};
use crate::funnel::{FeedbackAnswer, Remedy, RemedyFinding};
use facts::{SubjectId, Symbol};
use insight::FeedbackRow;

/// The most reasons that a sentence names.
const REASONS_NAMED: usize = 4;

/// What sales says of what it was given, and whose leads it refuses most.
#[must_use]
pub fn feedback_in_words(answer: &FeedbackAnswer) -> String {
    let whole = &answer.feedback.whole;
    if whole.refused.whole == 0 {
        return "Sales has said nothing of any lead yet.".to_owned();
    }
    let mut said = format!(
        "Sales gave {}, and refused {} ({}){}.",
        count(whole.refused.whole, "verdict"),
        number(whole.refused.part),
        percent(whole.refused),
        reasons(answer, whole),
    );
    if let Some(row) = answer.feedback.worst() {
        said += &format!(
            " Most of all those of {} {}: {} of {} ({}){}.",
            answer.by.trim_start_matches("lead."),
            answer.value(row.value),
            number(row.refused.part),
            number(row.refused.whole),
            percent(row.refused),
            reasons(answer, row),
        );
    }
    said
}

/// Who was refused and bought, and who should never have been handed over; `None` where there is
/// neither.
#[must_use]
pub fn mistakes_in_words(answer: &FeedbackAnswer) -> Option<String> {
    let feedback = &answer.feedback;
    let mut said = Vec::new();
    match feedback.bought_later.len() {
        0 => {}
        some => said.push(format!("{} rejected and bought later.", were(some))),
    }
    if let Some((cause, leads)) = feedback.mistaken_by.first() {
        let by = match answer.cause(*cause) {
            "" => String::new(),
            cause => format!(", {} of them by {cause},", number(leads.len())),
        };
        let all = feedback.mistaken.len();
        said.push(format!(
            "{} qualified{by} and should not have been: refused for good, and wanted by nobody \
             since.",
            were(all)
        ));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// What a reason says, for people.
#[must_use]
pub fn reason_in_words(answer: &FeedbackAnswer, reason: Symbol) -> String {
    match answer.reason(reason) {
        "" => "no reason given".to_owned(),
        reason => reason.replace('_', " "),
    }
}

/// What a change to the charter would do, and what speaks for it and against it.
#[must_use]
pub fn remedy_in_words(remedy: &Remedy) -> String {
    let leads = remedy.leads.len();
    match &remedy.finding {
        RemedyFinding::RefusedMost { by, value, verdicts } => {
            let won = match remedy.won {
                0 => "None of these leads was won.".to_owned(),
                won => format!("It would have kept back {} won as well.", count(won, "lead")),
            };
            format!(
                "Do not hand over leads whose {} is {value}: of {} sales refused {}. {won}",
                by.rsplit('.').next().unwrap_or(by),
                count(*verdicts, "verdict"),
                number(leads),
            )
        }
        RemedyFinding::MistakenBy { fact } => format!(
            "Let {fact} count half: it qualified {} whom sales refused for good and nobody wanted \
             since.",
            count(leads, "lead"),
        ),
        RemedyFinding::BoughtLater { reason, days } => format!(
            "Recycle for {} instead of rejecting, to come back after {days} days: {} rejected for \
             it and bought later.",
            reason.replace('_', " "),
            were(leads),
        ),
    }
}

fn reasons(answer: &FeedbackAnswer, row: &FeedbackRow) -> String {
    let name = |(reason, leads): &(Symbol, Vec<SubjectId>)| {
        format!("{} {}", reason_in_words(answer, *reason), number(leads.len()))
    };
    let named: Vec<_> = row.reasons.iter().take(REASONS_NAMED).map(name).collect();
    if named.is_empty() { String::new() } else { format!(": {}", named.join(", ")) }
}

fn were(leads: usize) -> String {
    format!("{} {}", count(leads, "lead"), if leads == 1 { "was" } else { "were" })
}
