//! What became known between two instants, as causes for which figures differ.

use super::standpoint::{Standpoint, Then};
use crate::Engine;
use crate::error::AppError;
use facts::{Instant, Kind, Position, SubjectId, Value};
use lifecycle::{Reign, Version};
use std::collections::BTreeSet;
use timeline::link;

/// Why two figures differ.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DifferenceCause {
    /// Records were found to be one person, or to be two after all.
    Merge,
    /// Something was recorded about them since, late or new.
    Recorded,
    /// Time went by: a promise fell due, a wait went on.
    Time,
    /// Another version of the charter, or other holidays.
    Charter,
    /// They count by another date.
    Anchor,
    /// Days begin at another instant.
    Zone,
    /// Another period.
    Period,
    /// Another stage.
    Stage,
    /// Only some are counted.
    Filter,
}

impl DifferenceCause {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Recorded => "recorded_since",
            Self::Time => "time",
            Self::Charter => "charter",
            Self::Anchor => "date_anchor",
            Self::Zone => "time_zone",
            Self::Period => "period",
            Self::Stage => "stage",
            Self::Filter => "filter",
        }
    }

    /// What it says, in plain words.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Merge => "records were merged, or taken apart",
            Self::Recorded => "something was recorded about them since",
            Self::Time => "time went by",
            Self::Charter => "another charter, or other holidays",
            Self::Anchor => "they count by another date",
            Self::Zone => "days begin at another time",
            Self::Period => "another period",
            Self::Stage => "another stage",
            Self::Filter => "only some are counted",
        }
    }
}

/// How far the log is known, under which charters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Knowing {
    /// The last fact that is known,
    pub(super) position: Position,
    /// and until when.
    pub(super) at: Instant,
    /// Only this version of the charter, as if it had always decided; else those known.
    pub(super) version: Option<u16>,
}

impl Engine {
    /// What is known now.
    pub(super) fn knowing(&self, now: Instant) -> Result<Knowing, AppError> {
        Ok(Knowing { position: self.store().view().tail()?, at: now, version: None })
    }

    /// What was known at an instant.
    pub(super) fn knowing_at(&self, at: Instant) -> Result<Knowing, AppError> {
        Ok(Knowing { position: self.store().view().position_at(at)?, at, version: None })
    }

    /// The charters of some knowledge.
    pub(super) fn reign_of(&mut self, knowing: Knowing) -> Result<Reign, AppError> {
        let Some(number) = knowing.version else {
            return self.reign_as_known(knowing.position, knowing.at);
        };
        let from = self.reign()?.adopted_at();
        let place = usize::from(number).checked_sub(1);
        let found = place.and_then(|place| self.reign().ok()?.versions().get(place).cloned());
        let unknown = || AppError::UnknownName { what: "version", name: number.to_string() };
        let Version { program, .. } = found.ok_or_else(unknown)?;
        Ok(Reign::new(vec![Version { program, from }])?)
    }

