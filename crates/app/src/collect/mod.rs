//! Collecting events: messages of websites, apps and servers become facts, many in one
//! transaction, and are acknowledged when they are on the disk.
//!
//! What a message says is recorded of the subject that its own ids name, so that it is the same
//! whenever it comes and however often: of the user where it names one, else of the browser. That
//! a browser is a user's, or two ids are one person's, is a link of its own, dated by the message
//! and not by its arrival ([ADR 20](../../../../docs/adr/0020-collecting-events.md)). Leads are
//! settled later, many facts at once.

mod counts;
mod group;
mod known;
mod merging;
mod queue;
mod refused;
mod resolve;
mod write_keys;

pub use counts::Collected;
pub use known::Known as CollectedNames;
pub use queue::{Acknowledge, Collector, CollectorFull, Sender};
pub use refused::CollectRefused;
pub use write_keys::NewWriteKey;

use crate::engine::Engine;
use crate::error::AppError;
use connect::segment::Meaning;
use facts::Instant;
use group::Group;
use store::StoreError;

impl Engine {
    /// How often collecting reads again what another process changed, before it gives up.
    const COLLECTING_ATTEMPTS: usize = 100;
    /// How many facts that came in as a stream are marked in one transaction.
    const MARKED_AT_ONCE: u64 = 200_000;

    /// Records what messages mean, all of it or nothing. The leads that it is about are settled
    /// with the next [`Engine::settle`].
    ///
    /// `names` is what the process remembers from one call to the next; it may be forgotten at any
    /// time.
    ///
    /// # Errors
    /// When the ledger cannot be written; then nothing is recorded.
    pub fn collect(
        &mut self,
        names: &mut CollectedNames,
        meanings: &[Meaning],
        now: Instant,
    ) -> Result<Collected, AppError> {
        for attempt in 1.. {
            match self.collect_once(names, meanings, now) {
                Err(AppError::Store(StoreError::ChangedElsewhere))
                    if attempt < Self::COLLECTING_ATTEMPTS =>
                {
                    self.refresh()?;
                }
                Err(error) => {
                    // The words of what was not recorded are forgotten.
                    self.refresh()?;
                    return Err(error);
                }
                done => return done,
            }
        }
        unreachable!("the last attempt returns")
    }

    fn collect_once(
        &mut self,
        names: &mut CollectedNames,
        meanings: &[Meaning],
        now: Instant,
    ) -> Result<Collected, AppError> {
        let mut writer = self.store.begin()?;
        names.hold_for(writer.erasures_known());
        let mut group = Group::new(names, writer.view(), now);
        group.look_up(meanings)?;
        for meaning in meanings {
            group.take(meaning, &mut self.vocabulary)?;
        }
        let learned = group.write(&mut writer, &self.vocabulary)?;
        writer.commit()?;
        Ok(names.learn(learned))
    }

    /// Marks the leads of what came in as a stream, so that they are settled.
    pub(crate) fn mark_arrived(&mut self) -> Result<(), AppError> {
        if self.store.view().arrived_count()? == 0 {
            return Ok(());
        }
        let mut more = true;
        while more {
            let mut writer = self.store.begin()?;
            more = writer.mark_arrived(Self::MARKED_AT_ONCE)?;
            writer.commit()?;
        }
        Ok(())
    }
}
