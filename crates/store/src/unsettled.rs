//! Leads whose story changed since they were settled.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, SubjectId, SubjectKind};
use std::collections::{BTreeSet, HashSet};

/// A lead to settle, with the mark of its last change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unsettled {
    /// The mark: a later change gives a later one.
    pub mark: i64,
    /// The lead.
    pub lead: SubjectId,
}

const UNSETTLE: &str = "
    INSERT INTO unsettled (lead) VALUES (?1)
    ON CONFLICT (lead) DO UPDATE SET mark = excluded.mark";
const UNSETTLE_ALL: &str = "
    INSERT INTO unsettled (lead) SELECT id FROM subject WHERE kind = 0 ORDER BY id
    ON CONFLICT (lead) DO UPDATE SET mark = excluded.mark";
const UNSETTLE_DUE: &str = "
    INSERT INTO unsettled (lead) SELECT id FROM lead WHERE wake_at <= ?1 ORDER BY wake_at, id
    ON CONFLICT (lead) DO NOTHING";
pub(crate) const PERSONS_GATHERED_FOR: &str = "
    SELECT member.lead FROM member JOIN subject ON subject.id = member.lead
    WHERE member.subject = ?1 AND subject.kind = 0";
const AFTER: &str = "SELECT mark, lead FROM unsettled WHERE mark > ?1 ORDER BY mark LIMIT ?2";
const MARK: &str = "SELECT mark FROM unsettled WHERE lead = ?1";
const LAST_MARK: &str = "SELECT coalesce(max(mark), 0) FROM unsettled";
const COUNT: &str = "SELECT count(*) FROM unsettled";
const STANDS: &str = "SELECT lead FROM unsettled WHERE mark = ?1";
const STANDING: &str = "SELECT mark FROM unsettled WHERE mark >= ?1 AND mark <= ?2 ORDER BY mark";
const CLEAR_BETWEEN: &str = "DELETE FROM unsettled WHERE mark >= ?1 AND mark <= ?2";
const CLEAR: &str = "DELETE FROM unsettled WHERE mark = ?1";
const CLEAR_LEAD: &str = "DELETE FROM unsettled WHERE lead = ?1";
const WAKING: &str = "SELECT id FROM lead WHERE wake_at <= ?1 ORDER BY wake_at, id LIMIT ?2";
const NEXT_WAKE: &str = "SELECT min(wake_at) FROM lead WHERE wake_at IS NOT NULL";
const UNTIL: &str = "SELECT until FROM settled WHERE only_row = 1";
const SET_UNTIL: &str = "
    INSERT INTO settled (only_row, until) VALUES (1, ?1)
    ON CONFLICT (only_row) DO UPDATE SET until = excluded.until
    WHERE excluded.until > settled.until";

impl View<'_> {
    /// The next unsettled leads after a mark (0 for the first), at most `limit`, in the order of
    /// their last change.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn unsettled(&self, after: i64, limit: u32) -> Result<Vec<Unsettled>, StoreError> {
        self.database.all(AFTER, &cells![after, limit], |row| {
            Ok(Unsettled { mark: row.take()?, lead: row.id()? })
        })
    }

    /// The last mark given to a lead that is unsettled; 0 when none is.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn last_mark(&self) -> Result<i64, StoreError> {
        self.database.one(LAST_MARK, &[], |row| row.take())
    }

    /// The mark of a lead, if it is unsettled.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn unsettled_mark(&self, lead: SubjectId) -> Result<Option<i64>, StoreError> {
        self.database.find(MARK, &cells![of_id(lead)], |row| row.take())
    }

    /// How many leads are unsettled.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn unsettled_count(&self) -> Result<u64, StoreError> {
        self.database.one(COUNT, &[], |row| row.count())
    }

    /// The leads about which time alone may have decided something by now, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn leads_to_wake(&self, now: Instant, limit: u32) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(WAKING, &cells![now.0, limit], |row| row.id())
    }

    /// The earliest instant at which a lead is to be woken; [`Instant::NEVER`] when none is.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn next_wake(&self) -> Result<Instant, StoreError> {
        self.database.one(NEXT_WAKE, &[], |row| row.instant_or_never())
    }

    /// The latest instant until which any lead was settled.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn settled_until(&self) -> Result<Option<Instant>, StoreError> {
        self.database.find(UNTIL, &[], |row| row.instant())
    }
}

