//! Identifiers: random where they name a person, derived where they name a fact.

use std::fmt;
use std::str::FromStr;

/// A person, an account or an opportunity: a random number that says nothing about who it is.
///
/// Written as 13 letters and digits (Crockford base 32), for example `0c4m9x2k7v1t8`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SubjectId(pub u64);

/// What a subject is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum SubjectKind {
    /// Somebody who may buy.
    Person = 0,
    /// The company that somebody works for.
    Account = 1,
    /// A possible sale.
    Opportunity = 2,
}

/// Names a fact among the facts of its subject, whatever the order of arrival.
///
/// Derived from where the fact comes from and what it says, so that importing it again yields the
/// same key; it holds nothing that identifies a person.
///
/// Written as 16 hexadecimal digits: 64 bits are more than a number in JSON keeps in every program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FactKey(pub u64);

/// A place in the log: 1 for the first fact recorded, then one more for each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Position(pub u64);

/// A text that is no subject id.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not an id: ids have 13 letters and digits")]
pub struct IdError(pub String);

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

impl SubjectKind {
    /// From the number it is stored as; unknown numbers are people.
    #[must_use]
    pub const fn from_number(number: u8) -> Self {
        match number {
            1 => Self::Account,
            2 => Self::Opportunity,
            _ => Self::Person,
        }
    }
}

impl fmt::Display for SubjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..LENGTH).rev().try_for_each(|place| {
            let digit = (self.0 >> (5 * place)) & 31;
            write!(f, "{}", ALPHABET[digit as usize] as char)
        })
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FactKey {
    /// The key that is written so; `None` where none is.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let is_key = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_key.then(|| u64::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl FromStr for SubjectId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let wrong = || IdError(text.to_owned());
        if text.len() != LENGTH {
            return Err(wrong());
        }
        text.bytes()
            .try_fold(0_u64, |id, byte| {
                let digit = ALPHABET.iter().position(|&c| c == byte.to_ascii_lowercase())?;
                id.checked_mul(32)?.checked_add(digit as u64)
            })
            .map(Self)
            .ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_as_written() {
        for key in [0, 1, u64::MAX, 0x0123_4567_89ab_cdef] {
            assert_eq!(FactKey::read(&FactKey(key).to_string()), Some(FactKey(key)));
        }
        for text in ["", "12", "+123456789abcdef", "0123456789abcdeg", "0123456789abcdef0"] {
            assert_eq!(FactKey::read(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_is_read_back_as_written() {
        for id in [0, 1, 31, 32, u64::MAX, 0x0123_4567_89ab_cdef] {
            assert_eq!(SubjectId(id).to_string().parse(), Ok(SubjectId(id)));
        }
        assert!("too-short".parse::<SubjectId>().is_err());
        assert!("zzzzzzzzzzzzz".parse::<SubjectId>().is_err(), "beyond 64 bits");
    }
}
