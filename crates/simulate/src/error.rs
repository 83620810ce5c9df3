//! Everything that can keep a simulation from running.

use facts::VocabularyFull;

/// A simulation that cannot run.
#[derive(Debug, thiserror::Error, PartialEq)]
pub enum SimulateError {
    /// The vocabulary has no room for the words and codes of the simulated facts.
    #[error(transparent)]
    Vocabulary(#[from] VocabularyFull),
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
    #[error("the history must lie between 1990 and 2099 and end after it begins")]
    Period,
}
