//! Facts as they are stored: many to a row, each in the same few bytes.
//!
//! A row for each fact would cost more to write and to read than the fact itself. A segment holds
//! facts of consecutive positions that were recorded together, as many as fit in a page of SQLite.

use crate::columns::of_position;
use crate::database::{Columns, Database, cells};
use crate::error::StoreError;
use crate::imports::ImportId;
use facts::{
    Code, Fact, FactKey, Instant, Origin, Position, Precision, Recorded, SubjectId, Symbol, Value,
};
use std::ops::RangeInclusive;

/// How many facts a segment holds at most: with 43 bytes each they fill a page of 4,096 bytes.
pub(crate) const FACTS_MAX: usize = 93;
/// How many bytes a fact takes.
const FACT_BYTES: usize = 43;

const APPEND: &str =
    "INSERT INTO segment (last, recorded_at, import, facts) VALUES (?1, ?2, ?3, ?4)";
/// A segment is known by its last position, so one that holds a position is the first from there.
const BETWEEN: &str = "
    SELECT last, recorded_at, facts FROM segment WHERE last >= ?1 AND last <= ?2 ORDER BY last";

/// The facts of one segment, where they lie.
#[derive(Clone, Copy)]
pub(crate) struct Segment<'a> {
    first: u64,
    recorded_at: Instant,
    bytes: &'a [u8],
}

impl<'a> Segment<'a> {
    /// Reads the columns `last`, `recorded_at` and `facts`.
    pub(crate) fn read(columns: &mut Columns<'a>) -> Result<Self, StoreError> {
        let (last, recorded_at) = (columns.position()?, columns.instant()?);
        let bytes = columns.bytes()?;
        let count = (bytes.len() / FACT_BYTES) as u64;
        if count == 0 || !bytes.len().is_multiple_of(FACT_BYTES) || count > last.0 {
            return Err(StoreError::unreadable("segment", "length"));
        }
        Ok(Self { first: last.0 - count + 1, recorded_at, bytes })
    }

    /// Its facts at these positions, in order.
    pub(crate) fn facts_at(
        self,
        positions: &RangeInclusive<u64>,
    ) -> impl Iterator<Item = Result<Recorded, StoreError>> + use<'a> {
        let count = self.bytes.len() / FACT_BYTES;
        let place = |position: u64| (position.saturating_sub(self.first) as usize).min(count);
        let (start, end) = (place(*positions.start()), place(positions.end().saturating_add(1)));
        let facts = &self.bytes[start * FACT_BYTES..end.max(start) * FACT_BYTES];
        let facts = facts.chunks_exact(FACT_BYTES).zip(self.first + start as u64..);
        facts.map(move |(bytes, position)| {
            let fact = unpacked(bytes).ok_or(StoreError::unreadable("fact", "value"))?;
            Ok(Recorded { position: Position(position), recorded_at: self.recorded_at, fact })
        })
    }
}

impl Database {
    /// Appends facts from a position on.
    pub(crate) fn append_segments<'f>(
        &self,
        first: Position,
        facts: impl Iterator<Item = &'f Fact>,
        recorded_at: Instant,
        import: Option<ImportId>,
    ) -> Result<(), StoreError> {
        let mut bytes = Vec::with_capacity(facts.size_hint().0 * FACT_BYTES);
        facts.for_each(|fact| pack(fact, &mut bytes));
        let mut last = of_position(first) - 1;
        let rows = bytes.chunks(FACTS_MAX * FACT_BYTES).map(|facts| {
            last += (facts.len() / FACT_BYTES) as i64;
            cells![last, recorded_at.0, import.map(|import| import.0), facts]
        });
        self.insert_all(APPEND, rows).map(drop)
    }

    /// Shows the facts at these positions, in order. `visit` may not ask this database meanwhile.
    pub(crate) fn facts_between(
        &self,
        positions: &RangeInclusive<u64>,
        mut visit: impl FnMut(Recorded) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.facts_within(std::slice::from_ref(positions), |_, recorded| visit(recorded))
    }

    /// Shows the facts in each of these ranges of positions, with the index of the range.
    pub(crate) fn facts_within(
        &self,
        ranges: &[RangeInclusive<u64>],
        mut visit: impl FnMut(usize, Recorded) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let asked = ranges.iter().map(|range| {
            // The last segment may end after the range.
            let end = range.end().saturating_add(FACTS_MAX as u64 - 1).min(i64::MAX as u64);
            cells![range.start().cast_signed(), end.cast_signed()]
        });
        self.each_of(BETWEEN, asked, |index, row| {
            for recorded in Segment::read(row)?.facts_at(&ranges[index]) {
                visit(index, recorded?)?;
            }
            Ok(())
        })
    }
}

