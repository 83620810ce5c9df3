//! How domain values stand in columns: ids and keys as signed integers of the same 64 bits,
//! instants as microseconds, "never" as NULL.

use facts::{FactKey, Instant, Position, SubjectId, Symbol};
use rusqlite::Row;

pub(crate) fn of_id(id: SubjectId) -> i64 {
    id.0.cast_signed()
}

pub(crate) fn of_key(key: FactKey) -> i64 {
    key.0.cast_signed()
}

pub(crate) fn of_position(position: Position) -> i64 {
    position.0.cast_signed()
}

pub(crate) fn of_never(at: Instant) -> Option<i64> {
    (at != Instant::NEVER).then_some(at.0)
}

/// Reads a row's columns one after the other.
pub(crate) struct Columns<'r, 's> {
    row: &'r Row<'s>,
    next: usize,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn new(row: &'r Row<'s>) -> Self {
        Self { row, next: 0 }
    }

    pub(crate) fn take<T: rusqlite::types::FromSql>(&mut self) -> rusqlite::Result<T> {
        let value = self.row.get(self.next);
        self.next += 1;
        value
    }

    pub(crate) fn id(&mut self) -> rusqlite::Result<SubjectId> {
        Ok(SubjectId(self.take::<i64>()?.cast_unsigned()))
    }

    pub(crate) fn key(&mut self) -> rusqlite::Result<FactKey> {
        Ok(FactKey(self.take::<i64>()?.cast_unsigned()))
    }

    pub(crate) fn position(&mut self) -> rusqlite::Result<Position> {
        Ok(Position(self.take::<i64>()?.cast_unsigned()))
    }

    pub(crate) fn instant(&mut self) -> rusqlite::Result<Instant> {
        self.take().map(Instant)
    }

    pub(crate) fn instant_or_never(&mut self) -> rusqlite::Result<Instant> {
        Ok(self.take::<Option<i64>>()?.map_or(Instant::NEVER, Instant))
    }

    pub(crate) fn symbol(&mut self) -> rusqlite::Result<Symbol> {
        self.take().map(Symbol)
    }
}
