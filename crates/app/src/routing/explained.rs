//! Why somebody was given a lead.

use crate::engine::Engine;
use crate::error::AppError;
use facts::{FactKey, Instant, SubjectId, Symbol};
use lifecycle::{Candidate, Considered, Standing};
use std::fmt::Write;

/// A choice of the router, for people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoutedLine {
    /// The assignment that records it.
    pub fact: FactKey,
    /// When.
    pub at: Instant,
    /// By which clause, `route.enterprise`.
    pub clause: String,
    /// To whom the clause gives leads, `team:enterprise-emea`.
    pub target: String,
    /// Who was given the lead.
    pub chosen: String,
    /// Everybody who was considered, in the order in which they take turns.
    pub considered: Vec<RoutedPerson>,
}

/// Somebody who was considered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RoutedPerson {
    /// Who.
    pub person: String,
    /// Why they were given the lead, or were not.
    pub standing: Standing,
    /// How many open leads they had.
    pub load: u32,
    /// How many they could have.
    pub capacity: Option<u32>,
}

impl Engine {
    /// What the router chose for a lead, in order, and from what.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn routed(&self, lead: SubjectId) -> Result<Vec<RoutedLine>, AppError> {
        let routings = self.store.view().routings_of(lead)?;
        let word = |symbol| self.vocabulary.word(symbol).to_owned();
        let line = |routing: store::Routing| RoutedLine {
            fact: routing.fact,
            at: routing.routed_at,
            chosen: word(routing.chosen),
            considered: read(&routing.considered)
                .into_iter()
                .map(|one| RoutedPerson {
                    person: word(one.candidate.person),
                    standing: one.standing,
                    load: one.candidate.load,
                    capacity: one.candidate.capacity,
                })
                .collect(),
            clause: routing.clause,
            target: routing.target,
        };
        Ok(routings.into_iter().map(line).collect())
    }
}

/// Who was considered as text: a line each, of the number of the person's word, the standing, the
/// weight, the load, the capacity (or `-`) and the credit.
pub(super) fn written(considered: &[Considered]) -> String {
    let mut text = String::new();
    for Considered { candidate, standing } in considered {
        let Candidate { person, weight, load, capacity, credit, .. } = candidate;
        let capacity = capacity.map_or_else(|| "-".to_owned(), |most| most.to_string());
        // Writing to a text cannot fail.
        let _ =
            writeln!(text, "{} {} {weight} {load} {capacity} {credit}", person.0, standing.word());
    }
    text
}

/// The inverse of [`written`]; lines that it did not write are left out.
pub(super) fn read(text: &str) -> Vec<Considered> {
    text.lines().filter_map(line).collect()
}

fn line(line: &str) -> Option<Considered> {
    let mut parts = line.split(' ');
    let person = Symbol(parts.next()?.parse().ok()?);
    let standing = Standing::from_word(parts.next()?)?;
    let weight = parts.next()?.parse().ok()?;
    let load = parts.next()?.parse().ok()?;
    let capacity = match parts.next()? {
        "-" => None,
        most => Some(most.parse().ok()?),
    };
    let credit = parts.next()?.parse().ok()?;
    let (away, had_it) = (standing == Standing::Away, standing == Standing::HadIt);
    let candidate = Candidate { person, weight, load, capacity, away, had_it, credit };
    Some(Considered { candidate, standing })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_considered_is_read_back_as_written() {
        let candidate = |person, capacity, credit| Candidate {
            person: Symbol(person),
            weight: 2,
            load: 3,
            capacity,
            away: false,
            had_it: false,
            credit,
        };
        let considered = [
            Considered { candidate: candidate(4, None, -3), standing: Standing::Chosen },
            Considered { candidate: candidate(9, Some(3), 1), standing: Standing::Full },
        ];
        assert_eq!(read(&written(&considered)), considered);
    }
}
