//! Leads by when they began, and what share had come to a stage by each age.

use super::AsOfDocument;
use app::{CohortQuestion, CohortRow, CohortsAnswer};
use facts::Instant;
use insight::Incidence;
use serde::Serialize;
use utoipa::ToSchema;

/// Leads by when they began, and what share had come to a stage by each age. It counts leads; each
/// count is the length of the list that `GET /api/v1/cohorts/leads` gives for it.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Cohorts {
    pub(crate) as_of: AsOfDocument,
    /// As known at this time; absent for as known now.
    pub(crate) as_known: Option<String>,
    /// The stage that leads come to, and its name.
    #[schema(example = "mql")]
    pub(crate) stage: String,
    pub(crate) stage_name: String,
    /// `week`, `month` or `quarter`: how long each cohort began.
    pub(crate) every: &'static str,
    /// The columns: ages in calendar days, in order.
    pub(crate) ages_days: Vec<u32>,
    /// All leads together.
    pub(crate) whole: CohortRowDocument,
    /// The rows: each cohort, the earliest first.
    pub(crate) cohorts: Vec<CohortRowDocument>,
}

/// Leads that began together: a row of the table.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = CohortRow)]
pub(crate) struct CohortRowDocument {
    /// The first day of the period in which they began, in the charter's zone; absent for all.
    #[schema(example = "2026-01-01")]
    pub(crate) began: Option<String>,
    pub(crate) leads: usize,
    /// One for each age, in the order of `ages_days`.
    pub(crate) cells: Vec<CohortCell>,
}

/// What share had come to the stage by an age. Each lead is in exactly one of `reached`, `ended`,
/// `waiting` and `younger`.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct CohortCell {
    pub(crate) age_days: u32,
    /// From 0 to 1 (Aalen–Johansen); absent where no lead is as old yet.
    pub(crate) share: Option<f64>,
    /// The interval that holds the share with a confidence of 95 %.
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// Whether the share is counted: `reached` of `leads`. Else some are younger, and it is an
    /// estimate.
    pub(crate) is_counted: bool,
    /// How certain those reached are: `exact`, `assumed` or `mixed`.
    pub(crate) certainty: &'static str,
    /// Leads that had reached the stage, or a later one, by then.
    pub(crate) reached: usize,
    /// Leads whose way had ended otherwise by then: they rest beside the path.
    pub(crate) ended: usize,
    /// Leads that were waiting then.
    pub(crate) waiting: usize,
    /// Leads that wait and are not as old yet.
    pub(crate) younger: usize,
    /// Of those reached, the ones of whom it is assumed.
    pub(crate) assumed: usize,
}

impl Cohorts {
    pub(crate) fn of(answer: &CohortsAnswer, question: &CohortQuestion, now: Instant) -> Self {
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            as_known: question.as_known.map(|then| then.to_string()),
            stage: answer.stage.0.clone(),
            stage_name: answer.stage.1.clone(),
            every: answer.every.word(),
            ages_days: answer.ages.clone(),
            whole: CohortRowDocument::of(&answer.whole),
            cohorts: answer.cohorts.iter().map(CohortRowDocument::of).collect(),
        }
    }
}

impl CohortRowDocument {
    fn of(row: &CohortRow) -> Self {
        Self {
            began: row.began.map(|began| began.to_string()),
            leads: row.leads.count(),
            cells: row.cells.iter().map(CohortCell::of).collect(),
        }
    }
}

impl CohortCell {
    fn of(cell: &Incidence) -> Self {
        Self {
            age_days: cell.age_days,
            share: cell.share,
            low: cell.interval.map(|it| it.low),
            high: cell.interval.map(|it| it.high),
            is_counted: cell.is_counted(),
            certainty: cell.certainty().word(),
            reached: cell.reached.count(),
            ended: cell.ended.count(),
            waiting: cell.waiting.count(),
            younger: cell.younger.count(),
            assumed: cell.assumed.count(),
        }
    }
}
