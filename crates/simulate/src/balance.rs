//! Drawing outcomes: each by itself, or so that every group comes out as it should.

use crate::company::Outcomes;
use crate::rng::Rng;
use crate::segment::{Source, Territory};
use std::collections::BTreeMap;

/// A step that some of those who reach it take.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Step {
    Accepted,
    Met,
    Opportunity,
    Won,
    BuysLater,
}

/// Draws outcomes as [`Outcomes`] says.
///
/// Balanced draws add up the chances of a group and say yes each time that the sum passes a whole
/// number, from a random start: a chance stays a chance for each lead, and the count of a group is
/// less than one off. Source: W. Madow and L. Madow, "On the theory of systematic sampling",
/// Annals of Mathematical Statistics 15(1), 1944.
pub(crate) struct Balance {
    outcomes: Outcomes,
    sums: BTreeMap<(Step, Source, bool), f64>,
}

impl Balance {
    pub(crate) const fn new(outcomes: Outcomes) -> Self {
        Self { outcomes, sums: BTreeMap::new() }
    }

    /// Whether one lead of a source and territory takes a step.
    pub(crate) fn takes(
        &mut self,
        rng: &mut Rng,
        step: Step,
        (source, territory): (Source, Territory),
        chance: f64,
    ) -> bool {
        if self.outcomes == Outcomes::Independent {
            return rng.chance(chance);
        }
        let group = (step, source, territory == Territory::Dach);
        let sum = self.sums.entry(group).or_insert_with(|| rng.unit());
        *sum += chance;
        let passed = *sum >= 1.0;
        *sum -= libm::floor(*sum);
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balanced_groups_are_less_than_one_off() {
        for seed in 0..20 {
            let mut rng = Rng::new(seed);
            let mut balance = Balance::new(Outcomes::Balanced);
            let group = (Source::Event, Territory::Benelux);
            let yes = (0..1_000).filter(|_| balance.takes(&mut rng, Step::Won, group, 0.0345));
            assert!(yes.count().abs_diff(34) <= 1);
        }
    }
}