    /// Measures something from one knowledge to another, step by step: what merges changed, what
    /// else was recorded, what time changed, and what other charters do. Each step has everything
    /// that is measured after it. The first is before all steps.
    pub(super) fn steps_between<T: Ord + Copy>(
        &mut self,
        (first, other): (Knowing, Knowing),
        subject: impl Fn(&T) -> SubjectId,
        mut measure: impl FnMut(&Standpoint<'_>) -> Result<Vec<BTreeSet<T>>, AppError>,
    ) -> Result<Steps<T>, AppError> {
        let first_reign = self.reign_of(first)?;
        let then = self.then_under(first, first_reign.clone())?;
        let begun = measure(&self.standpoint_from(Some(then), first.at)?)?;
        let mut steps = Vec::new();
        let mut last = begun.clone();
        if (first.position, first.at) != (other.position, other.at) {
            let then = self.then_under(other, first_reign)?;
            let standpoint = self.standpoint_from(Some(then), other.at)?;
            let after = measure(&standpoint)?;
            let merged = standpoint.merged_since(first.position)?;
            let told = standpoint.told_since(first.position)?;
            let is_merged = |item: &T| merged.contains(&subject(item));
            let is_told = |item: &T| is_merged(item) || told.contains(&subject(item));
            steps.push((DifferenceCause::Merge, mixed(&begun, &after, is_merged)));
            steps.push((DifferenceCause::Recorded, mixed(&begun, &after, is_told)));
            steps.push((DifferenceCause::Time, after.clone()));
            last = after;
        }
        if self.decides_otherwise(first, other)? {
            let reign = self.reign_of(other)?;
            let then = self.then_under(other, reign)?;
            last = measure(&self.standpoint_from(Some(then), other.at)?)?;
            steps.push((DifferenceCause::Charter, last.clone()));
        }
        Ok(Steps { begun, steps, last })
    }

    /// Whether other charters or holidays decide.
    fn decides_otherwise(&self, first: Knowing, other: Knowing) -> Result<bool, AppError> {
        if first.version != other.version {
            return Ok(true);
        }
        let known = |knowing: Knowing| {
            let versions = self.versions().filter(|version| {
                version.known_position <= knowing.position && version.recorded_at <= knowing.at
            });
            versions.count()
        };
        let holidays = |knowing: Knowing| self.holidays(knowing.position, knowing.at);
        Ok(first.version.is_none() && known(first) != known(other)
            || holidays(first)? != holidays(other)?)
    }
}

/// What is measured from one knowledge to another.
pub(super) struct Steps<T> {
    /// What was measured first,
    pub(super) begun: Vec<BTreeSet<T>>,
    /// after each step,
    pub(super) steps: Vec<(DifferenceCause, Vec<BTreeSet<T>>)>,
    /// and at last.
    pub(super) last: Vec<BTreeSet<T>>,
}

impl Standpoint<'_> {
    /// Those whom a merge recorded after a position, or taken back after it, is about.
    fn merged_since(&self, position: Position) -> Result<BTreeSet<SubjectId>, AppError> {
        let words = self.engine.vocabulary();
        let facts = self.sight()?.whole.facts();
        let is_merge = |code| words.name(code) == Some((Kind::Link, link::MERGE));
        let retracts = |code| matches!(words.name(code), Some((Kind::Retraction, _)));
        // Facts stand by subject: those of one are together.
        let taken_back: BTreeSet<SubjectId> = facts
            .iter()
            .filter(|it| position < it.position && retracts(it.fact.code))
            .map(|it| it.fact.subject)
            .collect();
        let mut found = BTreeSet::new();
        for recorded in facts.iter().filter(|it| is_merge(it.fact.code)) {
            let subject = recorded.fact.subject;
            if position < recorded.position || taken_back.contains(&subject) {
                found.insert(subject);
                if let Value::Subject(other) = recorded.fact.value {
                    found.insert(other);
                }
            }
        }
        Ok(found)
    }

    /// Those about whom something was recorded after a position: themselves, leads about whose
    /// account or opportunities, and opportunities about whose people.
    fn told_since(&self, position: Position) -> Result<BTreeSet<SubjectId>, AppError> {
        let whole = self.sight()?.whole;
        let new = whole.facts().iter().filter(|it| position < it.position);
        let mut found: BTreeSet<SubjectId> = new.map(|it| it.fact.subject).collect();
        let members: Vec<_> = whole.members().to_vec();
        for (lead, member) in &members {
            if found.contains(member) {
                found.insert(*lead);
            }
        }
        for (lead, member) in &members {
            if found.contains(lead) {
                found.insert(*member);
            }
        }
        Ok(found)
    }
}

/// What is measured with only some taken from after.
fn mixed<T: Ord + Copy>(
    before: &[BTreeSet<T>],
    after: &[BTreeSet<T>],
    is_changed: impl Fn(&T) -> bool,
) -> Vec<BTreeSet<T>> {
    let mix = |(before, after): (&BTreeSet<T>, &BTreeSet<T>)| {
        let kept = before.iter().filter(|item| !is_changed(item));
        kept.chain(after.iter().filter(|item| is_changed(item))).copied().collect()
    };
    before.iter().zip(after).map(mix).collect()
}

impl Engine {
    /// What is known so far, under some charters.
    pub(super) fn then_under(&self, knowing: Knowing, reign: Reign) -> Result<Then, AppError> {
        let whole = self.whole()?;
        let leads = self.leads_as_known(&reign, &whole, knowing.position, knowing.at)?;
        Ok(Then::new(knowing.at, reign, knowing.position, whole, leads))
    }
}
