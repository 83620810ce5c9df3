//! What the engine decided, and how it corrected itself.

use crate::columns::{of_id, of_position};
use crate::database::{Cell, Columns, cells};
use crate::error::StoreError;
use crate::neighbours::Neighbours;
use crate::store::View;
use crate::writer::Writer;
use facts::{FactKey, Instant, Position, Precision, SubjectId, Symbol};
use lifecycle::{Book, Cause, Change, Decision, DecisionKey, VersionNumber, What};
use std::collections::BTreeMap;

/// One correction as it was recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RecordedChange {
    /// Its place among the corrections of all leads.
    pub sequence: u64,
    /// What changed.
    pub change: Change,
    /// The last fact that was known then.
    pub known_position: Position,
    /// When it was recorded.
    pub recorded_at: Instant,
    /// Whether it takes effect before the first charter was adopted: no notice, no pay.
    pub retrospective: bool,
}

/// With what changes are recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Recording {
    /// The last fact that is known.
    pub known_position: Position,
    /// Now.
    pub recorded_at: Instant,
    /// When the first charter took force.
    pub adopted_at: Instant,
}

/// How many changes a row holds at most: as many as SQLite keeps in an index without more pages.
pub(crate) const CHANGES_MAX: usize = 16;
/// How many bytes a change takes.
const CHANGE_BYTES: usize = 55;

const LAST: &str = "SELECT coalesce(max(last), 0) FROM decided";
const SET_LAST: &str = "
    INSERT INTO decided (only_row, last) VALUES (1, ?1)
    ON CONFLICT (only_row) DO UPDATE SET last = excluded.last";
pub(crate) const APPEND: &str = "
    INSERT INTO change_set (lead, sequence, known_position, recorded_at, changes)
    VALUES (?1, ?2, ?3, ?4, ?5)";
const OF_LEAD: &str = "
    SELECT sequence, known_position, recorded_at, changes FROM change_set WHERE lead = ?1
    ORDER BY sequence";
const ALL: &str = "
    SELECT lead, sequence, known_position, recorded_at, changes FROM change_set
    ORDER BY lead, sequence";
/// As [`ALL`], of the leads between two.
const BETWEEN: &str = "
    SELECT lead, sequence, known_position, recorded_at, changes FROM change_set
    WHERE lead >= ?1 AND lead <= ?2 ORDER BY lead, sequence";
const COUNT_BETWEEN: &str = "
    SELECT count(*) FROM (SELECT 1 FROM change_set WHERE lead >= ?1 AND lead <= ?2 LIMIT ?3)
      AS nearby";
const DECIDED: &str = "SELECT DISTINCT lead FROM change_set ORDER BY lead";
const AFTER: &str = "
    SELECT lead, max(sequence) FROM change_set WHERE sequence > ?1
    GROUP BY lead ORDER BY 2 DESC LIMIT ?2";

