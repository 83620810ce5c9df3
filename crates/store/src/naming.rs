//! What identifies subjects, all at once: for finding who is who.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use facts::SubjectId;

const PERSONAL: &str = "SELECT subject, value FROM personal WHERE field = ?1 ORDER BY subject";

impl View<'_> {
    /// The personal values of a field, in the order of the subjects as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn personal(&self, field: &str) -> Result<Vec<(SubjectId, String)>, StoreError> {
        self.database.all(PERSONAL, &cells![field], |row| Ok((row.id()?, row.take()?)))
    }
}
