//! What a ledger of an older format had a row for each of, on its way into rows of many: facts,
//! changes of decisions.

use crate::database::{Columns, Database, cells};
use crate::decisions::{APPEND, CHANGES_MAX, pack};
use crate::error::StoreError;
use crate::imports::ImportId;
use crate::runs::Runs;
use facts::{Code, Fact, FactKey, Instant, Origin, Position, Precision, Recorded, Value};
use lifecycle::{Cause, Change, Decision, DecisionKey, VersionNumber, What};

const NEXT: &str = "
    SELECT import, position, subject, key, occurred_at, precision, code, tag, bits, actor, origin,
           recorded_at
    FROM fact WHERE position > ?1 ORDER BY position LIMIT 100000";
const DROP: &str = "DROP TABLE fact";
const NEXT_DECISIONS: &str = "
    SELECT lead, sequence, known_position, recorded_at, retrospective, change, what, clause,
           pass_key, nth, at, order_at, precision, due, cause, cause_key, version, terms, pass,
           target
    FROM decision WHERE lead > ?1 OR (lead = ?1 AND sequence > ?2)
    ORDER BY lead, sequence LIMIT 50000";
const FINISH_DECISIONS: &str = "
    INSERT INTO decided (only_row, last)
    SELECT 1, max(sequence) FROM decision HAVING count(*) > 0;
    DROP TABLE decision";

/// Moves the facts of the old table into segments, makes runs of them, and removes the table.
pub(crate) fn repack(database: &Database) -> Result<(), StoreError> {
    let mut runs = Runs::default();
    let mut last = 0;
    loop {
        let facts = database.all(NEXT, &cells![last], read)?;
        let together =
            |a: &(_, Recorded), b: &(_, Recorded)| (a.0, a.1.recorded_at) == (b.0, b.1.recorded_at);
        for facts in facts.chunk_by(together) {
            let (import, Recorded { position, recorded_at, .. }) = facts[0];
            let only = facts.iter().map(|(_, recorded)| &recorded.fact);
            database.append_segments(position, only, recorded_at, import)?;
        }
        let Some((_, Recorded { position, .. })) = facts.last() else { break };
        let all: Vec<_> = facts.iter().map(|(_, recorded)| &recorded.fact).collect();
        runs.note(database, position.0 + 1 - all.len() as u64, &all)?;
        last = position.0.cast_signed();
    }
    database.script(DROP)
}

fn read(columns: &mut Columns<'_>) -> Result<(Option<ImportId>, Recorded), StoreError> {
    let import = columns.take::<Option<i64>>()?.map(ImportId);
    let position: Position = columns.position()?;
    let (subject, key) = (columns.id()?, columns.key()?);
    let occurred_at = columns.instant()?;
    let precision = Precision::from_number(columns.take()?);
    let code = Code(columns.take()?);
    let (tag, bits) = (columns.take()?, columns.take::<i64>()?.cast_unsigned());
    let value = Value::unpack(tag, bits).ok_or(StoreError::unreadable("fact", "value"))?;
    let actor = columns.symbol()?;
    let origin = Origin::from_number(columns.take()?);
    let recorded_at = columns.instant()?;
    let fact = Fact { subject, key, occurred_at, precision, code, value, actor, origin };
    Ok((import, Recorded { position, recorded_at, fact }))
}

/// A change as the old table had it: of which lead, at which place among all, and known how.
#[derive(Clone, Copy)]
struct Old {
    lead: i64,
    sequence: i64,
    known_position: i64,
    recorded_at: i64,
    retrospective: bool,
    change: Change,
}

/// Moves the changes of the old table into rows of many, and removes the table.
pub(crate) fn repack_decisions(database: &Database) -> Result<(), StoreError> {
    let mut after = (i64::MIN, i64::MIN);
    loop {
        let old = database.all(NEXT_DECISIONS, &cells![after.0, after.1], read_old)?;
        let Some(last) = old.last() else { break };
        after = (last.lead, last.sequence);
        let follows = |a: &Old, b: &Old| {
            (a.lead, a.sequence + 1, a.known_position, a.recorded_at)
                == (b.lead, b.sequence, b.known_position, b.recorded_at)
        };
        for set in old.chunk_by(follows).flat_map(|set| set.chunks(CHANGES_MAX)) {
            let mut bytes = Vec::new();
            for Old { change, retrospective, .. } in set {
                // Whether a decision is from before the adoption is known already.
                let adopted_at = if *retrospective { Instant::NEVER } else { Instant(i64::MIN) };
                pack(change, adopted_at, &mut bytes);
            }
            let Old { lead, sequence, known_position, recorded_at, .. } = set[0];
            let row = cells![lead, sequence, known_position, recorded_at, &bytes[..]];
            database.run(APPEND, &row)?;
        }
    }
    database.script(FINISH_DECISIONS)
}

fn read_old(columns: &mut Columns<'_>) -> Result<Old, StoreError> {
    let unreadable = || StoreError::unreadable("decision", "change");
    let (lead, sequence) = (columns.take()?, columns.take()?);
    let (known_position, recorded_at) = (columns.take()?, columns.take()?);
    let (retrospective, number): (bool, u8) = (columns.take()?, columns.take()?);
    let what = What::from_number(columns.take()?).ok_or_else(unreadable)?;
    let clause = columns.symbol()?;
    let key = DecisionKey { what, clause, pass: columns.key()?, nth: columns.take()? };
    let at = columns.instant()?;
    let order = columns.take()?;
    let precision = Precision::from_number(columns.take()?);
    let due = columns.instant_or_never()?;
    let cause = columns.take()?;
    let cause_key = columns.take::<Option<i64>>()?.map(|key| FactKey(key.cast_unsigned()));
    let cause = Cause::unpack(cause, cause_key).ok_or_else(unreadable)?;
    let version = VersionNumber(columns.take()?);
    let terms = VersionNumber(columns.take()?);
    let pass = columns.take()?;
    let target = columns.symbol()?;
    let decision = Decision { key, at, order, precision, due, cause, version, terms, pass, target };
    let change = match number {
        0 => Change::Made(decision),
        // What stood before it is found when it is read.
        1 => Change::Moved { from: decision, to: decision },
        2 => Change::Withdrawn(decision),
        _ => return Err(unreadable()),
    };
    Ok(Old { lead, sequence, known_position, recorded_at, retrospective, change })
}
