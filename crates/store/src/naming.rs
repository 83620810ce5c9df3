//! What identifies subjects, all at once: for finding who is who.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use facts::{Position, SubjectId};

const PERSONAL: &str = "SELECT subject, value FROM personal WHERE field = ?1 ORDER BY subject";
const FIRST: &str = "SELECT coalesce(min(position), 0) FROM fact WHERE subject = ?1";
impl View<'_> {
    /// The personal values of a field, in the order of the subjects as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn personal(&self, field: &str) -> Result<Vec<(SubjectId, String)>, StoreError> {
        self.database.all(PERSONAL, &cells![field], |row| Ok((row.id()?, row.take()?)))
    }

    /// The position of the first fact about a subject; `None` when there is none.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn first_position(&self, subject: SubjectId) -> Result<Option<Position>, StoreError> {
        let first = self.database.one(FIRST, &cells![of_id(subject)], |row| row.position())?;
        Ok((first.0 > 0).then_some(first))
    }
}
