//! Promises kept and broken.

use super::AsOfDocument;
use app::PromisesAnswer;
use charter::{Charter, clause_in_words};
use facts::Instant;
use insight::{ClockOutcome, PromiseFigures, SideFigures};
use serde::Serialize;
use utoipa::ToSchema;

/// What became of each promise. It counts promises: a lead that came twice was promised twice.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Promises {
    pub(crate) as_of: AsOfDocument,
    /// Always `promises`.
    pub(crate) unit: &'static str,
    /// Marketing, then sales.
    pub(crate) sides: Vec<SideDocument>,
    /// Those in force first, in the charter's order.
    pub(crate) promises: Vec<PromiseDocument>,
    /// What would have become of them before the first charter was adopted: assumed, and not among
    /// `promises`.
    pub(crate) in_retrospect: Vec<PromiseDocument>,
}

/// All promises of one side.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct SideDocument {
    pub(crate) side: &'static str,
    pub(crate) kept: usize,
    pub(crate) broken: usize,
    /// Broken, and still waiting for an answer.
    pub(crate) still_open: usize,
    pub(crate) running: usize,
    /// Kept, of those kept or broken.
    pub(crate) share_kept: Option<f64>,
}

/// One promise.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct PromiseDocument {
    pub(crate) id: String,
    /// The clause in words.
    pub(crate) says: Option<String>,
    /// The side that gives it.
    pub(crate) by: &'static str,
    /// Whether the charter in force has it.
    pub(crate) in_force: bool,
    pub(crate) all: usize,
    pub(crate) running: usize,
    pub(crate) kept: usize,
    pub(crate) broken: usize,
    pub(crate) answered_late: usize,
    pub(crate) still_open: usize,
    pub(crate) never_answered: usize,
    pub(crate) cancelled: usize,
    pub(crate) unknowable: usize,
    /// Kept, of those kept or broken.
    pub(crate) share_kept: Option<f64>,
}

impl Promises {
    pub(crate) fn of(answer: &PromisesAnswer, charter: &Charter, now: Instant) -> Self {
        let list = |promises: &[PromiseFigures]| {
            promises.iter().map(|figures| PromiseDocument::of(figures, charter)).collect()
        };
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            unit: "promises",
            sides: answer.sides.iter().map(SideDocument::of).collect(),
            promises: list(&answer.promises),
            in_retrospect: list(&answer.assumed),
        }
    }
}

impl SideDocument {
    fn of(side: &SideFigures) -> Self {
        Self {
            side: side.side.word(),
            kept: side.kept,
            broken: side.broken,
            still_open: side.still_open,
            running: side.running,
            share_kept: side.share_kept().value(),
        }
    }
}

impl PromiseDocument {
    pub(crate) fn of(figures: &PromiseFigures, charter: &Charter) -> Self {
        let id = figures.pledge.id.clone();
        Self {
            says: clause_in_words(charter, &format!("promise.{id}")),
            id,
            by: figures.pledge.by.word(),
            in_force: figures.pledge.is_in_force,
            all: figures.clocks.len(),
            running: figures.count(ClockOutcome::Running),
            kept: figures.count(ClockOutcome::Kept),
            broken: figures.broken().count(),
            answered_late: figures.count(ClockOutcome::AnsweredLate),
            still_open: figures.count(ClockOutcome::StillOpen),
            never_answered: figures.count(ClockOutcome::NeverAnswered),
            cancelled: figures.count(ClockOutcome::Cancelled),
            unknowable: figures.count(ClockOutcome::Unknowable),
            share_kept: figures.share_kept().value(),
        }
    }
}
