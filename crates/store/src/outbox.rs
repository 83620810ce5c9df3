//! Messages that leave once what they tell of is committed.
//!
//! A message is added in the transaction of what it is about. [Claiming](Store::claim_messages) it
//! takes it for a while; whoever claimed it speaks to the outside without a transaction and then
//! says how that went. A node that dies in between loses its claim after a while, and another one
//! sends the message again, under the same key: at least once, with its key.

use crate::columns::of_id;
use crate::database::{Columns, cells};
use crate::error::StoreError;
use crate::store::View;
use crate::writer::Writer;
use facts::{Instant, SubjectId};

/// A message to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMessage {
    /// Its name, which it keeps on every attempt.
    pub key: String,
    /// What it tells of: withdrawing that withdraws it.
    pub about: String,
    /// What kind of notice it is, `promise_broken`.
    pub kind: String,
    /// The lead that it is about, if it is about one.
    pub subject: Option<SubjectId>,
    /// The way that it takes, `email`.
    pub channel: String,
    /// Whom it is for, by an id or a role; nothing that says who somebody is.
    pub recipient: String,
    /// What it says, in a form of the application's own.
    pub payload: String,
    /// Messages with the same digest leave together; empty for one that leaves alone.
    pub digest: String,
    /// When it may leave.
    pub not_before: Instant,
}

/// A message with how far it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutboxMessage {
    /// Its place in the order of adding.
    pub id: i64,
    /// What was added.
    pub message: NewMessage,
    /// How far it is.
    pub state: MessageState,
    /// When to do something about it next; [`Instant::NEVER`] when it is done with.
    pub acts_at: Instant,
    /// How often it was claimed.
    pub attempts: u32,
    /// Whether the recipient may have it: an attempt began and is not known to have failed.
    pub may_be_out: bool,
    /// Why the last attempt failed; empty when none did.
    pub last_error: String,
    /// When it was added.
    pub created_at: Instant,
    /// When it was sent, given up or withdrawn; [`Instant::NEVER`] before.
    pub ended_at: Instant,
}

/// How far a message is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum MessageState {
    /// It waits for its time, or for the next attempt.
    Waiting = 0,
    /// Somebody is sending it.
    Claimed = 1,
    /// It was taken.
    Sent = 2,
    /// Every attempt failed; an operator may send it again.
    Dead = 3,
    /// It was withdrawn or discarded before it left.
    Cancelled = 4,
    /// It left, and a correction followed.
    Corrected = 5,
}

impl MessageState {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Waiting, Self::Claimed, Self::Sent, Self::Dead, Self::Cancelled, Self::Corrected];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Claimed => "claimed",
            Self::Sent => "sent",
            Self::Dead => "dead",
            Self::Cancelled => "cancelled",
            Self::Corrected => "corrected",
        }
    }

    /// The state of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

const ADD: &str = "
    INSERT INTO outbox (key, about, kind, subject, channel, recipient, payload, digest, not_before,
                        state, acts_at, attempts, may_be_out, last_error, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
    ON CONFLICT (key) DO NOTHING";
const STATE_OF: &str = "SELECT state FROM outbox WHERE key = ?1";
const OF_KEY: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE key = ?1";
const OF_ID: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE id = ?1";
const ABOUT: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE about = ?1 AND state < 4 ORDER BY id";
const IN_STATE: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE state = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
const FOR: &str = "
    SELECT id, key, about, kind, subject, channel, recipient, payload, digest, not_before, state,
           acts_at, attempts, may_be_out, last_error, created_at, ended_at
    FROM outbox WHERE recipient = ?1 AND id < ?2 ORDER BY id DESC LIMIT ?3";
const OF_STATE: &str = "SELECT state, count(*) FROM outbox GROUP BY state ORDER BY state";
const NEXT: &str = "SELECT min(acts_at) FROM outbox WHERE acts_at IS NOT NULL";
const END: &str = "
    UPDATE outbox SET state = ?2, acts_at = NULL, last_error = ?3, ended_at = ?4 WHERE id = ?1";
const AGAIN: &str = "
    UPDATE outbox SET state = 0, acts_at = ?2, attempts = 0, ended_at = NULL
    WHERE id = ?1 AND state = 3";
const DISCARD: &str = "
    UPDATE outbox SET state = 4, acts_at = NULL, ended_at = ?2
    WHERE id = ?1 AND (state = 0 OR state = 3)";
const FORGETTABLE: &str =
    "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE ended_at < ?1 AND state <> 3 LIMIT 1) AS old";
const FORGET: &str = "
    DELETE FROM outbox WHERE id IN (
        SELECT id FROM outbox WHERE ended_at < ?1 AND state <> 3 ORDER BY ended_at LIMIT ?2)";

impl View<'_> {
    /// A message by its key.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn message(&self, key: &str) -> Result<Option<OutboxMessage>, StoreError> {
        self.database.find(OF_KEY, &cells![key], read)
    }

    /// A message by its place.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn message_by_id(&self, id: i64) -> Result<Option<OutboxMessage>, StoreError> {
        self.database.find(OF_ID, &cells![id], read)
    }

    /// The messages in a state that were added after one (0 for the first), in order, at most
    /// `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn messages(
        &self,
        state: MessageState,
        after: i64,
        limit: u32,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        self.database.all(IN_STATE, &cells![state as u8, after, limit], read)
    }

    /// The messages for a recipient that were added before one (`i64::MAX` for the last), the
    /// last first, at most `limit`.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn messages_for(
        &self,
        recipient: &str,
        before: i64,
        limit: u32,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        self.database.all(FOR, &cells![recipient, before, limit], read)
    }

    /// How many messages are in each state that any is in.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn message_counts(&self) -> Result<Vec<(MessageState, u64)>, StoreError> {
        self.database.all(OF_STATE, &[], |row| Ok((state(row)?, row.count()?)))
    }

    /// Whether there are messages to [forget](Writer::forget_messages).
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn has_messages_to_forget(&self, before: Instant) -> Result<bool, StoreError> {
        self.database.one(FORGETTABLE, &cells![before.0], |row| Ok(row.count()? > 0))
    }

    /// When there is something to do about a message next; [`Instant::NEVER`] when there is not.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn next_message_at(&self) -> Result<Instant, StoreError> {
        self.database.one(NEXT, &[], |row| row.instant_or_never())
    }
}

