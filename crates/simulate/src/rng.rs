//! Random numbers that follow from a seed alone.

/// xoshiro256++ 1.0, seeded by splitmix64.
///
/// Source: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM
/// Transactions on Mathematical Software 47(4), 2021, whose reference code is in the public
/// domain; splitmix64 after G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014.
/// Not for secrets.
#[derive(Clone, Debug)]
pub(crate) struct Rng {
    state: [u64; 4],
}

/// The step of splitmix64: 2^64 divided by the golden ratio.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// The output function of splitmix64: a bijection of 64 bits that looks random.
pub(crate) const fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// A number for the `index`-th thing of a kind under a seed; different for each index.
pub(crate) const fn name(seed: u64, index: u64) -> u64 {
    mix(mix(seed ^ GOLDEN).wrapping_add(GOLDEN.wrapping_mul(index.wrapping_add(1))))
}

impl Rng {
    /// The generator of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        let word = |n: u64| mix(seed.wrapping_add(GOLDEN.wrapping_mul(n)));
        Self { state: [word(1), word(2), word(3), word(4)] }
    }

    /// The generator of the `index`-th thing under a seed, independent of all others.
    pub(crate) fn of(seed: u64, index: u64) -> Self {
        Self::new(name(seed, index))
    }

    /// 64 random bits.
    #[inline]
    pub(crate) const fn bits(&mut self) -> u64 {
        let [s0, s1, s2, s3] = self.state;
        let result = s0.wrapping_add(s3).rotate_left(23).wrapping_add(s0);
        let (s2, s3) = (s2 ^ s0, s3 ^ s1);
        self.state = [s0 ^ s3, s1 ^ s2, s2 ^ (s1 << 17), s3.rotate_left(45)];
        result
    }

    /// Uniform in 0 to 1, without 1.
    #[inline]
    pub(crate) fn unit(&mut self) -> f64 {
        const SCALE: f64 = 1.0 / (1_u64 << 53) as f64;
        (self.bits() >> 11) as f64 * SCALE
    }

    /// Uniform in `0..count`, or 0 for a count of 0; off by less than `count` in 2^64.
    #[inline]
    pub(crate) fn below(&mut self, count: u64) -> u64 {
        ((u128::from(self.bits()) * u128::from(count)) >> 64) as u64
    }

    /// True with this probability.
    #[inline]
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of a list that is not empty.
    #[inline]
    pub(crate) fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_agrees_with_its_reference() {
        // The first outputs of the authors' code from the state 1, 2, 3, 4.
        let mut rng = Rng { state: [1, 2, 3, 4] };
        let expect = [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386];
        assert_eq!([(); 4].map(|()| rng.bits()), expect);
        // splitmix64 from 0 begins with this number.
        assert_eq!(mix(GOLDEN), 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn numbers_are_spread_evenly() {
        let mut rng = Rng::new(7);
        let draws = 100_000;
        let mean = (0..draws).map(|_| rng.unit()).sum::<f64>() / f64::from(draws);
        assert!((mean - 0.5).abs() < 0.005, "{mean}"); // five standard errors
        let mut counts = [0_u32; 10];
        (0..draws).for_each(|_| counts[rng.below(10) as usize] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 500), "{counts:?}");
    }
}
