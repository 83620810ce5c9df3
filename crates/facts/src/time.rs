//! Instants, durations and how precisely a time is known.

use jiff::Timestamp;
use std::fmt;

/// A point in time: microseconds since 1970-01-01T00:00:00 UTC.
///
/// Facts may carry instants from [`Instant::EARLIEST`] to [`Instant::LATEST`];
/// [`Instant::NEVER`] stands for "no such instant" and sorts after all others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(transparent)]
pub struct Instant(pub i64);

/// A length of wall-clock time in whole seconds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Seconds(pub i64);

/// How precisely the time of a fact is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(u8)]
pub enum Precision {
    /// To the microsecond, as a machine recorded it.
    #[default]
    Instant = 0,
    /// To the minute: the fact lies within the 60 seconds from its instant.
    Minute = 1,
    /// To the day: the instant is midnight in the charter's zone, the fact lies within that day.
    Day = 2,
    /// Not known at all; the instant only gives an order.
    Unknown = 3,
}

/// A time that cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum TimeError {
    /// The text is not an RFC 3339 timestamp.
    #[error("`{0}` is not a time: write it like 2026-03-01T09:30:00Z")]
    Malformed(String),
    /// The instant lies outside the years that Tandem keeps.
    #[error("{0} is outside the years 1990 to 2099")]
    OutOfRange(String),
}

impl Instant {
    /// Microseconds in a second.
    pub const PER_SECOND: i64 = 1_000_000;
    /// Microseconds in an hour.
    pub const PER_HOUR: i64 = 3_600 * Self::PER_SECOND;
    /// Microseconds in a day of 24 hours.
    pub const PER_DAY: i64 = 24 * Self::PER_HOUR;
    /// 1990-01-01T00:00:00Z, the first instant that a fact may have.
    pub const EARLIEST: Self = Self(631_152_000 * Self::PER_SECOND);
    /// 2100-01-01T00:00:00Z, the first instant that is too late for a fact.
    pub const LATEST: Self = Self(4_102_444_800 * Self::PER_SECOND);
    /// No such instant; later than every other.
    pub const NEVER: Self = Self(i64::MAX);

    /// Reads an RFC 3339 timestamp.
    ///
    /// # Errors
    /// When the text is malformed or the instant lies outside 1990 to 2099.
    pub fn parse(text: &str) -> Result<Self, TimeError> {
        let stamp: Timestamp = text.parse().map_err(|_| TimeError::Malformed(text.to_owned()))?;
        Self::from_timestamp(stamp)
    }

    /// From a timestamp, cut to the microsecond.
    ///
    /// # Errors
    /// When the instant lies outside 1990 to 2099.
    pub fn from_timestamp(stamp: Timestamp) -> Result<Self, TimeError> {
        let instant = Self(stamp.as_microsecond());
        if (Self::EARLIEST..Self::LATEST).contains(&instant) {
            Ok(instant)
        } else {
            Err(TimeError::OutOfRange(stamp.to_string()))
        }
    }

    /// As a timestamp; [`Instant::NEVER`] and other far values saturate.
    #[must_use]
    pub fn to_timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(if self.0 < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        })
    }

    /// This instant moved by a span; saturates at [`Instant::NEVER`].
    #[must_use]
    pub const fn plus(self, span: Seconds) -> Self {
        Self(self.0.saturating_add(span.0.saturating_mul(Self::PER_SECOND)))
    }

    /// Microseconds from `earlier` to this instant; negative when this one is earlier.
    #[must_use]
    pub const fn micros_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::NEVER {
            f.write_str("never")
        } else {
            write!(f, "{}", self.to_timestamp())
        }
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Seconds {
    /// One day of 24 hours.
    pub const DAY: Self = Self(86_400);
    /// One hour.
    pub const HOUR: Self = Self(3_600);

    /// So many days of 24 hours.
    #[must_use]
    pub const fn days(count: i64) -> Self {
        Self(count * Self::DAY.0)
    }

    /// So many hours.
    #[must_use]
    pub const fn hours(count: i64) -> Self {
        Self(count * Self::HOUR.0)
    }

    /// In microseconds.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0.saturating_mul(Instant::PER_SECOND)
    }
}

impl Precision {
    /// From the number it is stored as.
    #[must_use]
    pub const fn from_number(number: u8) -> Self {
        match number & 3 {
            0 => Self::Instant,
            1 => Self::Minute,
            2 => Self::Day,
            _ => Self::Unknown,
        }
    }

    /// Its word: `instant`, `minute`, `day` or `unknown`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Instant => "instant",
            Self::Minute => "minute",
            Self::Day => "day",
            Self::Unknown => "unknown",
        }
    }

    /// The coarser of two precisions.
    #[must_use]
    pub fn coarser(self, other: Self) -> Self {
        self.max(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_and_written_back() {
        let at = Instant::parse("2026-03-01T09:30:00.000001Z").unwrap();
        assert_eq!(at.to_string(), "2026-03-01T09:30:00.000001Z");
    }

    #[test]
    fn a_time_outside_the_kept_years_is_refused() {
        assert!(matches!(Instant::parse("1889-01-01T00:00:00Z"), Err(TimeError::OutOfRange(_))));
        assert!(matches!(Instant::parse("tomorrow"), Err(TimeError::Malformed(_))));
    }
}
