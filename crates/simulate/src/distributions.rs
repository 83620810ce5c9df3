//! How numbers are spread.

use crate::rng::Rng;
use std::f64::consts::TAU;

/// Mean 0, standard deviation 1.
///
/// Source: G. Box and M. Muller, "A note on the generation of random normal deviates", Annals of
/// Mathematical Statistics 29(2), 1958.
pub(crate) fn normal(rng: &mut Rng) -> f64 {
    let radius = libm::sqrt(-2.0 * libm::log(1.0 - rng.unit()));
    radius * libm::cos(TAU * rng.unit())
}

/// Positive, half of it below the median; `spread` is the standard deviation of its logarithm.
pub(crate) fn lognormal(rng: &mut Rng, median: f64, spread: f64) -> f64 {
    median * libm::exp(spread * normal(rng))
}

/// The wait for what comes at a steady rate, by its mean.
pub(crate) fn exponential(rng: &mut Rng, mean: f64) -> f64 {
    -mean * libm::log(1.0 - rng.unit())
}

/// The whole number below or above, so that the mean is kept; 0 for what is negative.
pub(crate) fn rounded(rng: &mut Rng, value: f64) -> usize {
    let whole = libm::floor(value);
    whole as usize + usize::from(rng.chance(value - whole))
}

/// One of the things by weight; the last one when weights add up to nothing.
///
/// # Panics
/// When the list is empty.
pub(crate) fn weighted<T: Copy>(rng: &mut Rng, list: &[(T, f64)]) -> T {
    let mut left = rng.unit() * list.iter().map(|(_, weight)| weight).sum::<f64>();
    for &(thing, weight) in list {
        left -= weight;
        if left < 0.0 {
            return thing;
        }
    }
    list[list.len() - 1].0
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRAWS: usize = 100_000;

    fn mean(mut draw: impl FnMut(&mut Rng) -> f64) -> f64 {
        let mut rng = Rng::new(11);
        (0..DRAWS).map(|_| draw(&mut rng)).sum::<f64>() / DRAWS as f64
    }

    /// Tolerances are five standard errors of the mean.
    #[test]
    fn means_are_as_said() {
        assert!(mean(normal).abs() < 0.016);
        assert!((mean(|rng| libm::pow(normal(rng), 2.0)) - 1.0).abs() < 0.023);
        assert!((mean(|rng| exponential(rng, 3.0)) - 3.0).abs() < 0.05);
        assert!((mean(|rng| rounded(rng, 2.3) as f64) - 2.3).abs() < 0.008);
        let below = mean(|rng| f64::from(u8::from(lognormal(rng, 4.0, 1.5) < 4.0)));
        assert!((below - 0.5).abs() < 0.008);
    }

    #[test]
    fn weights_are_shares() {
        let list = [('a', 1.0), ('b', 3.0), ('c', 0.0)];
        let share = mean(|rng| f64::from(u8::from(weighted(rng, &list) == 'b')));
        assert!((share - 0.75).abs() < 0.007);
        assert_eq!(mean(|rng| f64::from(u8::from(weighted(rng, &list) == 'c'))), 0.0);
        assert_eq!(weighted(&mut Rng::new(1), &[('z', 0.0)]), 'z');
    }
}
