//! Cases worked out by hand.

use facts::{Instant, Seconds};
use jiff::civil::{Date, date};
use worktime::{Calendar, CalendarError, Day, HoursError, Span, WeeklyHours};

fn calendar(zone: &str, hours: &[(&str, &str)], holidays: &[Date]) -> Calendar {
    let mut week = WeeklyHours::default();
    for (days, hours) in hours {
        week.set(days, hours).unwrap();
    }
    Calendar::new(zone, &week, holidays).unwrap()
}

fn office(holidays: &[Date]) -> Calendar {
    calendar("Europe/Paris", &[("mon-fri", "09:00-18:00")], holidays)
}

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

/// From `start`, so many business minutes are due at `expect`, and have then elapsed.
fn check(calendar: &Calendar, start: &str, minutes: i64, expect: &str) {
    let span = Seconds(minutes * 60);
    let due = calendar.due(at(start), span);
    assert_eq!(due, at(expect), "{minutes} minutes from {start}");
    assert_eq!(calendar.elapsed(at(start), due), span.micros());
}

#[test]
fn four_hours_from_saturday_afternoon_are_due_monday_at_one() {
    check(&office(&[]), "2026-03-07T15:00:00+01:00", 240, "2026-03-09T13:00:00+01:00");
}

#[test]
fn a_span_that_ends_at_closing_is_due_at_closing() {
    check(&office(&[]), "2026-03-06T14:00:00+01:00", 240, "2026-03-06T18:00:00+01:00");
    check(&office(&[]), "2026-03-06T14:00:00+01:00", 241, "2026-03-09T09:01:00+01:00");
}

#[test]
fn no_span_is_due_at_once_even_when_closed() {
    check(&office(&[]), "2026-03-07T15:00:00+01:00", 0, "2026-03-07T15:00:00+01:00");
    assert_eq!(office(&[]).due_micros(at("2026-03-07T15:00:00Z"), -1), at("2026-03-07T15:00:00Z"));
}

#[test]
fn a_holiday_is_skipped() {
    let monday_off = office(&[date(2026, 3, 9), date(1890, 1, 1), date(2026, 3, 9)]);
    check(&monday_off, "2026-03-07T15:00:00+01:00", 240, "2026-03-10T13:00:00+01:00");
}

#[test]
fn a_lunch_break_pauses() {
    let office = calendar("Europe/Paris", &[("mon-fri", "09:00-12:30, 13:30-18:00")], &[]);
    check(&office, "2026-03-02T12:00:00+01:00", 60, "2026-03-02T14:00:00+01:00");
}

#[test]
fn office_hours_follow_the_clock_over_both_changes() {
    // 29 March 2026: summer time begins; 25 October: it ends.
    check(&office(&[]), "2026-03-27T17:00:00+01:00", 120, "2026-03-30T10:00:00+02:00");
    check(&office(&[]), "2026-10-23T17:00:00+02:00", 120, "2026-10-26T10:00:00+01:00");
}

#[test]
fn around_the_clock_counts_the_hours_that_pass() {
    let always = calendar("Europe/Paris", &[("mon-sun", "00:00-24:00")], &[]);
    check(&always, "2026-03-29T00:00:00+01:00", 23 * 60, "2026-03-30T00:00:00+02:00");
    check(&always, "2026-10-25T00:00:00+02:00", 25 * 60, "2026-10-26T00:00:00+01:00");
}

#[test]
fn the_day_that_apia_skipped_holds_no_business() {
    // Wall clocks went from Thursday 29 to Saturday 31 December 2011.
    let apia = calendar("Pacific/Apia", &[("mon-fri", "09:00-17:00")], &[]);
    check(&apia, "2011-12-29T16:00:00-10:00", 120, "2012-01-02T10:00:00+14:00");
    assert_eq!(
        apia.days_between(at("2011-12-29T16:00:00-10:00"), at("2011-12-31T09:00:00+14:00")),
        2
    );
}

#[test]
fn openings_are_found() {
    let office = office(&[]);
    let monday = at("2026-03-09T09:00:00+01:00");
    assert_eq!(office.next_opening(at("2026-03-06T18:00:00+01:00")), monday);
    assert_eq!(office.next_opening(monday), monday);
    assert_eq!(office.next_opening(Instant(monday.0 + 1)), Instant(monday.0 + 1));
    assert_eq!(office.next_opening(Instant(0)), at("1990-01-01T08:00:00Z"));
    assert!(office.is_open(monday) && !office.is_open(Instant(monday.0 - 1)));
    let closing = at("2026-03-09T18:00:00+01:00");
    assert!(!office.is_open(closing) && office.is_open(Instant(closing.0 - 1)));
}

#[test]
fn days_are_those_of_the_zone() {
    let office = office(&[]);
    let late = at("2026-03-01T23:30:00Z");
    assert_eq!(office.day_of(late).date(), date(2026, 3, 2));
    assert_eq!(office.day_start(office.day_of(late)), at("2026-03-01T23:00:00Z"));
    assert_eq!(office.days_between(at("2026-03-01T22:59:59Z"), late), 1);
    assert_eq!(office.days_between(late, at("2026-03-02T22:59:59Z")), 0);
    assert_eq!(office.days_between(late, at("2026-03-01T22:59:59Z")), -1);
    assert_eq!(Day::of(date(2026, 3, 2)), office.day_of(late));
}

