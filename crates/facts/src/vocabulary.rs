//! The words and codes of one ledger.

use crate::{Code, Kind, Symbol};
use std::collections::HashMap;

/// The words (texts of traits, names of people and campaigns) and the codes (kind and name of a
/// fact) that one ledger uses, each with a number. Append-only: a number keeps its meaning.
///
/// At most 65,535 codes and 4,294,967,295 words.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    words: Vec<String>,
    symbols: HashMap<String, Symbol>,
    names: Vec<(Kind, String)>,
    codes: HashMap<(Kind, String), Code>,
}

/// There is no number left for another word or code.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the ledger knows {0} already, which is as many as it can hold")]
pub struct VocabularyFull(pub &'static str);

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            words: vec![String::new()],
            symbols: HashMap::from([(String::new(), Symbol::EMPTY)]),
            names: Vec::new(),
            codes: HashMap::new(),
        }
    }
}

impl Vocabulary {
    /// The most codes that a vocabulary holds.
    pub const CODES_MAX: usize = u16::MAX as usize;

    /// The number of a word, given to it now if it had none.
    ///
    /// # Errors
    /// When 4,294,967,295 words are known.
    pub fn intern(&mut self, word: &str) -> Result<Symbol, VocabularyFull> {
        if let Some(&symbol) = self.symbols.get(word) {
            return Ok(symbol);
        }
        let next =
            u32::try_from(self.words.len()).map_err(|_| VocabularyFull("4294967295 words"))?;
        self.words.push(word.to_owned());
        self.symbols.insert(word.to_owned(), Symbol(next));
        Ok(Symbol(next))
    }

    /// The number of a code, given to it now if it had none.
    ///
    /// # Errors
    /// When 65,535 codes are known.
    pub fn code(&mut self, kind: Kind, name: &str) -> Result<Code, VocabularyFull> {
        if let Some(code) = self.find_code(kind, name) {
            return Ok(code);
        }
        if self.names.len() == Self::CODES_MAX {
            return Err(VocabularyFull("65535 kinds of facts"));
        }
        let next = Code(self.names.len() as u16);
        self.names.push((kind, name.to_owned()));
        self.codes.insert((kind, name.to_owned()), next);
        Ok(next)
    }

    /// The number of a word that is known already.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<Symbol> {
        self.symbols.get(word).copied()
    }

    /// The number of a code that is known already.
    #[must_use]
    pub fn find_code(&self, kind: Kind, name: &str) -> Option<Code> {
        self.codes.get(&(kind, name.to_owned())).copied()
    }

    /// The word of a number; empty for a number that was never given.
    #[must_use]
    pub fn word(&self, symbol: Symbol) -> &str {
        self.words.get(symbol.0 as usize).map_or("", String::as_str)
    }

    /// The kind and name of a code, if it was given.
    #[must_use]
    pub fn name(&self, code: Code) -> Option<(Kind, &str)> {
        self.names.get(usize::from(code.0)).map(|(kind, name)| (*kind, name.as_str()))
    }

    /// All codes with their kind and name, in the order of their numbers.
    pub fn names(&self) -> impl ExactSizeIterator<Item = (Code, Kind, &str)> {
        self.names
            .iter()
            .enumerate()
            .map(|(i, (kind, name))| (Code(i as u16), *kind, name.as_str()))
    }

    /// All words in the order of their numbers, the empty word first.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// How many codes were given.
    #[must_use]
    pub fn code_count(&self) -> usize {
        self.names.len()
    }
}
