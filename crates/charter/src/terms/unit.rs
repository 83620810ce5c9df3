//! `[unit.<id>]`: a business unit that overrides terms, with its own signers.

use super::{Cadence, FunnelTarget, Goal, Incentive, Signers};
use crate::model::Charter;
use crate::rule::Rule;

/// A business unit: the leads that its rule selects, and what is agreed for them otherwise than
/// for the whole firm. Stages, promises, points and verdicts are the firm's in every unit.
#[derive(Clone, PartialEq, Debug)]
pub struct Unit {
    /// The unit's id, `emea`.
    pub id: String,
    /// Its name for people, `Europe, Middle East and Africa`.
    pub name: String,
    /// Whose leads are its; speaks of traits only. A lead belongs to the first unit whose rule
    /// holds, in the order of [`Charter::units`].
    pub when: Rule,
    /// The rule as written.
    pub text: String,
    /// Who signs the unit's own terms, for the parts that it names.
    pub signers: Signers,
    /// Targets for the pairs of stages that the unit names.
    pub funnel: Vec<FunnelTarget>,
    /// The unit's own goals, counted over its leads only. No other goal has their ids.
    pub goals: Vec<Goal>,
    /// The unit's own incentive, in place of the firm's.
    pub incentive: Option<Incentive>,
    /// When the unit meets, where it says so.
    pub cadence: Cadence,
}

/// The terms that hold in a unit: its own, and the firm's where it has none.
#[derive(Clone, PartialEq, Debug)]
pub struct UnitTerms<'a> {
    /// Who signs each part.
    pub signers: Signers,
    /// The funnel targets: for each pair of stages, the unit's or the firm's.
    pub funnel: Vec<&'a FunnelTarget>,
    /// The goals of the unit.
    pub goals: &'a [Goal],
    /// What its people are paid on.
    pub incentive: Option<&'a Incentive>,
    /// When it meets.
    pub cadence: Cadence,
}

impl Unit {
    /// The terms that hold in this unit of a charter.
    #[must_use]
    pub fn terms<'a>(&'a self, charter: &'a Charter) -> UnitTerms<'a> {
        let mut signers = charter.signers.clone();
        signers.by_group.extend(self.signers.by_group.clone());
        let pair = |target: &FunnelTarget| (target.from, target.to);
        let is_own =
            |target: &FunnelTarget| self.funnel.iter().any(|own| pair(own) == pair(target));
        let firm = charter.funnel.iter().filter(|target| !is_own(target));
        UnitTerms {
            signers,
            funnel: firm.chain(&self.funnel).collect(),
            goals: &self.goals,
            incentive: self.incentive.as_ref().or(charter.incentive.as_ref()),
            cadence: Cadence {
                weekly: self.cadence.weekly.or(charter.cadence.weekly),
                review_charter: self.cadence.review_charter.or(charter.cadence.review_charter),
            },
        }
    }
}
