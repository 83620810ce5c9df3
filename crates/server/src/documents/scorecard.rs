//! A point table learned from what became of leads.

use super::AsOfDocument;
use app::tell::{clauses_in_words, leak_in_words, line_in_words, scorecard_in_words};
use app::{Card, ScorecardAnswer};
use facts::Instant;
use insight::{AucEstimate, CalibrationRow, CardLine, Leak, RefusedColumn};
use serde::Serialize;
use utoipa::ToSchema;

/// A point table learned from the leads that were worked, by what was known of each when it was
/// handed over. What it says of other leads is estimated.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Scorecard)]
pub(crate) struct ScorecardDocument {
    pub(crate) as_of: AsOfDocument,
    /// What the table is worth, or why there is none.
    pub(crate) sentence: String,
    /// `accepted` or `won`.
    pub(crate) outcome: &'static str,
    /// Of the ends that it was learned from: `exact`, `assumed` or `mixed`.
    pub(crate) certainty: &'static str,
    /// The leads handed over: those worked whose end is known, those worked still, those that
    /// nobody worked.
    pub(crate) sent: usize,
    pub(crate) worked: usize,
    pub(crate) undecided: usize,
    pub(crate) unworked: usize,
    /// Whether nothing says who was worked, so that all are taken to have been.
    pub(crate) is_work_assumed: bool,
    /// An open lead counts as not won after so many days.
    pub(crate) patience_days: Option<f64>,
    /// `null` where nothing can be learned; `sentence` says why.
    pub(crate) card: Option<CardDocument>,
}

/// The table, what it is worth, and the clauses that it would make.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ScorecardTable)]
pub(crate) struct CardDocument {
    /// The columns that tell most first, the most points of each first.
    pub(crate) lines: Vec<CardLineDocument>,
    pub(crate) learned_from: usize,
    pub(crate) learned_with: usize,
    /// The leads that it has not seen, on which it is judged.
    pub(crate) held_out: usize,
    pub(crate) held_out_with: usize,
    /// Leads handed over since then are held out; `null` where most have no date.
    pub(crate) held_out_from: Option<String>,
    /// Whether so few were held out that what it is worth is known roughly only.
    pub(crate) is_small: bool,
    /// The chance that of two leads held out, one of whom came to the outcome, that one has more
    /// points; one half for points that tell nothing.
    pub(crate) auc: Estimate,
    /// The same of the fit by the charter in force; `null` where all have the same.
    pub(crate) auc_present: Option<Estimate>,
    /// The first less the second.
    pub(crate) auc_less_present: Option<Estimate>,
    /// Leads held out by their points, the fewest first. Row N opens the list `row:N`, those with
    /// the outcome `row:N:with`.
    pub(crate) calibration: Vec<CalibrationDocument>,
    /// What was not learned from, since it looks filled in when the outcome was known.
    pub(crate) refused: Vec<RefusedDocument>,
    /// What looks so, and was learned from because `trust` names it.
    pub(crate) trusted: Vec<RefusedDocument>,
    /// Of no use, or of too little for so few leads.
    pub(crate) silent: Vec<String>,
    /// The clauses alone, as a charter's file writes them.
    pub(crate) clauses: String,
    /// By what the points are multiplied in them, and what everybody has, so that fit lies where it
    /// lies by the charter in force.
    pub(crate) factor: i32,
    pub(crate) everybody: i32,
    /// The charter in force with the clauses in place of its points for fit: the text to propose.
    /// `null` where they do not fit in, or it would not be sound; `clauses_reading` says which.
    pub(crate) charter: Option<String>,
    /// What can be done with the clauses, and what must be known of them.
    pub(crate) clauses_reading: String,
}

/// What is asked of a lead, and the points for it.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = ScorecardLine)]
pub(crate) struct CardLineDocument {
    /// A trait, or a touch.
    #[schema(example = "lead.seniority")]
    pub(crate) name: String,
    /// For people.
    pub(crate) reading: String,
    /// In the language of rules.
    pub(crate) rule: String,
    pub(crate) points: i32,
    /// Of the leads learned from, how many it holds for, and how many of those came to the outcome.
    pub(crate) leads: usize,
    pub(crate) with_outcome: usize,
}

