//! What each agreement says, in bits.

use super::frequency::Frequency;
use super::hash;
use super::levels::{DIFFERENT, Level, UNKNOWN};
use super::model::Model;
use super::records::Records;

/// A level, with the agreement in the same value divided by how frequent that is: see [`grade`].
pub(super) type Grade = u8;

/// Values are told apart by frequency in so many steps: held by 2, 3 to 4, 5 to 8, … records.
const STEPS: u32 = 15;
/// The most grades of a field.
pub(super) const GRADES: usize = 32;
/// How many bits of a pattern a field has.
const GRADE_BITS: usize = 5;

/// The grades of a pair in all fields, packed.
pub(super) type Pattern = u64;

/// How the fields of pairs are graded.
pub(super) struct Grading<'a> {
    pub(super) model: &'a Model,
    pub(super) records: &'a Records,
    pub(super) frequencies: &'a [Frequency],
}

/// A number for each field and grade.
pub(super) type Table = Vec<[f64; GRADES]>;

/// What each agreement says: log2 of how much more often it is seen among pairs of one person than
/// among pairs of two.
#[derive(Clone, PartialEq, Debug)]
pub struct Weights {
    pub(super) bits: Table,
    pub(super) prior_bits: f64,
}

impl Grading<'_> {
    /// The grade of two records in a field. Symmetric.
    pub(super) fn grade(&self, field: usize, a: usize, b: usize) -> Grade {
        let (one, other) = (self.records.hash(a, field), self.records.hash(b, field));
        if one == 0 || other == 0 {
            return UNKNOWN;
        }
        let compared = &self.model.fields[field];
        if one != other {
            let (a, b) = (self.records.value(a, field), self.records.value(b, field));
            return compared.likeness.of_different(a, b);
        }
        let same = compared.likeness.same();
        if compared.by_frequency { same + step(self.frequencies[field].of_record[a]) } else { same }
    }

    pub(super) fn pattern(&self, a: usize, b: usize) -> Pattern {
        (0..self.model.fields.len()).fold(0, |pattern, field| {
            pattern | u64::from(self.grade(field, a, b)) << (GRADE_BITS * field)
        })
    }

    /// How many grades a field has.
    pub(super) fn grades(&self, field: usize) -> usize {
        let compared = &self.model.fields[field];
        let steps = if compared.by_frequency { STEPS as usize } else { 1 };
        compared.likeness.levels() - 1 + steps
    }
}

/// The step of a value that so many records hold.
pub(super) fn step(frequency: u32) -> Grade {
    (frequency.max(2) - 1).ilog2().min(STEPS - 1) as Grade
}

/// The level of a grade.
pub(super) fn level(same: Level, grade: Grade) -> Level {
    grade.min(same)
}

/// The grade of a field in a pattern.
pub(super) const fn grade(pattern: Pattern, field: usize) -> Grade {
    (pattern >> (GRADE_BITS * field) & 31) as Grade
}

/// The patterns in order, each with how often it occurs.
pub(super) fn tally(mut patterns: Vec<Pattern>) -> Vec<(Pattern, u64)> {
    patterns.sort_unstable();
    patterns.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u64)).collect()
}

impl Weights {
    /// From the probabilities of each grade among pairs of one and of two, and that of a pair
    /// being of one.
    pub(super) fn new(m: &Table, u: &Table, prior: f64) -> Self {
        let ratio = |m: f64, u: f64| if m > 0.0 && u > 0.0 { libm::log2(m / u) } else { 0.0 };
        let of_field = |(m, u): (&[f64; GRADES], &[f64; GRADES])| {
            let mut bits = [0.0; GRADES];
            for grade in usize::from(DIFFERENT)..GRADES {
                bits[grade] = ratio(m[grade], u[grade]);
            }
            bits
        };
        let bits = m.iter().zip(u).map(of_field).collect();
        Self { bits, prior_bits: libm::log2(prior / (1.0 - prior)) }
    }

    /// What all fields of a pattern say together, the prior included.
    pub(super) fn of(&self, pattern: Pattern) -> f64 {
        let bits =
            |(field, bits): (usize, &[f64; GRADES])| bits[usize::from(grade(pattern, field))];
        self.prior_bits + self.bits.iter().enumerate().map(bits).sum::<f64>()
    }
}

/// The probability of something with so many bits of odds for it.
pub(super) fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + libm::exp2(-bits))
}

/// Two records drawn by a number, the same two for the same number; `None` for one and the same.
pub(super) fn drawn(number: u64, count: u64) -> Option<(usize, usize)> {
    let one = (hash::stir(2 * number + 1) % count) as usize;
    let other = (hash::stir(2 * number + 2) % count) as usize;
    (one != other).then_some((one.min(other), one.max(other)))
}

/// The pair of a number when all pairs are numbered from 0: (0, 1), (0, 2), (1, 2), (0, 3), ….
pub(super) fn numbered(number: u64) -> (usize, usize) {
    let root = libm::sqrt((8 * number + 1) as f64) as u64;
    let mut later = root.div_ceil(2);
    // The root of a large number may be off by one.
    while later * (later + 1) / 2 <= number {
        later += 1;
    }
    while later * (later - 1) / 2 > number {
        later -= 1;
    }
    ((number - later * (later - 1) / 2) as usize, later as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_numbered_without_gaps() {
        let mut number = 0;
        for later in 1..300 {
            for earlier in 0..later {
                assert_eq!(numbered(number), (earlier, later));
                number += 1;
            }
        }
    }

    #[test]
    fn rarer_values_have_lower_steps() {
        assert_eq!([1, 2, 3, 4, 5, 8, 9, 70_000].map(step), [0, 0, 1, 1, 2, 2, 3, 14]);
    }
}
