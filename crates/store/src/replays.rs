//! What was answered to writes that carry a key of their own.

use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::Instant;

/// A write that carries a key of its own, with what was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replay {
    /// The hash of the request.
    pub request: [u8; 32],
    /// What was answered; `None` while it is not.
    pub answered: Option<Answered>,
}

/// What was answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    /// The HTTP status.
    pub status: u16,
    /// The media type; empty for none.
    pub kind: String,
    /// The body; `None` for one that is not kept.
    pub body: Option<Vec<u8>>,
}

const ONE: &str =
    "SELECT request, status, kind, answer FROM replay WHERE actor = ?1 AND idem_key = ?2";
const CLAIM: &str = "
    INSERT INTO replay (actor, idem_key, request, kind, created_at) VALUES (?1, ?2, ?3, '', ?4)";
const KEEP: &str = "
    UPDATE replay SET status = ?3, kind = ?4, answer = ?5 WHERE actor = ?1 AND idem_key = ?2";
const RELEASE: &str = "DELETE FROM replay WHERE actor = ?1 AND idem_key = ?2 AND status IS NULL";
const FORGET_OLD: &str = "DELETE FROM replay WHERE created_at <= ?1";
const FORGET_MANY: &str = "
    DELETE FROM replay WHERE actor = ?1 AND created_at <= (
      SELECT created_at FROM replay WHERE actor = ?1 ORDER BY created_at DESC LIMIT 1 OFFSET ?2)";

impl View<'_> {
    /// The write of an actor under a key.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn replay(&self, actor: u64, key: &str) -> Result<Option<Replay>, StoreError> {
        self.database.find(ONE, &cells![actor.cast_signed(), key], |row| {
            let request = row.take()?;
            let status = row.take::<Option<i64>>()?;
            let answered = status.map(|status| answered(status, row)).transpose()?;
            Ok(Replay { request, answered })
        })
    }
}

fn answered(status: i64, row: &mut Columns<'_>) -> Result<Answered, StoreError> {
    let status = u16::try_from(status).map_err(|_| StoreError::unreadable("replay", "status"))?;
    Ok(Answered { status, kind: row.take()?, body: row.take()? })
}

impl Writer<'_> {
    /// Forgets writes that were begun by an instant.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn forget_old_replays(&mut self, since: Instant) -> Result<(), StoreError> {
        self.database.run(FORGET_OLD, &cells![since.0]).map(drop)
    }

    /// Begins a write of an actor under a key that is free, and forgets the oldest of the actor's
    /// beyond `max`.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn claim_replay(
        &mut self,
        actor: u64,
        key: &str,
        request: &[u8; 32],
        (now, max): (Instant, u32),
    ) -> Result<(), StoreError> {
        let actor = actor.cast_signed();
        self.database.run(FORGET_MANY, &cells![actor, max.saturating_sub(1)])?;
        self.database.run(CLAIM, &cells![actor, key, &request[..], now.0]).map(drop)
    }

    /// Keeps what was answered.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn keep_replay(
        &mut self,
        actor: u64,
        key: &str,
        answered: &Answered,
    ) -> Result<(), StoreError> {
        let Answered { status, kind, body } = answered;
        let row = cells![actor.cast_signed(), key, *status, kind, body.as_deref()];
        self.database.run(KEEP, &row).map(drop)
    }

    /// Forgets a write that was not answered: it may be sent again.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn release_replay(&mut self, actor: u64, key: &str) -> Result<(), StoreError> {
        self.database.run(RELEASE, &cells![actor.cast_signed(), key]).map(drop)
    }
}
