//! Deciding what follows from what was recorded, and from time.

use crate::engine::Engine;
use crate::error::AppError;
use crate::folding::{Folding, Outcome, gather};
use crate::notices;
use facts::Instant;
use store::{Recording, Store, StoreError, Unsettled, WholeLedger, Writer};

/// What settling came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Settled {
    /// How many leads were settled.
    pub leads: u64,
    /// How many decisions and corrections were appended.
    pub changes: u64,
}

impl Engine {
    /// The most leads that a person's write settles before it is acknowledged.
    pub const SETTLED_AT_ONCE_MAX: u32 = 1_000;
    /// How many leads one transaction settles.
    const BATCH_LEADS: usize = 10_000;
    /// From so many facts on it is worth not to mark the leads that they are about.
    const ARRIVED_MIN: u64 = 10_000;
    /// How often to try again when another process changed words or charters meanwhile.
    const ATTEMPTS: usize = 5;

    /// Settles every unsettled lead until now: folds its story, appends what changed, and notes
    /// where it rests. Does nothing before a charter was adopted.
    ///
    /// # Errors
    /// When the ledger cannot be read or written; what was settled before stays settled.
    pub fn settle(&mut self, now: Instant) -> Result<Settled, AppError> {
        let mut total = Settled::default();
        for attempt in 1.. {
            match self.settle_all(now, &mut total) {
                Err(AppError::Store(StoreError::ChangedElsewhere))
                    if attempt < Self::ATTEMPTS && !self.store.is_ahead(&self.vocabulary) =>
                {
                    self.refresh()?;
                }
                Err(error) => return Err(error),
                Ok(()) => break,
            }
        }
        Ok(total)
    }

    /// Settles the leads about which time alone may have decided something by now, and all others
    /// that are unsettled. Can be called any number of times.
    ///
    /// # Errors
    /// As [`Engine::settle`].
    pub fn wake(&mut self, now: Instant) -> Result<Settled, AppError> {
        if !self.store.view().leads_to_wake(now, 1)?.is_empty() {
            if !self.store.is_ahead(&self.vocabulary) {
                self.refresh_if_changed()?;
            }
            let mut writer = self.store.begin()?;
            writer.unsettle_due(now)?;
            writer.commit()?;
        }
        self.settle(now)
    }

    pub(crate) fn refresh_if_changed(&mut self) -> Result<(), AppError> {
        match self.store.begin().map(drop) {
            Ok(()) => Ok(()),
            Err(StoreError::ChangedElsewhere) => self.refresh(),
            Err(error) => Err(error.into()),
        }
    }

    pub(crate) fn settle_all(&mut self, now: Instant, total: &mut Settled) -> Result<(), AppError> {
        self.mark_arrived()?;
        self.cover()?;
        let until = self.until(now)?;
        let Some(reign) = &self.reign else { return Ok(()) };
        // The marks are read before the facts: whoever adds facts in between gives later marks.
        let unsettled = self.store.view().unsettled(0, u32::MAX)?;
        let known_position = self.store.view().tail()?;
        let whole = (unsettled.len() >= self.whole_from_leads.max(1))
            .then(|| self.store.view().whole_ledger())
            .transpose()?;
        let vocabulary = &self.vocabulary;
        let told = if self.tells { &self.versions[..] } else { &[] };
        let folding = Folding {
            reign,
            versions: told,
            vocabulary,
            until,
            known_position,
            threads: self.threads,
        };
        let mut write = |writer: &mut Writer<'_>, batch: &[Unsettled], outcomes: &[Outcome]| {
            let settled = write(writer, &folding, now, batch, outcomes)?;
            total.leads += settled.leads;
            total.changes += settled.changes;
            Ok(true)
        };
        in_batches(&mut self.store, &folding, &unsettled, whole.as_ref(), &mut write)
    }

    /// Settles the leads of what [came in](Writer::append_arrived), without marking each of them
    /// first: for an import, of which most leads are new. Where anybody else writes meanwhile, what
    /// is left over waits for [`Engine::settle_all`].
    pub(crate) fn settle_arrived(
        &mut self,
        now: Instant,
        total: &mut Settled,
    ) -> Result<(), AppError> {
        self.cover()?;
        let until = self.until(now)?;
        let Some(reign) = &self.reign else { return Ok(()) };
        let view = self.store.view();
        if view.arrived_count()? < Self::ARRIVED_MIN {
            return Ok(());
        }
        // Read before the leads and their facts: whoever writes in between changes one of the two.
        let mut decided = view.last_decided()?;
        let known_position = view.tail()?;
        let leads: Vec<_> =
            view.arrived_leads()?.into_iter().map(|lead| Unsettled { mark: 0, lead }).collect();
        let Some(last_lead) = leads.last().map(|last| last.lead) else { return Ok(()) };
        let whole = (leads.len() >= self.whole_from_leads.max(1))
            .then(|| view.whole_ledger())
            .transpose()?;
        let folding = Folding {
            reign,
            versions: if self.tells { &self.versions[..] } else { &[] },
            vocabulary: &self.vocabulary,
            until,
            known_position,
            threads: self.threads,
        };
        let mut write = |writer: &mut Writer<'_>, batch: &[Unsettled], outcomes: &[Outcome]| {
            let view = writer.view();
            if (view.tail()?, view.last_decided()?) != (known_position, decided) {
                return Ok(false);
            }
            writer.save_vocabulary(folding.vocabulary)?;
            writer.note_settled_until(folding.until)?;
            let outcomes: Vec<_> = outcomes.iter().collect();
            write_outcomes(writer, &folding, now, &outcomes)?;
            if batch.last().is_some_and(|last| last.lead == last_lead) {
                writer.forget_arrived(known_position)?;
            }
            decided = writer.view().last_decided()?;
            total.leads += outcomes.len() as u64;
            total.changes +=
                outcomes.iter().map(|outcome| outcome.changes.len() as u64).sum::<u64>();
            Ok(true)
        };
        in_batches(&mut self.store, &folding, &leads, whole.as_ref(), &mut write)
    }
}

