//! What the engine decided, and how it corrected itself.

use crate::columns::{of_id, of_key, of_never, of_position};
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, Position, Precision, SubjectId};
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

const LAST: &str = "SELECT coalesce(max(sequence), 0) FROM decision";
const APPEND: &str = "
    INSERT INTO decision (lead, sequence, change, what, clause, pass_key, nth, at, order_at,
                          precision, due, cause, cause_key, version, terms, pass, target,
                          known_position, recorded_at, retrospective)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
            ?20)";
const OF_LEAD: &str = "
    SELECT sequence, change, known_position, recorded_at, retrospective, what, clause, pass_key,
           nth, at, order_at, precision, due, cause, cause_key, version, terms, pass, target
    FROM decision WHERE lead = ?1 ORDER BY sequence";
const DECIDED: &str = "SELECT DISTINCT lead FROM decision ORDER BY lead";

impl View<'_> {
    /// The corrections about a lead, in the order in which they were recorded.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn changes(&self, lead: SubjectId) -> Result<Vec<RecordedChange>, StoreError> {
        let mut standing: BTreeMap<DecisionKey, Decision> = BTreeMap::new();
        self.database.all(OF_LEAD, &cells![of_id(lead)], |row| read_change(row, &mut standing))
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
        let mut standing: BTreeMap<DecisionKey, Decision> = BTreeMap::new();
        let mut changes: Vec<Vec<Change>> = vec![Vec::new(); leads.len()];
        let mut last = None;
        let asked = leads.iter().map(|lead| cells![of_id(*lead)]);
        self.database.each_of(OF_LEAD, asked, |index, row| {
            if last.replace(index) != Some(index) {
                standing.clear();
            }
            changes[index].push(read_change(row, &mut standing)?.change);
            Ok(())
        })?;
        let decisions = changes.iter().map(|changes| {
            let mut book = Book::default();
            book.append(changes);
            book.decisions()
        });
        Ok(decisions.collect())
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
        let all = leads
            .into_iter()
            .flat_map(|(lead, changes)| changes.iter().map(move |change| (lead, change)));
        let rows = all.map(|(lead, change)| {
            sequence += 1;
            let decision = after(*change);
            let (cause, cause_key) = decision.cause.pack();
            cells![
                of_id(lead),
                sequence,
                number(change),
                decision.key.what as u8,
                decision.key.clause.0,
                of_key(decision.key.pass),
                decision.key.nth,
                decision.at.0,
                decision.order,
                decision.precision as u8,
                of_never(decision.due),
                cause as u8,
                cause_key.map(of_key),
                decision.version.0,
                decision.terms.0,
                decision.pass,
                decision.target.0,
                of_position(recording.known_position),
                recording.recorded_at.0,
                decision.at < recording.adopted_at,
            ]
        });
        self.database.insert_all(APPEND, rows)?;
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

/// Reads a row; a moved decision is given what stood before it.
fn read_change(
    columns: &mut Columns<'_>,
    standing: &mut BTreeMap<DecisionKey, Decision>,
) -> Result<RecordedChange, StoreError> {
    let sequence = columns.take::<i64>()?.cast_unsigned();
    let change: u8 = columns.take()?;
    let known_position = columns.position()?;
    let recorded_at = columns.instant()?;
    let retrospective = columns.take()?;
    let decision = read_decision(columns)?;
    let unreadable = || StoreError::unreadable("decision", "change");
    let change = match change {
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
    Ok(RecordedChange { sequence, change, known_position, recorded_at, retrospective })
}

fn read_decision(columns: &mut Columns<'_>) -> Result<Decision, StoreError> {
    let unreadable = |what| StoreError::unreadable("decision", what);
    let what = What::from_number(columns.take()?).ok_or_else(|| unreadable("kind"))?;
    let clause = columns.symbol()?;
    let key = DecisionKey { what, clause, pass: columns.key()?, nth: columns.take()? };
    let at = columns.instant()?;
    let order = columns.take()?;
    let precision = Precision::from_number(columns.take()?);
    let due = columns.instant_or_never()?;
    let cause = columns.take()?;
    let cause_key = columns.take::<Option<i64>>()?.map(|key| facts::FactKey(key.cast_unsigned()));
    let cause = Cause::unpack(cause, cause_key).ok_or_else(|| unreadable("cause"))?;
    let version = VersionNumber(columns.take()?);
    let terms = VersionNumber(columns.take()?);
    let pass = columns.take()?;
    let target = columns.symbol()?;
    Ok(Decision { key, at, order, precision, due, cause, version, terms, pass, target })
}
