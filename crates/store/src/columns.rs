//! How domain values stand in columns: ids and keys as signed integers of the same 64 bits,
//! instants as microseconds, "never" as NULL.

use facts::{FactKey, Instant, Position, SubjectId};

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
