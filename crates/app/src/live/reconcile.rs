//! What is decided without anybody asking.

use super::Live;
use crate::Engine;
use crate::error::AppError;
use crate::routing::Routed;
use crate::settle::Settled;
use facts::{Instant, Seconds};
use std::sync::PoisonError;

/// Waiting leads are looked at so often even if nothing was decided: somebody may be back.
const ROUTING_EVERY: Seconds = Seconds(5);
/// Looking at them takes one in so many parts of the time at most.
const ROUTING_SHARE: i64 = 20;

/// When waiting leads are looked at next.
#[derive(Debug)]
pub(super) struct RoutingTurn {
    pub(super) next: Instant,
}

/// What one turn of reconciling came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reconciled {
    /// What was settled: facts that came in as a stream, and what time alone decided.
    pub settled: Settled,
    /// What was given to somebody.
    pub routed: Routed,
    /// How many leads still wait to be settled.
    pub unsettled: u64,
    /// When time alone may next decide something; [`Instant::NEVER`] if nothing is to come.
    pub next: Instant,
}

impl Live {
    /// Brings the ledger to now: settles whom facts were recorded about, decides what time
    /// decides, and gives waiting leads to people. Takes no input, and can be called any number of
    /// times, on any number of servers at once.
    ///
    /// # Errors
    /// When the ledger cannot be read or written; what was decided before stays decided.
    pub fn reconcile(&self) -> Result<Reconciled, AppError> {
        self.write(Engine::adopt_signed)?;
        let mut settled = self.write(Engine::wake)?;
        let mut routed = Routed::default();
        let mut turn = self.routing.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = (self.clock)();
        if settled.changes > 0 || begun >= turn.next {
            routed = self.write(Engine::route_waiting)?;
            let ended = (self.clock)();
            let took = ended.micros_since(begun).max(0);
            turn.next = Instant(ended.0 + (took * ROUTING_SHARE).max(ROUTING_EVERY.micros()));
            if routed.given > 0 {
                let after = self.write(Engine::settle)?;
                settled.leads += after.leads;
                settled.changes += after.changes;
            }
        }
        drop(turn);
        self.readers.read(|engine| {
            let view = engine.store().view();
            let (unsettled, next) = (view.unsettled_count()?, view.next_wake()?);
            Ok(Reconciled { settled, routed, unsettled, next })
        })
    }
}
