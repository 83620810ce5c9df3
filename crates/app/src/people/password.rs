//! Passwords: what may be one, and their hashes.

use super::error::PeopleError;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use std::fmt;

/// The hash of a password, with how it was made (PHC string).
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

/// Says nothing of it.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("PasswordHash(..)")
    }
}

impl PasswordHash {
    /// The fewest characters of a password.
    pub const CHARACTERS_MIN: usize = 10;
    /// The most bytes of a password.
    pub const BYTES_MAX: usize = 512;

    /// Hashes a password with argon2id: 19 MiB of memory and two passes, as OWASP's password
    /// storage cheat sheet names for it. Takes tens of milliseconds: hold no ledger meanwhile.
    ///
    /// # Errors
    /// [`PeopleError::Password`] for one that is shorter than [`PasswordHash::CHARACTERS_MIN`],
    /// longer than [`PasswordHash::BYTES_MAX`], or made of one character only.
    pub fn make(password: &str, salt: [u8; 16]) -> Result<Self, PeopleError> {
        if password.chars().count() < Self::CHARACTERS_MIN {
            return Err(PeopleError::Password("a password has at least 10 characters"));
        }
        if password.len() > Self::BYTES_MAX {
            return Err(PeopleError::Password("a password has at most 512 bytes"));
        }
        let mut letters = password.chars();
        let first = letters.next();
        if letters.all(|letter| Some(letter) == first) {
            return Err(PeopleError::Password(
                "a password is more than one character again and again",
            ));
        }
        Ok(Self(hash(password, salt)))
    }

    /// Hashes a password with a salt from the machine's randomness, as [`PasswordHash::make`].
    ///
    /// # Errors
    /// As [`PasswordHash::make`], and when there is no randomness.
    pub fn fresh(password: &str) -> Result<Self, PeopleError> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(|why| PeopleError::NoRandomness(why.to_string()))?;
        Self::make(password, salt)
    }

    /// As it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a password has this hash. Without a hash it is hashed all the same, so that how long
/// the answer takes does not say whether there is an account.
pub(super) fn fits(password: &str, stored: Option<&str>) -> bool {
    if password.len() > PasswordHash::BYTES_MAX {
        return false;
    }
    match stored {
        Some(stored) => Argon2::default().verify_password(password.as_bytes(), stored).is_ok(),
        None => hash(password, [0; 16]).is_empty(),
    }
}

fn hash(password: &str, salt: [u8; 16]) -> String {
    let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
    hashed.expect("a password of bounded length and a salt of 16 bytes can be hashed").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_fits_its_own_hash_and_no_other_and_none_fits_nobody() {
        let made = PasswordHash::make("correct horse battery", [7; 16]).unwrap();
        assert!(made.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", made.as_str());
        assert!(fits("correct horse battery", Some(made.as_str())));
        assert!(!fits("correct horse batterz", Some(made.as_str())));
        assert!(!fits("correct horse battery", None));
        assert!(!fits("correct horse battery", Some("damaged")));
        assert_eq!(format!("{made:?}"), "PasswordHash(..)");
    }

    #[test]
    fn a_password_that_is_short_long_or_one_letter_is_refused_and_says_the_bound() {
        let refused =
            |password: &str| PasswordHash::make(password, [0; 16]).unwrap_err().to_string();
        assert!(refused("too short").contains("at least 10"));
        assert!(refused(&"ab".repeat(300)).contains("at most 512"));
        assert!(refused("aaaaaaaaaaaaaa").contains("more than one character"));
        assert!(PasswordHash::make("ünïcödé is fine", [0; 16]).is_ok());
    }
}
