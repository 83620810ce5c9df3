//! Who was merged into whom, by the last word on each.

use crate::error::AppError;
use facts::{Kind, Recorded, SubjectId, Value, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use store::View;
use timeline::{link, merged_into};

/// Who was merged into whom.
#[derive(Default)]
pub(crate) struct Merges {
    into: BTreeMap<SubjectId, SubjectId>,
    /// Pairs of which somebody said that they are two after all.
    parted: BTreeSet<(SubjectId, SubjectId)>,
}

impl Merges {
    pub(crate) fn read(view: View<'_>, vocabulary: &Vocabulary) -> Result<Self, AppError> {
        let mut merges = Self::default();
        if vocabulary.find_code(Kind::Link, link::MERGE).is_none() {
            return Ok(merges);
        }
        let mut facts = Vec::new();
        for person in view.ever_merged()? {
            facts.clear();
            view.facts_of_subject(person, &mut facts)?;
            match merged_into(person, &facts, vocabulary) {
                Some(into) => {
                    merges.into.insert(person, into);
                }
                None => merges.parted.extend(parted(person, &facts, vocabulary)),
            }
        }
        Ok(merges)
    }

    /// Into whom somebody was merged.
    pub(crate) fn target(&self, person: SubjectId) -> Option<SubjectId> {
        self.into.get(&person).copied()
    }

    /// Who survives for somebody, along all merges; themselves when they were not merged.
    pub(crate) fn survivor(&self, person: SubjectId) -> SubjectId {
        let mut way = vec![person];
        let mut at = person;
        while let Some(next) = self.target(at) {
            if let Some(place) = way.iter().position(|seen| *seen == next) {
                // Merges that go round in a circle: the smallest id of the circle survives.
                return way[place..].iter().copied().min().unwrap_or(at);
            }
            way.push(next);
            at = next;
        }
        at
    }

    /// Takes somebody as merged into another.
    pub(crate) fn add(&mut self, person: SubjectId, into: SubjectId) {
        self.into.insert(person, into);
    }

    /// Who was merged into somebody directly.
    pub(crate) fn merged_here(&self, survivor: SubjectId) -> Vec<SubjectId> {
        let here = self.into.iter().filter(|(_, into)| **into == survivor);
        here.map(|(person, _)| *person).collect()
    }

    /// Each of those who were merged, with the one whom they were merged into.
    pub(crate) fn each(&self) -> impl Iterator<Item = (SubjectId, SubjectId)> {
        self.into.iter().map(|(person, into)| (*person, *into))
    }

    pub(crate) fn are_parted(&self, a: SubjectId, b: SubjectId) -> bool {
        self.parted.contains(&(a, b)) || self.parted.contains(&(b, a))
    }
}

/// From whom somebody was parted.
fn parted<'a>(
    person: SubjectId,
    facts: &'a [Recorded],
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = (SubjectId, SubjectId)> + 'a {
    facts.iter().filter_map(move |recorded| match recorded.fact.value {
        Value::Subject(other)
            if vocabulary.name(recorded.fact.code) == Some((Kind::Link, link::MERGE_END)) =>
        {
            Some((person, other))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_circle_the_smallest_id_survives_whoever_was_merged_into_it() {
        let mut merges = Merges::default();
        for (person, into) in [(1, 5), (5, 7), (7, 5), (9, 1)] {
            merges.add(SubjectId(person), SubjectId(into));
        }
        for person in [1, 5, 7, 9] {
            assert_eq!(merges.survivor(SubjectId(person)), SubjectId(5));
        }
        assert_eq!(merges.survivor(SubjectId(2)), SubjectId(2));
    }
}
