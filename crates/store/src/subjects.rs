//! Whom and what facts are about, and the only values that say who it is.

use crate::columns::of_id;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::neighbours::Neighbours;
use crate::store::View;
use crate::writer::Writer;
use facts::{SubjectId, SubjectKind};

/// A person, an account or an opportunity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Subject {
    /// Its random id.
    pub id: SubjectId,
    /// What it is.
    pub kind: SubjectKind,
}

/// What another system, or everybody, calls a subject: `crm.lead` `00Q5…`, `email` `ann@…`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Identifier {
    /// Whose name it is: a system and a kind of record, or `email`.
    pub namespace: String,
    /// The name, unique in its namespace.
    pub value: String,
    /// Whose.
    pub subject: SubjectId,
}

/// A value that identifies somebody and that no rule reads: a name, a phone number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Personal {
    /// Whose.
    pub subject: SubjectId,
    /// Which: `name`, `phone`.
    pub field: String,
    /// The value.
    pub value: String,
}

const ADD_SUBJECT: &str =
    "INSERT INTO subject (id, kind) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
const KIND: &str = "SELECT kind FROM subject WHERE id = ?1";
const KINDS_BETWEEN: &str = "SELECT id, kind FROM subject WHERE id >= ?1 AND id <= ?2 ORDER BY id";
const COUNT_BETWEEN: &str = "
    SELECT count(*) FROM (SELECT 1 FROM subject WHERE id >= ?1 AND id <= ?2 LIMIT ?3) AS nearby";
const ADD_IDENTIFIER: &str = "
    INSERT INTO identifier (namespace, value, subject) VALUES (?1, ?2, ?3)
    ON CONFLICT (namespace, value) DO NOTHING";
const PUT_PERSONAL: &str = "
    INSERT INTO personal (subject, field, value) VALUES (?1, ?2, ?3)
    ON CONFLICT (subject, field) DO UPDATE SET value = excluded.value";
const BY_IDENTIFIER: &str = "SELECT subject FROM identifier WHERE namespace = ?1 AND value = ?2";
const IDENTIFIED_BETWEEN: &str = "
    SELECT value, subject FROM identifier WHERE namespace = ?1 AND value >= ?2 AND value <= ?3
    ORDER BY value";
const COUNT_IDENTIFIED_BETWEEN: &str = "
    SELECT count(*) FROM (
      SELECT 1 FROM identifier WHERE namespace = ?1 AND value >= ?2 AND value <= ?3 LIMIT ?4
    ) AS nearby";
/// From so many names on it is worth finding out what lies between them.
const NEIGHBOURS_MIN: usize = 256;
const BY_VALUE: &str = "SELECT DISTINCT subject FROM identifier WHERE value = ?1 ORDER BY 1";
const IDENTIFIERS: &str = "SELECT value, subject FROM identifier WHERE namespace = ?1";
const IDENTIFIERS_OF: &str =
    "SELECT namespace, value, subject FROM identifier WHERE subject = ?1 ORDER BY 1, 2";
const PERSONAL_OF: &str =
    "SELECT subject, field, value FROM personal WHERE subject = ?1 ORDER BY 2";
const PERSONS: &str = "SELECT id FROM subject WHERE kind = 0 ORDER BY id";
const MATCHING: &str = "
    SELECT subject FROM identifier WHERE lower(value) LIKE ?1 ESCAPE '\\'
    UNION SELECT subject FROM personal WHERE lower(value) LIKE ?1 ESCAPE '\\'
    ORDER BY 1 LIMIT ?2";

