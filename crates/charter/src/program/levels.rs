//! Answers about a number, by the level it has reached.

use super::Bits;
use crate::rule::Compare;

/// The answers to all comparisons of one number with constants.
///
/// The constants cut the line into levels; within one level every answer is the same.
/// More than `c` is at least the next number after `c`; equal to `c` is both at least `c` and not
/// more than `c`: so all cuts are of the kind "at least".
#[derive(Clone, PartialEq, Debug)]
pub struct Levels<N> {
    /// The levels, ascending; there is always one.
    levels: Vec<Level<N>>,
    /// All literals about this number.
    all: Bits,
}

/// Numbers that answer every comparison alike.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Level<N> {
    /// The least of them; for the lowest level, less than every number.
    pub floor: N,
    /// The least number above them; for the highest level, more than every number.
    pub ceiling: N,
    /// The literals that are true of them.
    pub answers: Bits,
}

impl<N: PartialOrd + Copy> Level<N> {
    /// Whether a number is in this level.
    #[inline]
    #[must_use]
    pub fn holds(&self, number: N) -> bool {
        number >= self.floor && number < self.ceiling
    }
}

impl<N: PartialOrd + Copy> Levels<N> {
    /// The level of a number.
    #[inline]
    #[must_use]
    pub fn level(&self, number: N) -> &Level<N> {
        let higher = self.levels[1..].iter().take_while(|level| number >= level.floor);
        &self.levels[higher.count()]
    }

    /// All literals about this number.
    #[inline]
    #[must_use]
    pub fn all(&self) -> &Bits {
        &self.all
    }

    /// From comparisons, each with the answer wanted and its bit. `least` and `most` are less and
    /// more than every number; `at_least` and `more_than` give the cut of a constant.
    pub(crate) fn new(
        asked: &[(Compare, f64, bool, Bits)],
        (least, most): (N, N),
        at_least: impl Fn(f64) -> N,
        more_than: impl Fn(f64) -> N,
    ) -> Self {
        let mut cuts = vec![least];
        for (compare, value, _, _) in asked {
            if *compare != Compare::MoreThan {
                cuts.push(at_least(*value));
            }
            if *compare != Compare::AtLeast {
                cuts.push(more_than(*value));
            }
        }
        cuts.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
        cuts.dedup_by(|a, b| a == b);
        let answers = |floor: N| {
            let reached = |cut: N| floor >= cut;
            asked.iter().fold(Bits::NONE, |bits, (compare, value, answer, bit)| {
                let holds = match compare {
                    Compare::AtLeast => reached(at_least(*value)),
                    Compare::MoreThan => reached(more_than(*value)),
                    Compare::Equal => reached(at_least(*value)) && !reached(more_than(*value)),
                };
                if holds == *answer { bits | *bit } else { bits }
            })
        };
        let ceilings = cuts[1..].iter().copied().chain([most]);
        let levels = cuts
            .iter()
            .zip(ceilings)
            .map(|(&floor, ceiling)| Level { floor, ceiling, answers: answers(floor) })
            .collect();
        let all = asked.iter().fold(Bits::NONE, |all, (.., bit)| all | *bit);
        Self { levels, all }
    }
}
