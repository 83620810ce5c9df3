//! Which values a column has, well enough to tell keys and joins.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// The most values that are remembered.
const REMEMBERED_MAX: usize = 100_000;

/// The different values of a column, or of a sample of them: those whose hash ends in so many
/// zeros. Two columns remember the same values, so that their overlap can be told from the samples.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// How often each remembered value occurred, by its hash.
    seen: HashMap<u64, u32>,
    zeros: u32,
}

impl Keys {
    pub(crate) fn add(&mut self, value: &str) {
        let hash = hash(value);
        if hash.trailing_zeros() < self.zeros {
            return;
        }
        let count = self.seen.entry(hash).or_insert(0);
        *count = count.saturating_add(1);
        if self.seen.len() > REMEMBERED_MAX {
            self.zeros += 1;
            let zeros = self.zeros;
            self.seen.retain(|hash, _| hash.trailing_zeros() >= zeros);
        }
    }

    /// How many different values there are; about so many where they are sampled.
    pub(crate) fn distinct(&self) -> u64 {
        (self.seen.len() as u64) << self.zeros
    }

    /// Whether no remembered value occurs twice.
    pub(crate) fn is_unique(&self) -> bool {
        !self.seen.is_empty() && self.seen.values().all(|count| *count == 1)
    }

    /// Which share of the values here are also there, from 0 to 1.
    pub(crate) fn share_in(&self, other: &Self) -> f64 {
        let zeros = self.zeros.max(other.zeros);
        let common = |hash: &&u64| hash.trailing_zeros() >= zeros;
        let (mut all, mut found) = (0_u64, 0_u64);
        for hash in self.seen.keys().filter(common) {
            all += 1;
            found += u64::from(other.seen.contains_key(hash));
        }
        if all == 0 { 0.0 } else { found as f64 / all as f64 }
    }
}

/// The same in every run.
fn hash(value: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_tells_overlap_and_number_about_as_well_as_all_values() {
        let (mut all, mut half, mut other) = (Keys::default(), Keys::default(), Keys::default());
        for number in 0..250_000 {
            all.add(&number.to_string());
            if number % 2 == 0 {
                half.add(&number.to_string());
            }
            other.add(&format!("x{number}"));
        }
        assert!(all.zeros > 0, "more than are remembered");
        assert!(all.distinct().abs_diff(250_000) < 10_000, "{}", all.distinct());
        assert!(all.is_unique());
        assert!((half.share_in(&all) - 1.0).abs() < 1e-9);
        assert!((all.share_in(&half) - 0.5).abs() < 0.02);
        assert!(all.share_in(&other) < 1e-9);
        half.add("0");
        half.add("2");
        assert!(half.zeros > 0 || !half.is_unique());
    }
}
