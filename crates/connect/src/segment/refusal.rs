//! What cannot be taken, where, why, and what to do.

use std::fmt;

/// A message that cannot be taken. Nothing of it is recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    /// Which message of the request, counted from 0.
    pub index: usize,
    /// The field at fault, as `batch[3].context.userAgent`.
    pub path: String,
    /// What is wrong.
    pub reason: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, reason, help, .. } = self;
        write!(f, "`{path}`: {reason}; {help}")
    }
}

/// A request of which nothing can be taken.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BodyRefused {
    /// It is larger than any request may be.
    #[error("the body has more than {0} bytes unpacked: send fewer messages at once")]
    TooLarge(usize),
    /// It is no JSON object, or one that breaks off.
    #[error("the body is not a JSON object: {0}")]
    NotJson(String),
    /// It says that it is packed, and is not.
    #[error("the body is not gzip, or it breaks off: send it whole, or without Content-Encoding")]
    NotGzip,
    /// Its list of messages is missing or no list.
    #[error("`batch` must be a list of messages")]
    NoBatch,
    /// It has more messages than a request may have.
    #[error("`batch` has {found} messages, more than {max}: send fewer at once")]
    TooMany {
        /// How many it has.
        found: usize,
        /// How many it may have.
        max: usize,
    },
    /// When the batch was sent is no time.
    #[error("`sentAt` is not a time: write it like 2026-03-01T09:30:00.000Z")]
    SentAt,
}

impl BodyRefused {
    /// A stable word for what is wrong.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "body_too_large",
            Self::NotJson(_) => "body_not_json",
            Self::NotGzip => "body_not_gzip",
            Self::NoBatch => "batch_missing",
            Self::TooMany { .. } => "batch_too_long",
            Self::SentAt => "sent_at_malformed",
        }
    }
}
