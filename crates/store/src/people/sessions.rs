//! Sessions: somebody signed in.

use super::SecretHash;
use super::users::UserId;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// Somebody signed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    /// Stands for the secret in the browser.
    pub secret: SecretHash,
    /// Who.
    pub user: UserId,
    /// How: `password`, `oidc`.
    pub way: String,
    /// When they signed in.
    pub started_at: Instant,
    /// When they were last seen, not always to the minute.
    pub seen_at: Instant,
    /// From when on it is worth nothing.
    pub ends_at: Instant,
}

const ADD: &str = "
    INSERT INTO session (secret, member, way, started_at, seen_at, ends_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const ONE: &str = "
    SELECT secret, member, way, started_at, seen_at, ends_at FROM session WHERE secret = ?1";
const SEEN: &str = "UPDATE session SET seen_at = ?2, ends_at = ?3 WHERE secret = ?1";
const END: &str = "DELETE FROM session WHERE secret = ?1";
const END_OTHERS: &str = "DELETE FROM session WHERE member = ?1 AND secret <> ?2";
const END_OLD: &str = "DELETE FROM session WHERE ends_at <= ?1";

impl View<'_> {
    /// A session by what stands for its secret, ended or not.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn session(&self, secret: &SecretHash) -> Result<Option<Session>, StoreError> {
        self.database.find(ONE, &cells![&secret[..]], session)
    }
}

impl Writer<'_> {
    /// Adds a session.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_session(&mut self, session: &Session) -> Result<(), StoreError> {
        let Session { secret, user, way, started_at, seen_at, ends_at } = session;
        let user = user.0.cast_signed();
        let row = cells![&secret[..], user, way, started_at.0, seen_at.0, ends_at.0];
        self.database.run(ADD, &row).map(drop)
    }

    /// Notes that somebody was seen, and until when the session holds now.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn note_session_seen(
        &mut self,
        secret: &SecretHash,
        at: Instant,
        ends_at: Instant,
    ) -> Result<(), StoreError> {
        self.database.run(SEEN, &cells![&secret[..], at.0, ends_at.0]).map(drop)
    }

    /// Ends a session. Returns whether there was one.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn end_session(&mut self, secret: &SecretHash) -> Result<bool, StoreError> {
        Ok(self.database.run(END, &cells![&secret[..]])? > 0)
    }

    /// Ends the sessions of a user, but for one. Returns how many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn end_sessions_of(
        &mut self,
        user: UserId,
        but_for: Option<&SecretHash>,
    ) -> Result<u64, StoreError> {
        let kept = but_for.map_or(&[][..], |secret| &secret[..]);
        self.database.run(END_OTHERS, &cells![user.0.cast_signed(), kept])
    }

    /// Removes sessions that are worth nothing any more.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn end_old_sessions(&mut self, now: Instant) -> Result<u64, StoreError> {
        self.database.run(END_OLD, &cells![now.0])
    }
}

fn session(row: &mut Columns<'_>) -> Result<Session, StoreError> {
    Ok(Session {
        secret: row.take()?,
        user: UserId(row.id()?.0),
        way: row.take()?,
        started_at: row.instant()?,
        seen_at: row.instant()?,
        ends_at: row.instant()?,
    })
}
