//! A point table learned from what became of leads: who they are and what they did, in a few whole
//! points, with what it is worth on leads that it has not seen.
//!
//! Learned from leads that were worked only: what would have become of the others nobody knows, so
//! that all of it is estimated.

mod bins;
mod calibration;
mod clauses;
mod column;
mod delong;
mod design;
mod leak;
mod learn;
mod line;
mod logistic;
mod points;

pub use calibration::CalibrationRow;
pub use clauses::{CardClauses, Scale};
pub use column::{ColumnValues, LearnColumn, Learned, Timing};
pub use delong::{AucDifference, AucEstimate};
pub use leak::{Leak, RefusedColumn};
pub use learn::{Scorecard, TooFewOutcomes, learn};
pub use line::{CardLine, CardTest};
