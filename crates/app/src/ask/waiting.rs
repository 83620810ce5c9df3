//! What needs a person now: what is late, what will be within a day, what waits in queues.

use super::due::DueWindow;
use super::list::LeadFilter;
use crate::engine::Engine;
use crate::error::AppError;
use crate::people::LeadScope;
use facts::Instant;
use std::collections::BTreeSet;
use store::PlaceKind;

/// What needs a person now. Each number is the length of the list that [`Engine::leads`] gives for
/// the same filter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// Leads that wait for somebody and whose next promise is late.
    pub late: usize,
    /// Those whose next promise falls due within a day.
    pub soon: usize,
    /// The queues of the charter's hand-offs, in its order.
    pub queues: Vec<QueueWaits>,
}

/// What waits in a queue for somebody to take it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueWaits {
    /// The queue, as hand-offs name it.
    pub queue: String,
    /// How many leads wait in it.
    pub leads: usize,
    /// How many of them are late.
    pub late: usize,
}

impl Engine {
    /// Counts what needs a person now, among the leads that whoever asks sees. Every lead that is
    /// late, soon or in a queue is looked at.
    ///
    /// # Errors
    /// [`AppError::NoCharter`] before the first, and when the ledger cannot be read.
    pub fn waiting(&self, scope: &LeadScope, now: Instant) -> Result<Waiting, AppError> {
        let open = LeadFilter { open_only: true, scope: scope.clone(), ..LeadFilter::default() };
        let due = |due| LeadFilter { due: Some(due), ..open.clone() };
        let handoffs = &self.reign()?.at(now).1.charter.handoffs;
        let mut seen = BTreeSet::new();
        let mut queues = Vec::new();
        for queue in handoffs.iter().map(|handoff| &handoff.to).filter(|to| seen.insert(*to)) {
            let (leads, late) = self.queue_waits(queue, &open, now)?;
            queues.push(QueueWaits { queue: queue.clone(), leads, late });
        }
        Ok(Waiting {
            late: self.leads_count(&due(DueWindow::Late), now)?,
            soon: self.leads_count(&due(DueWindow::Soon), now)?,
            queues,
        })
    }

    /// How many leads wait in a queue, and how many of them are late.
    fn queue_waits(
        &self,
        queue: &str,
        open: &LeadFilter,
        now: Instant,
    ) -> Result<(usize, usize), AppError> {
        // Nothing ever waited where the ledger has no word for the queue.
        if self.vocabulary.find(queue).is_none() {
            return Ok((0, 0));
        }
        let place = Some(PlaceKind::Queue);
        let waits = LeadFilter { place, who: Some(queue.to_owned()), ..open.clone() };
        let late = LeadFilter { due: Some(DueWindow::Late), ..waits.clone() };
        Ok((self.leads_count(&waits, now)?, self.leads_count(&late, now)?))
    }
}
