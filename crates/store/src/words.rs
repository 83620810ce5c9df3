//! The words and codes that the ledger uses.

use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Code, Kind, Vocabulary};

const WORDS: &str = "SELECT id, text FROM word ORDER BY id";
const CODES: &str = "SELECT id, kind, name FROM code ORDER BY id";
const ADD_WORD: &str = "INSERT INTO word (id, text) VALUES (?1, ?2)";
const ADD_CODE: &str = "INSERT INTO code (id, kind, name) VALUES (?1, ?2, ?3)";

impl View<'_> {
    /// All words and codes.
    ///
    /// # Errors
    /// When the file cannot be read, or its numbers have gaps.
    pub fn vocabulary(&self) -> Result<Vocabulary, StoreError> {
        let mut vocabulary = Vocabulary::default();
        self.database.each(WORDS, &[], |row| {
            let id = row.symbol()?;
            match vocabulary.intern(row.text()?) == Ok(id) {
                true => Ok(()),
                false => Err(StoreError::unreadable("word", "number")),
            }
        })?;
        self.database.each(CODES, &[], |row| {
            let (id, kind) = (Code(row.take()?), usize::from(row.take::<u8>()?));
            let kind = Kind::ALL.get(kind).ok_or(StoreError::unreadable("code", "kind"))?;
            match vocabulary.code(*kind, row.text()?) == Ok(id) {
                true => Ok(()),
                false => Err(StoreError::unreadable("code", "number")),
            }
        })?;
        Ok(vocabulary)
    }
}

impl Writer<'_> {
    /// Adds the words and codes that the file does not have yet. Call it in every transaction
    /// that writes facts or decisions.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] for a vocabulary that is older than the file.
    pub fn save_vocabulary(&mut self, vocabulary: &Vocabulary) -> Result<(), StoreError> {
        let (words, codes) = (self.after.words as usize, self.after.codes as usize);
        if vocabulary.words().len() <= words || vocabulary.code_count() < codes {
            return Err(StoreError::ChangedElsewhere);
        }
        let new = vocabulary.words().iter().enumerate().skip(words + 1);
        self.database.insert_all(ADD_WORD, new.map(|(id, word)| cells![id as i64, &**word]))?;
        let new = vocabulary.names().skip(codes);
        let new = new.map(|(code, kind, name)| cells![code.0, kind as u8, name]);
        self.database.insert_all(ADD_CODE, new)?;
        self.after.words = vocabulary.words().len() as i64 - 1;
        self.after.codes = vocabulary.code_count() as i64;
        Ok(())
    }
}
