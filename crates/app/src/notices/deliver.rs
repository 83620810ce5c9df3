//! Handing messages to the outside, at least once.

use super::compose::Composed;
use super::directory::Directory;
use super::notice::TO_ADDRESS;
use crate::engine::Engine;
use crate::error::AppError;
use crate::live::Live;
use connect::sending::{Outside, Parcel, SendError};
use facts::{Instant, Seconds};
use std::sync::{Mutex, PoisonError};
use store::{Attempted, OutboxMessage};

/// Takes parcels to the outside; blocks until it knows what became of one.
pub trait Senders: Sync {
    /// Hands one over, within a minute.
    ///
    /// # Errors
    /// When it was not taken, or nobody knows.
    fn send(&self, parcel: &Parcel) -> Result<(), SendError>;
}

impl Senders for Outside {
    fn send(&self, parcel: &Parcel) -> Result<(), SendError> {
        Self::send(self, parcel)
    }
}

/// Lends the engine for a moment. It is never held while somebody speaks to the outside.
pub trait Lend {
    /// Works with the engine, at a given now or, where this lends a ledger at work, at its own.
    ///
    /// # Errors
    /// Those of the work.
    fn lend<T>(&self, work: impl FnMut(&mut Engine) -> Result<T, AppError>) -> Result<T, AppError>;
}

impl Lend for Mutex<Engine> {
    fn lend<T>(
        &self,
        mut work: impl FnMut(&mut Engine) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        work(&mut self.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Lend for Live {
    fn lend<T>(
        &self,
        mut work: impl FnMut(&mut Engine) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        self.write(|engine, _| work(engine))
    }
}

/// With what messages are delivered.
#[derive(Clone, Copy)]
pub struct Delivery<'a> {
    /// Who people are.
    pub directory: &'a dyn Directory,
    /// The ways out.
    pub senders: &'a dyn Senders,
    /// Under which address people reach this server, without a slash at the end.
    pub public_url: &'a str,
    /// Draws a number from 0 to below 1, so that retries of many do not come at once.
    pub draw: &'a (dyn Fn() -> f64 + Sync),
}

/// What one turn of delivering came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Delivered {
    /// Notices that were addressed to people, programs and rooms.
    pub addressed: u64,
    /// Messages that were taken; those of a digest count each.
    pub sent: u64,
    /// Messages that failed and are tried again.
    pub failed: u64,
    /// Messages that were given up.
    pub dead: u64,
    /// Messages that had no point any more.
    pub pointless: u64,
}

/// How many messages are claimed at once, and sent beside each other.
const AT_ONCE: u32 = 8;
/// How often one turn claims.
const TURNS_MAX: u32 = 100;
/// How long a claim stands: longer than any sending takes.
const CLAIM: Seconds = Seconds(90);
/// When a message is tried again after each failure, in seconds: ten attempts in about two days.
const AGAIN_AFTER: [i64; 9] = [15, 60, 300, 900, 3_600, 10_800, 21_600, 43_200, 86_400];
/// For how long messages are kept after they ended, in days: a correction may follow for so long.
const KEPT: Seconds = Seconds(90 * 86_400);
/// How many of them one turn removes.
const FORGOTTEN_MAX: u32 = 1_000;

impl Engine {
    /// How often a message is tried.
    pub const ATTEMPTS_MAX: u32 = AGAIN_AFTER.len() as u32 + 1;

    /// Claims what is due and says what is to be sent.
    fn claim_parcels(
        &mut self,
        delivery: &Delivery<'_>,
        now: Instant,
    ) -> Result<Vec<Composed>, AppError> {
        let until = now.plus(CLAIM);
        let mut groups: Vec<Vec<OutboxMessage>> = Vec::new();
        for digest in self.store.view().due_digests(now, AT_ONCE)? {
            groups.push(self.store.claim_digest(&digest, now, until)?);
        }
        let room = AT_ONCE.saturating_sub(groups.len() as u32);
        if room > 0 {
            let alone = self.store.claim_messages(TO_ADDRESS, now, until, room)?;
            groups.extend(alone.into_iter().map(|message| vec![message]));
        }
        let mut composed = Vec::new();
        for group in groups.into_iter().filter(|group| !group.is_empty()) {
            composed.push(self.composed(group, delivery, now)?);
        }
        Ok(composed)
    }

    fn note_all(
        &mut self,
        messages: &[OutboxMessage],
        came_to: impl Fn(&OutboxMessage) -> Attempted,
        now: Instant,
        delivered: &mut Delivered,
    ) -> Result<(), AppError> {
        for message in messages {
            let attempted = came_to(message);
            if !self.store.note_attempt(message, &attempted, now)? {
                continue;
            }
            *match attempted {
                Attempted::Sent => &mut delivered.sent,
                Attempted::Failed { .. } => &mut delivered.failed,
                Attempted::GivenUp { .. } => &mut delivered.dead,
                Attempted::Pointless => &mut delivered.pointless,
            } += 1;
        }
        Ok(())
    }

