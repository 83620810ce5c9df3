//! Which facts are certainly not in a run: a Bloom filter over subject and key.

use facts::{FactKey, SubjectId};

/// A Bloom filter of 16 bits and 8 probes for each fact: it takes one in two thousand for known
/// that is not, and none that is known for new.
///
/// All probes of a fact fall into one line of 64 bytes, so that asking costs one read of memory
/// (Putze, Sanders, Singler: Cache-, hash- and space-efficient Bloom filters, 2007).
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Filter(Vec<Line>);

type Line = [u64; 8];

/// How many facts share a line.
const FACTS_PER_LINE: u64 = 32;

/// A fact as filters know it: two numbers that look random.
#[derive(Clone, Copy)]
pub(crate) struct Print {
    line: u64,
    bits: u64,
}

impl Print {
    pub(crate) fn of(subject: SubjectId, key: FactKey) -> Self {
        let line = mixed(key.0 ^ mixed(subject.0));
        Self { line, bits: mixed(line) }
    }
}

impl Filter {
    /// For so many facts.
    pub(crate) fn for_facts(facts: u64) -> Self {
        Self(vec![[0; 8]; facts.div_ceil(FACTS_PER_LINE).max(1) as usize])
    }

    pub(crate) fn add(&mut self, print: Print) {
        let line = self.line(print);
        for (nth, word) in self.0[line].iter_mut().enumerate() {
            *word |= 1 << (print.bits >> (nth * 8) & 63);
        }
    }

    pub(crate) fn may_have(&self, print: Print) -> bool {
        let words = self.0[self.line(print)].iter().enumerate();
        words.fold(true, |all, (nth, word)| all & (word >> (print.bits >> (nth * 8) & 63) & 1 == 1))
    }

    fn line(&self, print: Print) -> usize {
        ((u128::from(print.line) * self.0.len() as u128) >> 64) as usize
    }

    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flatten().flat_map(|word| word.to_le_bytes()).collect()
    }

    /// What [`Filter::to_bytes`] made; `None` for anything else.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (words, rest) = bytes.as_chunks::<8>();
        let words: Vec<_> = words.iter().map(|word| u64::from_le_bytes(*word)).collect();
        let (lines, odd) = words.as_chunks::<8>();
        (rest.is_empty() && odd.is_empty() && !lines.is_empty()).then(|| Self(lines.to_vec()))
    }
}

/// A number that looks random (SplitMix64: Steele, Lea, Flood, 2014).
fn mixed(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_added_is_there_and_little_else() {
        let print = |number: u64| Print::of(SubjectId(number % 97), FactKey(number));
        let mut filter = Filter::for_facts(10_000);
        (0..10_000).for_each(|number| filter.add(print(number)));
        let filter = Filter::from_bytes(&filter.to_bytes()).unwrap();
        assert!((0..10_000).all(|number| filter.may_have(print(number))));
        let wrong = (10_000..110_000).filter(|number| filter.may_have(print(*number))).count();
        assert!(wrong < 200, "{wrong} of 100,000");
        assert_eq!(Filter::from_bytes(&[0; 65]), None);
    }
}
