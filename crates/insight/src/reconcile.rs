//! Why two figures differ, one by one.

use std::collections::{BTreeMap, BTreeSet};

/// Why two figures differ: what only the other counts, and what only the first counts, each with
/// the one cause for which it does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reconciled<T, C> {
    /// What the first figure counts.
    pub first: BTreeSet<T>,
    /// What the other counts.
    pub other: BTreeSet<T>,
    /// By cause, in the order of the steps; those for which nothing differs too.
    pub lines: Vec<ReconciledLine<T, C>>,
}

/// What differs for one cause.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReconciledLine<T, C> {
    /// The cause.
    pub cause: C,
    /// What the other figure counts and the first does not.
    pub added: BTreeSet<T>,
    /// What the first figure counts and the other does not.
    pub removed: BTreeSet<T>,
}

impl<T: Ord + Copy, C> Reconciled<T, C> {
    /// Goes from what the first figure counts to what the other does, step by step: each step has
    /// one thing about the question changed, its cause, and what is counted after it.
    ///
    /// What both count is no difference, wherever it was in between. What only one counts has the
    /// cause of the last step at which it came or went: after that it stayed so. Therefore each
    /// has exactly one cause, and what was added less what was removed, over all lines, is the
    /// difference of the two figures.
    #[must_use]
    pub fn of(first: BTreeSet<T>, steps: Vec<(C, BTreeSet<T>)>) -> Self {
        let mut last_change: BTreeMap<T, usize> = BTreeMap::new();
        let mut before = &first;
        for (place, (_, counted)) in steps.iter().enumerate() {
            for item in before.symmetric_difference(counted) {
                last_change.insert(*item, place);
            }
            before = counted;
        }
        let other = before.clone();
        let mut lines: Vec<_> = (steps.into_iter())
            .map(|(cause, _)| ReconciledLine {
                cause,
                added: BTreeSet::new(),
                removed: BTreeSet::new(),
            })
            .collect();
        for (item, place) in last_change {
            match (first.contains(&item), other.contains(&item)) {
                (false, true) => lines[place].added.insert(item),
                (true, false) => lines[place].removed.insert(item),
                _ => continue,
            };
        }
        Self { first, other, lines }
    }
}

impl<T: Ord, C> ReconciledLine<T, C> {
    /// By how much the other figure is more than the first for this cause.
    #[must_use]
    pub fn change(&self) -> i64 {
        self.added.len() as i64 - self.removed.len() as i64
    }

    /// Whether nothing differs for this cause.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_came_and_went_has_the_cause_after_which_it_stayed_so() {
        let set = |of: &[u32]| of.iter().copied().collect::<BTreeSet<_>>();
        let steps = vec![
            ("zone", set(&[1, 2, 4])),
            ("merge", set(&[2, 3, 5])),
            ("filter", set(&[2, 5, 6])),
        ];
        let found = Reconciled::of(set(&[1, 2, 3]), steps);
        let line = |place: usize| (&found.lines[place].added, &found.lines[place].removed);
        assert_eq!(line(0), (&set(&[]), &set(&[])), "3 went and came back, 4 came and went");
        assert_eq!(line(1), (&set(&[5]), &set(&[1])));
        assert_eq!(line(2), (&set(&[6]), &set(&[3])));
        assert!(found.lines[0].is_empty() && found.lines[2].change() == 0);
    }

    proptest! {
        /// Invariant 4, of differences: causes sum to them, and each lead has one.
        #[test]
        fn causes_sum_to_the_difference_and_each_lead_has_one(
            sets in prop::collection::vec(prop::collection::btree_set(0_u8..30, 0..20), 1..8),
        ) {
            let first = sets[0].clone();
            let steps: Vec<_> = sets[1..].iter().cloned().enumerate().collect();
            let found = Reconciled::of(first.clone(), steps);
            let last = sets.last().unwrap();
            prop_assert_eq!(&found.other, last);
            let sum: i64 = found.lines.iter().map(ReconciledLine::change).sum();
            prop_assert_eq!(sum, last.len() as i64 - first.len() as i64);
            let mut seen = BTreeSet::new();
            for line in &found.lines {
                for item in line.added.iter().chain(&line.removed) {
                    prop_assert!(seen.insert(*item), "{} has two causes", item);
                }
                prop_assert!(line.added.iter().all(|it| last.contains(it) && !first.contains(it)));
                prop_assert!(line.removed.iter().all(|it| first.contains(it) && !last.contains(it)));
            }
            let differing: BTreeSet<u8> = first.symmetric_difference(last).copied().collect();
            prop_assert_eq!(seen, differing);
        }
    }
}
