//! From a goal back to the leads that it takes, and whether reps can carry them. All of it is
//! estimated: from what leads did before, with intervals.

mod capacity;
mod incidence;
mod lead;
mod planner;
#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;

pub use capacity::{Load, load};
pub use incidence::GoingOn;
pub use lead::{PlanLead, PlanState};
pub use planner::{PlanStep, RevenuePlan, TooLittleHistory, plan};
