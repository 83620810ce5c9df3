//! With which accounts of sign-in providers users come in.

use super::users::UserId;
use crate::database::cells;
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

const WHOSE: &str = "SELECT member FROM user_identity WHERE issuer = ?1 AND subject = ?2";
const IS_BOUND: &str = "SELECT count(*) FROM user_identity WHERE member = ?1 AND issuer = ?2";
const OF: &str = "SELECT issuer FROM user_identity WHERE member = ?1 ORDER BY issuer";
const BIND: &str =
    "INSERT INTO user_identity (issuer, subject, member, bound_at) VALUES (?1, ?2, ?3, ?4)";
const UNBIND: &str = "DELETE FROM user_identity WHERE member = ?1";

impl View<'_> {
    /// Whose account it is that a provider calls so.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn user_by_identity(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<UserId>, StoreError> {
        self.database.find(WHOSE, &cells![issuer, subject], |row| Ok(UserId(row.id()?.0)))
    }

    /// Whether a user comes in with an account of a provider already.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn is_bound(&self, user: UserId, issuer: &str) -> Result<bool, StoreError> {
        let asked = cells![user.0.cast_signed(), issuer];
        Ok(self.database.one(IS_BOUND, &asked, |row| row.count())? > 0)
    }

    /// The providers with whose accounts a user comes in.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identities_of(&self, user: UserId) -> Result<Vec<String>, StoreError> {
        self.database.all(OF, &cells![user.0.cast_signed()], |row| row.take())
    }
}

impl Writer<'_> {
    /// Binds a user to an account of a provider.
    ///
    /// # Errors
    /// When the disk does not take it, the account is somebody's, or the user has one there.
    pub fn bind_identity(
        &mut self,
        user: UserId,
        (issuer, subject): (&str, &str),
        at: Instant,
    ) -> Result<(), StoreError> {
        let row = cells![issuer, subject, user.0.cast_signed(), at.0];
        self.database.run(BIND, &row).map(drop)
    }

    /// Forgets all accounts with which a user comes in. Returns how many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn unbind_identities(&mut self, user: UserId) -> Result<u64, StoreError> {
        self.database.run(UNBIND, &cells![user.0.cast_signed()])
    }
}
