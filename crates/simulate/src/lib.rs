//! A simulated company with a known truth, and stories in bulk.
//!
//! [`bulk()`] makes many plausible stories fast, for benchmarks and properties.
//!
//! Everything follows from the seed: the same arguments give the same facts, bit by bit, on every
//! machine.
//!
//! Pure: no I/O, no clock, no environment, no randomness but that of the seed.
#![deny(missing_docs)]

mod bulk;
mod distributions;
mod error;
mod rng;

pub use bulk::{FACTS_PER_LEAD_MEAN_MAX, LEADS_MAX, bulk};
pub use error::SimulateError;
