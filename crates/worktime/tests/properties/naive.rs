//! Business time counted minute by minute on jiff's wall clock, with none of the calendar's parts.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use worktime::WeeklyHours;

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

/// What a calendar is made of, kept as it is.
pub(crate) struct Naive {
    /// The zone of the wall clock.
    pub(crate) zone: TimeZone,
    /// Local opening hours.
    pub(crate) hours: WeeklyHours,
    /// Closed dates.
    pub(crate) holidays: Vec<Date>,
}

impl Naive {
    /// Whether the wall clock shows an open time, `at` microseconds UTC.
    pub(crate) fn is_open(&self, at: i64) -> bool {
        let shown = Timestamp::from_microsecond(at).unwrap().to_zoned(self.zone.clone());
        let minute = shown.hour() as u16 * 60 + shown.minute() as u16;
        let weekday = shown.weekday().to_monday_zero_offset() as usize;
        let mut spans = self.hours.days[weekday].iter();
        spans.any(|span| span.from <= minute && minute < span.to)
            && !self.holidays.contains(&shown.date())
    }

    /// Open microseconds between two instants; every hour opens and closes on a whole minute.
    pub(crate) fn elapsed(&self, from: i64, to: i64) -> i64 {
        self.walk(from, to).map(|(start, end)| end - start).sum()
    }

    /// The last open minute's end of the nth date after that of `at` on which any minute is
    /// open, within a fortnight.
    pub(crate) fn closing_after(&self, at: i64, days: usize) -> Option<i64> {
        let shown = |at: i64| Timestamp::from_microsecond(at).unwrap().to_zoned(self.zone.clone());
        let today = shown(at).date();
        let mut closings: Vec<(Date, i64)> = Vec::new();
        // A date that is shown again closes when it is over for good.
        for (minute, end) in self.walk(at - 2 * 1_440 * MINUTE, at + 14 * 1_440 * MINUTE) {
            let date = shown(minute).date();
            match closings.iter_mut().find(|(known, _)| *known == date) {
                Some((_, closing)) => *closing = end,
                None => closings.push((date, end)),
            }
        }
        closings.retain(|(date, _)| *date > today);
        closings.sort();
        closings.get(days - 1).map(|(_, closing)| *closing)
    }

    /// The first instant with so much open time since `start`, if before `limit`.
    pub(crate) fn due(&self, start: i64, span_micros: i64, limit: i64) -> Option<i64> {
        let mut left = span_micros;
        for (from, to) in self.walk(start, limit) {
            if left <= to - from {
                return Some(from + left);
            }
            left -= to - from;
        }
        None
    }

    /// The open minutes, the first and the last cut short.
    fn walk(&self, from: i64, to: i64) -> impl Iterator<Item = (i64, i64)> {
        let minutes = from.div_euclid(MINUTE)..=to.div_euclid(MINUTE);
        let minutes = minutes.map(|minute| minute * MINUTE);
        let open = minutes.filter(|minute| self.is_open(*minute));
        open.map(move |minute| (minute.max(from), (minute + MINUTE).min(to)))
            .filter(|(start, end)| start < end)
    }
}
