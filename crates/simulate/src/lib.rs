//! A simulated company with a known truth, and stories in bulk.
//!
//! [`simulate`] makes the facts of a fictional company in which a story is planted
//! ([`Company::larkfield`]) and hands over the [`Truth`] with them: a demo, and a test bed for
//! methods that should find that truth again. [`bulk()`] makes many plausible stories fast, for
//! benchmarks and properties.
//!
//! Everything follows from the seed: the same arguments give the same facts, bit by bit, on every
//! machine.
//!
//! Pure: no I/O, no clock, no environment, no randomness but that of the seed.
#![deny(missing_docs)]

mod balance;
mod bulk;
mod company;
mod days;
mod distributions;
mod error;
mod journal;
mod journey;
mod names;
mod people;
mod reps;
mod rng;
mod sales;
mod segment;
mod simulation;
mod truth;
mod words;

pub use bulk::{FACTS_PER_LEAD_MEAN_MAX, LEADS_MAX, bulk};
pub use company::{
    Afterlife, Calling, Chances, Company, Deals, Flood, Outcomes, PlanTerms, Refusal,
    RefusalVerdict, SourceTerms,
};
pub use error::SimulateError;
pub use people::{Account, Person};
pub use reps::{Rep, RepRole};
pub use segment::{Source, Territory};
pub use simulation::{Opportunity, Part, Simulated, simulate, simulate_part};
pub use truth::{PassEnd, PassTruth, Plan, Sale, SourceTruth, Truth};
pub use words::declare;
