//! What sales says of the leads that it was given.

use super::AsOfDocument;
use app::tell::{feedback_in_words, mistakes_in_words, remedy_in_words};
use app::{FeedbackAnswer, Remedy};
use facts::Instant;
use insight::{FeedbackRow, Judged, Verdict};
use serde::Serialize;
use utoipa::ToSchema;

/// What sales says of the leads that it was given. It counts verdicts.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Feedback)]
pub(crate) struct FeedbackDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) sentence: String,
    /// Who was refused and bought, and who should never have been handed over, in words.
    pub(crate) mistakes: Option<String>,
    /// `campaign`, or a trait.
    pub(crate) by: String,
    /// `exact`, `assumed` or `mixed`.
    pub(crate) certainty: &'static str,
    /// How many leads wait for a verdict.
    pub(crate) waiting: usize,
    pub(crate) whole: FeedbackFigures,
    /// Those refused most often first.
    pub(crate) values: Vec<FeedbackFigures>,
    /// Rejected or disqualified, and won after that; at most 1000.
    pub(crate) bought_later: Vec<JudgedLead>,
    pub(crate) bought_later_count: usize,
    /// Qualified, refused for good, and wanted by nobody since; at most 1000.
    pub(crate) mistaken: Vec<JudgedLead>,
    pub(crate) mistaken_count: usize,
    /// Those by what made them qualified.
    pub(crate) mistaken_by: Vec<Counted>,
    /// What could be changed in the charter in force, at most seven. What each would do, a backtest
    /// says: give it `charter`, and propose it if it is good.
    pub(crate) remedies: Vec<RemedyDocument>,
}

/// A change to the charter that a finding of feedback speaks for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[schema(as = Remedy)]
pub(crate) struct RemedyDocument {
    /// What would change, what speaks for it, and what it costs.
    pub(crate) sentence: String,
    /// `refused_most`: leads of one value are no longer handed over; `mistaken_by`: what made leads
    /// qualified that nobody wanted counts half; `bought_later`: a reason for rejecting becomes one
    /// for recycling.
    pub(crate) finding: &'static str,
    /// The clause that is changed.
    #[schema(example = "stage.mql.enter")]
    pub(crate) clause: String,
    /// What it says now, and what it would say.
    pub(crate) now: String,
    pub(crate) proposed: String,
    /// How many leads speak for it.
    pub(crate) leads: usize,
    /// Of the leads that it concerns, so many were won.
    pub(crate) won: usize,
    /// The whole charter with that change: the `charter` of a backtest, or the text of a proposal.
    pub(crate) charter: String,
}

/// The verdicts about leads of one value.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct FeedbackFigures {
    /// Empty for all, and for those of whom it is not known.
    pub(crate) value: String,
    /// Whether there are too few to say much.
    pub(crate) is_small: bool,
    pub(crate) verdicts: usize,
    pub(crate) refused: usize,
    pub(crate) accepted: usize,
    pub(crate) rejected: usize,
    pub(crate) recycled: usize,
    pub(crate) disqualified: usize,
    pub(crate) share_refused: Option<f64>,
    /// The interval that holds the share with a confidence of 95 %.
    pub(crate) share_refused_low: Option<f64>,
    pub(crate) share_refused_high: Option<f64>,
    /// The most frequent first; an empty word where nobody said why.
    pub(crate) reasons: Vec<Counted>,
}

/// A word, and how often it was said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct Counted {
    pub(crate) word: String,
    pub(crate) count: usize,
}

/// A verdict about a lead.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(crate) struct JudgedLead {
    pub(crate) lead: String,
    pub(crate) value: String,
    pub(crate) verdict: &'static str,
    pub(crate) reason: String,
    /// What made it qualified: what it did, or another cause.
    #[schema(example = "webinar.attended")]
    pub(crate) qualified_by: String,
    pub(crate) said_at: String,
    pub(crate) won_at: Option<String>,
}

/// The most leads that are listed; the figure counts all.
const LISTED_MAX: usize = 1_000;

impl FeedbackDocument {
    pub(crate) fn of(answer: &FeedbackAnswer, now: Instant) -> Self {
        let feedback = &answer.feedback;
        let judged = |all: &[Judged]| {
            all.iter().take(LISTED_MAX).map(|it| JudgedLead::of(answer, it)).collect()
        };
        let by = feedback.mistaken_by.iter();
        let by = by.map(|(cause, leads)| Counted {
            word: answer.cause(*cause).to_owned(),
            count: leads.len(),
        });
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: feedback_in_words(answer),
            mistakes: mistakes_in_words(answer),
            by: answer.by.clone(),
            certainty: answer.certainty().word(),
            waiting: answer.waiting.count(),
            whole: FeedbackFigures::of(answer, &feedback.whole),
            values: feedback.rows.iter().map(|row| FeedbackFigures::of(answer, row)).collect(),
            bought_later: judged(&feedback.bought_later),
            bought_later_count: feedback.bought_later.len(),
            mistaken: judged(&feedback.mistaken),
            mistaken_count: feedback.mistaken.len(),
            mistaken_by: by.collect(),
            remedies: answer.remedies.iter().map(RemedyDocument::of).collect(),
        }
    }
}

impl RemedyDocument {
    fn of(remedy: &Remedy) -> Self {
        Self {
            sentence: remedy_in_words(remedy),
            finding: remedy.finding.word(),
            clause: remedy.clause.clone(),
            now: remedy.now.clone(),
            proposed: remedy.proposed.clone(),
            leads: remedy.leads.len(),
            won: remedy.won,
            charter: remedy.charter.clone(),
        }
    }
}

impl FeedbackFigures {
    fn of(answer: &FeedbackAnswer, row: &FeedbackRow) -> Self {
        let count = |verdict| row.leads(verdict).len();
        let reasons = row.reasons.iter();
        let reasons = reasons.map(|(reason, leads)| Counted {
            word: answer.reason(*reason).to_owned(),
            count: leads.len(),
        });
        Self {
            value: answer.value(row.value).to_owned(),
            is_small: row.is_small(),
            verdicts: row.refused.whole,
            refused: row.refused.part,
            accepted: count(Verdict::Accepted),
            rejected: count(Verdict::Rejected),
            recycled: count(Verdict::Recycled),
            disqualified: count(Verdict::Disqualified),
            share_refused: row.refused.value(),
            share_refused_low: row.interval.map(|it| it.low),
            share_refused_high: row.interval.map(|it| it.high),
            reasons: reasons.collect(),
        }
    }
}

impl JudgedLead {
    fn of(answer: &FeedbackAnswer, judged: &Judged) -> Self {
        Self {
            lead: judged.lead.to_string(),
            value: answer.value(judged.value).to_owned(),
            verdict: judged.verdict.word(),
            reason: answer.reason(judged.reason).to_owned(),
            qualified_by: answer.cause(judged.qualified_by).to_owned(),
            said_at: judged.moment.at.to_string(),
            won_at: judged.won_at.map(|at| at.to_string()),
        }
    }
}
