//! Everything that can keep a simulation from running.

use facts::VocabularyFull;
use worktime::CalendarError;

/// A simulation that cannot run.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum SimulateError {
    /// The vocabulary has no room for the words and codes of the simulated facts.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyFull),
    /// A territory's office hours make no calendar.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// More leads were asked for than are made at once.
    #[error("{asked} leads are more than the {most} that are made at once: ask for fewer")]
    TooManyLeads {
        /// How many were asked for.
        asked: usize,
        /// How many may be.
        most: usize,
    },
    /// The mean number of facts of a lead is none that stories can have.
    #[error("{0} facts per lead cannot be: ask for a mean from 1 to 500")]
    FactsPerLead(f64),
    /// The history would be empty, or lie outside the years that facts may have.
    #[error("the history must have a length and lie within the years 1990 to 2099")]
    Period,
}
