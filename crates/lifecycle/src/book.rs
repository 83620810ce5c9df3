//! The decisions that stand about one lead.

use crate::decision::{Decision, DecisionKey};
use crate::diff::Change;
use std::collections::BTreeMap;

/// The decisions that stand about one lead after all corrections so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Book {
    standing: BTreeMap<DecisionKey, Decision>,
}

impl Book {
    /// Appends corrections in order.
    pub fn append(&mut self, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Made(decision) | Change::Moved { to: decision, .. } => {
                    self.standing.insert(decision.key, *decision);
                }
                Change::Withdrawn(decision) => {
                    self.standing.remove(&decision.key);
                }
            }
        }
    }

    /// The decisions that stand, in the order in which they took effect.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision> {
        let mut decisions: Vec<_> = self.standing.values().copied().collect();
        decisions.sort_by_key(|decision| (decision.at, decision.order, decision.key));
        decisions
    }
}
