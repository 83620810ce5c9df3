//! What an audit of the ledger found.

use app::AuditAnswer;
use app::tell::audit::{Part, counted, limit_in_words, notes, noun, parts, sentence};
use facts::Instant;
use insight::{AuditFindings, Finding, Limit};
use serde::Serialize;
use utoipa::ToSchema;

/// What happened to the leads so far, and what the data cannot say.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct FindingsDocument {
    /// What is counted: `leads`, or `deals` where nobody is named.
    pub(crate) unit: String,
    /// How many.
    pub(crate) n: usize,
    /// When they came.
    pub(crate) period: Option<PeriodDocument>,
    /// The last instant of which anything is known.
    pub(crate) until: String,
    /// The zone in which days begin.
    pub(crate) timezone: String,
    /// What was found, what matters most first.
    pub(crate) findings: Vec<FindingDocument>,
    /// So many of them are told first.
    pub(crate) told_first: usize,
    pub(crate) cannot_say: Vec<CannotSayDocument>,
}

/// When the leads came.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct PeriodDocument {
    /// When the first came.
    pub(crate) from: String,
    /// When the last came.
    pub(crate) to: String,
    /// How many came in each of so many equal parts of that time.
    pub(crate) arrivals: Vec<usize>,
}

/// One thing that was found.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct FindingDocument {
    /// Its word: `never_touched`, `waits`, `refusals`, `sent_against_won`, `default_promises`, …
    pub(crate) id: &'static str,
    /// One plain sentence.
    pub(crate) sentence: String,
    /// What to know of it: samples, the undated, the unknowable.
    pub(crate) notes: Vec<String>,
    /// `exact`, `assumed` or `estimated`.
    pub(crate) certainty: &'static str,
    /// How many it is about.
    pub(crate) n: usize,
    /// Of how many.
    pub(crate) of: usize,
    pub(crate) parts: Vec<PartDocument>,
}

/// A part of a finding: so many of so many.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct PartDocument {
    /// What it is a part of; the same for all parts of one list.
    pub(crate) list: String,
    pub(crate) label: String,
    pub(crate) n: usize,
    pub(crate) of: usize,
    pub(crate) share: Option<f64>,
    /// With a confidence of 95 % the share lies no lower.
    pub(crate) low: Option<f64>,
    /// With a confidence of 95 % the share lies no higher.
    pub(crate) high: Option<f64>,
    /// Whether so few were counted that the share says little.
    pub(crate) is_small_sample: bool,
    pub(crate) note: Option<String>,
}

/// Something that the data cannot say.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct CannotSayDocument {
    pub(crate) id: &'static str,
    pub(crate) text: String,
    /// What would be needed to say it.
    pub(crate) needs: &'static str,
}

impl FindingsDocument {
    pub(crate) fn of(answer: &AuditAnswer) -> Self {
        let found = &answer.findings;
        let at = |at: Instant| at.to_string();
        Self {
            unit: format!("{}s", noun(found.audited)),
            n: found.cases,
            period: found.period.map(|(from, to)| PeriodDocument {
                from: at(from),
                to: at(to),
                arrivals: found.arrivals.clone(),
            }),
            until: at(answer.until),
            timezone: answer.charter.timezone.clone(),
            findings: found.findings.iter().map(|it| FindingDocument::of(answer, it)).collect(),
            told_first: AuditFindings::FIRST,
            cannot_say: found.limits.iter().map(|limit| CannotSayDocument::of(*limit)).collect(),
        }
    }
}

impl FindingDocument {
    fn of(answer: &AuditAnswer, finding: &Finding) -> Self {
        let (n, of) = counted(answer, finding);
        Self {
            id: finding.id(),
            sentence: sentence(answer, finding),
            notes: notes(answer, finding),
            certainty: finding.certainty().word(),
            n,
            of,
            parts: parts(answer, finding).into_iter().map(PartDocument::of).collect(),
        }
    }
}

impl PartDocument {
    fn of(part: Part) -> Self {
        Self {
            n: part.share.part,
            of: part.share.whole,
            share: part.share.value(),
            low: part.interval.map(|interval| interval.low),
            high: part.interval.map(|interval| interval.high),
            is_small_sample: part.is_small(),
            list: part.list,
            label: part.label,
            note: part.note,
        }
    }
}

impl CannotSayDocument {
    fn of(limit: Limit) -> Self {
        let (text, needs) = limit_in_words(limit);
        Self { id: limit.word(), text, needs }
    }
}
