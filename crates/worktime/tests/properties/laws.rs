//! Laws that tie `due`, `elapsed`, openings and days together.

use crate::sample::{SAMPLES, sample};
use crate::{span, spot};
use facts::{Instant, Seconds};
use proptest::prelude::*;
use testkit::cases;

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn what_has_elapsed_when_due_is_the_span(nth in 0..240_usize, start in spot(), span in span()) {
        let sample = &SAMPLES[nth];
        let (calendar, start) = (&sample.calendar, start.of(sample));
        let due = calendar.due_micros(start, span);
        prop_assert!(due >= start);
        if due == Instant::NEVER {
            prop_assert!(calendar.elapsed(start, Instant::LATEST) < span);
        } else {
            prop_assert_eq!(calendar.elapsed(start, due), span);
            // It is the first such instant.
            let before = Instant(due.0 - 1);
            prop_assert!(span == 0 || calendar.elapsed(start, before) == span - 1);
        }
    }

    #[test]
    fn what_is_due_after_what_elapsed_is_not_later(nth in 0..240_usize, a in spot(), b in spot()) {
        let sample = &SAMPLES[nth];
        let calendar = &sample.calendar;
        let (from, to) = (a.of(sample).min(b.of(sample)), a.of(sample).max(b.of(sample)));
        let elapsed = calendar.elapsed(from, to);
        let due = calendar.due_micros(from, elapsed);
        prop_assert!(due <= to);
        prop_assert_eq!(calendar.elapsed(due, to), 0);
        prop_assert_eq!(calendar.elapsed(to, from), 0);
        prop_assert!((0..=to.0 - from.0).contains(&elapsed));
    }

    #[test]
    fn elapsed_adds_up(nth in 0..240_usize, mut spots in [spot(), spot(), spot()]) {
        let sample = &SAMPLES[nth];
        spots.sort_by_key(|spot| spot.of(sample));
        let [a, b, c] = [0, 1, 2].map(|index: usize| spots[index].of(sample));
        let calendar = &sample.calendar;
        let (ab, bc, ac) = (calendar.elapsed(a, b), calendar.elapsed(b, c), calendar.elapsed(a, c));
        prop_assert_eq!(ab + bc, ac);
        prop_assert!(ab <= ac && bc <= ac);
    }

    #[test]
    fn due_is_monotone(
        nth in 0..240_usize,
        (a, b) in (spot(), spot()),
        (less, more) in (span(), span()),
    ) {
        let sample = &SAMPLES[nth];
        let calendar = &sample.calendar;
        let (early, late) = (a.of(sample).min(b.of(sample)), a.of(sample).max(b.of(sample)));
        let (less, more) = (less.min(more), less.max(more));
        prop_assert!(calendar.due_micros(early, less) <= calendar.due_micros(early, more));
        prop_assert!(calendar.due_micros(early, less) <= calendar.due_micros(late, less));
    }

    #[test]
    fn two_spans_are_due_one_after_the_other(
        nth in 0..240_usize,
        a in spot(),
        one in span(),
        two in 1..1_000_000_i64,
    ) {
        let sample = &SAMPLES[nth];
        let (calendar, start) = (&sample.calendar, a.of(sample));
        let first = calendar.due(start, Seconds(one / Instant::PER_SECOND));
        let both = Seconds(one / Instant::PER_SECOND + two);
        prop_assert_eq!(calendar.due(first, Seconds(two)), calendar.due(start, both));
    }

    #[test]
    fn nothing_elapses_before_the_next_opening(nth in 0..240_usize, at in spot()) {
        let sample = &SAMPLES[nth];
        let (calendar, at) = (&sample.calendar, at.of(sample));
        let opening = calendar.next_opening(at);
        prop_assert!(opening >= at);
        prop_assert_eq!(calendar.elapsed(at, opening), 0);
        prop_assert!(opening == Instant::NEVER || calendar.is_open(opening));
        prop_assert_eq!(calendar.is_open(at), opening == at);
    }

    #[test]
    fn an_instant_lies_in_its_day(nth in 0..240_usize, at in spot()) {
        let sample = &SAMPLES[nth];
        let (calendar, at) = (&sample.calendar, at.of(sample));
        let day = calendar.day_of(at);
        let shown = at.to_timestamp().to_zoned(sample.naive.zone.clone());
        prop_assert_eq!(day.date(), shown.date());
        let start = calendar.day_start(day);
        prop_assert!(start <= at);
        prop_assert_eq!(calendar.days_between(start, at), 0);
    }

    #[test]
    fn a_business_day_later_is_the_closing_of_an_open_day(
        nth in 0..240_usize, at in spot(), days in 1..60_u16,
    ) {
        let sample = &SAMPLES[nth];
        let (calendar, at) = (&sample.calendar, at.of(sample));
        let closing = calendar.business_days_later(at, days);
        prop_assume!(closing != Instant::NEVER);
        // It was open until then, on a day that is so many business days on.
        prop_assert!(calendar.is_open(Instant(closing.0 - 1)));
        let day = calendar.day_of(Instant(closing.0 - 1));
        let from = calendar.day_of(at);
        prop_assert_eq!(calendar.business_days_between(from, day), i64::from(days));
        prop_assert_eq!(calendar.business_days_between(day, from), -i64::from(days));
        // A day later than that is not earlier, and the day itself never counts.
        prop_assert!(calendar.business_days_later(at, days + 1) >= closing);
        prop_assert!(day > from);
        // It depends on the date alone.
        prop_assert_eq!(calendar.closing_after(from, days), closing);
    }

    #[test]
    fn days_later_shows_the_same_time_of_day(
        nth in 0..240_usize, at in spot(), days in 0..400_u16,
    ) {
        let sample = &SAMPLES[nth];
        let (calendar, at) = (&sample.calendar, at.of(sample));
        let later = calendar.days_later(at, days);
        prop_assume!(later < Instant::LATEST);
        let local = |at: Instant| {
            at.to_timestamp().to_zoned(sample.naive.zone.clone()).datetime()
        };
        let wanted = local(at).checked_add(jiff::Span::new().days(days)).unwrap();
        // Where the clock skips the time, the first instant after the skip shows a later one.
        let before = local(Instant(later.0 - 1));
        prop_assert!(local(later) == wanted || local(later) > wanted && before < wanted);
        prop_assert!(days > 0 || later <= at);
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_laws_hold_for_fresh_calendars(seed: u64, start in spot(), span in span()) {
        let sample = sample(seed);
        let (calendar, start) = (&sample.calendar, start.of(&sample));
        let due = calendar.due_micros(start, span);
        prop_assert!(due == Instant::NEVER || calendar.elapsed(start, due) == span);
        prop_assert!(calendar.memory_bytes() < 3_300_000);
    }
}
