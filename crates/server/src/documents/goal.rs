//! How far goals are.

use super::AsOfDocument;
use app::{GoalStanding, GoalsAnswer};
use charter::{Charter, Kpi, KpiUnit, Side, clause_in_words};
use facts::Instant;
use serde::Serialize;
use utoipa::ToSchema;

/// How far the goals of the charter in force are.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Goals)]
pub(crate) struct GoalsDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) currency: String,
    pub(crate) goals: Vec<GoalDocument>,
}

/// How far a goal is, of its target and of its time.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Goal)]
pub(crate) struct GoalDocument {
    #[schema(example = "new-revenue-q1")]
    pub(crate) id: String,
    /// The clause in words.
    pub(crate) says: Option<String>,
    /// The sides that answer for it.
    pub(crate) sides: Vec<&'static str>,
    /// `money` (whole units of the currency), `count` or `share`.
    pub(crate) unit: &'static str,
    pub(crate) target: f64,
    /// How much of it there is; nothing where there is nothing to say it of.
    pub(crate) value: Option<f64>,
    /// What there is, of the target.
    pub(crate) attained: Option<f64>,
    /// From when it is counted.
    pub(crate) from: String,
    /// Before when.
    pub(crate) until: String,
    /// How much of that time is over, from 0 to 1.
    pub(crate) elapsed: f64,
    /// What its list holds: `opportunities` or `leads`.
    pub(crate) counts: &'static str,
    /// How many are behind it: the length of the list that it opens.
    pub(crate) behind: usize,
    /// How many it is a share of.
    pub(crate) of_count: Option<usize>,
    /// How many opportunities might count, and have no date or no amount.
    pub(crate) unknown: usize,
    /// Whether some of its time was before the first charter.
    pub(crate) is_assumed: bool,
}

impl GoalsDocument {
    pub(crate) fn of(answer: &GoalsAnswer, charter: &Charter, now: Instant) -> Self {
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            currency: answer.currency.clone(),
            goals: answer.goals.iter().map(|it| GoalDocument::of(it, charter)).collect(),
        }
    }
}

impl GoalDocument {
    fn of(standing: &GoalStanding, charter: &Charter) -> Self {
        let GoalStanding { goal, period, elapsed, figure, is_assumed } = standing;
        let of_deals = matches!(goal.kpi, Kpi::Won | Kpi::WonAmount | Kpi::PipelineAmount);
        Self {
            says: clause_in_words(charter, &format!("goal.{}", goal.id)),
            id: goal.id.clone(),
            sides: goal.sides.iter().copied().map(Side::word).collect(),
            unit: match goal.kpi.unit() {
                KpiUnit::Money => "money",
                KpiUnit::Count => "count",
                KpiUnit::Share => "share",
            },
            target: goal.target,
            value: figure.value,
            attained: standing.attained(),
            from: period.0.to_string(),
            until: period.1.to_string(),
            elapsed: *elapsed,
            counts: if of_deals { "opportunities" } else { "leads" },
            behind: if of_deals { figure.opportunities.len() } else { figure.leads.len() },
            of_count: figure.of,
            unknown: figure.unknown,
            is_assumed: *is_assumed,
        }
    }
}
