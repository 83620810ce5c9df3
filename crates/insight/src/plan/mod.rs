//! From a goal back to the leads that it takes, and whether reps can carry them; and from the leads
//! there are forward to what they bring. All of it is estimated: from what leads did before, with
//! intervals.

mod capacity;
mod forecast;
mod incidence;
mod lead;
mod planner;
mod random;
#[cfg(test)]
mod tests;
mod watched;

pub use capacity::{Load, load};
pub use forecast::{Forecast, ForecastSpan, forecast};
pub use incidence::GoingOn;
pub use lead::{PlanLead, PlanState};
pub use planner::{PlanStep, RevenuePlan, TooLittleHistory, plan};
