//! Waits that have not ended, and promises that are broken and lie there.

use crate::clocks::{ClockOutcome, PromiseClock};
use facts::{Instant, SubjectId};
use std::collections::BTreeMap;

/// The median of waits of which some go on: those count as longer than any other, so that they are
/// not left out. `None` of none, and where at least half go on.
///
/// Of an even number it is the mean of the two in the middle.
#[must_use]
pub fn median_with_waiting(waits: &[Option<f64>]) -> Option<f64> {
    let mut sorted: Vec<f64> = waits.iter().map(|wait| wait.unwrap_or(f64::INFINITY)).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    let middle = f64::midpoint(sorted[last / 2], sorted[sorted.len() / 2]);
    middle.is_finite().then_some(middle)
}

/// Leads to which a promise is broken and still open, by how long ago the oldest was due.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dust {
    /// Less than a day ago.
    pub day: Vec<SubjectId>,
    /// Less than seven days ago.
    pub week: Vec<SubjectId>,
    /// Less than thirty days ago.
    pub month: Vec<SubjectId>,
    /// Longer ago.
    pub older: Vec<SubjectId>,
}

impl Dust {
    /// Of clocks as they stand now.
    #[must_use]
    pub fn of<'c>(clocks: impl Iterator<Item = &'c PromiseClock>, now: Instant) -> Self {
        let mut oldest: BTreeMap<SubjectId, Instant> = BTreeMap::new();
        for clock in clocks.filter(|clock| clock.outcome == ClockOutcome::StillOpen) {
            let due = oldest.entry(clock.lead).or_insert(clock.due);
            *due = clock.due.min(*due);
        }
        let mut dust = Self::default();
        for (lead, due) in oldest {
            let days = (now.0 - due.0) / Instant::PER_DAY;
            match days {
                ..1 => dust.day.push(lead),
                1..7 => dust.week.push(lead),
                7..30 => dust.month.push(lead),
                _ => dust.older.push(lead),
            }
        }
        dust
    }

    /// All of them, each once.
    #[must_use]
    pub fn all(&self) -> Vec<SubjectId> {
        let mut all = [&self.day[..], &self.week, &self.month, &self.older].concat();
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Moment;
    use facts::{Precision, Symbol};

    #[test]
    fn who_waits_counts_as_waiting_longest() {
        assert_eq!(median_with_waiting(&[Some(1.0), None, Some(3.0)]), Some(3.0));
        assert_eq!(median_with_waiting(&[Some(1.0), Some(2.0), Some(4.0), None]), Some(3.0));
        assert_eq!(median_with_waiting(&[Some(1.0), None]), None, "nobody knows yet");
        assert_eq!(median_with_waiting(&[]), None);
    }

    #[test]
    fn each_lead_lies_in_the_band_of_its_oldest_promise() {
        let now = Instant(1_800_000_000_000_000);
        let clock = |lead, days_ago: i64, outcome| {
            let due = Instant(now.0 - days_ago * Instant::PER_DAY);
            PromiseClock {
                lead: SubjectId(lead),
                promise: Symbol(1),
                started: Moment { at: due, precision: Precision::Instant },
                due,
                ended: None,
                outcome,
                assumed: false,
            }
        };
        let clocks = [
            clock(1, 2, ClockOutcome::StillOpen),
            clock(1, 40, ClockOutcome::StillOpen),
            clock(2, 0, ClockOutcome::StillOpen),
            clock(3, 7, ClockOutcome::StillOpen),
            clock(4, 90, ClockOutcome::AnsweredLate),
        ];
        let dust = Dust::of(clocks.iter(), now);
        assert_eq!((dust.day, dust.week), (vec![SubjectId(2)], vec![]));
        assert_eq!((dust.month, dust.older), (vec![SubjectId(3)], vec![SubjectId(1)]));
    }
}
