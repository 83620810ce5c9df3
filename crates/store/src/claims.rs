//! Taking messages of the outbox for a while, to send them.
//!
//! Each claim is one statement outside of a transaction, so that nodes do not wait for each other:
//! of two that want the same message, the second sees that its time is not come any more. The
//! number of the attempt tells a claim from a later one, so that a node that was slow changes
//! nothing that another has taken over.

use crate::database::cells;
use crate::error::StoreError;
use crate::outbox::{OutboxMessage, read};
use crate::store::{Store, View};
use facts::Instant;

const CLAIM: &str = "
    UPDATE outbox SET state = 1, acts_at = ?3, attempts = attempts + 1, may_be_out = 1
    WHERE acts_at <= ?2 AND id IN (
        SELECT id FROM outbox
        WHERE acts_at <= ?2 AND digest = '' AND channel <> ?1 ORDER BY acts_at, id LIMIT ?4)
    RETURNING id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
              acts_at, attempts, may_be_out, last_error, created_at, ended_at";
const CLAIM_DIGEST: &str = "
    UPDATE outbox SET state = 1, acts_at = ?3, attempts = attempts + 1, may_be_out = 1
    WHERE acts_at <= ?2 AND digest = ?1
    RETURNING id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
              acts_at, attempts, may_be_out, last_error, created_at, ended_at";
const DIGESTS: &str = "
    SELECT DISTINCT digest FROM outbox WHERE acts_at <= ?1 AND digest <> '' ORDER BY digest
    LIMIT ?2";
const DUE: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE acts_at <= ?2 AND channel = ?1 ORDER BY acts_at, id LIMIT ?3";
const SENT: &str = "
    UPDATE outbox SET state = 2, acts_at = NULL, last_error = '', ended_at = ?3
    WHERE id = ?1 AND attempts = ?2 AND state = 1";
const RETRY: &str = "
    UPDATE outbox SET state = 0, acts_at = ?3, may_be_out = ?4, last_error = ?5
    WHERE id = ?1 AND attempts = ?2 AND state = 1";
const DEAD: &str = "
    UPDATE outbox SET state = 3, acts_at = NULL, may_be_out = ?4, last_error = ?5, ended_at = ?3
    WHERE id = ?1 AND attempts = ?2 AND state = 1";
const CANCEL: &str = "
    UPDATE outbox SET state = 4, acts_at = NULL, may_be_out = 0, ended_at = ?3
    WHERE id = ?1 AND attempts = ?2 AND state = 1";

/// What became of a message that was claimed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Attempted {
    /// The other side took it.
    Sent,
    /// It failed, and is tried again.
    Failed {
        /// Why.
        why: String,
        /// Whether the recipient may have it all the same.
        may_be_out: bool,
        /// When to try again.
        again_at: Instant,
    },
    /// It failed, and is given up.
    GivenUp {
        /// Why.
        why: String,
        /// Whether the recipient may have it all the same.
        may_be_out: bool,
    },
    /// What it would have said is not so any more.
    Pointless,
}

impl View<'_> {
    /// The messages of a channel that are due, those that are longest first, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn due_messages(
        &self,
        channel: &str,
        now: Instant,
        limit: u32,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        self.database.all(DUE, &cells![channel, now.0, limit], read)
    }

    /// The digests of which a message is due, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn due_digests(&self, now: Instant, limit: u32) -> Result<Vec<String>, StoreError> {
        self.database.all(DIGESTS, &cells![now.0, limit], |row| row.take())
    }
}

impl Store {
    /// Takes messages that are due, leave alone and go by another channel than `but`, at most
    /// `limit`, until an instant: whoever has not said by then what became of one has lost it.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn claim_messages(
        &mut self,
        but: &str,
        now: Instant,
        until: Instant,
        limit: u32,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        let mut claimed =
            self.view().database.all(CLAIM, &cells![but, now.0, until.0, limit], read)?;
        claimed.sort_by_key(|claimed| (claimed.message.not_before, claimed.id));
        Ok(claimed)
    }

    /// Takes all messages of a digest that are due, in order of adding; none when another node was
    /// first.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn claim_digest(
        &mut self,
        digest: &str,
        now: Instant,
        until: Instant,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        let values = cells![digest, now.0, until.0];
        let mut claimed = self.view().database.all(CLAIM_DIGEST, &values, read)?;
        claimed.sort_by_key(|claimed| claimed.id);
        Ok(claimed)
    }

    /// Notes what became of a message as it was claimed. Returns whether the claim still stood:
    /// not when the message was withdrawn or taken over meanwhile.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn note_attempt(
        &mut self,
        claimed: &OutboxMessage,
        came_to: &Attempted,
        now: Instant,
    ) -> Result<bool, StoreError> {
        let (id, attempt) = (claimed.id, claimed.attempts);
        let database = self.view().database;
        let changed = match came_to {
            Attempted::Sent => database.run(SENT, &cells![id, attempt, now.0]),
            Attempted::Failed { why, may_be_out, again_at } => {
                database.run(RETRY, &cells![id, attempt, again_at.0, *may_be_out, why])
            }
            Attempted::GivenUp { why, may_be_out } => {
                database.run(DEAD, &cells![id, attempt, now.0, *may_be_out, why])
            }
            Attempted::Pointless => database.run(CANCEL, &cells![id, attempt, now.0]),
        };
        Ok(changed? == 1)
    }
}