/// Adds a fact: its numbers one after the other, the least byte first.
fn pack(fact: &Fact, into: &mut Vec<u8>) {
    let Fact { subject, key, occurred_at, precision, code, value, actor, origin } = fact;
    let (tag, bits) = value.pack();
    into.extend_from_slice(&subject.0.to_le_bytes());
    into.extend_from_slice(&key.0.to_le_bytes());
    into.extend_from_slice(&occurred_at.0.to_le_bytes());
    into.extend_from_slice(&bits.to_le_bytes());
    into.extend_from_slice(&actor.0.to_le_bytes());
    into.extend_from_slice(&u32::from(code.0).to_le_bytes());
    into.extend_from_slice(&[*precision as u8, *origin as u8, tag]);
}

fn unpacked(bytes: &[u8]) -> Option<Fact> {
    let (subject, rest) = bytes.split_first_chunk()?;
    let (key, rest) = rest.split_first_chunk()?;
    let (occurred_at, rest) = rest.split_first_chunk()?;
    let (bits, rest) = rest.split_first_chunk()?;
    let (actor, rest) = rest.split_first_chunk()?;
    let (code, rest) = rest.split_first_chunk()?;
    let [precision, origin, tag] = *rest.first_chunk()?;
    Some(Fact {
        subject: SubjectId(u64::from_le_bytes(*subject)),
        key: FactKey(u64::from_le_bytes(*key)),
        occurred_at: Instant(i64::from_le_bytes(*occurred_at)),
        precision: Precision::from_number(precision),
        code: Code(u32::from_le_bytes(*code).try_into().ok()?),
        value: Value::unpack(tag, u64::from_le_bytes(*bits))?,
        actor: Symbol(u32::from_le_bytes(*actor)),
        origin: Origin::from_number(origin),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_unpacked_as_it_was_packed() {
        for (value, number) in [Value::Nothing, Value::Number(-0.5), Value::Fact(FactKey(u64::MAX))]
            .into_iter()
            .zip(0..)
        {
            let fact = Fact {
                subject: SubjectId(u64::MAX - number),
                key: FactKey(number << 60),
                occurred_at: Instant(-1),
                precision: Precision::Day,
                code: Code(u16::MAX),
                value,
                actor: Symbol(u32::MAX),
                origin: Origin::Human,
            };
            let mut bytes = Vec::new();
            pack(&fact, &mut bytes);
            assert_eq!(bytes.len(), FACT_BYTES);
            assert_eq!(unpacked(&bytes), Some(fact));
        }
    }

    #[test]
    fn a_segment_shows_the_facts_of_a_range_and_no_others() {
        let fact = |key| Fact {
            subject: SubjectId(1),
            key: FactKey(key),
            occurred_at: Instant(0),
            precision: Precision::Minute,
            code: Code(0),
            value: Value::Nothing,
            actor: Symbol::EMPTY,
            origin: Origin::System,
        };
        let mut bytes = Vec::new();
        (10..=14).for_each(|key| pack(&fact(key), &mut bytes));
        let segment = Segment { first: 10, recorded_at: Instant(7), bytes: &bytes };
        let shown = |range: RangeInclusive<u64>| {
            let facts = segment.facts_at(&range).map(Result::unwrap);
            facts.map(|r| (r.position.0, r.fact.key.0)).collect::<Vec<_>>()
        };
        assert_eq!(shown(12..=13), [(12, 12), (13, 13)]);
        assert_eq!(shown(0..=10), [(10, 10)]);
        assert_eq!(shown(14..=99), [(14, 14)]);
        assert!(shown(15..=99).is_empty() && shown(0..=9).is_empty());
    }
}
