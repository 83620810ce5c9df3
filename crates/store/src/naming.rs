//! What identifies subjects, all at once: for finding who is who.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::ledger::read_fact;
use crate::store::View;
use facts::{Code, Position, Recorded, SubjectId};

const PERSONAL: &str = "SELECT subject, value FROM personal WHERE field = ?1 ORDER BY subject";
const FIRST: &str = "SELECT coalesce(min(position), 0) FROM fact WHERE subject = ?1";
const OF_CODE: &str = "
    SELECT position, subject, key, occurred_at, precision, code, tag, bits, actor, origin,
           recorded_at
    FROM fact WHERE code = ?1 ORDER BY position";

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

    /// All facts of a code, in the order of the ledger. Reads the whole ledger.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn facts_of_code(&self, code: Code) -> Result<Vec<Recorded>, StoreError> {
        self.database.all(OF_CODE, &cells![code.0], read_fact)
    }
}
