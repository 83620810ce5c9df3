//! Figures over the ledger: from leads and their decisions to the metrics of `insight`.

mod aligned;
mod answer;
mod attribution;
mod cohorts;
mod coverage;
mod feedback;
mod goals;
mod histories;
mod kept;
mod learned;
mod metrics;
mod mirror;
mod noticed;
mod opportunities;
mod planning;
mod question;
mod reconciling;
mod remedies;
mod responses;
mod scores;
mod sealing;
mod since;
mod slicing;
mod standpoint;

pub use aligned::{AlignmentAnswer, AlignmentPeriod};
pub use answer::{FunnelAnswer, FunnelSlice};
pub use attribution::{
    AttributionAnswer, AttributionQuestion, AttributionView, Costs, CountedBy, ResultCredit,
};
pub use cohorts::{CohortQuestion, CohortRow, CohortsAnswer, Every};
pub use coverage::{CoverageAnswer, CoverageCell, CoverageQuestion};
pub use feedback::{FeedbackAnswer, FeedbackQuestion};
pub use goals::{GoalStanding, GoalsAnswer};
pub use kept::PromisesAnswer;
pub use learned::{Card, CardOutcome, ScorecardAnswer, ScorecardQuestion};
pub use metrics::{MetricsAnswer, MetricsQuestion, MetricsSlice};
pub use mirror::{LeftOut, MirrorAnswer, MirrorDimension, MirrorQuestion};
pub use opportunities::OpportunitiesAnswer;
pub use planning::{Backtested, ForecastAnswer, PlanAnswer, PlanQuestion, PlanSlice};
pub use question::FunnelQuestion;
pub use reconciling::{Anchor, FigureTerms, ReconciledFigures};
pub use remedies::{Remedy, RemedyFinding};
pub use scores::Scores;
pub use sealing::{ReportedFigure, Restated, RestatedMetric, SealedItem};
pub use since::DifferenceCause;

use crate::Engine;
use crate::error::AppError;
use facts::Instant;

/// As of when figures hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AsOf {
    /// Until when leads were settled; `None` when none ever was.
    pub settled_until: Option<Instant>,
    /// How many leads wait to be settled or woken, so that figures may change without a new fact.
    pub waiting: u64,
    /// When the first charter was adopted: what was before is assumed.
    pub adopted_at: Instant,
    /// Whether the charter in force runs unsigned, to try it.
    pub trial: bool,
}

impl Engine {
    /// As of when figures hold.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first.
    pub fn as_of(&self, now: Instant) -> Result<AsOf, AppError> {
        let view = self.store().view();
        let (number, _) = self.reign()?.at(now);
        let waking = view.leads_to_wake(now, u32::MAX)?.len() as u64;
        let arrived = match view.arrived_count()? {
            0 => 0,
            _ => view.arrived_leads()?.len() as u64,
        };
        Ok(AsOf {
            settled_until: view.settled_until()?,
            waiting: view.unsettled_count()? + waking + arrived,
            adopted_at: self.reign()?.adopted_at(),
            trial: self.versions().any(|signed| signed.number == number && signed.trial),
        })
    }
}
