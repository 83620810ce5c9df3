//! How much work comes each week.

use facts::Instant;
use worktime::{Calendar, Day};

/// The weeks of a window: each begins on a Monday in the charter's zone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Weeks {
    /// When each begins, and when the last ends.
    starts: Vec<Instant>,
}

const WEEK_MICROS: i64 = 7 * Instant::PER_DAY;

impl Weeks {
    /// Every week that has a part of a window.
    pub(crate) fn of(calendar: &Calendar, (from, until): (Instant, Instant)) -> Self {
        let from = from.max(Instant::EARLIEST);
        let until = until.clamp(from, Instant::LATEST);
        let first = calendar.day_of(from);
        let mut day = Day(first.0 - first.weekday_index() as i32);
        let mut starts = vec![calendar.day_start(day)];
        while starts.last().is_some_and(|start| *start < until) {
            day = Day(day.0 + 7);
            starts.push(calendar.day_start(day));
        }
        Self { starts }
    }

    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// When a week begins.
    pub(crate) fn start(&self, index: usize) -> Instant {
        self.starts[index]
    }

    /// The week of an instant within the window.
    pub(crate) fn index(&self, at: Instant) -> Option<usize> {
        let micros = at.micros_since(*self.starts.first()?);
        // A week with a change of the clock is an hour longer or shorter, so the guess is at most
        // one off.
        let guess = usize::try_from(micros.div_euclid(WEEK_MICROS)).unwrap_or(0);
        let around = guess.saturating_sub(1)..=guess + 1;
        around.into_iter().find(|&index| {
            index < self.len() && self.starts[index] <= at && at < self.starts[index + 1]
        })
    }
}

/// How much work came each week, on one side of the comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WeekLoad {
    /// So many in each week, the first week first.
    pub per_week: Vec<u32>,
}

impl WeekLoad {
    pub(crate) fn new(weeks: &Weeks) -> Self {
        Self { per_week: vec![0; weeks.len()] }
    }

    pub(crate) fn add(&mut self, week: Option<usize>) {
        if let Some(count) = week.and_then(|week| self.per_week.get_mut(week)) {
            *count += 1;
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        for (count, more) in self.per_week.iter_mut().zip(&other.per_week) {
            *count += more;
        }
    }

    pub(crate) fn cut_before(&mut self, week: usize) {
        self.per_week.drain(..week.min(self.per_week.len()));
    }

    /// How much came in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.per_week.iter().map(|count| u64::from(*count)).sum()
    }

    /// What no more than half of the weeks exceed: the lower of the two middle weeks where their
    /// number is even; 0 without a week.
    #[must_use]
    pub fn median(&self) -> u32 {
        let mut sorted = self.per_week.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or(0)
    }

    /// The most in any week.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.per_week.iter().copied().max().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use worktime::WeeklyHours;

    #[test]
    fn a_week_begins_on_monday_in_the_zone_whatever_the_clock_does() {
        let calendar = Calendar::new("Europe/Berlin", &WeeklyHours::default(), &[]).unwrap();
        let at = |text: &str| Instant::parse(text).unwrap();
        let weeks = Weeks::of(&calendar, (at("2026-03-18T12:00:00Z"), at("2026-04-08T00:00:00Z")));
        assert_eq!(weeks.len(), 4);
        assert_eq!(weeks.start(0), at("2026-03-15T23:00:00Z"));
        assert_eq!(weeks.start(2), at("2026-03-29T22:00:00Z"), "after the change of the clock");
        assert_eq!(weeks.index(at("2026-03-29T21:59:59Z")), Some(1));
        assert_eq!(weeks.index(at("2026-03-29T22:00:00Z")), Some(2));
        assert_eq!(weeks.index(at("2026-04-12T21:59:59Z")), Some(3));
        assert_eq!(weeks.index(at("2026-04-12T22:00:00Z")), None);
        assert_eq!(weeks.index(at("2026-03-15T22:59:59Z")), None);
    }

    #[test]
    fn the_median_and_the_most_are_of_weeks() {
        let load = WeekLoad { per_week: vec![0, 5, 2, 9] };
        assert_eq!((load.total(), load.median(), load.most()), (16, 2, 9));
        assert_eq!(WeekLoad::default().median(), 0);
    }
}
