//! How many come to a stage in the end, and how soon, where some wait still and some left for good.

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

/// What was seen of one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Watched {
    /// For so many days.
    pub(super) days: f64,
    /// What ended it.
    pub(super) end: Ended,
}

/// What ends watching.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Ended {
    /// They came.
    Came,
    /// They left for good.
    Left,
    /// Nothing yet.
    NotYet,
}

impl GoingOn {
    /// The cumulative incidence at the end of watching; `None` of nobody, or where nobody came.
    ///
    /// O. O. Aalen and S. Johansen, "An Empirical Transition Matrix for Nonhomogeneous Markov
    /// Chains Based on Censored Observations", Scandinavian Journal of Statistics 5(3), 1978; its
    /// variance by the delta method, E. Marubini and M. G. Valsecchi, "Analysing Survival Data from
    /// Clinical Trials and Observational Studies", Wiley 1995, chapter 10. The interval is symmetric
    /// in the logarithm of the odds.
    pub(super) fn of(mut watched: Vec<Watched>) -> Option<Self> {
        watched.sort_unstable_by(|one, other| {
            one.days.total_cmp(&other.days).then(one.end.cmp(&other.end))
        });
        let mut steps = Vec::new();
        let (mut at_risk, mut staying, mut share) = (watched.len() as f64, 1.0, 0.0);
        for tied in watched.chunk_by(|one, next| one.days == next.days) {
            let count = |end: Ended| tied.iter().filter(|it| it.end == end).count() as f64;
            let (came, left) = (count(Ended::Came), count(Ended::Left));
            if came + left > 0.0 {
                share += staying * came / at_risk;
                steps.push(Step { days: tied[0].days, at_risk, came, left, staying, share });
                staying *= 1.0 - (came + left) / at_risk;
            }
            at_risk -= tied.len() as f64;
        }
        if share <= 0.0 {
            return None;
        }
        let error = variance(&steps, share).max(0.0).sqrt();
        let reaches = |part: f64| {
            let step = steps.iter().find(|step| step.share >= part * share - 1e-12);
            step.map_or(0.0, |step| step.days)
        };
        let interval = interval(share, error, watched.len());
        Some(Self { share, interval, error, days_median: reaches(0.5), days_p90: reaches(0.9) })
    }
}

/// An instant at which somebody came or left.
struct Step {
    days: f64,
    at_risk: f64,
    came: f64,
    left: f64,
    /// The share that had neither come nor left before.
    staying: f64,
    /// The share that had come by then.
    share: f64,
}

fn variance(steps: &[Step], share: f64) -> f64 {
    let part = |step: &Step| {
        let (n, came, ended) = (step.at_risk, step.came, step.came + step.left);
        let rest = share - step.share;
        let left = if n > ended { rest * rest * ended / (n * (n - ended)) } else { 0.0 };
        left + step.staying * step.staying * came * (n - came) / (n * n * n)
            - 2.0 * rest * step.staying * came / (n * n)
    };
    steps.iter().map(part).sum()
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

    fn watched(of: &[(f64, Ended)]) -> Vec<Watched> {
        of.iter().map(|(days, end)| Watched { days: *days, end: *end }).collect()
    }

    #[test]
    fn where_all_have_ended_it_is_the_share_and_its_binomial_error() {
        let of: Vec<_> = (0..40)
            .map(|n| (f64::from(n % 7), if n % 4 == 0 { Ended::Came } else { Ended::Left }))
            .collect();
        let found = GoingOn::of(watched(&of)).unwrap();
        assert!((found.share - 0.25).abs() < 1e-12);
        let binomial = (0.25_f64 * 0.75 / 40.0).sqrt();
        assert!((found.error - binomial).abs() < 1e-12, "{} {binomial}", found.error);
        assert!(found.interval.low < 0.25 && 0.25 < found.interval.high);
    }

    /// By hand: of five, one comes on day 1 (1/5); one leaves on day 2; one is not watched after
    /// day 3; one of the two left comes on day 4: 1/5 + 3/5 · 1/2.
    #[test]
    fn who_waits_still_counts_as_long_as_they_were_watched() {
        use Ended::{Came, Left, NotYet};
        let of = [(1.0, Came), (2.0, Left), (3.0, NotYet), (4.0, Came), (9.0, NotYet)];
        let found = GoingOn::of(watched(&of)).unwrap();
        assert!((found.share - 0.5).abs() < 1e-12, "{}", found.share);
        assert_eq!((found.days_median, found.days_p90), (4.0, 4.0));
        assert_eq!(GoingOn::of(watched(&[(1.0, Left)])), None);
        assert_eq!(GoingOn::of(Vec::new()), None);
    }

    /// lifelines 0.30, `AalenJohansenFitter(calculate_variance=True)` over the same durations.
    #[test]
    fn share_and_variance_are_those_of_another_implementation() {
        let of: Vec<_> = (0..60)
            .map(|n| {
                let end = match n % 5 {
                    0 | 3 => Ended::Came,
                    1 => Ended::Left,
                    _ => Ended::NotYet,
                };
                (1.0 + f64::from((n * 37) % 61), end)
            })
            .collect();
        let stayed = std::iter::repeat_n((100.0, Ended::NotYet), 3);
        let of: Vec<_> = of.into_iter().chain(stayed).collect();
        let found = GoingOn::of(watched(&of)).unwrap();
        let variance = found.error * found.error;
        assert!((found.share - 0.503_968_988_6).abs() < 1e-9, "{}", found.share);
        assert!((variance - 0.006_816_005_665_8).abs() < 1e-12, "{variance}");
    }
}
