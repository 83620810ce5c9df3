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
    /// Where a new level begins, ascending.
    cuts: Vec<N>,
    /// The literals that are true in each level, one more than there are cuts.
    answers: Vec<Bits>,
    /// All literals about this number.
    all: Bits,
}

impl<N: PartialOrd + Copy> Levels<N> {
    /// The level of a number: how many cuts it has reached.
    #[inline]
    #[must_use]
    pub fn level(&self, number: N) -> usize {
        self.cuts.iter().take_while(|cut| number >= **cut).count()
    }

    /// The literals that are true in a level.
    #[inline]
    #[must_use]
    pub fn answers(&self, level: usize) -> &Bits {
        &self.answers[level]
    }

    /// All literals about this number.
    #[inline]
    #[must_use]
    pub fn all(&self) -> &Bits {
        &self.all
    }

    /// Where a level begins; `None` for the lowest.
    #[inline]
    #[must_use]
    pub fn begins(&self, level: usize) -> Option<N> {
        Some(self.cuts[level.checked_sub(1)?])
    }

    /// Where the next level begins; `None` for the highest.
    #[inline]
    #[must_use]
    pub fn ends(&self, level: usize) -> Option<N> {
        self.cuts.get(level).copied()
    }

    /// Whether anything is asked of this number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cuts.is_empty()
    }

    /// From comparisons, each with the answer wanted and its bit. `at_least` and `more_than` give
    /// the cut of a constant; `sample` is a number below every cut.
    pub(crate) fn new(
        asked: &[(Compare, f64, bool, Bits)],
        at_least: impl Fn(f64) -> N,
        more_than: impl Fn(f64) -> N,
    ) -> Self {
        let mut cuts: Vec<N> = Vec::new();
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
        let reached = |level: usize, cut: N| level > 0 && cuts[level - 1] >= cut;
        let answers = (0..=cuts.len())
            .map(|level| {
                asked.iter().fold(Bits::NONE, |bits, (compare, value, answer, bit)| {
                    let holds = match compare {
                        Compare::AtLeast => reached(level, at_least(*value)),
                        Compare::MoreThan => reached(level, more_than(*value)),
                        Compare::Equal => {
                            reached(level, at_least(*value)) && !reached(level, more_than(*value))
                        }
                    };
                    if holds == *answer { bits | *bit } else { bits }
                })
            })
            .collect();
        let all = asked.iter().fold(Bits::NONE, |all, (.., bit)| all | *bit);
        Self { cuts, answers, all }
    }
}
