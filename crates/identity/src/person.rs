//! Names of people, made comparable.

use crate::letters::{join_initials, words};
use crate::nicknames::full_name;
use std::fmt;

/// The longest name that is read, in bytes; of longer ones, the beginning.
const NAME_BYTES_MAX: usize = 400;

/// A person's name without what varies: case, accents, titles, and the order `family, given`.
///
/// Displayed, it is `given family`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct PersonName {
    given: String,
    family: String,
}

impl PersonName {
    /// Reads a whole name: `Ann Lee`, `Lee, Ann`, `Dr. Ann M. van der Lee jr.`.
    ///
    /// The first word is the given name; the last one, with the particles before it, the family
    /// name. A single word is a family name.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        let name = &name[..name.floor_char_boundary(NAME_BYTES_MAX)];
        let (family, given) = match name.split_once(',') {
            // `Ann Lee, PhD` has a title after the comma, and no given name.
            Some((before, after)) if !untitled(after).is_empty() => {
                (untitled(before), untitled(after))
            }
            Some((before, _)) => divide(untitled(before)),
            None => divide(untitled(name)),
        };
        Self::of_words(&given, &family)
    }

    /// From the two parts as a source keeps them apart.
    #[must_use]
    pub fn of_parts(given: &str, family: &str) -> Self {
        let part = |text: &str| untitled(&text[..text.floor_char_boundary(NAME_BYTES_MAX)]);
        Self::of_words(&part(given), &part(family))
    }

    fn of_words(given: &[String], family: &[String]) -> Self {
        let given = given.first().cloned().unwrap_or_default();
        Self { given, family: family.join(" ") }
    }

    /// The first given name; empty when unknown.
    #[must_use]
    pub fn given(&self) -> &str {
        &self.given
    }

    /// The given name in full: `robert` for `bob`.
    #[must_use]
    pub fn given_in_full(&self) -> &str {
        full_name(&self.given)
    }

    /// The family name; empty when unknown.
    #[must_use]
    pub fn family(&self) -> &str {
        &self.family
    }

    /// Whether there is no name.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.family.is_empty()
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blank = if self.given.is_empty() || self.family.is_empty() { "" } else { " " };
        write!(f, "{}{blank}{}", self.given, self.family)
    }
}

/// The words of a name without titles.
fn untitled(name: &str) -> Vec<String> {
    let mut all = words(name);
    let is_title = |word: &String| TITLES.binary_search(&word.as_str()).is_ok();
    // Initials that a title kept apart come together, and may be a title again.
    while all.iter().any(is_title) {
        all.retain(|word| !is_title(word));
        all = join_initials(all);
    }
    all
}

/// Family name and given names of words in the order `given family`.
fn divide(mut words: Vec<String>) -> (Vec<String>, Vec<String>) {
    let Some(last) = words.len().checked_sub(1) else { return (words, Vec::new()) };
    let is_particle = |word: &String| PARTICLES.binary_search(&word.as_str()).is_ok();
    let particles = words[..last].iter().rev().take_while(|word| is_particle(word)).count();
    // The first word is a given name even if it looks like a particle.
    let family = words.split_off((last - particles).max(usize::from(last > 0)));
    (family, words)
}

/// Titles before and after names, in order.
const TITLES: &[&str] = &[
    "dipl",
    "dr",
    "esq",
    "frau",
    "herr",
    "ii",
    "iii",
    "ing",
    "iv",
    "jr",
    "junior",
    "lord",
    "madame",
    "mag",
    "mba",
    "miss",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "mx",
    "phd",
    "prof",
    "professor",
    "senior",
    "sir",
    "sr",
];

/// Words that belong to the family name after them, in order.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "ben", "bin", "da", "dal", "de", "del", "della", "den", "der", "di", "dos",
    "du", "el", "la", "le", "st", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_divided_whatever_their_order() {
        for (name, given, family) in [
            ("Ann Lee", "ann", "lee"),
            ("LEE, Ann", "ann", "lee"),
            ("Dr. Ann M. van der Lee jr.", "ann", "van der lee"),
            ("José Nuñez", "jose", "nunez"),
            ("Ann Lee, PhD", "ann", "lee"),
            ("van Dyke", "van", "dyke"),
            ("Lee", "", "lee"),
            ("Anne-Marie O'Neil", "anne", "oneil"),
            ("", "", ""),
        ] {
            let read = PersonName::parse(name);
            assert_eq!((read.given(), read.family()), (given, family), "{name}");
        }
        assert_eq!(PersonName::of_parts("Bob J.", "Lee").given_in_full(), "robert");
    }

    #[test]
    fn lists_are_in_order() {
        assert!(TITLES.is_sorted() && PARTICLES.is_sorted());
    }
}
