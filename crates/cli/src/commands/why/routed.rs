//! Why somebody was given the lead.

use super::Why;
use app::{RoutedLine, RoutedPerson};
use facts::FactKey;
use lifecycle::Standing;
use serde_json::{Value, json};

impl Why<'_> {
    /// `by route.2 to team:sdr: ana had 3 of 30 open leads; ben is away`, of an assignment that the
    /// router chose.
    pub(super) fn routed_in_words(&self, fact: FactKey) -> Option<String> {
        let line = self.routed.iter().find(|line| line.fact == fact)?;
        let considered: Vec<_> = line.considered.iter().map(in_words).collect();
        let RoutedLine { clause, target, .. } = line;
        Some(format!("by {clause} to {target}: {}", considered.join(", ")))
    }

    pub(super) fn routed_json(&self) -> Vec<Value> {
        let person = |one: &RoutedPerson| {
            json!({
                "person": one.person,
                "standing": one.standing.word(),
                "open_leads": one.load,
                "capacity": one.capacity,
            })
        };
        let line = |line: &RoutedLine| {
            json!({
                "fact": line.fact.to_string(),
                "at": line.at.to_string(),
                "clause": line.clause,
                "target": line.target,
                "chosen": line.chosen,
                "considered": line.considered.iter().map(person).collect::<Vec<_>>(),
            })
        };
        self.routed.iter().map(line).collect()
    }
}

fn in_words(one: &RoutedPerson) -> String {
    let RoutedPerson { person, load, .. } = one;
    let load = match one.capacity {
        Some(most) => format!("{load} of {most} open leads"),
        None => format!("{load} open"),
    };
    match one.standing {
        Standing::Chosen => format!("{person} had {load} and was next"),
        Standing::Free => format!("{person} had {load}"),
        Standing::Away => format!("{person} was away"),
        Standing::Full => format!("{person} was full with {load}"),
        Standing::HadIt => format!("{person} had had it already"),
    }
}
