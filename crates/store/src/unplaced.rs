//! Who belongs to no account, and what is known of accounts and people: for finding where they do.

use crate::columns::of_id;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::subjects::Personal;
use facts::SubjectId;
use std::collections::HashSet;

const ACCOUNTS: &str = "SELECT id FROM subject WHERE kind = 1 ORDER BY id";
const PLACED: &str = "
    SELECT DISTINCT m.lead FROM member AS m JOIN subject AS s ON s.id = m.subject
    WHERE m.lead = ?1 AND s.kind = 1";
const PERSONAL_OF: &str = "SELECT subject, field, value FROM personal WHERE subject = ?1";
const NAMED_SO: &str =
    "SELECT value FROM identifier WHERE subject = ?1 AND namespace = ?2 ORDER BY 1";
const MERGED: &str = "
    SELECT DISTINCT m.subject FROM member AS m JOIN subject AS s ON s.id = m.subject
    WHERE s.kind = 0 ORDER BY 1";

impl View<'_> {
    /// Every account, in the order of their ids as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn account_ids(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(ACCOUNTS, &[], |row| row.id())
    }

    /// Those of these people who were never linked to any account, in their order.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn unplaced(&self, people: &[SubjectId]) -> Result<Vec<SubjectId>, StoreError> {
        let mut placed = HashSet::new();
        let asked = people.iter().map(|person| cells![of_id(*person)]);
        self.database.each_of(PLACED, asked, |_, row| {
            placed.insert(row.id()?);
            Ok(())
        })?;
        Ok(people.iter().copied().filter(|person| !placed.contains(person)).collect())
    }

    /// The personal values of many subjects, each with the place of its subject among them.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn personal_of_all(
        &self,
        subjects: &[SubjectId],
    ) -> Result<Vec<(usize, Personal)>, StoreError> {
        let mut values = Vec::new();
        let asked = subjects.iter().map(|subject| cells![of_id(*subject)]);
        self.database.each_of(PERSONAL_OF, asked, |index, row| {
            let (subject, field, value) = (row.id()?, row.take()?, row.take()?);
            values.push((index, Personal { subject, field, value }));
            Ok(())
        })?;
        Ok(values)
    }

    /// The identifiers of many subjects in a namespace, each with the place of its subject.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn named_so(
        &self,
        subjects: &[SubjectId],
        namespace: &str,
    ) -> Result<Vec<(usize, String)>, StoreError> {
        let mut values = Vec::new();
        let asked = subjects.iter().map(|subject| cells![of_id(*subject), namespace]);
        self.database.each_of(NAMED_SO, asked, |index, row| {
            values.push((index, row.take()?));
            Ok(())
        })?;
        Ok(values)
    }

    /// The people who were ever merged into another, and may be still.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn ever_merged(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(MERGED, &[], |row| row.id())
    }
}
