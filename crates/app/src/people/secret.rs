//! Random secrets: what a session, a token or a link is worth something by.

use super::error::PeopleError;
use std::fmt;
use store::{SecretHash, UserId};

/// What a secret is for. The same bytes stand for nothing in another place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SecretKind {
    /// Somebody signed in with a browser.
    Session,
    /// A program that acts for a user.
    Token,
    /// A link that works once.
    Link,
    /// A sign-in elsewhere that a browser began.
    Attempt,
}

/// 256 random bits. It is shown once and never stored; what is stored is [`Secret::hash`].
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 256 bits, five to a letter.
const LETTERS: usize = 52;

impl SecretKind {
    /// With what its texts begin, so that scanners of code and logs recognise them.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Session => "tandem_session_",
            Self::Token => "tandem_token_",
            Self::Link => "tandem_link_",
            Self::Attempt => "tandem_attempt_",
        }
    }

    const fn context(self) -> &'static str {
        match self {
            Self::Session => "tandem 2026 session secret",
            Self::Token => "tandem 2026 token secret",
            Self::Link => "tandem 2026 one-time link secret",
            Self::Attempt => "tandem 2026 sign-in attempt secret",
        }
    }
}

/// A new random id, from the machine's randomness.
///
/// # Errors
/// [`PeopleError::NoRandomness`] when there is none.
pub fn fresh_id() -> Result<UserId, PeopleError> {
    getrandom::u64().map(UserId).map_err(|why| PeopleError::NoRandomness(why.to_string()))
}

impl Secret {
    /// A new one, from the machine's randomness.
    ///
    /// # Errors
    /// [`PeopleError::NoRandomness`] when there is none.
    pub fn fresh() -> Result<Self, PeopleError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|why| PeopleError::NoRandomness(why.to_string()))?;
        Ok(Self(bytes))
    }

    /// Of these bytes, for tests.
    #[must_use]
    pub const fn of(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What is given to whoever shall hold it.
    #[must_use]
    pub fn text(&self, kind: SecretKind) -> String {
        let mut text = kind.prefix().to_owned();
        let bit =
            |place: usize| (self.0.get(place / 8).copied().unwrap_or(0) >> (7 - place % 8)) & 1;
        for letter in 0..LETTERS {
            let number = (0..5).fold(0, |number, at| number << 1 | bit(5 * letter + at));
            text.push(char::from(ALPHABET[usize::from(number)]));
        }
        text
    }

    /// From what was given; `None` for a text that no secret of this kind has.
    #[must_use]
    pub fn read(kind: SecretKind, text: &str) -> Option<Self> {
        let letters = text.strip_prefix(kind.prefix())?.as_bytes();
        if letters.len() != LETTERS {
            return None;
        }
        let mut bytes = [0_u8; 33];
        for (letter, byte) in letters.iter().enumerate() {
            let number = ALPHABET.iter().position(|known| known == byte)? as u8;
            for at in 0..5 {
                let place = 5 * letter + at;
                bytes[place / 8] |= (number >> (4 - at) & 1) << (7 - place % 8);
            }
        }
        let (secret, rest) = bytes.split_at(32);
        (rest == [0]).then(|| Self(secret.try_into().expect("32 bytes")))
    }

    /// What is stored in its place. A secret of 256 random bits cannot be guessed, so that a fast
    /// hash is enough.
    #[must_use]
    pub fn hash(&self, kind: SecretKind) -> SecretHash {
        blake3::derive_key(kind.context(), &self.0)
    }
}

/// Says nothing of it.
impl fmt::Debug for Secret {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_from_its_text_and_from_no_other() {
        for bytes in [[0; 32], [255; 32], std::array::from_fn(|at| (at * 37) as u8)] {
            let secret = Secret::of(bytes);
            let text = secret.text(SecretKind::Token);
            assert_eq!(Secret::read(SecretKind::Token, &text), Some(secret));
            assert_eq!(Secret::read(SecretKind::Session, &text), None);
            assert_eq!(Secret::read(SecretKind::Token, &text[..text.len() - 1]), None);
            assert_eq!(Secret::read(SecretKind::Token, &text.to_uppercase()), None);
        }
        // The last letter has one bit of the secret only: of its 32 forms two are written.
        let text = Secret::of([255; 32]).text(SecretKind::Link);
        let other = format!("{}z", &text[..text.len() - 1]);
        assert_eq!(Secret::read(SecretKind::Link, &other), None, "one text for each secret");
    }

    #[test]
    fn secrets_differ_and_so_do_their_hashes_by_what_they_are_for() {
        let (one, other) = (Secret::fresh().unwrap(), Secret::fresh().unwrap());
        assert_ne!(one, other);
        assert_ne!(one.hash(SecretKind::Session), one.hash(SecretKind::Token));
        assert_eq!(format!("{one:?}"), "Secret(..)");
    }
}