#[test]
fn past_the_covered_years_nothing_is_due() {
    let office = office(&[]);
    let last = at("2099-12-31T16:59:00Z");
    assert_eq!(office.due(last, Seconds(60)), at("2099-12-31T17:00:00Z"));
    assert_eq!(office.due(last, Seconds(61)), Instant::NEVER);
    assert_eq!(office.due(last, Seconds(i64::MAX)), Instant::NEVER);
    assert_eq!(office.due(Instant::NEVER, Seconds(1)), Instant::NEVER);
    assert_eq!(office.next_opening(Instant(last.0 + 60_000_000)), Instant::NEVER);
    assert_eq!(office.elapsed(last, Instant::NEVER), 60_000_000);
    assert_eq!(office.elapsed(Instant(i64::MIN), Instant::EARLIEST), 0);
    assert!(!office.is_open(Instant::NEVER));
}

#[test]
fn a_calendar_that_never_opens_is_never_due() {
    let never = calendar("Asia/Tokyo", &[], &[]);
    assert_eq!(never.due(Instant::EARLIEST, Seconds(1)), Instant::NEVER);
    assert_eq!(never.due(Instant::EARLIEST, Seconds(0)), Instant::EARLIEST);
    assert_eq!(never.elapsed(Instant::EARLIEST, Instant::LATEST), 0);
}

#[test]
fn impossible_hours_and_too_many_holidays_are_refused() {
    let mut hours = WeeklyHours::default();
    hours.days[2] = vec![Span { from: 600, to: 700 }, Span { from: 500, to: 550 }];
    let refused = Calendar::new("UTC", &hours, &[]).unwrap_err();
    assert_eq!(refused, CalendarError::Hours(HoursError::Overlap("Wednesday")));
    let holidays = vec![date(2026, 1, 1); Calendar::HOLIDAYS_MAX + 1];
    let refused = Calendar::new("UTC", &WeeklyHours::default(), &holidays).unwrap_err();
    assert!(refused.to_string().contains("11000"), "{refused}");
}

#[test]
fn the_largest_calendar_stays_within_its_bound() {
    let four = "00:00-01:00,02:00-03:00,04:00-05:00,06:00-07:00";
    let largest = calendar("Africa/Casablanca", &[("mon-sun", four)], &[]);
    assert!(largest.memory_bytes() < 3_300_000, "{}", largest.memory_bytes());
    assert!(office(&[]).memory_bytes() < 1_050_000, "{}", office(&[]).memory_bytes());
}

/// So many business days from `start` end at `expect`.
fn closes(calendar: &Calendar, start: &str, days: u16, expect: &str) {
    assert_eq!(calendar.business_days_later(at(start), days), at(expect), "{days} from {start}");
}

#[test]
fn business_days_end_at_closing_time_and_the_first_day_does_not_count() {
    let office = office(&[]);
    // A Monday, in the morning before opening, within hours, and at night.
    for start in
        ["2026-03-02T06:00:00+01:00", "2026-03-02T10:00:00+01:00", "2026-03-02T23:00:00+01:00"]
    {
        closes(&office, start, 1, "2026-03-03T18:00:00+01:00");
        closes(&office, start, 5, "2026-03-09T18:00:00+01:00");
    }
}

#[test]
fn business_days_leave_out_weekends_and_holidays() {
    let office = office(&[date(2026, 4, 3), date(2026, 4, 6)]);
    // The Thursday before Easter, and the Saturday.
    closes(&office, "2026-04-02T16:00:00+02:00", 1, "2026-04-07T18:00:00+02:00");
    closes(&office, "2026-04-02T16:00:00+02:00", 2, "2026-04-08T18:00:00+02:00");
    closes(&office, "2026-04-04T12:00:00+02:00", 1, "2026-04-07T18:00:00+02:00");
}

#[test]
fn business_days_follow_the_clock_over_both_changes() {
    closes(&office(&[]), "2026-03-27T17:00:00+01:00", 1, "2026-03-30T18:00:00+02:00");
    closes(&office(&[]), "2026-10-23T17:00:00+02:00", 1, "2026-10-26T18:00:00+01:00");
}

#[test]
fn a_business_day_may_be_short_or_end_at_midnight() {
    let hours =
        [("mon-thu", "09:00-12:30, 13:30-18:00"), ("fri", "09:00-13:00"), ("sat", "18:00-24:00")];
    let shop = calendar("Europe/Paris", &hours, &[]);
    closes(&shop, "2026-03-05T10:00:00+01:00", 1, "2026-03-06T13:00:00+01:00");
    closes(&shop, "2026-03-05T10:00:00+01:00", 2, "2026-03-08T00:00:00+01:00");
    closes(&shop, "2026-03-05T10:00:00+01:00", 3, "2026-03-09T18:00:00+01:00");
}

#[test]
fn there_is_no_business_day_after_the_covered_years() {
    assert_eq!(office(&[]).business_days_later(at("2099-12-31T10:00:00+01:00"), 1), Instant::NEVER);
    let never = Calendar::new("UTC", &WeeklyHours::default(), &[]).unwrap();
    assert_eq!(never.business_days_later(at("2026-03-05T10:00:00Z"), 1), Instant::NEVER);
}