impl View<'_> {
    /// The corrections about a lead, in the order in which they were recorded.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn changes(&self, lead: SubjectId) -> Result<Vec<RecordedChange>, StoreError> {
        let mut standing: BTreeMap<DecisionKey, Decision> = BTreeMap::new();
        let mut changes = Vec::new();
        self.database.each(OF_LEAD, &cells![of_id(lead)], |row| {
            read_changes(row, &mut standing, &mut changes)
        })?;
        Ok(changes)
    }

    /// The decisions that stand about a lead after all corrections, in the order in which they
    /// took effect.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn standing_decisions(&self, lead: SubjectId) -> Result<Vec<Decision>, StoreError> {
        Ok(self.standing_decisions_of(&[lead])?.remove(0))
    }

    /// For each of many leads, the decisions that stand, as [`View::standing_decisions`] has them.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn standing_decisions_of(
        &self,
        leads: &[SubjectId],
    ) -> Result<Vec<Vec<Decision>>, StoreError> {
        let ids = || leads.iter().map(|lead| of_id(*lead));
        let mut decisions = vec![Vec::new(); leads.len()];
        let mut standing: BTreeMap<DecisionKey, Decision> = BTreeMap::new();
        let mut changes = Vec::new();
        if let Some(neighbours) = Neighbours::among(self, leads, COUNT_BETWEEN)? {
            self.each_standing_in(BETWEEN, &neighbours.bounds(), |lead, standing| {
                if let Some(index) = neighbours.index_of(lead) {
                    decisions[index] = standing;
                }
            })?;
            return Ok(decisions);
        }
        let mut books = vec![Book::default(); leads.len()];
        let mut last = None;
        self.database.each_of(OF_LEAD, ids().map(|id| cells![id]), |index, row| {
            if last.replace(index) != Some(index) {
                standing.clear();
            }
            changes.clear();
            read_changes(row, &mut standing, &mut changes)?;
            changes.iter().for_each(|recorded| books[index].append(&[recorded.change]));
            Ok(())
        })?;
        decisions.iter_mut().zip(&books).for_each(|(of_lead, book)| *of_lead = book.decisions());
        Ok(decisions)
    }

    /// Shows the decisions that stand about each lead, as [`View::standing_decisions`] has them, in
    /// the order of the leads as they are stored; leads of which nothing stands may be left out.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn each_standing(
        &self,
        visit: impl FnMut(SubjectId, Vec<Decision>),
    ) -> Result<(), StoreError> {
        self.each_standing_in(ALL, &[], visit)
    }

    fn each_standing_in(
        &self,
        sql: &'static str,
        bounds: &[Cell<'_>],
        mut visit: impl FnMut(SubjectId, Vec<Decision>),
    ) -> Result<(), StoreError> {
        let mut standing: BTreeMap<DecisionKey, Decision> = BTreeMap::new();
        let mut changes = Vec::new();
        let mut of: Option<SubjectId> = None;
        let mut tell = |of: Option<SubjectId>, changes: &mut Vec<RecordedChange>| {
            let mut book = Book::default();
            changes.drain(..).for_each(|recorded| book.append(&[recorded.change]));
            if let Some(lead) = of {
                visit(lead, book.decisions());
            }
        };
        self.database.each(sql, bounds, |row| {
            let lead = row.id()?;
            if of != Some(lead) {
                tell(of.replace(lead), &mut changes);
                standing.clear();
            }
            read_changes(row, &mut standing, &mut changes)
        })?;
        tell(of, &mut changes);
        Ok(())
    }

    /// The place of the last correction among those of all leads; 0 before the first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn last_decided(&self) -> Result<i64, StoreError> {
        self.database.one(LAST, &[], |row| row.take())
    }

    /// The leads about which something was decided after a place, the latest first, at most
    /// `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn leads_decided_after(
        &self,
        sequence: i64,
        limit: u32,
    ) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(AFTER, &cells![sequence, limit], |row| row.id())
    }

    /// Every lead about which anything was ever decided, in the order of the leads as they are
    /// stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn decided_leads(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(DECIDED, &[], |row| row.id())
    }
}

impl Writer<'_> {
    /// Appends corrections about a lead, in order.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn append_changes(
        &mut self,
        lead: SubjectId,
        changes: &[Change],
        recording: &Recording,
    ) -> Result<(), StoreError> {
        self.append_all_changes([(lead, changes)], recording)
    }

    /// Appends corrections about many leads, in order.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn append_all_changes<'c>(
        &mut self,
        leads: impl IntoIterator<Item = (SubjectId, &'c [Change])>,
        recording: &Recording,
    ) -> Result<(), StoreError> {
        let mut sequence = match self.sequence {
            Some(last) => last,
            None => self.database.one(LAST, &[], |row| row.take())?,
        };
        let first = sequence;
        let mut bytes = Vec::new();
        let mut sets = Vec::new();
        for (lead, changes) in leads {
            for changes in changes.chunks(CHANGES_MAX) {
                sets.push((
                    lead,
                    sequence + 1,
                    bytes.len()..bytes.len() + changes.len() * CHANGE_BYTES,
                ));
                sequence += changes.len() as i64;
                changes.iter().for_each(|change| pack(change, recording.adopted_at, &mut bytes));
            }
        }
        let rows = sets.into_iter().map(|(lead, sequence, range)| {
            cells![
                of_id(lead),
                sequence,
                of_position(recording.known_position),
                recording.recorded_at.0,
                &bytes[range],
            ]
        });
        self.database.insert_all(APPEND, rows)?;
        if sequence > first {
            self.database.run(SET_LAST, &cells![sequence])?;
        }
        self.sequence = Some(sequence);
        Ok(())
    }
}

/// The decision that a change leaves, or takes away.
fn after(change: Change) -> Decision {
    match change {
        Change::Made(decision)
        | Change::Moved { to: decision, .. }
        | Change::Withdrawn(decision) => decision,
    }
}

