//! What collecting refuses, or cannot do.

use super::queue::CollectorFull;
use connect::MappingProblems;

/// What collecting refuses, or cannot do.
#[derive(Debug, thiserror::Error)]
pub enum CollectRefused {
    /// A write key that cannot be made.
    #[error("the {field} of a write key cannot be taken: {why}")]
    WriteKey {
        /// Which part of it.
        field: &'static str,
        /// Why, and what to do.
        why: String,
    },
    /// A write key that is not there.
    #[error("there is no write key {0}")]
    UnknownWriteKey(i64),
    /// What events mean cannot be read; every problem with its place.
    #[error("{0}")]
    EventMapping(MappingProblems),
    /// More messages wait to be recorded than may.
    #[error(transparent)]
    Full(#[from] CollectorFull),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers: {0}")]
    NoRandomness(String),
    /// The system gives no thread.
    #[error("the system starts no thread: {0}")]
    NoThread(String),
}

impl CollectRefused {
    /// A stable word for what it is.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::WriteKey { .. } => "bad_write_key",
            Self::UnknownWriteKey(_) => "unknown_write_key",
            Self::EventMapping(_) => "bad_event_mapping",
            Self::Full(_) => "collector_full",
            Self::NoRandomness(_) => "no_randomness",
            Self::NoThread(_) => "no_thread",
        }
    }

    /// Whether the system failed, and not who asked.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        matches!(self, Self::NoRandomness(_) | Self::NoThread(_))
    }
}
