//! Who changed what apart from facts.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// A change that somebody made to what is no fact: charters, holidays, erasures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditEntry {
    /// When.
    pub at: Instant,
    /// Who.
    pub who: String,
    /// What, as `noun.verb`: `charter.adopted`.
    pub what: String,
    /// What it was before; empty for nothing.
    pub before: String,
    /// What it is now; empty for nothing.
    pub after: String,
}

const ADD: &str = "INSERT INTO audit (at, who, what, before, after) VALUES (?1, ?2, ?3, ?4, ?5)";
const LATEST: &str = "SELECT at, who, what, before, after FROM audit ORDER BY id DESC LIMIT ?1";

impl View<'_> {
    /// The latest changes, the last one first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn audit(&self, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        self.database.all(LATEST, &cells![limit], |row| {
            Ok(AuditEntry {
                at: row.instant()?,
                who: row.take()?,
                what: row.take()?,
                before: row.take()?,
                after: row.take()?,
            })
        })
    }
}

impl Writer<'_> {
    /// Notes a change.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note(&mut self, entry: &AuditEntry) -> Result<(), StoreError> {
        let AuditEntry { at, who, what, before, after } = entry;
        self.database.run(ADD, &cells![at.0, who, what, before, after]).map(drop)
    }
}
