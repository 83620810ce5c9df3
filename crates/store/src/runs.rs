//! Where the facts of each subject are, and which facts are known: exactly, forever, and as fast
//! for the hundred-millionth fact as for the first ([ADR 7](../../../docs/adr/0007-facts-in-runs.md)).
//!
//! The newest facts are in the table `recent`, by subject and key. Older ones are in runs: a run
//! says of a range of positions where each subject's facts are, in order of subject, and has a
//! [filter](Filter) that tells new facts from known ones without looking. Eight runs become one, so
//! that there are few. A run follows from the facts at its positions alone.

use crate::columns::{of_id, of_key};
use crate::database::{Database, cells};
use crate::error::StoreError;
use crate::filter::{Filter, Print};
use facts::{Fact, FactKey, SubjectId};
use std::collections::{BTreeSet, HashSet};
use std::ops::RangeInclusive;

/// From so many recent facts on, they become a run.
pub(crate) const RUN_FACTS_MIN: u64 = 4_096;
/// Runs are not merged into one of more facts than this, which takes less than a second to make.
const RUN_FACTS_MAX: u64 = 1 << 22;
/// How many runs of one level become one of the next.
const MERGED: usize = 8;
/// How many places a block holds: as many as SQLite keeps in a row of an index without more pages.
const BLOCK_PLACES_MAX: usize = 68;
/// How often what is read without a transaction is read again when others change runs meanwhile.
const READINGS_MAX: usize = 16;
/// How many bytes of a filter are in a row.
const FILTER_PART_BYTES: usize = 1 << 16;

const RUNS: &str = "SELECT first, last, low, high FROM run ORDER BY last";
const ADD_RUN: &str = "INSERT INTO run (last, first, low, high) VALUES (?1, ?2, ?3, ?4)";
const ADD_BLOCK: &str =
    "INSERT INTO run_block (run, subject, number, places) VALUES (?1, ?2, ?3, ?4)";
const ADD_FILTER: &str = "INSERT INTO run_filter (run, part, bits) VALUES (?1, ?2, ?3)";
const REMOVE_RUN: &str = "DELETE FROM run WHERE last = ?1";
const REMOVE_BLOCKS: &str = "DELETE FROM run_block WHERE run = ?1";
const REMOVE_FILTER: &str = "DELETE FROM run_filter WHERE run = ?1";
const FILTER: &str = "SELECT bits FROM run_filter WHERE run = ?1 ORDER BY part";
const NOTE: &str = "INSERT INTO recent (subject, key, position) VALUES (?1, ?2, ?3)";
const FORGET_RECENT: &str = "DELETE FROM recent";
const IS_RECENT: &str = "SELECT position FROM recent WHERE subject = ?1 AND key = ?2";
const RECENT_OF: &str = "SELECT position FROM recent WHERE subject = ?1";
/// The blocks of a run that may have a subject: that which begins before it, and those that begin
/// with it. All bounds are of what is asked alone, so that the block is found by its index whatever
/// the database thinks of the table of runs.
const BLOCKS_OF_RUN: &str = "
    SELECT run.first, run_block.places FROM run CROSS JOIN run_block
    WHERE run.last = ?2 AND run_block.run = ?2 AND run_block.subject <= ?1
      AND run_block.subject >= coalesce(
        (SELECT earlier.subject FROM run_block AS earlier
         WHERE earlier.run = ?2 AND earlier.subject < ?1
         ORDER BY earlier.subject DESC LIMIT 1), ?1)";

/// The runs as a process knows them.
#[derive(Debug, Default)]
pub(crate) struct Runs {
    /// In the order of their positions, without gaps from the first fact on.
    runs: Vec<Run>,
    /// Whether some were made by a transaction that is not committed yet.
    unsure: bool,
}

#[derive(Debug)]
struct Run {
    first: u64,
    last: u64,
    /// The least and the greatest subject, as they are stored.
    subjects: RangeInclusive<i64>,
    filter: Option<Filter>,
}

/// The positions that a run has, and its least and greatest subject, as they are stored.
#[derive(PartialEq, Eq, Debug)]
struct Span {
    first: u64,
    last: u64,
    subjects: RangeInclusive<i64>,
}

/// Facts of one subject at positions that follow each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Stretch {
    subject: i64,
    /// Counted from the first position of the run.
    from: u32,
    count: u16,
}

