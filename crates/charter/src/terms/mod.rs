//! What both teams agree on beside the rules that the engine runs: whom they aim at, what they aim
//! for, what they are paid on, when they meet, who is given leads, and who signs.
//!
//! None of it decides where a lead is, except that rules may ask for grades, which become
//! questions about scores.

mod attribution;
mod beside;
mod cadence;
mod cost;
mod counted;
mod funnel;
mod goal;
mod grade;
mod incentive;
mod period;
mod persona;
mod roster;
mod route;
mod share;
mod signers;
mod unit;

pub use attribution::{Attribution, AttributionModel};
pub use beside::{BesideCrm, LedBy};
pub use cadence::{Cadence, Weekday, WeeklyMeeting};
pub use cost::{Cost, CostOn};
pub use counted::{CountedOutcome, CountedPromise, PeriodCount};
pub use funnel::FunnelTarget;
pub use goal::{Goal, Kpi, KpiUnit};
pub use grade::{Grade, GradeTerms};
pub use incentive::{Incentive, PaidFor, Payout, WeightedKpi};
pub use period::{Cycle, Period};
pub use persona::Persona;
pub use roster::{Absence, Member, PersonSettings, Roster};
pub use route::{Route, RouteTo, Sharing};
pub use share::Share;
pub use signers::{ClauseGroup, Signers};
pub use unit::{Unit, UnitTerms};
