//! The words and codes that the ledger uses.

use crate::error::StoreError;
use crate::file::View;
use crate::writer::Writer;
use facts::{Code, Kind, Symbol, Vocabulary};

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
        let mut statement = self.connection.prepare(WORDS)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let id: u32 = row.get(0)?;
            let text = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
            if vocabulary.intern(text) != Ok(Symbol(id)) {
                return Err(StoreError::unreadable("word", "number"));
            }
        }
        let mut statement = self.connection.prepare(CODES)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            let (id, kind): (u16, usize) = (row.get(0)?, row.get::<_, u8>(1)?.into());
            let name = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
            let kind = Kind::ALL.get(kind).ok_or(StoreError::unreadable("code", "kind"))?;
            if vocabulary.code(*kind, name) != Ok(Code(id)) {
                return Err(StoreError::unreadable("code", "number"));
            }
        }
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
        let mut add_word = self.transaction.prepare_cached(ADD_WORD)?;
        for (id, word) in vocabulary.words().iter().enumerate().skip(words + 1) {
            add_word.execute((id as i64, word))?;
            self.after.words = id as i64;
        }
        let mut add_code = self.transaction.prepare_cached(ADD_CODE)?;
        for (code, kind, name) in vocabulary.names().skip(codes) {
            add_code.execute((code.0, kind as u8, name))?;
            self.after.codes = i64::from(code.0) + 1;
        }
        Ok(())
    }
}
