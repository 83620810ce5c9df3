//! How many come to a stage in the end, and how soon, where some wait still and some left for good.

use crate::aalen_johansen::{steps, variance};
use crate::incidence::CourseEnd;
use crate::interval::{Interval, Z};

/// The share that comes to something sooner or later, of all who may; those who wait still count as
/// long as they were watched, and those who left for good do not come.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GoingOn {
    /// The share, from 0 to 1.
    pub share: f64,
    /// Where it lies with a confidence of 95 %.
    pub interval: Interval,
    /// Its standard error.
    pub error: f64,
    /// After so many days half of those who come have come.
    pub days_median: f64,
    /// And nine in ten.
    pub days_p90: f64,
}

impl GoingOn {
    /// The cumulative incidence at the end of watching; `None` of nobody, or where nobody came.
    ///
    /// The Aalen–Johansen estimator (`aalen_johansen`), of ways with the days for which each was
    /// watched. The interval is symmetric in the logarithm of the odds.
    pub(super) fn of(ways: Vec<(f64, CourseEnd)>) -> Option<Self> {
        let count = ways.len();
        let steps = steps(ways);
        let share = steps.last().map_or(0.0, |step| step.incidence);
        if share <= 0.0 {
            return None;
        }
        let error = variance(&steps).sqrt();
        let reaches = |part: f64| {
            let step = steps.iter().find(|step| step.incidence >= part * share - 1e-12);
            step.map_or(0.0, |step| step.days)
        };
        let interval = interval(share, error, count);
        Some(Self { share, interval, error, days_median: reaches(0.5), days_p90: reaches(0.9) })
    }
}

fn interval(share: f64, error: f64, count: usize) -> Interval {
    if share >= 1.0 {
        // All came: the rule of three (J. A. Hanley and A. Lippman-Hand, JAMA 249(13), 1983).
        return Interval { low: (1.0 - 3.0 / count as f64).max(0.0), high: 1.0 };
    }
    let odds = libm::log(share / (1.0 - share));
    let half = Z * error / (share * (1.0 - share));
    let back = |odds: f64| 1.0 / (1.0 + libm::exp(-odds));
    Interval { low: back(odds - half), high: back(odds + half) }
}

#[cfg(test)]
mod tests {
    use super::*;

    use CourseEnd::{Ended, Reached, Waiting};

    #[test]
    fn where_all_have_ended_it_is_the_share_and_its_binomial_error() {
        let of: Vec<_> =
            (0..40).map(|n| (f64::from(n % 7), if n % 4 == 0 { Reached } else { Ended })).collect();
        let found = GoingOn::of(of).unwrap();
        assert!((found.share - 0.25).abs() < 1e-12);
        let binomial = (0.25_f64 * 0.75 / 40.0).sqrt();
        assert!((found.error - binomial).abs() < 1e-12, "{} {binomial}", found.error);
        assert!(found.interval.low < 0.25 && 0.25 < found.interval.high);
    }

    /// By hand: of five, one comes on day 1 (1/5); one leaves on day 2; one is not watched after
    /// day 3; one of the two left comes on day 4: 1/5 + 3/5 · 1/2.
    #[test]
    fn who_waits_still_counts_as_long_as_they_were_watched() {
        let of = [(1.0, Reached), (2.0, Ended), (3.0, Waiting), (4.0, Reached), (9.0, Waiting)];
        let found = GoingOn::of(of.to_vec()).unwrap();
        assert!((found.share - 0.5).abs() < 1e-12, "{}", found.share);
        assert_eq!((found.days_median, found.days_p90), (4.0, 4.0));
        assert_eq!(GoingOn::of(vec![(1.0, Ended)]), None);
        assert_eq!(GoingOn::of(Vec::new()), None);
    }

    /// lifelines 0.30, `AalenJohansenFitter(calculate_variance=True)` over the same durations.
    #[test]
    fn share_and_variance_are_those_of_another_implementation() {
        let of: Vec<_> = (0..60)
            .map(|n| {
                let end = match n % 5 {
                    0 | 3 => Reached,
                    1 => Ended,
                    _ => Waiting,
                };
                (1.0 + f64::from((n * 37) % 61), end)
            })
            .collect();
        let stayed = std::iter::repeat_n((100.0, Waiting), 3);
        let of: Vec<_> = of.into_iter().chain(stayed).collect();
        let found = GoingOn::of(of).unwrap();
        let variance = found.error * found.error;
        assert!((found.share - 0.503_968_988_6).abs() < 1e-9, "{}", found.share);
        assert!((variance - 0.006_816_005_665_8).abs() < 1e-12, "{variance}");
    }
}