impl Runs {
    /// Learns of the runs that others made.
    fn catch_up(&mut self, database: &Database) -> Result<(), StoreError> {
        let mut known = std::mem::take(&mut self.runs);
        for Span { first, last, subjects } in spans(database)? {
            // The same positions have the same facts, and so the same filter.
            let same = known.iter_mut().find(|run| (run.first, run.last) == (first, last));
            let filter = same.and_then(|run| run.filter.take());
            self.runs.push(Run { first, last, subjects, filter });
        }
        Ok(())
    }

    /// Forgets what a transaction made that did not happen.
    pub(crate) fn rolled_back(&mut self) {
        if std::mem::take(&mut self.unsure) {
            self.runs.clear();
        }
    }

    pub(crate) fn committed(&mut self) {
        self.unsure = false;
    }

    /// The last position that is in a run.
    fn end(&self) -> u64 {
        self.runs.last().map_or(0, |run| run.last)
    }

    /// Which of these facts the ledger knows, whose last position is `tail`.
    pub(crate) fn known(
        &mut self,
        database: &Database,
        facts: &[Fact],
        tail: u64,
    ) -> Result<Vec<bool>, StoreError> {
        self.catch_up(database)?;
        let mut known = vec![false; facts.len()];
        if self.end() < tail {
            let asked = facts.iter().map(|fact| cells![of_id(fact.subject), of_key(fact.key)]);
            database.each_of(IS_RECENT, asked, |index, _| {
                known[index] = true;
                Ok(())
            })?;
        }
        for run in &mut self.runs {
            let is_near = |fact: &Fact| run.subjects.contains(&of_id(fact.subject));
            if !facts.iter().any(is_near) {
                continue;
            }
            let filter = match run.filter.take() {
                Some(filter) => run.filter.insert(filter),
                None => run.filter.insert(read_filter(database, run.last)?),
            };
            let may_be = |fact: &Fact| {
                run.subjects.contains(&of_id(fact.subject))
                    && filter.may_have(Print::of(fact.subject, fact.key))
            };
            let perhaps: Vec<_> = (0..facts.len()).filter(|at| may_be(&facts[*at])).collect();
            let subjects: BTreeSet<_> = perhaps.iter().map(|at| facts[*at].subject).collect();
            let found = run.keys_of(database, &subjects.into_iter().collect::<Vec<_>>())?;
            for at in perhaps {
                known[at] |= found.contains(&(facts[at].subject, facts[at].key));
            }
        }
        Ok(known)
    }

    /// Notes facts that were appended from a position on.
    pub(crate) fn note(
        &mut self,
        database: &Database,
        first: u64,
        facts: &[&Fact],
    ) -> Result<(), StoreError> {
        let Some(last) = (first + facts.len() as u64).checked_sub(1).filter(|it| *it >= first)
        else {
            return Ok(());
        };
        if last - self.end() >= RUN_FACTS_MIN {
            return self.make(database, last);
        }
        let rows = facts.iter().zip(first.cast_signed()..);
        let rows = rows.map(|(fact, at)| cells![of_id(fact.subject), of_key(fact.key), at]);
        database.insert_all(NOTE, rows).map(drop)
    }

    /// Makes a run of the facts that are in none until a position, and of runs before them.
    pub(crate) fn make(&mut self, database: &Database, last: u64) -> Result<(), StoreError> {
        self.unsure = true;
        let mut lengths: Vec<_> = self.runs.iter().map(|run| run.last - run.first + 1).collect();
        lengths.push(last - self.end());
        let kept = merged_from(&mut lengths);
        let first = self.runs.get(kept).map_or(self.end() + 1, |run| run.first);
        for run in self.runs.drain(kept..) {
            for sql in [REMOVE_RUN, REMOVE_BLOCKS, REMOVE_FILTER] {
                database.run(sql, &cells![run.last.cast_signed()])?;
            }
        }
        database.run(FORGET_RECENT, &[])?;
        self.runs.push(Run::make(database, first, last)?);
        Ok(())
    }
}

/// How many runs stay as they are when one is added whose length is the last of these; what
/// follows them becomes one run.
///
/// Lengths fall by level, and a level has fewer than [`MERGED`] runs.
fn merged_from(lengths: &mut Vec<u64>) -> usize {
    let level = |length: u64| (length / RUN_FACTS_MIN).max(1).ilog(MERGED as u64);
    loop {
        let newest = lengths.last().copied().unwrap_or_default();
        let lower = |length: &&u64| level(**length) < level(newest);
        let same = |length: &&u64| level(**length) == level(newest);
        let lower = lengths.iter().rev().skip(1).take_while(lower).count();
        let same = lengths.iter().rev().take_while(same).count();
        let of = if lower > 0 { lower + 1 } else { same };
        let start = lengths.len() - of;
        let whole: u64 = lengths[start..].iter().sum();
        if (lower == 0 && same < MERGED) || whole > RUN_FACTS_MAX {
            return lengths.len().saturating_sub(1);
        }
        lengths.truncate(start);
        lengths.push(whole);
    }
}

