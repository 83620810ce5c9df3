//! Leads whose next promise falls due soon.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::projection::PlaceKind;
use crate::store::View;
use facts::{Instant, SubjectId};

/// In the form of the order of lists, so that its index serves.
const DUE_SOON: &str = "
    SELECT coalesce(next_due, 9223372036854775807), id FROM lead
    WHERE coalesce(next_due, 9223372036854775807) >= ?1
      AND coalesce(next_due, 9223372036854775807) <= ?3
      AND (coalesce(next_due, 9223372036854775807) > ?1 OR id > ?2)
      AND place = ?4 AND broken = 0
    ORDER BY coalesce(next_due, 9223372036854775807), id LIMIT ?5";

impl View<'_> {
    /// The leads that people have and whose next promise falls due from an instant on until
    /// another, soonest first, with when: at most `limit`, those after one of an earlier answer.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn due_soon(
        &self,
        from: Instant,
        after: Option<SubjectId>,
        until: Instant,
        limit: u32,
    ) -> Result<Vec<(Instant, SubjectId)>, StoreError> {
        let after = after.map_or(i64::MIN, of_id);
        let values = cells![from.0, after, until.0, PlaceKind::Assignee as u8, limit];
        self.database.all(DUE_SOON, &values, |row| Ok((row.instant()?, row.id()?)))
    }
}
