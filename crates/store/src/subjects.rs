//! Whom and what facts are about, and the only values that say who it is.

use crate::columns::{Columns, of_id};
use crate::error::StoreError;
use crate::file::View;
use crate::writer::Writer;
use facts::{SubjectId, SubjectKind};
use rusqlite::OptionalExtension;

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
const ADD_IDENTIFIER: &str = "
    INSERT INTO identifier (namespace, value, subject) VALUES (?1, ?2, ?3)
    ON CONFLICT (namespace, value) DO NOTHING";
const PUT_PERSONAL: &str = "
    INSERT INTO personal (subject, field, value) VALUES (?1, ?2, ?3)
    ON CONFLICT (subject, field) DO UPDATE SET value = excluded.value";
const BY_IDENTIFIER: &str = "SELECT subject FROM identifier WHERE namespace = ?1 AND value = ?2";
const BY_VALUE: &str = "SELECT DISTINCT subject FROM identifier WHERE value = ?1 ORDER BY 1";
const IDENTIFIERS: &str = "SELECT value, subject FROM identifier WHERE namespace = ?1";
const IDENTIFIERS_OF: &str =
    "SELECT namespace, value, subject FROM identifier WHERE subject = ?1 ORDER BY 1, 2";
const PERSONAL_OF: &str =
    "SELECT subject, field, value FROM personal WHERE subject = ?1 ORDER BY 2";
const PERSONS: &str = "SELECT id FROM subject WHERE kind = 0 ORDER BY id";
const MATCHING: &str = "
    SELECT subject FROM identifier WHERE value LIKE ?1 ESCAPE '\\'
    UNION SELECT subject FROM personal WHERE value LIKE ?1 ESCAPE '\\'
    ORDER BY 1 LIMIT ?2";
const ERASE: [&str; 2] =
    ["DELETE FROM identifier WHERE subject = ?1", "DELETE FROM personal WHERE subject = ?1"];

impl View<'_> {
    /// What a subject is; `None` for an id that was never added.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kind_of(&self, subject: SubjectId) -> Result<Option<SubjectKind>, StoreError> {
        let mut statement = self.connection.prepare_cached(KIND)?;
        let kind = statement.query_row([of_id(subject)], |row| row.get(0)).optional()?;
        Ok(kind.map(SubjectKind::from_number))
    }

    /// The subject of an identifier.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identified(&self, space: &str, value: &str) -> Result<Option<SubjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached(BY_IDENTIFIER)?;
        Ok(statement.query_row((space, value), |row| Columns::new(row).id()).optional()?)
    }

    /// The subjects that have this identifier in any namespace.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identified_anywhere(&self, value: &str) -> Result<Vec<SubjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached(BY_VALUE)?;
        let found = statement.query_map([value], |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// All identifiers of a namespace, in no order: for matching a whole import.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identifiers(&self, namespace: &str) -> Result<Vec<(String, SubjectId)>, StoreError> {
        let mut statement = self.connection.prepare_cached(IDENTIFIERS)?;
        let found = statement.query_map([namespace], |row| {
            let mut columns = Columns::new(row);
            Ok((columns.take()?, columns.id()?))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A subject's identifiers, in order of namespace.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identifiers_of(&self, subject: SubjectId) -> Result<Vec<Identifier>, StoreError> {
        let mut statement = self.connection.prepare_cached(IDENTIFIERS_OF)?;
        let found = statement.query_map([of_id(subject)], |row| {
            let mut columns = Columns::new(row);
            let (namespace, value) = (columns.take()?, columns.take()?);
            Ok(Identifier { namespace, value, subject: columns.id()? })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A subject's personal values, in order of field.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn personal_of(&self, subject: SubjectId) -> Result<Vec<Personal>, StoreError> {
        let mut statement = self.connection.prepare_cached(PERSONAL_OF)?;
        let found = statement.query_map([of_id(subject)], |row| {
            let mut columns = Columns::new(row);
            let subject = columns.id()?;
            Ok(Personal { subject, field: columns.take()?, value: columns.take()? })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Subjects of which an identifier or a personal value contains the text, at most `limit`.
    /// Upper and lower case are the same for the letters of English.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn matching(&self, text: &str, limit: u32) -> Result<Vec<SubjectId>, StoreError> {
        let mut pattern = String::from("%");
        for letter in text.chars() {
            if matches!(letter, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(letter);
        }
        pattern.push('%');
        let mut statement = self.connection.prepare_cached(MATCHING)?;
        let found = statement.query_map((pattern, limit), |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Every person, in the order of their ids as they are stored.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn persons(&self) -> Result<Vec<SubjectId>, StoreError> {
        let mut statement = self.connection.prepare_cached(PERSONS)?;
        let found = statement.query_map((), |row| Columns::new(row).id())?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Adds subjects; those known already stay as they are.
    ///
    /// # Errors
    /// [`StoreError::OtherKind`] for one that is known as something else.
    pub fn add_subjects(&mut self, subjects: &[Subject]) -> Result<(), StoreError> {
        let mut add = self.transaction.prepare_cached(ADD_SUBJECT)?;
        for &Subject { id, kind } in subjects {
            let added = add.execute((of_id(id), kind as u8))?;
            if added == 0 && self.view().kind_of(id)? != Some(kind) {
                return Err(StoreError::OtherKind(id));
            }
        }
        Ok(())
    }

    /// Adds identifiers; one that is taken stays with the subject that has it. Returns how many
    /// were added.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_identifiers(&mut self, identifiers: &[Identifier]) -> Result<usize, StoreError> {
        let mut add = self.transaction.prepare_cached(ADD_IDENTIFIER)?;
        let mut added = 0;
        for Identifier { namespace, value, subject } in identifiers {
            added += add.execute((namespace, value, of_id(*subject)))?;
        }
        Ok(added)
    }

    /// Sets personal values; the last one of a field is kept.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn put_personal(&mut self, values: &[Personal]) -> Result<(), StoreError> {
        let mut put = self.transaction.prepare_cached(PUT_PERSONAL)?;
        for Personal { subject, field, value } in values {
            put.execute((of_id(*subject), field, value))?;
        }
        Ok(())
    }

    /// Removes what says who a subject is; its facts stay and count.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn erase(&mut self, subject: SubjectId) -> Result<(), StoreError> {
        for sql in ERASE {
            self.transaction.prepare_cached(sql)?.execute([of_id(subject)])?;
        }
        Ok(())
    }
}
