//! Which facts were taken back.

use facts::{FactKey, Kind, Recorded, SubjectId, Value, Vocabulary};
use std::collections::{HashMap, HashSet};

/// What names a fact among all: its subject and its key.
pub(crate) type FactName = (SubjectId, FactKey);

/// The name of a fact.
pub(crate) fn name(recorded: &Recorded) -> FactName {
    (recorded.fact.subject, recorded.fact.key)
}

/// The facts that a standing retraction takes back, by subject and key, among all that is known of
/// their subjects.
#[must_use]
pub fn taken_back(facts: &[Recorded], vocabulary: &Vocabulary) -> HashSet<(SubjectId, FactKey)> {
    withdrawn(&facts.iter().collect::<Vec<_>>(), vocabulary)
}

/// The facts that a standing retraction takes back, among facts of which each is there once. A
/// retraction stands unless another one that stands takes it back, whichever became known first;
/// of those that take back each other in a circle, none does.
pub(crate) fn withdrawn(facts: &[&Recorded], vocabulary: &Vocabulary) -> HashSet<FactName> {
    let mut takes_back: HashMap<FactName, FactName> = HashMap::new();
    for recorded in facts {
        if let (Some((Kind::Retraction, _)), Value::Fact(key)) =
            (vocabulary.name(recorded.fact.code), recorded.fact.value)
        {
            takes_back.insert(name(recorded), (recorded.fact.subject, key));
        }
    }
    let mut withdrawn = HashSet::new();
    // Of each fact, how many that may take it back are not decided on yet.
    let mut undecided: HashMap<FactName, u32> = HashMap::new();
    for target in takes_back.values() {
        *undecided.entry(*target).or_default() += 1;
    }
    let mut decided: Vec<FactName> =
        takes_back.keys().filter(|name| !undecided.contains_key(name)).copied().collect();
    while let Some(retraction) = decided.pop() {
        let Some(target) = takes_back.remove(&retraction) else { continue };
        if !withdrawn.contains(&retraction) {
            withdrawn.insert(target);
        }
        if let Some(left) = undecided.get_mut(&target) {
            *left -= 1;
            if *left == 0 {
                decided.push(target);
            }
        }
    }
    // What is left takes back each other in circles.
    withdrawn.extend(takes_back.into_keys());
    withdrawn
}