impl Run {
    /// Makes the run of a range of positions from the facts that are there.
    fn make(database: &Database, first: u64, last: u64) -> Result<Self, StoreError> {
        let mut filter = Filter::for_facts(last - first + 1);
        let mut stretches: Vec<Stretch> = Vec::new();
        database.facts_between(&(first..=last), |recorded| {
            let subject = of_id(recorded.fact.subject);
            filter.add(Print::of(recorded.fact.subject, recorded.fact.key));
            match stretches.last_mut() {
                Some(stretch) if stretch.subject == subject && stretch.count < u16::MAX => {
                    stretch.count += 1;
                }
                _ => {
                    let from = u32::try_from(recorded.position.0 - first)
                        .map_err(|_| StoreError::unreadable("run", "length"))?;
                    stretches.push(Stretch { subject, from, count: 1 });
                }
            }
            Ok(())
        })?;
        stretches.sort_unstable();
        let (Some(low), Some(high)) = (stretches.first(), stretches.last()) else {
            return Err(StoreError::unreadable("run", "length"));
        };
        let subjects = low.subject..=high.subject;
        let run = last.cast_signed();
        let row = cells![run, first.cast_signed(), low.subject, high.subject];
        database.run(ADD_RUN, &row)?;
        let bytes: Vec<_> = stretches.iter().flat_map(|stretch| stretch.to_bytes()).collect();
        let blocks = bytes.chunks(BLOCK_PLACES_MAX * Stretch::BYTES);
        let firsts = stretches.iter().step_by(BLOCK_PLACES_MAX);
        let rows = blocks.zip(firsts).zip(0_i64..);
        let rows = rows.map(|((places, first), number)| cells![run, first.subject, number, places]);
        database.insert_all(ADD_BLOCK, rows)?;
        let bytes = filter.to_bytes();
        let rows = bytes.chunks(FILTER_PART_BYTES).zip(0_i64..);
        database.insert_all(ADD_FILTER, rows.map(|(bits, part)| cells![run, part, bits]))?;
        Ok(Self { first, last, subjects, filter: Some(filter) })
    }

    /// The keys of all facts of these subjects in this run.
    fn keys_of(
        &self,
        database: &Database,
        subjects: &[SubjectId],
    ) -> Result<HashSet<(SubjectId, FactKey)>, StoreError> {
        let mut places = Places::default();
        let asked: Vec<_> = subjects.iter().map(|id| (of_id(*id), self.last)).collect();
        places.find(database, &asked)?;
        let mut keys = HashSet::new();
        database.facts_within(&places.in_order(), |_, recorded| {
            keys.insert((recorded.fact.subject, recorded.fact.key));
            Ok(())
        })?;
        Ok(keys)
    }
}

/// The runs, in the order of their positions: fewer than fifty, and one more for each four million
/// facts.
fn spans(database: &Database) -> Result<Vec<Span>, StoreError> {
    let mut spans = Vec::new();
    database.each(RUNS, &[], |row| {
        let (first, last) = (row.count()?, row.count()?);
        spans.push(Span { first, last, subjects: row.take()?..=row.take()? });
        Ok(())
    })?;
    Ok(spans)
}

fn read_filter(database: &Database, run: u64) -> Result<Filter, StoreError> {
    let mut bytes = Vec::new();
    database.each(FILTER, &cells![run.cast_signed()], |row| {
        bytes.extend_from_slice(row.bytes()?);
        Ok(())
    })?;
    Filter::from_bytes(&bytes).ok_or(StoreError::unreadable("run_filter", "length"))
}

/// Where facts are.
#[derive(Debug, Default)]
pub(crate) struct Places(Vec<RangeInclusive<u64>>);