    /// Removes messages that ended long ago.
    fn forget_old_messages(&mut self, now: Instant) -> Result<(), AppError> {
        let before = Instant(now.0.saturating_sub(KEPT.micros()));
        if !self.store.view().has_messages_to_forget(before)? {
            return Ok(());
        }
        self.refresh_if_changed()?;
        let mut writer = self.store.begin()?;
        if writer.forget_messages(before, FORGOTTEN_MAX)? > 0 {
            writer.commit()?;
        }
        Ok(())
    }
}

/// Tells everybody what is due: addresses notices, claims messages, sends them, and notes what became
/// of each. Takes no input; it can be called any number of times, on any number of nodes at once.
/// No transaction is open while it speaks to the outside. Whoever dies in between has sent a message
/// or not: another sends it again, under the same key.
///
/// # Errors
/// When the ledger cannot be read or written; what was sent before stays sent.
pub fn deliver(
    ledger: &impl Lend,
    delivery: &Delivery<'_>,
    now: Instant,
) -> Result<Delivered, AppError> {
    let mut delivered = Delivered::default();
    ledger.lend(|engine| engine.tell_of_soon_due(now))?;
    delivered.addressed = ledger.lend(|engine| engine.address_notices(delivery.directory, now))?;
    for _ in 0..TURNS_MAX {
        let composed = ledger.lend(|engine| engine.claim_parcels(delivery, now))?;
        if composed.is_empty() {
            break;
        }
        let results = send_all(&composed, delivery);
        let mut turn = Delivered::default();
        ledger.lend(|engine| {
            turn = Delivered::default();
            for (composed, result) in composed.iter().zip(&results) {
                note(engine, composed, result, delivery, now, &mut turn)?;
            }
            Ok(())
        })?;
        delivered.sent += turn.sent;
        delivered.failed += turn.failed;
        delivered.dead += turn.dead;
        delivered.pointless += turn.pointless;
    }
    ledger.lend(|engine| engine.forget_old_messages(now))?;
    Ok(delivered)
}

/// Sends all parcels beside each other.
fn send_all(composed: &[Composed], delivery: &Delivery<'_>) -> Vec<Result<(), SendError>> {
    let send = |composed: &Composed| match composed {
        Composed::Parcel(parcel, ..) => delivery.senders.send(parcel),
        Composed::Pointless(_) | Composed::Not(..) => Ok(()),
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            composed.iter().map(|composed| scope.spawn(move || send(composed))).collect();
        let lost =
            || SendError { what: "sending broke off".to_owned(), lasts: false, may_be_out: true };
        workers.into_iter().map(|it| it.join().unwrap_or_else(|_| Err(lost()))).collect()
    })
}

fn note(
    engine: &mut Engine,
    composed: &Composed,
    result: &Result<(), SendError>,
    delivery: &Delivery<'_>,
    now: Instant,
    delivered: &mut Delivered,
) -> Result<(), AppError> {
    let failed = |error: &SendError, message: &OutboxMessage| {
        let why = error.what.clone();
        let may_be_out = error.may_be_out;
        if error.lasts || message.attempts >= Engine::ATTEMPTS_MAX {
            return Attempted::GivenUp { why, may_be_out };
        }
        let again_at = now.plus(again_after(message.attempts, (delivery.draw)()));
        Attempted::Failed { why, may_be_out, again_at }
    };
    match composed {
        Composed::Parcel(_, told, pointless) => {
            engine.note_all(pointless, |_| Attempted::Pointless, now, delivered)?;
            match result {
                Ok(()) => engine.note_all(told, |_| Attempted::Sent, now, delivered),
                Err(error) => engine.note_all(told, |it| failed(error, it), now, delivered),
            }
        }
        Composed::Pointless(all) => engine.note_all(all, |_| Attempted::Pointless, now, delivered),
        Composed::Not(why, all) => {
            let given_up =
                |_: &OutboxMessage| Attempted::GivenUp { why: why.clone(), may_be_out: false };
            engine.note_all(all, given_up, now, delivered)
        }
    }
}

/// How long to wait after so many attempts: the usual time, up to a fifth shorter or longer, as
/// `drawn` (0 to below 1) says.
fn again_after(attempts: u32, drawn: f64) -> Seconds {
    let last = AGAIN_AFTER.len() - 1;
    let index = (attempts.max(1) as usize - 1).min(last);
    let usual = AGAIN_AFTER[index] as f64;
    Seconds((usual * (0.8 + 0.4 * drawn.clamp(0.0, 1.0))).round() as i64)
}

/// A number from 0 to below 1 by chance; where the machine has none, the middle.
#[must_use]
pub fn chance() -> f64 {
    getrandom::u32().map_or(0.5, |drawn| f64::from(drawn) / (f64::from(u32::MAX) + 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_attempts_take_about_two_days_and_do_not_come_at_once() {
        let total: i64 = (1..10).map(|attempt| again_after(attempt, 0.5).0).sum();
        assert_eq!(total, 166_875, "46 hours");
        assert_eq!((again_after(1, 0.0), again_after(1, 1.0)), (Seconds(12), Seconds(18)));
        assert_eq!(again_after(50, 0.5), Seconds(86_400), "and no longer than a day");
        assert_eq!(Engine::ATTEMPTS_MAX, 10);
    }
}
