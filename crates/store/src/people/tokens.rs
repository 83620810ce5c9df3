//! API tokens: programs that act for a user.

use super::SecretHash;
use super::users::UserId;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// A token with which a program acts for a user.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApiToken {
    /// The random id, which is no secret.
    pub id: UserId,
    /// Stands for the secret.
    pub secret: SecretHash,
    /// For whom it acts.
    pub owner: UserId,
    /// What it is for, in its owner's words.
    pub name: String,
    /// The words of what it may do, at most.
    pub scope: String,
    /// When it was made.
    pub created_at: Instant,
    /// When it was last used, not always to the minute.
    pub used_at: Option<Instant>,
    /// From when on it is worth nothing.
    pub ends_at: Option<Instant>,
    /// Since when it is revoked.
    pub revoked_at: Option<Instant>,
}

const ADD: &str = "
    INSERT INTO api_token (id, secret, owner, name, scope, created_at, ends_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const BY_SECRET: &str = "
    SELECT id, secret, owner, name, scope, created_at, used_at, ends_at, revoked_at
    FROM api_token WHERE secret = ?1";
const BY_ID: &str = "
    SELECT id, secret, owner, name, scope, created_at, used_at, ends_at, revoked_at
    FROM api_token WHERE id = ?1";
const OF_OWNER: &str = "
    SELECT id, secret, owner, name, scope, created_at, used_at, ends_at, revoked_at
    FROM api_token WHERE owner = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
const PAGE: &str = "
    SELECT id, secret, owner, name, scope, created_at, used_at, ends_at, revoked_at
    FROM api_token WHERE id > ?1 ORDER BY id LIMIT ?2";
const OPEN: &str = "SELECT count(*) FROM api_token WHERE owner = ?1 AND revoked_at IS NULL";
const USED: &str = "UPDATE api_token SET used_at = ?2 WHERE id = ?1";
const REVOKE: &str = "UPDATE api_token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL";

impl View<'_> {
    /// A token by what stands for its secret, whether or not it is worth anything.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn token_by_secret(&self, secret: &SecretHash) -> Result<Option<ApiToken>, StoreError> {
        self.database.find(BY_SECRET, &cells![&secret[..]], token)
    }

    /// A token by its id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn token(&self, id: UserId) -> Result<Option<ApiToken>, StoreError> {
        self.database.find(BY_ID, &cells![id.0.cast_signed()], token)
    }

    /// Tokens in the order of their ids as they are stored, of one owner or of all, those after
    /// one, at most so many.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn tokens(
        &self,
        owner: Option<UserId>,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<ApiToken>, StoreError> {
        let after = after.map_or(i64::MIN, |after| after.0.cast_signed());
        match owner {
            Some(owner) => {
                self.database.all(OF_OWNER, &cells![owner.0.cast_signed(), after, limit], token)
            }
            None => self.database.all(PAGE, &cells![after, limit], token),
        }
    }

    /// How many tokens a user has that are not revoked.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open_tokens_of(&self, owner: UserId) -> Result<u64, StoreError> {
        self.database.one(OPEN, &cells![owner.0.cast_signed()], |row| row.count())
    }
}

impl Writer<'_> {
    /// Adds a token.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_token(&mut self, token: &ApiToken) -> Result<(), StoreError> {
        let ApiToken { id, secret, owner, name, scope, created_at, ends_at, .. } = token;
        let (id, owner) = (id.0.cast_signed(), owner.0.cast_signed());
        let ends = ends_at.map(|at| at.0);
        let row = cells![id, &secret[..], owner, name, scope, created_at.0, ends];
        self.database.run(ADD, &row).map(drop)
    }

    /// Notes that a token was used.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note_token_used(&mut self, id: UserId, at: Instant) -> Result<(), StoreError> {
        self.database.run(USED, &cells![id.0.cast_signed(), at.0]).map(drop)
    }

    /// Revokes a token. Returns whether it was worth something until now.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn revoke_token(&mut self, id: UserId, at: Instant) -> Result<bool, StoreError> {
        Ok(self.database.run(REVOKE, &cells![id.0.cast_signed(), at.0])? > 0)
    }
}

fn token(row: &mut Columns<'_>) -> Result<ApiToken, StoreError> {
    let moment =
        |row: &mut Columns<'_>| Ok::<_, StoreError>(row.take::<Option<i64>>()?.map(Instant));
    Ok(ApiToken {
        id: UserId(row.id()?.0),
        secret: row.take()?,
        owner: UserId(row.id()?.0),
        name: row.take()?,
        scope: row.take()?,
        created_at: row.instant()?,
        used_at: moment(row)?,
        ends_at: moment(row)?,
        revoked_at: moment(row)?,
    })
}
