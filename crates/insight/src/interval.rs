//! How far a share may be from what it estimates.

use crate::share::Share;

/// Where a figure lies with a confidence of 95 %.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// A difference of two shares, from -1 to 1, with its interval.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Difference {
    /// The difference itself.
    pub value: f64,
    /// Where it lies with a confidence of 95 %.
    pub interval: Interval,
}

/// The quantile of the standard normal distribution that leaves 2.5 % above it.
pub(crate) const Z: f64 = 1.959_963_984_540_054;

impl Interval {
    /// The score interval of a share, from 0 to 1; `None` of nothing.
    ///
    /// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
    /// Journal of the American Statistical Association 22(158), 1927. It stays within 0 and 1 and
    /// holds its confidence for small samples and for shares near the ends.
    #[must_use]
    pub fn of(share: Share) -> Option<Self> {
        let value = share.value()?;
        let n = share.whole as f64;
        let z2 = Z * Z;
        let middle = (value + z2 / (2.0 * n)) / (1.0 + z2 / n);
        let inside = value * (1.0 - value) / n + z2 / (4.0 * n * n);
        let half = Z / (1.0 + z2 / n) * inside.sqrt();
        Some(Self { low: (middle - half).max(0.0), high: (middle + half).min(1.0) })
    }
}

impl Difference {
    /// One share less another, of two samples that have nobody in common; `None` where either is
    /// of nothing.
    ///
    /// Method 10 of R. G. Newcombe, "Interval Estimation for the Difference Between Independent
    /// Proportions: Comparison of Eleven Methods", Statistics in Medicine 17, 1998: the squares of
    /// the distances from each share to the ends of its score interval add up.
    #[must_use]
    pub fn between(one: Share, other: Share) -> Option<Self> {
        let (p, q) = (one.value()?, other.value()?);
        let (of_p, of_q) = (Interval::of(one)?, Interval::of(other)?);
        let value = p - q;
        let below = distance(p - of_p.low, of_q.high - q);
        let above = distance(of_p.high - p, q - of_q.low);
        Some(Self { value, interval: Interval { low: value - below, high: value + above } })
    }

    /// The share among some less the share among all, where the some are among the all; `None`
    /// where there is nobody among the some, or nobody beside them.
    ///
    /// With `w` of all being among the some, the share among all is `w` times the share among the
    /// some plus `1 - w` times the share among the others. What is asked for is therefore `1 - w`
    /// times the difference between the some and the others, who have nobody in common.
    #[must_use]
    pub fn within(some: Share, all: Share) -> Option<Self> {
        let others = Share {
            part: all.part.checked_sub(some.part)?,
            whole: all.whole.checked_sub(some.whole)?,
        };
        let apart = Self::between(some, others)?;
        let rest = others.whole as f64 / all.whole as f64;
        let scaled = |value: f64| value * rest;
        let Interval { low, high } = apart.interval;
        let interval = Interval { low: scaled(low), high: scaled(high) };
        Some(Self { value: scaled(apart.value), interval })
    }

    /// What the difference is at least, whichever way it goes; 0 where it may be none.
    #[must_use]
    pub fn at_least(&self) -> f64 {
        self.interval.low.max(-self.interval.high).max(0.0)
    }
}

/// The root of the sum of squares.
fn distance(one: f64, other: f64) -> f64 {
    (one * one + other * other).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 5e-5, "{found} is not {wanted}");
    }

    /// Newcombe 1998, table II, method 10: 56/70 less 48/80, and 9/10 less 3/10.
    #[test]
    fn differences_have_the_intervals_that_their_source_prints() {
        let found = Difference::between(share(56, 70), share(48, 80)).unwrap();
        near(found.value, 0.2);
        near(found.interval.low, 0.0524);
        near(found.interval.high, 0.3339);
        let found = Difference::between(share(9, 10), share(3, 10)).unwrap();
        near(found.interval.low, 0.1705);
        near(found.interval.high, 0.8090);
    }

    /// Newcombe 1998 (the paper on single proportions), table I, method 3: 81/263, 15/148, 0/20.
    #[test]
    fn shares_have_the_intervals_that_their_source_prints() {
        for ((part, whole), (low, high)) in
            [((81, 263), (0.2553, 0.3662)), ((15, 148), (0.0624, 0.1605)), ((0, 20), (0.0, 0.1611))]
        {
            let found = Interval::of(share(part, whole)).unwrap();
            near(found.low, low);
            near(found.high, high);
        }
        assert_eq!(Interval::of(share(0, 0)), None);
    }

    #[test]
    fn some_among_all_differ_by_what_the_shares_say() {
        let (some, all) = (share(6, 58), share(252, 412));
        let found = Difference::within(some, all).unwrap();
        near(found.value, 6.0 / 58.0 - 252.0 / 412.0);
        assert!(found.interval.low < found.value && found.value < found.interval.high);
        near(found.at_least(), -found.interval.high);
        assert_eq!(Difference::within(all, all), None, "nobody beside them");
        assert_eq!(Difference::within(share(0, 0), all), None);
    }

    fn share(part: usize, whole: usize) -> Share {
        Share { part, whole }
    }
}
