//! Agreement with the naive walk.

use crate::sample::SAMPLES;
use crate::spot;
use facts::Instant;
use proptest::prelude::*;
use testkit::cases;

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn elapsed_agrees_with_the_walk(
        nth in 0..240_usize,
        at in spot(),
        length in 0..36 * Instant::PER_HOUR,
    ) {
        let sample = &SAMPLES[nth];
        let from = at.of(sample).max(Instant::EARLIEST);
        let to = Instant(from.0 + length).min(Instant::LATEST);
        let expect = sample.naive.elapsed(from.0, to.0);
        prop_assert_eq!(sample.calendar.elapsed(from, to), expect);
    }

    #[test]
    fn due_agrees_with_the_walk(
        nth in 0..240_usize,
        at in spot(),
        span in prop_oneof![1..3 * Instant::PER_HOUR, (1..600_i64).prop_map(|m| m * 60_000_000)],
    ) {
        let sample = &SAMPLES[nth];
        let start = at.of(sample).max(Instant::EARLIEST);
        let limit = Instant(start.0 + 3 * Instant::PER_DAY).min(Instant::LATEST);
        let due = sample.calendar.due_micros(start, span);
        match sample.naive.due(start.0, span, limit.0) {
            Some(expect) => prop_assert_eq!(due, Instant(expect)),
            None => prop_assert!(due > limit),
        }
    }

    #[test]
    fn openness_agrees_with_the_wall_clock(nth in 0..240_usize, at in spot()) {
        let sample = &SAMPLES[nth];
        let at = at.of(sample).clamp(Instant::EARLIEST, Instant(Instant::LATEST.0 - 1));
        prop_assert_eq!(sample.calendar.is_open(at), sample.naive.is_open(at.0));
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn business_days_agree_with_the_walk(
        nth in 0..240_usize,
        at in spot(),
        days in 1..5_u16,
    ) {
        let sample = &SAMPLES[nth];
        let margin = 20 * Instant::PER_DAY;
        let at = at.of(sample);
        let at = at.clamp(Instant(Instant::EARLIEST.0 + margin), Instant(Instant::LATEST.0 - margin));
        // Calendars have a day of 24 hours each week; some have little else, or only holidays.
        if let Some(expect) = sample.naive.closing_after(at.0, usize::from(days)) {
            // The walk ends within a fortnight, in the middle of a day.
            prop_assume!(expect < at.0 + 13 * Instant::PER_DAY);
            prop_assert_eq!(sample.calendar.business_days_later(at, days), Instant(expect));
        }
    }
}
