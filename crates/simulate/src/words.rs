//! The codes and words of a simulated company's facts.

use facts::{Code, Kind, Schema, Symbol, Vocabulary, VocabularyFull};
use std::collections::BTreeMap;

/// Every code of the standard schema, the verdicts and the choices, by name.
pub(crate) struct Words {
    codes: BTreeMap<String, Code>,
    words: BTreeMap<&'static str, Symbol>,
}

/// The code of assignments.
pub(crate) const ASSIGNEE: &str = "assignee";
const VERDICTS: [&str; 4] = ["accepted", "rejected", "recycled", "disqualified"];
const LINKS: [&str; 2] = [timeline::link::ACCOUNT, timeline::link::LEAD];

/// Gives every code of simulated facts its number, so that a charter can be compiled before the
/// facts are made.
///
/// # Errors
/// When the vocabulary is full.
pub fn declare(vocabulary: &mut Vocabulary) -> Result<(), VocabularyFull> {
    Words::new(vocabulary, []).map(|_| ())
}

impl Words {
    /// Gives every code and each of these words its number.
    pub(crate) fn new(
        vocabulary: &mut Vocabulary,
        words: impl IntoIterator<Item = &'static str>,
    ) -> Result<Self, VocabularyFull> {
        let Schema { traits, touches, activities } = Schema::default();
        let trait_kind = |name: &str| {
            if name.starts_with("opportunity.") { Kind::Opportunity } else { Kind::Trait }
        };
        let names = traits
            .into_keys()
            .map(|name| (trait_kind(&name), name))
            .chain(touches.into_iter().map(|name| (Kind::Touch, name)))
            .chain(activities.into_iter().map(|name| (Kind::Activity, name)))
            .chain(VERDICTS.map(|name| (Kind::Verdict, name.to_owned())))
            .chain(LINKS.map(|name| (Kind::Link, name.to_owned())))
            .chain([(Kind::Assignment, ASSIGNEE.to_owned())]);
        let codes = names
            .map(|(kind, name)| Ok((name.clone(), vocabulary.code(kind, &name)?)))
            .collect::<Result<_, _>>()?;
        let words = words
            .into_iter()
            .map(|word| Ok((word, vocabulary.intern(word)?)))
            .collect::<Result<_, _>>()?;
        Ok(Self { codes, words })
    }

    /// The code of a name of the standard schema, a verdict, a link or an assignment.
    ///
    /// # Panics
    /// When it is none of these, which is a mistake in this crate.
    pub(crate) fn code(&self, name: &str) -> Code {
        self.codes.get(name).copied().unwrap_or_else(|| panic!("no fact is called `{name}`"))
    }

    /// The number of a word that was given to [`Words::new`].
    ///
    /// # Panics
    /// When it was not, which is a mistake in this crate.
    pub(crate) fn word(&self, word: &str) -> Symbol {
        self.words.get(word).copied().unwrap_or_else(|| panic!("the word `{word}` has no number"))
    }
}
