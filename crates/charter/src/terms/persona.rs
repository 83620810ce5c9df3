//! `[persona.<id>]`: a role in the buying committee.

use crate::rule::Rule;

/// A role in the buying committee, recognised by rule.
#[derive(Clone, PartialEq, Debug)]
pub struct Persona {
    /// The persona's id, `economic_buyer`.
    pub id: String,
    /// Who they are in a sentence; empty when not said.
    pub reading: String,
    /// Who belongs to it; speaks of traits only. A lead belongs to the first persona whose rule
    /// holds, in the order of [`Charter::personas`](crate::Charter::personas).
    pub when: Rule,
    /// The rule as written.
    pub text: String,
    /// Where they are best met, the best first: `event`, `phone`; may be empty.
    pub channels: Vec<String>,
}
