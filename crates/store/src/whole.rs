//! The whole ledger in memory, for full scans.

use crate::error::StoreError;
use crate::members::{Link, Links};
use crate::store::View;
use facts::{Position, Recorded, SubjectId, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Every fact, by subject and position, with who belongs to whom: 64 bytes a fact.
#[derive(Clone, Debug)]
pub struct WholeLedger {
    facts: Vec<Recorded>,
    /// Each subject with the index of its first fact, in order of subject.
    starts: Vec<(SubjectId, usize)>,
    /// Leads and their members, in order of lead.
    members: Vec<(SubjectId, SubjectId)>,
}

impl View<'_> {
    /// Reads every fact once, in the order of the ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn each_fact(&self, mut visit: impl FnMut(Recorded)) -> Result<(), StoreError> {
        self.database.facts_between(&(1..=i64::MAX as u64), |recorded| {
            visit(recorded);
            Ok(())
        })
    }

    /// Reads the whole ledger into memory.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn whole_ledger(&self) -> Result<WholeLedger, StoreError> {
        let mut facts = Vec::with_capacity(self.tail()?.0 as usize);
        self.each_fact(|fact| facts.push(fact))?;
        Ok(WholeLedger::new(facts, self.all_members()?))
    }

    /// The whole ledger as it is now, where it is in memory as it was at a position.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn whole_ledger_from(
        &self,
        before: WholeLedger,
        position: Position,
    ) -> Result<WholeLedger, StoreError> {
        let mut facts = before.facts;
        self.database.facts_between(&(position.0 + 1..=i64::MAX as u64), |recorded| {
            facts.push(recorded);
            Ok(())
        })?;
        Ok(WholeLedger::new(facts, self.all_members()?))
    }
}

impl WholeLedger {
    fn new(mut facts: Vec<Recorded>, mut members: Vec<(SubjectId, SubjectId)>) -> Self {
        // Stable: what is in order already, but for its end, is merged with that.
        facts.sort_by_key(|recorded| (recorded.fact.subject, recorded.position));
        members.sort_unstable();
        let mut starts: Vec<(SubjectId, usize)> = Vec::new();
        for (index, recorded) in facts.iter().enumerate() {
            let subject = recorded.fact.subject;
            if starts.last().is_none_or(|(last, _)| *last != subject) {
                starts.push((subject, index));
            }
        }
        Self { facts, starts, members }
    }

    /// Every fact, by subject and position.
    #[must_use]
    pub fn facts(&self) -> &[Recorded] {
        &self.facts
    }

    /// The facts of one subject, in order of position.
    #[must_use]
    pub fn facts_of_subject(&self, subject: SubjectId) -> &[Recorded] {
        &self.facts[self.range(subject)]
    }

    /// Adds to `into` the facts of a lead and of every subject that was ever linked to it.
    pub fn facts_of_lead(&self, lead: SubjectId, into: &mut Vec<Recorded>) {
        into.extend_from_slice(self.facts_of_subject(lead));
        let first = self.members.partition_point(|(of, _)| *of < lead);
        for (_, subject) in self.members[first..].iter().take_while(|(of, _)| *of == lead) {
            into.extend_from_slice(self.facts_of_subject(*subject));
        }
    }

    /// Who belongs to whom: each lead with its members, in order.
    #[must_use]
    pub fn members(&self) -> &[(SubjectId, SubjectId)] {
        &self.members
    }

    /// Derives who belongs to whom anew from the facts alone. Returns whether it was as recorded.
    pub fn rejoin(&mut self, vocabulary: &Vocabulary) -> bool {
        let links = Links::of(vocabulary);
        let mut gathered: BTreeMap<SubjectId, BTreeSet<SubjectId>> = BTreeMap::new();
        let mut gathered_for = gathered.clone();
        let found = self.facts.iter().filter_map(|recorded| links.read(&recorded.fact));
        // What is gathered in the end does not depend on the order of the links.
        for Link { whole, part } in found {
            let of = |map: &BTreeMap<_, BTreeSet<SubjectId>>, id| {
                let known = map.get(&id).into_iter().flatten().copied();
                known.chain([id]).collect::<Vec<SubjectId>>()
            };
            let (wholes, parts) = (of(&gathered_for, whole), of(&gathered, part));
            for &lead in &wholes {
                for &subject in parts.iter().filter(|subject| **subject != lead) {
                    gathered.entry(lead).or_default().insert(subject);
                    gathered_for.entry(subject).or_default().insert(lead);
                }
            }
        }
        let members: Vec<_> = gathered
            .into_iter()
            .flat_map(|(lead, subjects)| subjects.into_iter().map(move |subject| (lead, subject)))
            .collect();
        let same = members == self.members;
        self.members = members;
        same
    }

    fn range(&self, subject: SubjectId) -> Range<usize> {
        let Ok(index) = self.starts.binary_search_by_key(&subject, |(subject, _)| *subject) else {
            return 0..0;
        };
        let end = self.starts.get(index + 1).map_or(self.facts.len(), |(_, start)| *start);
        self.starts[index].1..end
    }
}
