//! Writes that carry a key of their own are done once, however often they are sent.

use super::actor::Actor;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::Answered;

/// What became of a write that carries a key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Claim {
    /// It is new: do it, and then [`Engine::keep_answer`] or [`Engine::release`].
    New,
    /// It was done: this was answered.
    Done(Answered),
    /// It was begun and not answered yet, or a server was stopped meanwhile.
    Begun,
    /// Another request came under this key.
    Another,
}

impl Engine {
    /// How long what was answered is kept, in microseconds: 24 hours.
    pub const ANSWERS_KEPT_US: i64 = 24 * 3600 * 1_000_000;
    /// The most answers that are kept for one user; the oldest are forgotten.
    pub const ANSWERS_MAX: u32 = 10_000;

    /// Begins a write of an actor under a key, with the hash of the request.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn claim(
        &mut self,
        actor: &Actor,
        key: &str,
        request: &[u8; 32],
        now: Instant,
    ) -> Result<Claim, AppError> {
        let since = Instant(now.0 - Self::ANSWERS_KEPT_US);
        let mut writer = self.people_writer()?;
        writer.forget_old_replays(since)?;
        if let Some(found) = writer.view().replay(actor.user.0, key)? {
            return Ok(match found.answered {
                _ if found.request != *request => Claim::Another,
                Some(answered) => Claim::Done(answered),
                None => Claim::Begun,
            });
        }
        writer.claim_replay(actor.user.0, key, request, (now, Self::ANSWERS_MAX))?;
        writer.commit()?;
        Ok(Claim::New)
    }

    /// Keeps what was answered to a write.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn keep_answer(
        &mut self,
        actor: &Actor,
        key: &str,
        answered: &Answered,
    ) -> Result<(), AppError> {
        let mut writer = self.people_writer()?;
        writer.keep_replay(actor.user.0, key, answered)?;
        Ok(writer.commit()?)
    }

    /// Forgets a write that failed before it did anything: it may be sent again.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn release(&mut self, actor: &Actor, key: &str) -> Result<(), AppError> {
        let mut writer = self.people_writer()?;
        writer.release_replay(actor.user.0, key)?;
        Ok(writer.commit()?)
    }
}
