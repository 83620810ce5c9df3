//! What somebody is in the firm, as far as Tandem is concerned.

use super::permission::{Permission, Permissions};
use std::fmt;
use std::str::FromStr;

/// What somebody is in the firm, as far as Tandem is concerned. Each user has one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Role {
    /// Looks after Tandem itself: users, keys, sign-in.
    Administrator = 0,
    /// Keeps settings and data in order: holidays, roster, imports, duplicates.
    Operations = 1,
    /// Leads marketing, and signs for it.
    MarketingHead = 2,
    /// Leads sales, and signs for it.
    SalesHead = 3,
    /// Works in marketing: campaigns, content, what becomes of their leads.
    Marketer = 4,
    /// Takes leads over from marketing and hands them on (sales development).
    Sdr = 5,
    /// Works leads and opportunities (account executive).
    Rep = 6,
    /// Leads the firm: reads, and signs where a charter asks for a sponsor.
    Executive = 7,
}

/// A word that names no role.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no role `{0}`: write one of {words}", words = Role::words())]
pub struct UnknownRole(pub String);

impl Role {
    /// Every role, in the order of the permissions table's columns.
    pub const ALL: [Self; 8] = [
        Self::Administrator,
        Self::Operations,
        Self::MarketingHead,
        Self::SalesHead,
        Self::Marketer,
        Self::Sdr,
        Self::Rep,
        Self::Executive,
    ];

    /// Its word, as the API and the ledger name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Operations => "operations",
            Self::MarketingHead => "marketing_head",
            Self::SalesHead => "sales_head",
            Self::Marketer => "marketer",
            Self::Sdr => "sdr",
            Self::Rep => "rep",
            Self::Executive => "executive",
        }
    }

    /// Whether somebody of this role may do something.
    #[must_use]
    pub const fn may(self, permission: Permission) -> bool {
        permission.is_of(self)
    }

    /// Everything that somebody of this role may do.
    #[must_use]
    pub fn permissions(self) -> Permissions {
        Permission::ALL.into_iter().filter(|permission| self.may(*permission)).collect()
    }

    /// The word by which charters ask for the signature of this role, if they can.
    #[must_use]
    pub const fn signs_as(self) -> Option<&'static str> {
        match self {
            Self::MarketingHead => Some("marketing_head"),
            Self::SalesHead => Some("sales_head"),
            Self::Executive => Some("sponsor"),
            _ => None,
        }
    }

    /// The role that signs where a charter asks for this word; `None` for a word that no role has.
    #[must_use]
    pub fn of_signer(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.signs_as() == Some(word))
    }

    fn words() -> String {
        Self::ALL.map(|role| format!("`{}`", role.word())).join(", ")
    }
}

impl fmt::Display for Role {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(word: &str) -> Result<Self, UnknownRole> {
        let found = Self::ALL.into_iter().find(|role| role.word() == word);
        found.ok_or_else(|| UnknownRole(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_by_its_word_and_stands_at_its_number() {
        for (number, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role.word().parse(), Ok(role));
            assert_eq!(role as usize, number);
        }
        let unknown = "boss".parse::<Role>().unwrap_err().to_string();
        assert!(unknown.contains("`boss`") && unknown.contains("`marketing_head`"), "{unknown}");
    }

    #[test]
    fn each_word_that_ready_charters_are_signed_by_has_a_role() {
        for word in charter::Signers::HEADS {
            assert_eq!(Role::of_signer(word).map(Role::word), Some(word));
        }
        assert_eq!(Role::of_signer("sponsor"), Some(Role::Executive));
        assert_eq!(Role::of_signer("administrator"), None, "who runs Tandem signs nothing");
    }
}
