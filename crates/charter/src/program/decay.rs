//! How engagement loses its worth.

use facts::{Instant, Seconds};

/// The factor that engagement keeps after a time: 2^(-t/half-life), t in whole seconds.
///
/// Three tables, for the low eight bits of the seconds, the next eight and the rest, multiplied:
/// small enough to stay in a processor's first cache beside a story. The product is monotone: a longer time never keeps more (neighbouring entries differ by more than
/// their rounding for every half-life below [`Decay::HALF_LIFE_MAX`]). After 64 half-lives
/// nothing is left. The entries come from a software `exp2`, so that every machine decides alike.
#[derive(Clone, Debug)]
pub struct Decay {
    half_life: Seconds,
    /// By the seconds, by 256 seconds, and by 65 536 seconds.
    low: Box<[f64; Self::PLACES]>,
    middle: Box<[f64; Self::PLACES]>,
    high: Vec<f64>,
}

impl Decay {
    const PLACES: usize = 1 << 8;
    /// The shortest half-life.
    pub const HALF_LIFE_MIN: Seconds = Seconds(60);
    /// The longest half-life.
    pub const HALF_LIFE_MAX: Seconds = Seconds::days(3_650);
    const HALF_LIVES: i64 = 64;

    /// The tables of a half-life, which is cut to the bounds above.
    #[must_use]
    pub fn new(half_life: Seconds) -> Self {
        let half_life = half_life.clamp(Self::HALF_LIFE_MIN, Self::HALF_LIFE_MAX);
        let kept = |seconds: i64| libm::exp2(-(seconds as f64) / half_life.0 as f64);
        let places =
            |shift: u32| Box::new(std::array::from_fn(|place| kept((place as i64) << shift)));
        let span = (half_life.0 * Self::HALF_LIVES) >> 16;
        let high = (0..=span).map(|block| kept(block << 16)).collect();
        Self { half_life, low: places(0), middle: places(8), high }
    }

    /// The share, 0 to 1, that is kept from `anchor` to `at`; 1 when `at` is not later. Both must be
    /// instants that facts may have, or not far from them.
    #[inline]
    #[must_use]
    pub fn kept(&self, anchor: Instant, at: Instant) -> f64 {
        let micros = at.0.wrapping_sub(anchor.0).max(0) as u64;
        let seconds = micros / Instant::PER_SECOND as u64;
        let [low, middle] = [seconds, seconds >> 8].map(|places| places as usize % Self::PLACES);
        match self.high.get((seconds >> 16) as usize) {
            Some(high) => high * (self.middle[middle] * self.low[low]),
            None => 0.0,
        }
    }

    /// The first instant at which `score`, anchored at `anchor`, is below `threshold`;
    /// [`Instant::NEVER`] when that does not happen.
    ///
    /// The closed form `half_life * log2(score / threshold)` guesses; [`Decay::kept`] confirms, to
    /// the microsecond, since it changes only at whole seconds from the anchor.
    #[must_use]
    pub fn falls_below(&self, score: f64, anchor: Instant, threshold: f64) -> Instant {
        let below =
            |seconds: i64| score * self.kept(anchor, anchor.plus(Seconds(seconds))) < threshold;
        if score < threshold {
            return anchor;
        }
        if threshold <= 0.0 {
            return Instant::NEVER;
        }
        let guess = (self.half_life.0 as f64 * libm::log2(score / threshold)) as i64;
        let last = (self.high.len() as i64) << 16;
        let mut high = guess.clamp(1, last);
        while high < last && !below(high) {
            high = (high + 1).min(last);
        }
        while high > 1 && below(high - 1) {
            high -= 1;
        }
        anchor.plus(Seconds(high))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_left_after_a_half_life_and_nothing_after_sixty_four() {
        let decay = Decay::new(Seconds::days(30));
        let start = Instant(0);
        assert_eq!(decay.kept(start, start), 1.0);
        let after = decay.kept(start, start.plus(Seconds::days(30)));
        assert!((after - 0.5).abs() < 1e-12, "{after}");
        assert_eq!(decay.kept(start, start.plus(Seconds::days(30 * 65))), 0.0);
        assert_eq!(decay.kept(start.plus(Seconds::DAY), start), 1.0);
    }

    #[test]
    fn what_is_kept_never_grows() {
        for half_life in [Seconds(60), Seconds::DAY, Decay::HALF_LIFE_MAX] {
            let decay = Decay::new(half_life);
            let kept = |s: i64| decay.kept(Instant(0), Instant(0).plus(Seconds(s)));
            assert!((0..200_000).all(|s| kept(s + 1) <= kept(s)), "{half_life:?}");
        }
    }

    #[test]
    fn the_fall_below_a_threshold_is_the_first_such_instant() {
        let decay = Decay::new(Seconds::days(30));
        for (score, threshold) in [(35.0, 34.999), (60.0, 35.0), (100.0, 1.0), (35.0, 35.0)] {
            let at = decay.falls_below(score, Instant(7), threshold);
            assert!(score * decay.kept(Instant(7), at) < threshold);
            assert!(score * decay.kept(Instant(7), Instant(at.0 - 1)) >= threshold);
        }
        assert_eq!(decay.falls_below(1.0, Instant(7), 2.0), Instant(7));
        assert_eq!(decay.falls_below(1.0, Instant(7), 0.0), Instant::NEVER);
    }
}
