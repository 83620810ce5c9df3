//! Users.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{IdError, Instant, SubjectId};
use std::fmt;
use std::str::FromStr;

/// A user, a team, a token or a link: a random number, written as ids of subjects are.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct UserId(pub u64);

/// Somebody who works with Tandem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct User {
    /// The random id.
    pub id: UserId,
    /// What facts, assignments and settings call them; unique.
    pub handle: String,
    /// The mail address, in small letters; unique.
    pub email: String,
    /// What people call them.
    pub name: String,
    /// The word of the role.
    pub role: String,
    /// When they were added.
    pub created_at: Instant,
    /// Since when they may do nothing any more.
    pub deactivated_at: Option<Instant>,
}

/// Whose password an address has, and its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordOf {
    /// Whose.
    pub user: UserId,
    /// The hash with what it was made with (PHC string); none for who signs in in other ways.
    pub password: Option<String>,
    /// Whether they may sign in at all.
    pub is_active: bool,
}

/// Without the hash.
impl fmt::Debug for PasswordOf {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("PasswordOf").field("user", &self.user).finish_non_exhaustive()
    }
}

const ADD: &str = "
    INSERT INTO app_user (id, handle, email, name, role, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const CHANGE: &str = "
    UPDATE app_user
    SET handle = ?2, email = ?3, name = ?4, role = ?5, deactivated_at = ?6 WHERE id = ?1";
const SET_PASSWORD: &str = "UPDATE app_user SET password = ?2 WHERE id = ?1";
const BY_ID: &str = "
    SELECT id, handle, email, name, role, created_at, deactivated_at FROM app_user WHERE id = ?1";
const BY_EMAIL: &str = "
    SELECT id, handle, email, name, role, created_at, deactivated_at
    FROM app_user WHERE email = ?1";
const BY_HANDLE: &str = "
    SELECT id, handle, email, name, role, created_at, deactivated_at
    FROM app_user WHERE handle = ?1";
const PAGE: &str = "
    SELECT id, handle, email, name, role, created_at, deactivated_at
    FROM app_user WHERE handle > ?1 ORDER BY handle LIMIT ?2";
const PASSWORD: &str = "SELECT id, password, deactivated_at FROM app_user WHERE email = ?1";
const PASSWORD_OF: &str = "SELECT id, password, deactivated_at FROM app_user WHERE id = ?1";
const COUNT: &str = "SELECT count(*) FROM app_user";
const ACTIVE: &str = "SELECT count(*) FROM app_user WHERE role = ?1 AND deactivated_at IS NULL";

impl View<'_> {
    /// A user by id.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn user(&self, id: UserId) -> Result<Option<User>, StoreError> {
        self.database.find(BY_ID, &cells![id.0.cast_signed()], user)
    }

    /// A user by mail address, in small letters.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError> {
        self.database.find(BY_EMAIL, &cells![email], user)
    }

    /// A user by handle.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn user_by_handle(&self, handle: &str) -> Result<Option<User>, StoreError> {
        self.database.find(BY_HANDLE, &cells![handle], user)
    }

    /// Users in the order of their handles, those after one, at most so many.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn users(&self, after: &str, limit: u32) -> Result<Vec<User>, StoreError> {
        self.database.all(PAGE, &cells![after, limit], user)
    }

    /// How many users there are, the deactivated included.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn users_count(&self) -> Result<u64, StoreError> {
        self.database.one(COUNT, &[], |row| row.count())
    }

    /// How many users of a role may sign in.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn active_users_of(&self, role: &str) -> Result<u64, StoreError> {
        self.database.one(ACTIVE, &cells![role], |row| row.count())
    }

    /// The hash of a password by whose mail address it is, in small letters.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn password_by_email(&self, email: &str) -> Result<Option<PasswordOf>, StoreError> {
        self.database.find(PASSWORD, &cells![email], password)
    }

    /// The hash of a user's password.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn password_of(&self, user: UserId) -> Result<Option<PasswordOf>, StoreError> {
        self.database.find(PASSWORD_OF, &cells![user.0.cast_signed()], password)
    }
}

impl Writer<'_> {
    /// Adds a user, without a password.
    ///
    /// # Errors
    /// When the disk does not take it, or id, handle or address is somebody's already.
    pub fn add_user(&mut self, user: &User) -> Result<(), StoreError> {
        let User { id, handle, email, name, role, created_at, .. } = user;
        let row = cells![id.0.cast_signed(), handle, email, name, role, created_at.0];
        self.database.run(ADD, &row).map(drop)
    }

    /// Sets everything of a user but the id, the password and when they were added.
    ///
    /// # Errors
    /// When the disk does not take it, or handle or address is somebody else's.
    pub fn change_user(&mut self, user: &User) -> Result<(), StoreError> {
        let User { id, handle, email, name, role, deactivated_at, .. } = user;
        let gone = deactivated_at.map(|at| at.0);
        let row = cells![id.0.cast_signed(), handle, email, name, role, gone];
        self.database.run(CHANGE, &row).map(drop)
    }

    /// Sets the hash of a user's password.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn set_password(&mut self, user: UserId, password: &str) -> Result<(), StoreError> {
        self.database.run(SET_PASSWORD, &cells![user.0.cast_signed(), password]).map(drop)
    }
}

fn user(row: &mut Columns<'_>) -> Result<User, StoreError> {
    Ok(User {
        id: UserId(row.id()?.0),
        handle: row.take()?,
        email: row.take()?,
        name: row.take()?,
        role: row.take()?,
        created_at: row.instant()?,
        deactivated_at: row.take::<Option<i64>>()?.map(Instant),
    })
}

fn password(row: &mut Columns<'_>) -> Result<PasswordOf, StoreError> {
    Ok(PasswordOf {
        user: UserId(row.id()?.0),
        password: row.take()?,
        is_active: row.take::<Option<i64>>()?.is_none(),
    })
}

impl fmt::Display for UserId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        SubjectId(self.0).fmt(to)
    }
}

impl FromStr for UserId {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        text.parse::<SubjectId>().map(|id| Self(id.0))
    }
}
