//! Numbers that look random and follow from a seed.

/// `SplitMix64`: G. L. Steele, D. Lea and C. H. Flood, "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014. The same seed gives the same numbers on every machine.
pub(super) struct Random(u64);

/// Where the variance of a count of successes is more, it is drawn from the normal distribution.
const EXACT_VARIANCE_MOST: f64 = 100.0;

impl Random {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to under 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 to under `count`, which is not 0.
    pub(super) fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count - 1)
    }

    /// How many of so many succeed, each with this chance.
    ///
    /// From one success to the next, by the geometric distribution (L. Devroye, "Non-Uniform Random
    /// Variate Generation", Springer 1986, chapter X.4.3).
    pub(super) fn successes(&mut self, count: usize, chance: f64) -> usize {
        if chance <= 0.0 || count == 0 {
            return 0;
        }
        if chance > 0.5 {
            return count - self.successes(count, 1.0 - chance);
        }
        let mean = count as f64 * chance;
        let variance = mean * (1.0 - chance);
        if variance > EXACT_VARIANCE_MOST {
            // G. E. P. Box and M. E. Muller, "A Note on the Generation of Random Normal Deviates",
            // Annals of Mathematical Statistics 29(2), 1958.
            let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
            let normal = radius * libm::cos(std::f64::consts::TAU * self.unit());
            return libm::round(mean + normal * variance.sqrt()).clamp(0.0, count as f64) as usize;
        }
        let (mut successes, mut at) = (0, 0.0);
        loop {
            at += libm::floor(libm::log(1.0 - self.unit()) / libm::log1p(-chance)) + 1.0;
            if at > count as f64 {
                return successes;
            }
            successes += 1;
        }
    }
}
