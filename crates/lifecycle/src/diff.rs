//! What changed between decisions recorded and decisions derived.

use crate::decision::{Decision, DecisionKey};
use std::collections::BTreeMap;

/// One correction to the decisions recorded about a lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Change {
    /// Decided now for the first time.
    Made(Decision),
    /// Decided before, but otherwise: at another instant, for another cause.
    Moved {
        /// What was recorded.
        from: Decision,
        /// What holds now.
        to: Decision,
    },
    /// Decided before, and no longer.
    Withdrawn(Decision),
}

impl Change {
    /// The key of the decision that it is about.
    #[must_use]
    pub fn key(&self) -> DecisionKey {
        match self {
            Self::Made(decision) | Self::Withdrawn(decision) => decision.key,
            Self::Moved { to, .. } => to.key,
        }
    }
}

/// What must be appended to the decisions recorded about a lead so that they are those derived:
/// first what is withdrawn, then what is made or moved, each in the order of its input.
///
/// Decisions are the same when their keys are; keys within one input are unique.
#[must_use]
pub fn diff(recorded: &[Decision], derived: &[Decision]) -> Vec<Change> {
    let before: BTreeMap<_, _> = recorded.iter().map(|d| (d.key, d)).collect();
    let after: BTreeMap<_, _> = derived.iter().map(|d| (d.key, d)).collect();
    let withdrawn = recorded
        .iter()
        .filter(|decision| !after.contains_key(&decision.key))
        .map(|decision| Change::Withdrawn(*decision));
    let changed = derived.iter().filter_map(|decision| match before.get(&decision.key) {
        None => Some(Change::Made(*decision)),
        Some(known) if *known == decision => None,
        Some(known) => Some(Change::Moved { from: **known, to: *decision }),
    });
    withdrawn.chain(changed).collect()
}