/// Writes what folding some leads came to; false where the rest is for later.
type Write<'w> =
    dyn FnMut(&mut Writer<'_>, &[Unsettled], &[Outcome]) -> Result<bool, AppError> + 'w;

/// Folds leads and writes what that comes to, a transaction for each batch, until `write` says
/// that the rest is for later. While one batch is written, the next is folded.
fn in_batches(
    store: &mut Store,
    folding: &Folding<'_>,
    leads: &[Unsettled],
    whole: Option<&WholeLedger>,
    write: &mut Write<'_>,
) -> Result<(), AppError> {
    let mut batches = leads.chunks(Engine::BATCH_LEADS);
    std::thread::scope(|scope| {
        let mut before = None;
        loop {
            let next = match batches.next() {
                None => None,
                Some(batch) => {
                    let cases = gather(store.view(), whole, batch)?;
                    Some((batch, scope.spawn(move || folding.all(&cases))))
                }
            };
            let is_last = next.is_none();
            if let Some((batch, folded)) = std::mem::replace(&mut before, next) {
                let outcomes = folded.join().expect("a folding thread panicked");
                let mut writer = store.begin()?;
                if !write(&mut writer, batch, &outcomes)? {
                    return Ok(());
                }
                writer.commit()?;
            }
            if is_last {
                return Ok(());
            }
        }
    })
}

/// Writes what folding came to, but for leads that changed again since they were marked.
pub(crate) fn write(
    writer: &mut Writer<'_>,
    folding: &Folding<'_>,
    now: Instant,
    unsettled: &[Unsettled],
    outcomes: &[Outcome],
) -> Result<Settled, AppError> {
    writer.save_vocabulary(folding.vocabulary)?;
    writer.note_settled_until(folding.until)?;
    debug_assert!(unsettled.iter().map(|u| u.lead).eq(outcomes.iter().map(|o| o.lead)));
    let cleared = writer.clear_all(unsettled)?;
    let settled = outcomes.iter().zip(cleared).filter(|(_, cleared)| *cleared);
    let settled: Vec<_> = settled.map(|(outcome, _)| outcome).collect();
    write_outcomes(writer, folding, now, &settled)?;
    let changes = settled.iter().map(|outcome| outcome.changes.len() as u64).sum();
    Ok(Settled { leads: settled.len() as u64, changes })
}

pub(crate) fn write_outcomes(
    writer: &mut Writer<'_>,
    folding: &Folding<'_>,
    now: Instant,
    outcomes: &[&Outcome],
) -> Result<(), AppError> {
    let recording = Recording {
        known_position: folding.known_position,
        recorded_at: now,
        adopted_at: folding.reign.adopted_at(),
    };
    let changes = outcomes.iter().map(|outcome| (outcome.lead, &outcome.changes[..]));
    writer.append_all_changes(changes, &recording)?;
    notices::write(writer, outcomes.iter().flat_map(|outcome| &outcome.tells), now)?;
    let rests = outcomes.iter().map(|outcome| (outcome.lead, outcome.projection.as_ref()));
    Ok(writer.put_projections(rests)?)
}
