//! Merging people and parting them again: recorded choices, from which the stories follow.

use super::merges::Merges;
use crate::engine::Engine;
use crate::error::AppError;
use crate::record::Batch;
use crate::settle::Settled;
use facts::{
    Fact, FactKey, Instant, Kind, Origin, Position, Precision, SubjectId, SubjectKind, Value,
};
use timeline::link;

/// A merge, or the end of one, with what followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Merged {
    /// Whose id survives.
    pub survivor: SubjectId,
    /// Who was merged into them, or is somebody else again.
    pub other: SubjectId,
    /// What was decided anew.
    pub settled: Settled,
}

impl Engine {
    /// Records that two people are one. The one of whom the ledger knew first survives, and tells
    /// the facts of both; those who were merged before count as the ones that they became.
    ///
    /// # Errors
    /// When one of them is no person, when both are one already, and as [`Engine::record`].
    pub fn merge(
        &mut self,
        a: SubjectId,
        b: SubjectId,
        who: &str,
        now: Instant,
    ) -> Result<Merged, AppError> {
        let view = self.store.view();
        for person in [a, b] {
            if view.kind_of(person)? != Some(SubjectKind::Person) {
                return Err(AppError::UnknownLead(person.to_string()));
            }
        }
        let merges = Merges::read(view, &self.vocabulary)?;
        let mut both = [merges.survivor(a), merges.survivor(b)];
        if both[0] == both[1] {
            return Err(AppError::AlreadyMerged { one: a, other: b, survivor: both[0] });
        }
        let mut ages = Vec::new();
        for person in both {
            ages.push((view.first_position(person)?.unwrap_or(Position(u64::MAX)), person));
        }
        if ages[1] < ages[0] {
            both.reverse();
        }
        let [survivor, other] = both;
        let settled = self.choose(link::MERGE, other, survivor, who, now)?;
        Ok(Merged { survivor, other, settled })
    }

    /// Records that somebody who was merged into another is somebody else after all: both get
    /// back their own stories and what had been decided about them.
    ///
    /// # Errors
    /// When nobody of that id was merged into another, and as [`Engine::record`].
    pub fn unmerge(
        &mut self,
        person: SubjectId,
        who: &str,
        now: Instant,
    ) -> Result<Merged, AppError> {
        let merges = Merges::read(self.store.view(), &self.vocabulary)?;
        let Some(survivor) = merges.target(person) else {
            return Err(AppError::NotMerged { person, merged_here: merges.merged_here(person) });
        };
        let settled = self.choose(link::MERGE_END, person, survivor, who, now)?;
        Ok(Merged { survivor, other: person, settled })
    }

    /// Records a link of a person to another subject, and decides what follows.
    pub(crate) fn choose(
        &mut self,
        name: &str,
        subject: SubjectId,
        other: SubjectId,
        who: &str,
        now: Instant,
    ) -> Result<Settled, AppError> {
        let mut known = Vec::new();
        self.store.view().facts_of_subject(subject, &mut known)?;
        let code = self.vocabulary.code(Kind::Link, name)?;
        let before = known.iter().filter(|recorded| recorded.fact.code == code).count();
        // Of two choices the later holds: one that is made now comes after all that were made, also
        // where the clock was set back.
        let ends = [link::MERGE, link::MERGE_END];
        let ends = ends.map(|name| self.vocabulary.find_code(Kind::Link, name));
        let made = known.iter().filter(|recorded| ends.contains(&Some(recorded.fact.code)));
        let last = made.map(|recorded| Instant(recorded.fact.occurred_at.0 + 1)).max();
        let fact = Fact {
            subject,
            key: choice_key(name, other, before as u64),
            occurred_at: last.map_or(now, |last| last.max(now)),
            precision: Precision::Instant,
            code,
            value: Value::Subject(other),
            actor: self.vocabulary.intern(who)?,
            origin: Origin::Human,
        };
        let (_, settled) = self.record_and_settle(&Batch::of(vec![fact]), now)?;
        Ok(settled)
    }
}

/// The key of the nth choice of its kind about a subject; it holds ids only, which are random.
pub(crate) fn choice_key(name: &str, other: SubjectId, nth: u64) -> FactKey {
    // The hash of Fowler, Noll and Vo, 64 bits, variant 1a.
    let bytes = name.bytes().chain(other.0.to_le_bytes()).chain(nth.to_le_bytes());
    FactKey(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }))
}
