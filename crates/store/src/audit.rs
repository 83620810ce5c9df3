//! Who changed what apart from facts.

use crate::database::{Columns, cells};
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

/// A change with its place in the trail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditRecord {
    /// Counts up in the order in which changes were noted.
    pub id: u64,
    /// The change.
    pub entry: AuditEntry,
}

/// Which changes to read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AuditQuery {
    /// Only by them.
    pub who: Option<String>,
    /// Only of this: `charter.adopted`, or `charter` for everything of charters.
    pub what: Option<String>,
    /// Only from then on.
    pub from: Option<Instant>,
    /// Only before then.
    pub until: Option<Instant>,
    /// Only those noted before this one.
    pub before_id: Option<u64>,
    /// At most so many.
    pub limit: u32,
}

const ADD: &str = "INSERT INTO audit (at, who, what, before, after) VALUES (?1, ?2, ?3, ?4, ?5)";
const LATEST: &str = "SELECT at, who, what, before, after FROM audit ORDER BY id DESC LIMIT ?1";

const PAGE: &str = "
    SELECT id, at, who, what, before, after FROM audit
    WHERE id < ?1
      AND (CAST(?2 AS TEXT) IS NULL OR who = ?2)
      AND (CAST(?3 AS TEXT) IS NULL OR what = ?3 OR substr(what, 1, length(?3) + 1) = ?3 || '.')
      AND at >= ?4 AND at < ?5
    ORDER BY id DESC LIMIT ?6";

impl View<'_> {
    /// Changes, the last one first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn audit_page(&self, query: &AuditQuery) -> Result<Vec<AuditRecord>, StoreError> {
        let asked = cells![
            query.before_id.map_or(i64::MAX, u64::cast_signed),
            query.who.as_deref(),
            query.what.as_deref(),
            query.from.map_or(i64::MIN, |from| from.0),
            query.until.map_or(i64::MAX, |until| until.0),
            query.limit,
        ];
        self.database
            .all(PAGE, &asked, |row| Ok(AuditRecord { id: row.count()?, entry: entry(row)? }))
    }

    /// The latest changes, the last one first.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn audit(&self, limit: u32) -> Result<Vec<AuditEntry>, StoreError> {
        self.database.all(LATEST, &cells![limit], entry)
    }
}

fn entry(row: &mut Columns<'_>) -> Result<AuditEntry, StoreError> {
    Ok(AuditEntry {
        at: row.instant()?,
        who: row.take()?,
        what: row.take()?,
        before: row.take()?,
        after: row.take()?,
    })
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