impl Writer<'_> {
    /// Marks the leads whose stories the facts of these subjects belong to, the subjects
    /// themselves first. Those of `alone` are in no other story.
    pub(crate) fn unsettle_stories_of(
        &mut self,
        subjects: impl Iterator<Item = (SubjectId, SubjectKind)>,
        alone: impl Fn(SubjectId) -> bool,
    ) -> Result<(), StoreError> {
        let (mut themselves, mut all) = (BTreeSet::new(), Vec::new());
        for (subject, kind) in subjects {
            if kind == SubjectKind::Person {
                themselves.insert(subject);
            }
            if !alone(subject) {
                all.push(subject);
            }
        }
        let mut others = BTreeSet::new();
        let asked = all.iter().map(|subject| cells![of_id(*subject)]);
        self.database.each_of(PERSONS_GATHERED_FOR, asked, |_, row| {
            others.insert(row.id()?);
            Ok(())
        })?;
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
        let mut seen = HashSet::new();
        let rows = leads.into_iter().filter(|lead| seen.insert(*lead));
        let rows = rows.map(|lead| cells![of_id(lead)]);
        self.database.insert_all(UNSETTLE, rows).map(drop)
    }

    /// Marks every person as changed: a charter or a holiday did.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unsettle_all(&mut self) -> Result<(), StoreError> {
        self.database.run(UNSETTLE_ALL, &[]).map(drop)
    }

    /// Marks the leads about which time alone may have decided something by now. Returns how many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unsettle_due(&mut self, now: Instant) -> Result<u64, StoreError> {
        self.database.run(UNSETTLE_DUE, &cells![now.0])
    }

    /// Clears the mark of a lead that is settled now. Returns false, and clears nothing, when it
    /// changed again since it was marked so.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn clear(&mut self, settled: Unsettled) -> Result<bool, StoreError> {
        Ok(self.database.run(CLEAR, &cells![settled.mark])? == 1)
    }

    /// Clears the marks of leads that are settled now, as [`Writer::clear`] does, and says of
    /// each whether it was cleared.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn clear_all(&mut self, settled: &[Unsettled]) -> Result<Vec<bool>, StoreError> {
        let marks: Vec<_> = settled.iter().map(|unsettled| unsettled.mark).collect();
        if let [first, .., last] = marks[..] {
            // Mostly nothing changed meanwhile, and all marks of a range go at once.
            let standing: Vec<i64> =
                self.database.all(STANDING, &cells![first, last], |row| row.take())?;
            if standing == marks {
                self.database.run(CLEAR_BETWEEN, &cells![first, last])?;
                return Ok(vec![true; settled.len()]);
            }
        }
        let mut stands = vec![false; settled.len()];
        let asked = settled.iter().map(|unsettled| cells![unsettled.mark]);
        self.database.each_of(STANDS, asked, |index, _| {
            stands[index] = true;
            Ok(())
        })?;
        self.database.run_for_all(CLEAR, marks)?;
        Ok(stands)
    }

    /// Clears leads that are settled now, whatever their marks.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn clear_leads(&mut self, leads: &[SubjectId]) -> Result<(), StoreError> {
        self.database.run_for_all(CLEAR_LEAD, leads.iter().map(|lead| of_id(*lead))).map(drop)
    }

    /// Notes until when leads were settled.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note_settled_until(&mut self, until: Instant) -> Result<(), StoreError> {
        self.database.run(SET_UNTIL, &cells![until.0]).map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;

    #[test]
    fn looking_for_whom_to_wake_reads_only_those() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ledger.db")).unwrap();
        for (sql, parameters) in [(WAKING, 2), (NEXT_WAKE, 0), (UNSETTLE_DUE, 1)] {
            let plan = store.view().plan(sql, parameters);
            assert_eq!(plan.len(), 1, "{plan:?}");
            assert!(plan[0].contains("lead_by_wake"), "{plan:?}");
        }
    }
}
