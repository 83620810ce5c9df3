//! Links that work once: the first setup, invitations, new passwords.

use super::SecretHash;
use super::users::UserId;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// A link that works once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OneTimeLink {
    /// The random id, which is no secret.
    pub id: UserId,
    /// What it does: `setup`, `invitation`, `password`.
    pub kind: String,
    /// For whom, by mail address; empty for a setup.
    pub email: String,
    /// What they are called; empty where nobody said.
    pub name: String,
    /// The word of the role that it gives; empty for a new password.
    pub role: String,
    /// Whose password it sets.
    pub user: Option<UserId>,
    /// The handle of who made it.
    pub made_by: String,
    /// When it was made.
    pub created_at: Instant,
    /// From when on it is worth nothing.
    pub ends_at: Instant,
    /// When it was used, or withdrawn.
    pub used_at: Option<Instant>,
}

/// A link as it is added: with what stands for its secret.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkRow<'l> {
    /// The link.
    pub link: &'l OneTimeLink,
    /// Stands for its secret.
    pub secret: SecretHash,
}

const ADD: &str = "
    INSERT INTO one_time_link (id, secret, kind, email, name, role, member, made_by, created_at,
                               ends_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const BY_SECRET: &str = "
    SELECT id, kind, email, name, role, member, made_by, created_at, ends_at, used_at
    FROM one_time_link WHERE secret = ?1";
const BY_ID: &str = "
    SELECT id, kind, email, name, role, member, made_by, created_at, ends_at, used_at
    FROM one_time_link WHERE id = ?1";
const OPEN: &str = "
    SELECT id, kind, email, name, role, member, made_by, created_at, ends_at, used_at
    FROM one_time_link WHERE kind = ?1 AND used_at IS NULL AND ends_at > ?2 AND id > ?3
    ORDER BY id LIMIT ?4";
const OPEN_FOR: &str = "
    SELECT id, kind, email, name, role, member, made_by, created_at, ends_at, used_at
    FROM one_time_link WHERE kind = ?1 AND email = ?2 AND used_at IS NULL AND ends_at > ?3
    ORDER BY created_at DESC LIMIT 1";
const USE_UP: &str = "
    UPDATE one_time_link SET used_at = ?2 WHERE id = ?1 AND used_at IS NULL AND ends_at > ?2";
const USE_UP_ALL: &str = "
    UPDATE one_time_link SET used_at = ?3 WHERE kind = ?1 AND email = ?2 AND used_at IS NULL";

impl View<'_> {
    /// A link by what stands for its secret, whether or not it still works.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn link_by_secret(&self, secret: &SecretHash) -> Result<Option<OneTimeLink>, StoreError> {
        self.database.find(BY_SECRET, &cells![&secret[..]], link)
    }

    /// A link by its id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn link(&self, id: UserId) -> Result<Option<OneTimeLink>, StoreError> {
        self.database.find(BY_ID, &cells![id.0.cast_signed()], link)
    }

    /// Links of a kind that still work, in the order of their ids as they are stored, those after
    /// one, at most so many.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open_links(
        &self,
        kind: &str,
        now: Instant,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<OneTimeLink>, StoreError> {
        let after = after.map_or(i64::MIN, |after| after.0.cast_signed());
        self.database.all(OPEN, &cells![kind, now.0, after, limit], link)
    }

    /// The last link of a kind for an address that still works.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open_link_for(
        &self,
        kind: &str,
        email: &str,
        now: Instant,
    ) -> Result<Option<OneTimeLink>, StoreError> {
        self.database.find(OPEN_FOR, &cells![kind, email, now.0], link)
    }
}

impl Writer<'_> {
    /// Adds a link.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_link(&mut self, row: LinkRow<'_>) -> Result<(), StoreError> {
        let OneTimeLink { id, kind, email, name, role, user, made_by, created_at, ends_at, .. } =
            row.link;
        let user = user.map(|user| user.0.cast_signed());
        let (id, secret) = (id.0.cast_signed(), &row.secret[..]);
        let (created_at, ends_at) = (created_at.0, ends_at.0);
        let cells = cells![id, secret, kind, email, name, role, user, made_by, created_at, ends_at];
        self.database.run(ADD, &cells).map(drop)
    }

    /// Uses a link up. Returns whether it worked until now.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn use_up_link(&mut self, id: UserId, at: Instant) -> Result<bool, StoreError> {
        Ok(self.database.run(USE_UP, &cells![id.0.cast_signed(), at.0])? > 0)
    }

    /// Uses up all links of a kind for an address. Returns how many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn use_up_links_for(
        &mut self,
        kind: &str,
        email: &str,
        at: Instant,
    ) -> Result<u64, StoreError> {
        self.database.run(USE_UP_ALL, &cells![kind, email, at.0])
    }
}

fn link(row: &mut Columns<'_>) -> Result<OneTimeLink, StoreError> {
    Ok(OneTimeLink {
        id: UserId(row.id()?.0),
        kind: row.take()?,
        email: row.take()?,
        name: row.take()?,
        role: row.take()?,
        user: row.take::<Option<i64>>()?.map(|id| UserId(id.cast_unsigned())),
        made_by: row.take()?,
        created_at: row.instant()?,
        ends_at: row.instant()?,
        used_at: row.take::<Option<i64>>()?.map(Instant),
    })
}
