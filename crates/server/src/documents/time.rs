//! Times.

use facts::Instant;

/// A time in RFC 3339, in UTC.
pub(crate) fn moment(at: Option<Instant>) -> Option<String> {
    at.filter(|at| *at != Instant::NEVER).map(|at| at.to_string())
}
