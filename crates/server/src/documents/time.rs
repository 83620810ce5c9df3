//! Times.

use facts::{Instant, Precision};

/// A time in RFC 3339, in UTC.
pub(crate) fn moment(at: Option<Instant>) -> Option<String> {
    at.filter(|at| *at != Instant::NEVER).map(|at| at.to_string())
}

/// How precisely a time is known.
pub(crate) const fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Instant => "instant",
        Precision::Minute => "minute",
        Precision::Day => "day",
        Precision::Unknown => "unknown",
    }
}
