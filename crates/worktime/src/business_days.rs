//! The days on which business opens, and when each of them closes.

use crate::Day;
use facts::Instant;

/// The days with open time, numbered one after the other, each with its closing time.
#[derive(Clone)]
pub(crate) struct BusinessDays {
    /// The first day of `numbers`.
    first: i32,
    /// For each day, how many business days there are until it, itself included: at most one a
    /// day in 110 years, which is fewer than 2^16.
    numbers: Box<[u16]>,
    /// The closing time of each business day, seconds from the first covered instant.
    closings_s: Box<[u32]>,
}

impl BusinessDays {
    /// From the ends of the open spans of each day, microseconds UTC within the covered years.
    pub(crate) fn new(mut ends: Vec<(Day, i64)>) -> Self {
        // A clock set back over midnight shows a date twice, with another in between.
        ends.sort_unstable();
        let Some(&(first, _)) = ends.first() else {
            return Self { first: 0, numbers: Box::default(), closings_s: Box::default() };
        };
        let last = ends[ends.len() - 1].0;
        let mut numbers = vec![0_u16; (last.0 - first.0) as usize + 1];
        let mut closings_s: Vec<u32> = Vec::with_capacity(ends.len());
        let mut before = None;
        for (day, end) in ends {
            if before != Some(day) {
                closings_s.push(0);
                numbers[(day.0 - first.0) as usize] = closings_s.len() as u16;
            }
            before = Some(day);
            if let Some(closing_s) = closings_s.last_mut() {
                *closing_s = ((end - Instant::EARLIEST.0) / Instant::PER_SECOND) as u32;
            }
        }
        let mut reached = 0;
        for number in &mut numbers {
            reached = reached.max(*number);
            *number = reached;
        }
        Self { first: first.0, numbers: numbers.into(), closings_s: closings_s.into() }
    }

    /// How many business days there are until a day, itself included.
    #[inline]
    pub(crate) fn until(&self, day: Day) -> usize {
        let place = i64::from(day.0) - i64::from(self.first);
        let last = self.numbers.len() as i64 - 1;
        if place < 0 || last < 0 { 0 } else { usize::from(self.numbers[place.min(last) as usize]) }
    }

    /// When the business day of this number closes, from 1; `None` when there are not so many.
    #[inline]
    pub(crate) fn closing(&self, number: usize) -> Option<i64> {
        let closing_s = *self.closings_s.get(number.wrapping_sub(1))?;
        Some(Instant::EARLIEST.0 + i64::from(closing_s) * Instant::PER_SECOND)
    }

    /// Heap memory, bytes.
    pub(crate) fn memory_bytes(&self) -> usize {
        size_of_val(&*self.numbers) + size_of_val(&*self.closings_s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(day: i32, hour: i64) -> (Day, i64) {
        (Day(day), i64::from(day) * Instant::PER_DAY + hour * Instant::PER_HOUR)
    }

    #[test]
    fn days_are_numbered_and_close_with_their_last_span() {
        let days = BusinessDays::new(vec![end(8_000, 12), end(8_000, 18), end(8_003, 17)]);
        let numbers = [7_999, 8_000, 8_001, 8_002, 8_003, 8_004].map(|day| days.until(Day(day)));
        assert_eq!(numbers, [0, 1, 1, 1, 2, 2]);
        assert_eq!(days.closing(1), Some(end(8_000, 18).1));
        assert_eq!(days.closing(2), Some(end(8_003, 17).1));
        assert_eq!((days.closing(0), days.closing(3)), (None, None));
    }

    #[test]
    fn a_date_that_is_shown_again_is_one_day() {
        let days = BusinessDays::new(vec![end(8_000, 23), end(8_001, 0), end(8_000, 25)]);
        assert_eq!(days.until(Day(8_001)), 2);
        assert_eq!(days.closing(1), Some(end(8_000, 25).1));
    }

    #[test]
    fn a_calendar_that_never_opens_has_no_business_day() {
        let never = BusinessDays::new(Vec::new());
        assert_eq!((never.until(Day(9_000)), never.closing(1)), (0, None));
    }
}