impl Places {
    /// Where the facts of these subjects are. Others may make recent facts a run meanwhile, or runs
    /// one: then it is read again, up to [`READINGS_MAX`] times. Inside a transaction nothing
    /// changes.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] when others never rest, and those of reading.
    pub(crate) fn of(database: &Database, subjects: &[SubjectId]) -> Result<Self, StoreError> {
        let mut spans = spans(database)?;
        for _ in 0..READINGS_MAX {
            let mut places = Self::default();
            let asked = subjects.iter().map(|subject| cells![of_id(*subject)]);
            database.each_of(RECENT_OF, asked, |_, row| {
                let position = row.count()?;
                places.0.push(position..=position);
                Ok(())
            })?;
            let of_span = |span: &Span| {
                let near = subjects.iter().map(|subject| of_id(*subject));
                let near = near.filter(|subject| span.subjects.contains(subject));
                near.map(|subject| (subject, span.last)).collect::<Vec<_>>()
            };
            let asked: Vec<_> = spans.iter().flat_map(of_span).collect();
            places.find(database, &asked)?;
            let now = self::spans(database)?;
            if now == spans {
                return Ok(places);
            }
            spans = now;
        }
        Err(StoreError::ChangedElsewhere)
    }

    /// Adds where the facts of each of these subjects are in the run that ends at that position.
    fn find(&mut self, database: &Database, asked: &[(i64, u64)]) -> Result<(), StoreError> {
        let cells = asked.iter().map(|(subject, run)| cells![*subject, run.cast_signed()]);
        database.each_of(BLOCKS_OF_RUN, cells, |index, row| {
            let (first, places) = (row.count()?, row.bytes()?);
            let (places, _) = places.as_chunks::<{ Stretch::BYTES }>();
            let (subject, _) = asked[index];
            let start = places.partition_point(|place| Stretch::subject(place) < subject);
            let own = places[start..].iter().take_while(|p| Stretch::subject(p) == subject);
            self.0.extend(own.map(|place| Stretch::positions(place, first)));
            Ok(())
        })
    }

    /// In order, each position once, those that follow each other in one range.
    pub(crate) fn in_order(mut self) -> Vec<RangeInclusive<u64>> {
        self.0.sort_unstable_by_key(|range| *range.start());
        let mut ranges: Vec<RangeInclusive<u64>> = Vec::with_capacity(self.0.len());
        for range in self.0 {
            match ranges.last_mut() {
                Some(last) if *range.start() <= last.end() + 1 => {
                    *last = *last.start()..=*last.end().max(range.end());
                }
                _ => ranges.push(range),
            }
        }
        ranges
    }
}

impl Stretch {
    const BYTES: usize = 14;

    fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..8].copy_from_slice(&self.subject.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.from.to_le_bytes());
        bytes[12..].copy_from_slice(&self.count.to_le_bytes());
        bytes
    }

    fn subject(bytes: &[u8; Self::BYTES]) -> i64 {
        bytes.first_chunk().map_or(0, |subject| i64::from_le_bytes(*subject))
    }

    /// The positions of a stretch in the run that begins at `first`.
    fn positions(bytes: &[u8; Self::BYTES], first: u64) -> RangeInclusive<u64> {
        let [.., a, b, c, d, e, f] = *bytes;
        let from = first + u64::from(u32::from_le_bytes([a, b, c, d]));
        from..=from + u64::from(u16::from_le_bytes([e, f])).max(1) - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_runs_become_one_and_a_longer_one_takes_in_the_shorter_before_it() {
        let least = RUN_FACTS_MIN;
        assert_eq!(merged_from(&mut vec![least; 7]), 6, "there is room for more");
        assert_eq!(merged_from(&mut vec![least; 8]), 0);
        assert_eq!(merged_from(&mut vec![least * 64, least, least, least * 9]), 1);
        let mut eights = vec![least * 8; 7];
        eights.extend([least; 8]);
        assert_eq!(merged_from(&mut eights), 0, "one merge brings the next");
        assert_eq!(merged_from(&mut vec![RUN_FACTS_MAX / 2; 9]), 8, "large ones stay as they are");
        let mut lengths = Vec::new();
        for _ in 0..10_000 {
            lengths.push(least);
            merged_from(&mut lengths);
        }
        assert!(lengths.len() < 45, "{lengths:?}");
    }

    #[test]
    fn the_blocks_of_a_subject_are_found_by_run_and_subject() {
        let folder = tempfile::tempdir().unwrap();
        let store = crate::store::Store::open(folder.path().join("ledger.db").as_path()).unwrap();
        let plan = store.view().plan(BLOCKS_OF_RUN, 2);
        let found = "SEARCH run_block USING PRIMARY KEY (run=? AND subject>? AND subject<?)";
        assert_eq!(plan[1], found, "{plan:?}");
    }

    #[test]
    fn a_stretch_is_read_as_it_was_written() {
        let stretch = Stretch { subject: -7, from: 70_000, count: 300 };
        assert_eq!(Stretch::subject(&stretch.to_bytes()), -7);
        assert_eq!(Stretch::positions(&stretch.to_bytes(), 11), 70_011..=70_310);
    }
}
