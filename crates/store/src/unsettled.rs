//! Leads whose story changed since they were settled.

use crate::columns::{Columns, of_id};
use crate::error::StoreError;
use crate::file::View;
use crate::writer::Writer;
use facts::{Instant, SubjectId, SubjectKind};
use rusqlite::OptionalExtension;
use std::collections::BTreeSet;

/// A lead to settle, with the mark of its last change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unsettled {
    /// The mark: a later change gives a later one.
    pub mark: i64,
    /// The lead.
    pub lead: SubjectId,
}

const UNSETTLE: &str = "INSERT OR REPLACE INTO unsettled (lead) VALUES (?1)";
const UNSETTLE_ALL: &str = "
    INSERT OR REPLACE INTO unsettled (lead) SELECT id FROM subject WHERE kind = 0 ORDER BY id";
const UNSETTLE_DUE: &str = "
    INSERT OR REPLACE INTO unsettled (lead)
    SELECT id FROM lead WHERE wake_at <= ?1 ORDER BY wake_at, id";
const AFTER: &str = "SELECT mark, lead FROM unsettled WHERE mark > ?1 ORDER BY mark LIMIT ?2";
const MARK: &str = "SELECT mark FROM unsettled WHERE lead = ?1";
const LAST_MARK: &str = "SELECT coalesce(max(mark), 0) FROM unsettled";
const COUNT: &str = "SELECT count(*) FROM unsettled";
const CLEAR: &str = "DELETE FROM unsettled WHERE mark = ?1";
const CLEAR_LEAD: &str = "DELETE FROM unsettled WHERE lead = ?1";
const WAKING: &str = "SELECT id FROM lead WHERE wake_at <= ?1 ORDER BY wake_at, id LIMIT ?2";
const NEXT_WAKE: &str = "SELECT min(wake_at) FROM lead WHERE wake_at IS NOT NULL";
const UNTIL: &str = "SELECT until FROM settled WHERE only_row = 1";
const SET_UNTIL: &str = "
    INSERT INTO settled (only_row, until) VALUES (1, ?1)
    ON CONFLICT (only_row) DO UPDATE SET until = max(until, excluded.until)";

impl View<'_> {
    /// The next unsettled leads after a mark (0 for the first), at most `limit`, in the order of
    /// their last change.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unsettled(&self, after: i64, limit: u32) -> Result<Vec<Unsettled>, StoreError> {
        let mut statement = self.connection.prepare_cached(AFTER)?;
        let found = statement.query_map((after, limit), |row| {
            let mut columns = Columns::new(row);
            Ok(Unsettled { mark: columns.take()?, lead: columns.id()? })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The last mark given to a lead that is unsettled; 0 when none is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn last_mark(&self) -> Result<i64, StoreError> {
        let mut statement = self.connection.prepare_cached(LAST_MARK)?;
        Ok(statement.query_row((), |row| row.get(0))?)
    }

    /// The mark of a lead, if it is unsettled.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unsettled_mark(&self, lead: SubjectId) -> Result<Option<i64>, StoreError> {
        let mut statement = self.connection.prepare_cached(MARK)?;
        Ok(statement.query_row([of_id(lead)], |row| row.get(0)).optional()?)
    }

    /// How many leads are unsettled.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn unsettled_count(&self) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(COUNT)?;
        Ok(statement.query_row((), |row| row.get::<_, i64>(0))?.cast_unsigned())
    }

    /// The leads about which time alone may have decided something by now, at most `limit`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn leads_to_wake(&self, now: Instant, limit: u32) -> Result<Vec<SubjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached(WAKING)?;
        let found = statement.query_map((now.0, limit), |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The earliest instant at which a lead is to be woken; [`Instant::NEVER`] when none is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_wake(&self) -> Result<Instant, StoreError> {
        let mut statement = self.connection.prepare_cached(NEXT_WAKE)?;
        Ok(statement.query_row((), |row| Columns::new(row).instant_or_never())?)
    }

    /// The latest instant until which any lead was settled.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settled_until(&self) -> Result<Option<Instant>, StoreError> {
        let mut statement = self.connection.prepare_cached(UNTIL)?;
        Ok(statement.query_row((), |row| Columns::new(row).instant()).optional()?)
    }
}

impl Writer<'_> {
    /// Marks the leads whose stories the facts of these subjects belong to, the subjects
    /// themselves first.
    pub(crate) fn unsettle_stories_of(
        &mut self,
        subjects: impl Iterator<Item = (SubjectId, SubjectKind)>,
    ) -> Result<(), StoreError> {
        let (mut themselves, mut others) = (BTreeSet::new(), BTreeSet::new());
        for (subject, kind) in subjects {
            if kind == SubjectKind::Person {
                themselves.insert(subject);
            }
            for lead in self.view().gathered_for(subject)? {
                if self.view().kind_of(lead)? == Some(SubjectKind::Person) {
                    others.insert(lead);
                }
            }
        }
        self.unsettle(themselves.iter().copied())?;
        self.unsettle(others.difference(&themselves).copied())
    }

    /// Marks leads as changed.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unsettle(
        &mut self,
        leads: impl IntoIterator<Item = SubjectId>,
    ) -> Result<(), StoreError> {
        let mut statement = self.transaction.prepare_cached(UNSETTLE)?;
        for lead in leads {
            statement.execute([of_id(lead)])?;
        }
        Ok(())
    }

    /// Marks every person as changed: a charter or a holiday did.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unsettle_all(&mut self) -> Result<(), StoreError> {
        self.transaction.execute(UNSETTLE_ALL, ())?;
        Ok(())
    }

    /// Marks the leads about which time alone may have decided something by now. Returns how many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unsettle_due(&mut self, now: Instant) -> Result<usize, StoreError> {
        Ok(self.transaction.prepare_cached(UNSETTLE_DUE)?.execute([now.0])?)
    }

    /// Clears the mark of a lead that is settled now. Returns false, and clears nothing, when it
    /// changed again since it was marked so.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn clear(&mut self, settled: Unsettled) -> Result<bool, StoreError> {
        Ok(self.transaction.prepare_cached(CLEAR)?.execute([settled.mark])? == 1)
    }

    /// Clears a lead that is settled now, whatever its mark.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn clear_lead(&mut self, lead: SubjectId) -> Result<(), StoreError> {
        self.transaction.prepare_cached(CLEAR_LEAD)?.execute([of_id(lead)])?;
        Ok(())
    }

    /// Notes until when leads were settled.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note_settled_until(&mut self, until: Instant) -> Result<(), StoreError> {
        self.transaction.prepare_cached(SET_UNTIL)?.execute([until.0])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Store;

    #[test]
    fn looking_for_whom_to_wake_reads_only_those() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        for (sql, parameters) in [(WAKING, 2), (NEXT_WAKE, 0), (UNSETTLE_DUE, 1)] {
            let sql = format!("EXPLAIN QUERY PLAN {sql}");
            let mut statement = store.view().connection.prepare(&sql).unwrap();
            let none = rusqlite::params_from_iter(vec![None::<i64>; parameters]);
            let rows = statement.query_map(none, |row| row.get::<_, String>(3)).unwrap();
            let plan: Vec<_> = rows.map(Result::unwrap).collect();
            assert_eq!(plan.len(), 1, "{plan:?}");
            assert!(plan[0].contains("lead_by_wake"), "{plan:?}");
        }
    }
}