/// A figure with where it lies with a confidence of 95 %.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Estimate {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// Leads held out of similar points.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = CalibrationRow)]
pub(crate) struct CalibrationDocument {
    /// The least and the most points among them.
    pub(crate) low: i32,
    pub(crate) high: i32,
    pub(crate) leads: usize,
    pub(crate) with_outcome: usize,
    /// The share that was expected to come to the outcome, and the one that did, with its interval.
    pub(crate) expected: f64,
    pub(crate) observed: Option<f64>,
    pub(crate) observed_low: Option<f64>,
    pub(crate) observed_high: Option<f64>,
}

/// A column, and what speaks for its having been filled in when the outcome was known.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = RefusedColumn)]
pub(crate) struct RefusedDocument {
    #[schema(example = "lead.tags")]
    pub(crate) name: String,
    pub(crate) evidence: Vec<EvidenceDocument>,
}

/// One thing that speaks against a column.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = LeakEvidence)]
pub(crate) struct EvidenceDocument {
    /// `learned_after`, `known_unevenly`, `tells_outcome` or `named_later`.
    pub(crate) kind: &'static str,
    /// For people, with its figures.
    pub(crate) reading: String,
}

impl ScorecardDocument {
    pub(crate) fn of(answer: &ScorecardAnswer, now: Instant) -> Self {
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            sentence: scorecard_in_words(answer),
            outcome: answer.outcome.word(),
            certainty: answer.certainty().word(),
            sent: answer.sent.count(),
            worked: answer.worked.count(),
            undecided: answer.undecided.count(),
            unworked: answer.unworked.count(),
            is_work_assumed: answer.is_work_assumed,
            patience_days: answer.patience_days,
            card: answer.card.as_ref().ok().map(CardDocument::of),
        }
    }
}

impl CardDocument {
    fn of(card: &Card) -> Self {
        let table = &card.table;
        let sound = card.clauses.charter.as_ref().ok().filter(|_| card.clauses.problems.is_none());
        Self {
            lines: table.lines.iter().map(CardLineDocument::of).collect(),
            learned_from: table.learned_from.count(),
            learned_with: table.learned_with.count(),
            held_out: table.held_out.count(),
            held_out_with: table.held_out_with.count(),
            held_out_from: table.held_out_from.map(|at| at.to_string()),
            is_small: table.is_small(),
            auc: Estimate::of(&table.auc),
            auc_present: table.auc_present.as_ref().map(Estimate::of),
            auc_less_present: table.auc_less_present.map(|it| Estimate {
                value: it.value,
                low: it.interval.low,
                high: it.interval.high,
            }),
            calibration: table.calibration.iter().map(CalibrationDocument::of).collect(),
            refused: table.refused.iter().map(RefusedDocument::of).collect(),
            trusted: table.trusted.iter().map(RefusedDocument::of).collect(),
            silent: table.silent.clone(),
            clauses: card.clauses.clauses.clone(),
            factor: card.clauses.scale.factor,
            everybody: card.clauses.scale.everybody,
            charter: sound.cloned(),
            clauses_reading: clauses_in_words(card),
        }
    }
}

impl CardLineDocument {
    fn of(line: &CardLine) -> Self {
        Self {
            name: line.name.clone(),
            reading: line_in_words(line),
            rule: line.rule(),
            points: line.points,
            leads: line.leads,
            with_outcome: line.with_outcome,
        }
    }
}

impl Estimate {
    fn of(auc: &AucEstimate) -> Self {
        Self { value: auc.value, low: auc.interval.low, high: auc.interval.high }
    }
}

impl CalibrationDocument {
    fn of(row: &CalibrationRow) -> Self {
        Self {
            low: row.low,
            high: row.high,
            leads: row.leads.count(),
            with_outcome: row.with_outcome.count(),
            expected: row.expected,
            observed: row.observed.value(),
            observed_low: row.interval.map(|it| it.low),
            observed_high: row.interval.map(|it| it.high),
        }
    }
}

impl RefusedDocument {
    fn of(refused: &RefusedColumn) -> Self {
        let evidence = refused.evidence.iter().map(|leak| EvidenceDocument {
            kind: match leak {
                Leak::LearnedAfter { .. } => "learned_after",
                Leak::KnownUnevenly { .. } => "known_unevenly",
                Leak::TellsOutcome { .. } => "tells_outcome",
                Leak::NamedLater => "named_later",
            },
            reading: leak_in_words(leak),
        });
        Self { name: refused.name.clone(), evidence: evidence.collect() }
    }
}
