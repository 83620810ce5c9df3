//! Business time as a function of real time, and back.

use crate::bucket_index::BucketIndex;
use facts::Instant;
use std::ops::Range;

/// The covered years, microseconds from the first covered instant.
const COVERED: i64 = Instant::LATEST.0 - Instant::EARLIEST.0;
/// Buckets of 2^36 µs, 19.1 hours: of a calendar with one span a day, at most one opening each.
const TIME_SHIFT: u32 = 36;

/// The start of an open stretch, in whole seconds so that eight rows fill a cache line.
///
/// Offsets are whole seconds, hours are whole minutes and 110 years have fewer than 2^32 seconds.
#[derive(Clone, Copy)]
struct Row {
    /// Seconds from the first covered instant to the opening.
    opens_s: u32,
    /// Open seconds before it.
    worked_s: u32,
}

/// The work done until an instant, W(t): flat while closed, rising one for one while open.
#[derive(Clone)]
pub(crate) struct Worked {
    /// An empty stretch at the origin, the open stretches, and an end that no instant reaches.
    rows: Box<[Row]>,
    by_time: BucketIndex,
    by_work: BucketIndex,
    total: i64,
}

impl Row {
    #[inline]
    fn opens(self) -> i64 {
        i64::from(self.opens_s) * Instant::PER_SECOND
    }

    #[inline]
    fn worked(self) -> i64 {
        i64::from(self.worked_s) * Instant::PER_SECOND
    }
}

impl Worked {
    /// From sorted stretches apart from each other, microseconds UTC on whole seconds, within the
    /// covered years.
    pub(crate) fn new(open: &[Range<i64>]) -> Self {
        let mut rows = Vec::with_capacity(open.len() + 2);
        let mut worked_s = 0;
        rows.push(Row { opens_s: 0, worked_s });
        for stretch in open {
            rows.push(Row { opens_s: seconds(stretch.start - Instant::EARLIEST.0), worked_s });
            worked_s += seconds(stretch.end - stretch.start);
        }
        let end = Row { opens_s: u32::MAX, worked_s };
        rows.push(end);
        let total = end.worked();
        let opens: Vec<_> = rows.iter().map(|row| row.opens()).collect();
        let worked: Vec<_> = rows.iter().map(|row| row.worked()).collect();
        let by_time = BucketIndex::new(&opens, COVERED, TIME_SHIFT);
        let work_shift = BucketIndex::shift_for(rows.len(), total);
        let by_work = BucketIndex::new(&worked[..rows.len() - 1], total, work_shift);
        Self { rows: rows.into(), by_time, by_work, total }
    }

    /// W(t) for an instant, microseconds; constant before and after the covered years.
    #[inline]
    pub(crate) fn until(&self, at: i64) -> i64 {
        let at = at.clamp(Instant::EARLIEST.0, Instant::LATEST.0) - Instant::EARLIEST.0;
        let row = self.by_time.seek_among_many(at, |row| self.rows[row].opens());
        let (this, next) = (self.rows[row], self.rows[row + 1]);
        (this.worked() + (at - this.opens())).min(next.worked())
    }

    /// The first instant at which W is `work`, above 0; `None` when W never gets there.
    #[inline]
    pub(crate) fn reached(&self, work: i64) -> Option<i64> {
        if work > self.total {
            return None;
        }
        // The last stretch that starts with less: at its end it may just reach it.
        let this = self.rows[self.by_work.seek_among_many(work - 1, |row| self.rows[row].worked())];
        Some(Instant::EARLIEST.0 + this.opens() + (work - this.worked()))
    }

    /// The first open instant at or after this one.
    pub(crate) fn opening_from(&self, at: i64) -> Option<i64> {
        self.reached(self.until(at) + 1).map(|reached| (reached - 1).max(at))
    }

    /// Heap memory, bytes.
    pub(crate) fn memory_bytes(&self) -> usize {
        size_of_val(&*self.rows) + self.by_time.memory_bytes() + self.by_work.memory_bytes()
    }
}

/// Whole seconds of a stretch within the covered years, which are fewer than 2^32.
fn seconds(micros: i64) -> u32 {
    debug_assert!(micros % Instant::PER_SECOND == 0 && (0..=COVERED).contains(&micros));
    (micros / Instant::PER_SECOND) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: i64 = Instant::PER_SECOND;

    fn at(second: i64) -> i64 {
        Instant::EARLIEST.0 + second * S
    }

    #[test]
    fn work_rises_while_open_and_rests_while_closed() {
        let worked = Worked::new(&[at(10)..at(20), at(30)..at(31)]);
        for (second, expect) in [(-5, 0), (10, 0), (13, 3), (20, 10), (29, 10), (31, 11), (99, 11)]
        {
            assert_eq!(worked.until(at(second)), expect * S, "{second}");
        }
    }

    #[test]
    fn work_is_reached_at_closing_rather_than_at_the_next_opening() {
        let worked = Worked::new(&[at(10)..at(20), at(30)..at(31)]);
        assert_eq!(worked.reached(10 * S), Some(at(20)));
        assert_eq!(worked.reached(10 * S + 1), Some(at(30) + 1));
        assert_eq!(worked.reached(11 * S), Some(at(31)));
        assert_eq!(worked.reached(11 * S + 1), None);
    }

    #[test]
    fn the_ends_of_the_covered_years_are_reached() {
        let all = Worked::new(std::slice::from_ref(&(Instant::EARLIEST.0..Instant::LATEST.0)));
        assert_eq!(all.until(i64::MAX), COVERED);
        assert_eq!(all.until(i64::MIN), 0);
        assert_eq!(all.reached(1), Some(Instant::EARLIEST.0 + 1));
        assert_eq!(all.reached(COVERED), Some(Instant::LATEST.0));
        assert_eq!(all.opening_from(Instant::LATEST.0), None);
    }

    #[test]
    fn nothing_is_reached_when_never_open() {
        let never = Worked::new(&[]);
        assert_eq!(never.until(at(5)), 0);
        assert_eq!(never.reached(1), None);
        assert_eq!(never.opening_from(at(5)), None);
    }
}