fn number(change: &Change) -> u8 {
    match change {
        Change::Made(_) => 0,
        Change::Moved { .. } => 1,
        Change::Withdrawn(_) => 2,
    }
}

/// Adds a change: its numbers one after the other, the least byte first.
pub(crate) fn pack(change: &Change, adopted_at: Instant, into: &mut Vec<u8>) {
    let decision = after(*change);
    let (cause, cause_key) = decision.cause.pack();
    let flags = u8::from(cause_key.is_some()) | u8::from(decision.at < adopted_at) << 1;
    let (what, precision) = (decision.key.what as u8, decision.precision as u8);
    into.extend_from_slice(&[number(change), what, precision, cause as u8, flags]);
    into.extend_from_slice(&decision.key.clause.0.to_le_bytes());
    into.extend_from_slice(&decision.target.0.to_le_bytes());
    into.extend_from_slice(&decision.key.pass.0.to_le_bytes());
    let VersionNumber(version) = decision.version;
    let VersionNumber(terms) = decision.terms;
    for number in [decision.key.nth, decision.order, decision.pass, version, terms] {
        into.extend_from_slice(&number.to_le_bytes());
    }
    into.extend_from_slice(&decision.at.0.to_le_bytes());
    into.extend_from_slice(&decision.due.0.to_le_bytes());
    into.extend_from_slice(&cause_key.unwrap_or(FactKey(0)).0.to_le_bytes());
}

/// What [`pack`] wrote: the number of the change, the decision, whether it is retrospective.
fn unpack(bytes: &[u8; CHANGE_BYTES]) -> Option<(u8, Decision, bool)> {
    let [change, what, precision, cause, flags, rest @ ..] = bytes;
    let (clause, rest) = rest.split_first_chunk()?;
    let (target, rest) = rest.split_first_chunk()?;
    let (pass_key, rest) = rest.split_first_chunk()?;
    let (numbers, rest) = rest.split_first_chunk::<10>()?;
    let number = |at: usize| u16::from_le_bytes([numbers[2 * at], numbers[2 * at + 1]]);
    let (at, rest) = rest.split_first_chunk()?;
    let (due, rest) = rest.split_first_chunk()?;
    let cause_key = FactKey(u64::from_le_bytes(*rest.first_chunk()?));
    let key = DecisionKey {
        what: What::from_number(*what)?,
        clause: Symbol(u32::from_le_bytes(*clause)),
        pass: FactKey(u64::from_le_bytes(*pass_key)),
        nth: number(0),
    };
    let decision = Decision {
        key,
        at: Instant(i64::from_le_bytes(*at)),
        order: number(1),
        precision: Precision::from_number(*precision),
        due: Instant(i64::from_le_bytes(*due)),
        cause: Cause::unpack(*cause, (flags & 1 == 1).then_some(cause_key))?,
        version: VersionNumber(number(3)),
        terms: VersionNumber(number(4)),
        pass: number(2),
        target: Symbol(u32::from_le_bytes(*target)),
    };
    Some((*change, decision, flags & 2 == 2))
}

/// Reads a row; a moved decision is given what stood before it.
fn read_changes(
    columns: &mut Columns<'_>,
    standing: &mut BTreeMap<DecisionKey, Decision>,
    into: &mut Vec<RecordedChange>,
) -> Result<(), StoreError> {
    let unreadable = || StoreError::unreadable("change_set", "changes");
    let first = columns.take::<i64>()?.cast_unsigned();
    let known_position = columns.position()?;
    let recorded_at = columns.instant()?;
    let (changes, rest) = columns.bytes()?.as_chunks::<CHANGE_BYTES>();
    if !rest.is_empty() {
        return Err(unreadable());
    }
    for (bytes, sequence) in changes.iter().zip(first..) {
        let (number, decision, retrospective) = unpack(bytes).ok_or_else(unreadable)?;
        let change = match number {
            0 => {
                standing.insert(decision.key, decision);
                Change::Made(decision)
            }
            1 => {
                let from = standing.insert(decision.key, decision).ok_or_else(unreadable)?;
                Change::Moved { from, to: decision }
            }
            2 => Change::Withdrawn(standing.remove(&decision.key).ok_or_else(unreadable)?),
            _ => return Err(unreadable()),
        };
        into.push(RecordedChange { sequence, change, known_position, recorded_at, retrospective });
    }
    Ok(())
}