impl Writer<'_> {
    /// How often one thing can be told, withdrawn and told again.
    const TURNS_MAX: u32 = 1_000;

    /// Adds messages; one whose key is there already stays as it is. Where that one was withdrawn,
    /// it is told again, with its turn in its key. Returns how many were added.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn add_messages(
        &mut self,
        messages: &[NewMessage],
        now: Instant,
    ) -> Result<u64, StoreError> {
        let mut added = self.add_new(messages, now)?;
        if added == messages.len() as u64 {
            return Ok(added);
        }
        // Rarely: told before. The first of equal keys was the one that was added.
        for message in messages {
            let mut again = message.clone();
            for turn in 2..=Self::TURNS_MAX {
                let state = self.database.find(STATE_OF, &cells![&again.key], state)?;
                match state {
                    None => {
                        added += self.add_new(std::slice::from_ref(&again), now)?;
                        break;
                    }
                    Some(MessageState::Cancelled | MessageState::Corrected) => {
                        again.key = format!("{}/{turn}", message.key);
                    }
                    Some(_) => break,
                }
            }
        }
        Ok(added)
    }

    fn add_new(&mut self, messages: &[NewMessage], now: Instant) -> Result<u64, StoreError> {
        let rows = messages.iter().map(|message| {
            cells![
                &message.key,
                &message.about,
                &message.kind,
                message.subject.map(of_id),
                &message.channel,
                &message.recipient,
                &message.payload,
                &message.digest,
                message.not_before.0,
                MessageState::Waiting as u8,
                message.not_before.0,
                0_u32,
                false,
                "",
                now.0,
            ]
        });
        self.database.insert_all(ADD, rows)
    }

    /// Withdraws every message about something: those that have not left never do. Returns those
    /// that their recipients have or may have, for whom a correction is due.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn withdraw_messages(
        &mut self,
        about: &str,
        now: Instant,
    ) -> Result<Vec<OutboxMessage>, StoreError> {
        let found = self.database.all(ABOUT, &cells![about], read)?;
        let mut out = Vec::new();
        for message in found {
            let is_out = message.state == MessageState::Sent || message.may_be_out;
            let state = if is_out { MessageState::Corrected } else { MessageState::Cancelled };
            self.end_message(message.id, state, &message.last_error, now)?;
            if is_out {
                out.push(message);
            }
        }
        Ok(out)
    }

    /// Ends a message in a state, whatever it was in.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn end_message(
        &mut self,
        id: i64,
        state: MessageState,
        last_error: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.database.run(END, &cells![id, state as u8, last_error, now.0]).map(drop)
    }

    /// Has a dead message sent again from now on. Returns whether it was dead.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn resend_message(&mut self, id: i64, now: Instant) -> Result<bool, StoreError> {
        Ok(self.database.run(AGAIN, &cells![id, now.0])? == 1)
    }

    /// Cancels a message that waits or is dead. Returns whether it was either.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn discard_message(&mut self, id: i64, now: Instant) -> Result<bool, StoreError> {
        Ok(self.database.run(DISCARD, &cells![id, now.0])? == 1)
    }

    /// Removes messages that ended before an instant, at most `limit`; dead ones stay. Returns how
    /// many.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn forget_messages(&mut self, before: Instant, limit: u32) -> Result<u64, StoreError> {
        self.database.run(FORGET, &cells![before.0, limit])
    }
}

pub(crate) fn read(row: &mut Columns<'_>) -> Result<OutboxMessage, StoreError> {
    Ok(OutboxMessage {
        id: row.take()?,
        message: NewMessage {
            key: row.take()?,
            about: row.take()?,
            kind: row.take()?,
            subject: row.take::<Option<i64>>()?.map(|id| SubjectId(id.cast_unsigned())),
            channel: row.take()?,
            recipient: row.take()?,
            payload: row.take()?,
            digest: row.take()?,
            not_before: row.instant()?,
        },
        state: state(row)?,
        acts_at: row.instant_or_never()?,
        attempts: row.take()?,
        may_be_out: row.take()?,
        last_error: row.take()?,
        created_at: row.instant()?,
        ended_at: row.instant_or_never()?,
    })
}

fn state(row: &mut Columns<'_>) -> Result<MessageState, StoreError> {
    let number = row.take::<u8>()?;
    let state = MessageState::ALL.get(usize::from(number)).copied();
    state.ok_or_else(|| StoreError::unreadable("outbox", "state"))
}
