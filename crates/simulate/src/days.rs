//! When people do things: on working days, around midday.

use crate::distributions::normal;
use crate::rng::Rng;
use crate::segment::Territory;
use facts::{Instant, Seconds};

/// How far from midday people are active, hours, standard deviation.
const HOURS_SPREAD: f64 = 2.8;
/// The share of what falls on a weekend that stays there; the rest moves to Monday.
const WEEKEND_STAYS: f64 = 0.25;

/// A moment on the day of `near`, or soon after a weekend, when people of a territory are active.
pub(crate) fn active(rng: &mut Rng, territory: Territory, near: Instant) -> Instant {
    let day = near.0.div_euclid(Instant::PER_DAY);
    let weekday = weekday(day);
    let moved = if weekday >= 5 && !rng.chance(WEEKEND_STAYS) { 7 - weekday } else { 0 };
    let hour = (territory.midday_utc() + HOURS_SPREAD * normal(rng)).clamp(0.1, 23.9);
    Instant((day + moved) * Instant::PER_DAY + (hour * Instant::PER_HOUR as f64) as i64)
}

/// So many days later, at an active hour.
pub(crate) fn days_later(rng: &mut Rng, territory: Territory, at: Instant, days: f64) -> Instant {
    let near = Instant(at.0 + (days * Instant::PER_DAY as f64) as i64);
    let moment = active(rng, territory, near);
    if moment > at { moment } else { at.plus(Seconds(300 + rng.below(3_600).cast_signed())) }
}

/// The first webinar at or after an instant: Thursdays at 10:00 UTC; with its week since 1970.
pub(crate) fn next_webinar(at: Instant) -> (Instant, i64) {
    // Weeks since 1970 begin on Thursdays.
    let offset = 10 * Instant::PER_HOUR;
    let week = 7 * Instant::PER_DAY;
    let number = (at.0 - offset + week - 1).div_euclid(week);
    (Instant(number * week + offset), number)
}

/// Monday 0 to Sunday 6; day 0 was a Thursday.
const fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn webinars_are_on_thursdays_at_ten() {
        let at = Instant::parse("2026-11-19T10:00:00Z").unwrap(); // a Thursday
        assert_eq!(next_webinar(at).0, at);
        let (next, week) = next_webinar(Instant(at.0 + 1));
        assert_eq!(next, at.plus(Seconds::days(7)));
        assert_eq!(week, next_webinar(at).1 + 1);
    }

    #[test]
    fn most_of_a_weekend_moves_to_monday() {
        let mut rng = Rng::new(1);
        let saturday = Instant::parse("2026-11-21T03:00:00Z").unwrap();
        let days: Vec<_> = (0..1_000)
            .map(|_| weekday(active(&mut rng, Territory::Dach, saturday).0 / Instant::PER_DAY))
            .collect();
        let mondays = days.iter().filter(|day| **day == 0).count();
        assert!((690..810).contains(&mondays), "{mondays}"); // four standard errors
        assert!(days.iter().all(|day| matches!(day, 0 | 5)));
    }
}
