//! Numbering the clauses that decisions name.

use crate::program::ClauseIndex;
use facts::{Symbol, Vocabulary, VocabularyFull};

/// The clauses of a charter: each has an id like `stage.mql` that stays the same from version to
/// version, so that decisions can be compared.
pub(super) struct Clauses<'a> {
    pub(super) vocabulary: &'a mut Vocabulary,
    symbols: Vec<Symbol>,
}

impl<'a> Clauses<'a> {
    pub(super) fn new(vocabulary: &'a mut Vocabulary) -> Self {
        Self { vocabulary, symbols: Vec::new() }
    }

    pub(super) fn index(&mut self, id: &str) -> Result<ClauseIndex, VocabularyFull> {
        let symbol = self.vocabulary.intern(id)?;
        let known = self.symbols.iter().position(|&s| s == symbol);
        let index = known.unwrap_or_else(|| {
            self.symbols.push(symbol);
            self.symbols.len() - 1
        });
        u16::try_from(index).map(ClauseIndex).map_err(|_| VocabularyFull("65535 clauses"))
    }

    pub(super) fn into_symbols(self) -> Vec<Symbol> {
        self.symbols
    }
}
