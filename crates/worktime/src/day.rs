//! A day by its number.

use jiff::{ToSpan, civil::Date};

/// A civil day: days since 1970-01-01, which is day 0; negative before it.
///
/// It has no zone of its own: the calendar that gave it has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Day(pub i32);

const DAY_ZERO: Date = jiff::civil::date(1970, 1, 1);

impl Day {
    /// The day of a date.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self(date.duration_since(DAY_ZERO).as_hours().div_euclid(24) as i32)
    }

    /// The date of this day; years beyond -9999 to 9999 saturate.
    #[must_use]
    pub fn date(self) -> Date {
        DAY_ZERO.saturating_add(i64::from(self.0).clamp(-5_000_000, 5_000_000).days())
    }

    /// The index of its weekday, Monday 0 to Sunday 6.
    #[must_use]
    pub const fn weekday_index(self) -> usize {
        // Day 0 was a Thursday.
        (self.0 as i64 + 3).rem_euclid(7) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_dates_agree() {
        assert_eq!(Day::of(date(1970, 1, 1)), Day(0));
        assert_eq!(Day::of(date(1969, 12, 31)), Day(-1));
        for number in (-800_000..800_000).step_by(997) {
            let date = Day(number).date();
            assert_eq!(Day::of(date), Day(number));
            let monday_is_zero = date.weekday().to_monday_zero_offset();
            assert_eq!(Day(number).weekday_index() as i8, monday_is_zero);
        }
    }

    #[test]
    fn far_days_saturate() {
        assert_eq!(Day(i32::MAX).date(), Date::MAX);
        assert_eq!(Day(i32::MIN).date(), Date::MIN);
    }
}
