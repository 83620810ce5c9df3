//! Facts that came in as a stream.
//!
//! Marking a lead for each of its facts costs more than the fact: the mark lies where the lead does,
//! and not at the end. So a stream notes only which positions it wrote, and whoever settles marks
//! the leads of many positions at once, each lead once.

use crate::columns::of_position;
use crate::database::cells;
use crate::error::StoreError;
use crate::imports::ImportId;
use crate::ledger::Appended;
use crate::members::Links;
use crate::store::View;
use crate::writer::Writer;
use facts::{Fact, Instant, Position, SubjectId, SubjectKind, Vocabulary};
use foldhash::HashSet;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

const NOTE: &str = "INSERT INTO arrived (last, first) VALUES (?1, ?2)";
const WAITING: &str = "SELECT first, last FROM arrived ORDER BY last LIMIT ?1";
const MARKED: &str = "DELETE FROM arrived WHERE last <= ?1";
const COUNT: &str = "
    SELECT CAST(coalesce(sum(last - first + 1), 0) AS BIGINT) FROM arrived";

/// How many ranges are marked in one transaction at most.
const RANGES_MAX: u32 = 1_024;

impl View<'_> {
    /// How many facts came in whose leads are not marked as unsettled yet.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn arrived_count(&self) -> Result<u64, StoreError> {
        self.database.one(COUNT, &[], |row| row.count())
    }

    /// The subjects of the facts that came in and whose leads are not marked as unsettled yet.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn arrived_subjects(&self) -> Result<BTreeSet<SubjectId>, StoreError> {
        let ranges = self.database.all(WAITING, &cells![u32::MAX], |row| {
            let range: RangeInclusive<u64> = row.count()?..=row.count()?;
            Ok(range)
        })?;
        self.subjects_within(&ranges)
    }

    /// Whom the facts at these positions are about.
    fn subjects_within(
        &self,
        ranges: &[RangeInclusive<u64>],
    ) -> Result<BTreeSet<SubjectId>, StoreError> {
        let mut subjects = BTreeSet::new();
        let mut last = None;
        self.database.facts_within(ranges, |_, recorded| {
            let subject = recorded.fact.subject;
            if last.replace(subject) != Some(subject) {
                subjects.insert(subject);
            }
            Ok(())
        })?;
        Ok(subjects)
    }

    /// The people whose stories the facts that came in belong to, and that are not marked as
    /// unsettled yet, in order of id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn arrived_leads(&self) -> Result<Vec<SubjectId>, StoreError> {
        let mut subjects: Vec<_> = self.arrived_subjects()?.into_iter().collect();
        let touched: HashSet<_> = subjects.iter().copied().collect();
        let members = self.all_members()?;
        let gathering = members.iter().filter(|(_, subject)| touched.contains(subject));
        subjects.extend(gathering.map(|(lead, _)| *lead));
        subjects.sort_unstable();
        subjects.dedup();
        let kinds = self.kinds_of(&subjects)?;
        let people = subjects.into_iter().zip(kinds);
        let people = people.filter(|(_, kind)| *kind == Some(SubjectKind::Person));
        Ok(people.map(|(subject, _)| subject).collect())
    }
}

impl Writer<'_> {
    /// As [`Writer::append_facts`], for a stream: the leads whose stories change become unsettled
    /// when somebody [marks](Writer::mark_arrived) them. Every subject must be known, which is not
    /// looked at.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn append_arrived(
        &mut self,
        facts: &[Fact],
        vocabulary: &Vocabulary,
        recorded_at: Instant,
        import: Option<ImportId>,
    ) -> Result<Appended, StoreError> {
        self.save_vocabulary(vocabulary)?;
        let tail = self.view().tail()?;
        let recorded_at = recorded_at.max(self.view().recorded_at(tail)?.unwrap_or(recorded_at));
        let links = Links::of(vocabulary);
        let new = self.new_of(facts, tail)?;
        let already_known = (facts.len() - new.len()) as u64;
        if new.is_empty() {
            return Ok(Appended { new: 0, already_known });
        }
        let joined: Vec<_> = new.iter().filter_map(|fact| links.read(fact)).collect();
        let first = Position(tail.0 + 1);
        self.database.append_segments(first, new.iter().copied(), recorded_at, import)?;
        self.runs.note(self.database, first.0, &new)?;
        self.join(&joined)?;
        let last = tail.0 + new.len() as u64;
        self.database.run(NOTE, &cells![last.cast_signed(), first.0.cast_signed()])?;
        Ok(Appended { new: new.len() as u64, already_known })
    }

    /// How many erasures there are, as this process knows.
    #[must_use]
    pub fn erasures_known(&self) -> i64 {
        self.after.erasures
    }

    /// Marks the leads of what came in as a stream, of so many facts or a few more. Returns whether
    /// more is left.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn mark_arrived(&mut self, facts_max: u64) -> Result<bool, StoreError> {
        let waiting = self
            .database
            .all(WAITING, &cells![RANGES_MAX], |row| Ok(row.count()?..=row.count()?))?;
        let Some(first) = waiting.first() else { return Ok(false) };
        let mut last = *first.end();
        let mut ranges = vec![first.clone()];
        for range in &waiting[1..] {
            if last - first.start() >= facts_max {
                break;
            }
            ranges.push(range.clone());
            last = *range.end();
        }
        let kinds = self.known_kinds(self.view().subjects_within(&ranges)?)?;
        self.unsettle_stories_of(kinds.into_iter(), |_| false)?;
        self.database.run(MARKED, &cells![last.cast_signed()])?;
        Ok(ranges.len() < waiting.len() || waiting.len() == RANGES_MAX as usize)
    }

    /// Forgets what came in until a position: all leads of it are settled.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn forget_arrived(&mut self, last: Position) -> Result<(), StoreError> {
        self.database.run(MARKED, &cells![of_position(last)]).map(drop)
    }
}
