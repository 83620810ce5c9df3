//! `[[goal]]`: a result that both sides aim at.

use super::Period;
use crate::model::Side;

/// A result with a number and a period.
#[derive(Clone, PartialEq, Debug)]
pub struct Goal {
    /// The goal's id, `new-revenue-q1`.
    pub id: String,
    /// What is counted.
    pub kpi: Kpi,
    /// How much of it at least, in the unit of the figure; a share is from 0 to 1.
    pub target: f64,
    /// When.
    pub period: Period,
    /// Who answers for it; never empty.
    pub sides: Vec<Side>,
}

/// A figure that goals name. Each is counted over the days of the goal's period, in the charter's
/// zone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Kpi {
    /// `won_amount`: the amounts of the opportunities won, each on the day on which it was won.
    WonAmount,
    /// `won`: how many opportunities were won, each on the day on which it was won.
    Won,
    /// `pipeline_amount`: the amounts of the opportunities opened, each on the day on which it was
    /// opened, with the amount that it has now.
    PipelineAmount,
    /// `stage:mql`: how many passes entered the stage (its index), each on the day of its entry.
    Entered(usize),
    /// `mql -> sal`: of the passes that entered the first stage in the period, the share that
    /// reached the second, or a later one of the path, by now.
    Reached {
        /// The index of the stage that they come from.
        from: usize,
        /// The index of the stage that they reach.
        to: usize,
    },
    /// `promise:first-touch`: of the clocks of a promise that were decided in the period, the share
    /// that was kept.
    Kept(String),
}

/// What a figure is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KpiUnit {
    /// The charter's currency.
    Money,
    /// Whole things.
    Count,
    /// A part of a whole, from 0 to 1.
    Share,
}

impl Kpi {
    /// What it is counted in.
    #[must_use]
    pub const fn unit(&self) -> KpiUnit {
        match self {
            Self::WonAmount | Self::PipelineAmount => KpiUnit::Money,
            Self::Won | Self::Entered(_) => KpiUnit::Count,
            Self::Reached { .. } | Self::Kept(_) => KpiUnit::Share,
        }
    }
}