impl View<'_> {
    /// What a subject is; `None` for an id that was never added.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn kind_of(&self, subject: SubjectId) -> Result<Option<SubjectKind>, StoreError> {
        self.database.find(KIND, &cells![of_id(subject)], kind)
    }

    /// What each of many subjects is; `None` for an id that was never added.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn kinds_of(&self, of: &[SubjectId]) -> Result<Vec<Option<SubjectKind>>, StoreError> {
        let mut kinds = vec![None; of.len()];
        if let Some(neighbours) = Neighbours::among(self, of, COUNT_BETWEEN)? {
            self.database.each(KINDS_BETWEEN, &neighbours.bounds(), |row| {
                let subject = row.id()?;
                if let Some(index) = neighbours.index_of(subject) {
                    kinds[index] = Some(kind(row)?);
                }
                Ok(())
            })?;
            return Ok(kinds);
        }
        let asked = of.iter().map(|subject| cells![of_id(*subject)]);
        self.database.each_of(KIND, asked, |index, row| {
            kinds[index] = Some(kind(row)?);
            Ok(())
        })?;
        Ok(kinds)
    }

    /// The subject of an identifier.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identified(&self, space: &str, value: &str) -> Result<Option<SubjectId>, StoreError> {
        self.database.find(BY_IDENTIFIER, &cells![space, value], |row| row.id())
    }

    /// The subject of each of many identifiers, namespaces and values, in their order and each
    /// once.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identified_all(
        &self,
        names: &[(&str, &str)],
    ) -> Result<Vec<Option<SubjectId>>, StoreError> {
        debug_assert!(names.is_sorted_by(|a, b| a < b), "in order, each once");
        let mut found = Vec::with_capacity(names.len());
        for of_space in names.chunk_by(|a, b| a.0 == b.0) {
            let start = found.len();
            found.resize(start + of_space.len(), None);
            if !self.identified_between(of_space, &mut found[start..])? {
                let asked = of_space.iter().map(|(space, value)| cells![*space, *value]);
                self.database.each_of(BY_IDENTIFIER, asked, |index, row| {
                    found[start + index] = Some(row.id()?);
                    Ok(())
                })?;
            }
        }
        Ok(found)
    }

    /// Reads everything from the first of these names of one namespace to the last, where that is
    /// not much more than the names; a source that numbers its records has nothing between those
    /// that are new. Returns false where it is more, and a look-up of each is less work.
    fn identified_between(
        &self,
        names: &[(&str, &str)],
        found: &mut [Option<SubjectId>],
    ) -> Result<bool, StoreError> {
        if names.len() < NEIGHBOURS_MIN {
            return Ok(false);
        }
        let [first, .., last] = names else { return Ok(false) };
        let most = (names.len() + names.len() / 4) as i64;
        let asked = cells![first.0, first.1, last.1, most + 1];
        if self.database.one(COUNT_IDENTIFIED_BETWEEN, &asked, |row| row.take::<i64>())? > most {
            return Ok(false);
        }
        self.database.each(IDENTIFIED_BETWEEN, &asked[..3], |row| {
            let (value, subject) = (row.take::<String>()?, row.id()?);
            if let Ok(index) = names.binary_search_by_key(&&*value, |name| name.1) {
                found[index] = Some(subject);
            }
            Ok(())
        })?;
        Ok(true)
    }

    /// The subjects that have this identifier in any namespace.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identified_anywhere(&self, value: &str) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(BY_VALUE, &cells![value], |row| row.id())
    }

    /// All identifiers of a namespace, in no order: for matching a whole import.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identifiers(&self, namespace: &str) -> Result<Vec<(String, SubjectId)>, StoreError> {
        self.database.all(IDENTIFIERS, &cells![namespace], |row| Ok((row.take()?, row.id()?)))
    }

    /// A subject's identifiers, in order of namespace.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identifiers_of(&self, subject: SubjectId) -> Result<Vec<Identifier>, StoreError> {
        self.database.all(IDENTIFIERS_OF, &cells![of_id(subject)], |row| {
            Ok(Identifier { namespace: row.take()?, value: row.take()?, subject: row.id()? })
        })
    }

    /// A subject's personal values, in order of field.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn personal_of(&self, subject: SubjectId) -> Result<Vec<Personal>, StoreError> {
        self.database.all(PERSONAL_OF, &cells![of_id(subject)], |row| {
            Ok(Personal { subject: row.id()?, field: row.take()?, value: row.take()? })
        })
    }

    /// Subjects of which an identifier or a personal value contains the text, at most `limit`.
    /// Upper and lower case are the same for the letters of English.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn matching(&self, text: &str, limit: u32) -> Result<Vec<SubjectId>, StoreError> {
        let mut pattern = String::from("%");
        for letter in text.to_ascii_lowercase().chars() {
            if matches!(letter, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(letter);
        }
        pattern.push('%');
        self.database.all(MATCHING, &cells![&pattern, limit], |row| row.id())
    }

    /// Every person, in the order of their ids as they are stored.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn persons(&self) -> Result<Vec<SubjectId>, StoreError> {
        self.database.all(PERSONS, &[], |row| row.id())
    }
}

impl Writer<'_> {
    /// Adds subjects; those known already stay as they are.
    ///
    /// # Errors
    /// [`StoreError::OtherKind`] for one that is known as something else.
    pub fn add_subjects(&mut self, subjects: &[Subject]) -> Result<(), StoreError> {
        let rows = subjects.iter().map(|subject| cells![of_id(subject.id), subject.kind as u8]);
        if self.database.insert_all(ADD_SUBJECT, rows)? == subjects.len() as u64 {
            self.fresh.extend(subjects.iter().map(|subject| (subject.id, subject.kind)));
            return Ok(());
        }
        let ids: Vec<_> = subjects.iter().map(|subject| subject.id).collect();
        let kinds = self.view().kinds_of(&ids)?;
        let mut other = subjects.iter().zip(kinds).filter(|(s, kind)| Some(s.kind) != *kind);
        other.next().map_or(Ok(()), |(subject, _)| Err(StoreError::OtherKind(subject.id)))
    }

    /// Adds identifiers; one that is taken stays with the subject that has it, and one that was
    /// erased gets none. Returns how many were added.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_identifiers(&mut self, identifiers: &[Identifier]) -> Result<u64, StoreError> {
        let erased = self.erased_subjects()?;
        let kept = || identifiers.iter().filter(|name| !erased.contains(&name.subject));
        let rows = kept().map(|identifier| {
            let Identifier { namespace, value, subject } = identifier;
            cells![namespace, value, of_id(*subject)]
        });
        let added = self.database.insert_all(ADD_IDENTIFIER, rows)?;
        if added > 0 {
            self.note_renamed(kept().map(|name| name.subject))?;
        }
        Ok(added)
    }

    /// Sets personal values; the last one of a field is kept. Whoever was erased gets none.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_personal(&mut self, values: &[Personal]) -> Result<(), StoreError> {
        let erased = self.erased_subjects()?;
        let kept = values.iter().filter(|value| !erased.contains(&value.subject));
        let mut kept: Vec<_> = kept.collect();
        // Stable, so that of one field the last one stays last.
        kept.sort_by(|a, b| {
            of_id(a.subject).cmp(&of_id(b.subject)).then_with(|| a.field.cmp(&b.field))
        });
        let rows = kept.chunk_by(|a, b| a.subject == b.subject && a.field == b.field);
        let rows = rows
            .filter_map(|same| same.last())
            .map(|Personal { subject, field, value }| cells![of_id(*subject), field, value]);
        self.database.insert_all(PUT_PERSONAL, rows)?;
        self.note_renamed(kept.iter().map(|value| value.subject))
    }
}

fn kind(row: &mut Columns<'_>) -> Result<SubjectKind, StoreError> {
    Ok(SubjectKind::from_number(row.take()?))
}
