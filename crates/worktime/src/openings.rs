//! The open stretches of a calendar, one after the other.

use crate::{Day, WeeklyHours, zone::Zone};
use facts::Instant;
use std::ops::Range;

const MINUTE: i64 = 60 * Instant::PER_SECOND;

/// When a calendar is open.
pub(crate) struct Openings {
    /// The open stretches from 1990 to 2100, microseconds UTC: sorted, apart from each other.
    pub(crate) stretches: Vec<Range<i64>>,
    /// The end of each open span, microseconds UTC, with the date that it belongs to.
    pub(crate) ends: Vec<(Day, i64)>,
}

/// The openings from 1990 to 2100.
///
/// Time is open when a wall clock in the zone shows a date that is no holiday and a time within
/// the hours of its weekday.
/// So an hour that the clock skips is not there, and one that it shows twice counts twice.
/// Between two changes of the offset, the wall clock is UTC plus a constant: the days and spans
/// that it shows then are cut to the stretch and moved by the offset, without asking the zone.
pub(crate) fn openings(zone: &Zone, hours: &WeeklyHours, holidays: &[Day]) -> Openings {
    debug_assert!(holidays.is_sorted(), "holidays are looked up by halving");
    let mut open: Vec<Range<i64>> = Vec::new();
    let mut ends = Vec::new();
    for stretch in zone.stretches() {
        let from = stretch.from.max(Instant::EARLIEST.0);
        let to = stretch.to.min(Instant::LATEST.0);
        let first = (from + stretch.offset).div_euclid(Instant::PER_DAY);
        let last = (to + stretch.offset - 1).div_euclid(Instant::PER_DAY);
        for number in first..=last {
            let day = Day(number as i32);
            let spans = &hours.days[day.weekday_index()];
            if spans.is_empty() || holidays.binary_search(&day).is_ok() {
                continue;
            }
            let midnight = number * Instant::PER_DAY - stretch.offset;
            for span in spans {
                let start = (midnight + i64::from(span.from) * MINUTE).max(from);
                let end = (midnight + i64::from(span.to) * MINUTE).min(to);
                if start < end {
                    ends.push((day, end));
                }
                join(&mut open, start..end);
            }
        }
    }
    Openings { stretches: open, ends }
}

/// Adds a stretch, to the last one if they touch; an empty one is nothing.
fn join(open: &mut Vec<Range<i64>>, stretch: Range<i64>) {
    match open.last_mut() {
        _ if stretch.is_empty() => {}
        Some(last) if last.end == stretch.start => last.end = stretch.end,
        _ => open.push(stretch),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The stretches of one local day, as UTC times.
    fn check(zone: &str, hours: &str, day: (i16, i8, i8), expect: &[&str]) {
        let zone = Zone::named(zone).unwrap();
        let hours = WeeklyHours::parse_day_range("mon-sun", hours).unwrap();
        let day = Day::of(date(day.0, day.1, day.2));
        let (from, to) = (zone.day_start(day), zone.day_start(Day(day.0 + 1)));
        let open = openings(&zone, &hours, &[Day(day.0 - 1), Day(day.0 + 1)]).stretches;
        let open = open.iter().filter(|s| from <= s.start && s.start < to);
        let time = |at| Instant(at).to_string()[11..16].to_owned();
        let got: Vec<_> = open.map(|s| format!("{}-{}", time(s.start), time(s.end))).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn ordinary_days_move_by_the_offset() {
        check("UTC", "09:00-18:00", (2026, 3, 2), &["09:00-18:00"]);
        check(
            "Asia/Kathmandu",
            "09:00-12:00,13:00-18:00",
            (2026, 3, 2),
            &["03:15-06:15", "07:15-12:15"],
        );
    }

    #[test]
    fn spans_that_touch_are_one() {
        check("UTC", "09:00-12:00,12:00-18:00", (2026, 3, 2), &["09:00-18:00"]);
    }

    #[test]
    fn a_whole_day_has_23_or_25_hours_at_a_change() {
        check("Europe/Paris", "00:00-24:00", (2026, 3, 29), &["23:00-22:00"]);
        check("Europe/Paris", "00:00-24:00", (2026, 10, 25), &["22:00-23:00"]);
    }

    #[test]
    fn an_opening_that_the_clock_skips_is_when_it_goes_on() {
        check("Europe/Paris", "02:30-04:00", (2026, 3, 29), &["01:00-02:00"]);
        check("Europe/Paris", "02:15-02:45", (2026, 3, 29), &[]);
        check("Australia/Lord_Howe", "02:15-04:00", (2026, 10, 4), &["15:30-17:00"]);
    }

    #[test]
    fn a_time_that_the_clock_shows_twice_is_open_twice() {
        check("Europe/Paris", "02:30-04:00", (2026, 10, 25), &["00:30-01:00", "01:30-03:00"]);
        check("Europe/Paris", "01:00-02:30", (2026, 10, 25), &["23:00-00:30", "01:00-01:30"]);
        check("Australia/Lord_Howe", "01:00-03:00", (2026, 4, 5), &["14:00-16:30"]);
    }

    #[test]
    fn a_change_at_midnight_lengthens_the_evening() {
        check("America/Sao_Paulo", "22:00-24:00", (2018, 2, 17), &["00:00-03:00"]);
        check("America/Sao_Paulo", "00:00-02:00", (2018, 11, 4), &["03:00-04:00"]);
    }

    #[test]
    fn stretches_are_sorted_and_apart_in_every_zone() {
        let hours = WeeklyHours::parse_day_range("sun-fri", "00:00-00:30,02:00-24:00").unwrap();
        for name in ["America/St_Johns", "Africa/Casablanca", "Pacific/Apia", "Africa/Cairo"] {
            let open = openings(&Zone::named(name).unwrap(), &hours, &[]).stretches;
            assert!(open.iter().all(|s| s.start < s.end), "{name}");
            assert!(open.windows(2).all(|pair| pair[0].end < pair[1].start), "{name}");
        }
    }
}
