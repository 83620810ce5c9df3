//! What is known of all leads, for figures: their stories, where they rest, what was decided.
//!
//! A server keeps it in memory and has it follow the ledger: of what was recorded and decided since
//! somebody last asked, only the leads concerned are read again. It is a cache. It says of which
//! ledger, position and decision it is, and whoever reads at another instant reads the ledger
//! itself, part by part, as a program that asks once does.

mod names;
mod part;

pub(crate) use part::{Known, Part};

use crate::engine::Engine;
use crate::error::AppError;
use facts::SubjectId;
use names::Names;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use store::{LedgerAt, WholeLedger};
use timeline::{Known as KnownFacts, OwnedStory, Story, assemble};

/// How many leads a part has at first; one of twice as many is cut.
const PART_LEADS: usize = 2_048;
/// Of one lead in so many on, all are read again.
const ANEW_SHARE: usize = 4;
/// What a fact takes in memory, with what was decided because of it and the lead that it is about.
const FACT_BYTES: u64 = 96;

/// What a fact takes beside that where all facts are kept by subject, for accounts and opportunities.
const WHOLE_FACT_BYTES: u64 = 64;

/// One part in so many of the memory is for names.
const NAMES_SHARE: u64 = 4;

/// What is known of all leads, in the memory of a server. Copies share it.
#[derive(Clone, Debug)]
pub(crate) struct Books {
    kept: Arc<Mutex<Option<Arc<Kept>>>>,
    whole: Arc<Mutex<Option<WholeAt>>>,
    names: Names,
    bytes_max: u64,
}

/// All facts, and of which instant of the ledger.
type WholeAt = (LedgerAt, Arc<WholeLedger>);

#[derive(Debug)]
struct Kept {
    /// Of which instant of the ledger.
    at: LedgerAt,
    /// In the order of ids.
    parts: Vec<Arc<Part>>,
    /// Leads whose rest may change without a further fact or decision: facts about them were
    /// recorded that nobody had settled yet.
    unsettled: Vec<SubjectId>,
}

impl Books {
    /// That take so many bytes of memory at most; a ledger that needs more is read anew each time.
    pub(crate) fn of_at_most(bytes: u64) -> Self {
        let names = Names::of_at_most(bytes / NAMES_SHARE);
        Self { kept: Arc::default(), whole: Arc::default(), names, bytes_max: bytes }
    }

    /// All facts as of the instant at which an engine reads; `None` where they are not kept.
    fn whole_as_of(&self, engine: &Engine) -> Result<Option<Arc<WholeLedger>>, AppError> {
        let view = engine.store().view();
        let at = view.ledger_at()?;
        if at.position().0.saturating_mul(FACT_BYTES + WHOLE_FACT_BYTES) > self.bytes_max {
            return Ok(None);
        }
        let mut kept = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        let whole = match kept.take() {
            Some((before, whole))
                if before.position() == at.position() && before.is_followed_by(&at) =>
            {
                whole
            }
            Some((before, whole)) if before.is_after(&at) => {
                *kept = Some((before, whole));
                return Ok(None);
            }
            Some((before, whole)) if before.is_followed_by(&at) => {
                // Copied while somebody still reads it.
                let whole = Arc::unwrap_or_clone(whole);
                Arc::new(view.whole_ledger_from(whole, before.position())?)
            }
            _ => Arc::new(view.whole_ledger()?),
        };
        *kept = Some((at, Arc::clone(&whole)));
        Ok(Some(whole))
    }

    /// What is known as of the instant at which an engine reads; `None` where it is not kept.
    fn as_of(&self, engine: &Engine) -> Result<Option<Arc<Kept>>, AppError> {
        let view = engine.store().view();
        let at = view.ledger_at()?;
        if at.position().0.saturating_mul(FACT_BYTES) > self.bytes_max {
            return Ok(None);
        }
        // Whoever comes meanwhile waits, and finds it done.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let next = match &*kept {
            Some(before) if before.at == at && before.unsettled.is_empty() => {
                return Ok(Some(Arc::clone(before)));
            }
            // Read by somebody who began later.
            Some(before) if before.at.is_after(&at) => return Ok(None),
            Some(before) if before.at.is_followed_by(&at) => match changed(engine, before, &at)? {
                Some(leads) => before.with_anew(engine, at, &leads)?,
                None => Kept::read(engine, at)?,
            },
            _ => Kept::read(engine, at)?,
        };
        let next = Arc::new(next);
        *kept = Some(Arc::clone(&next));
        Ok(Some(next))
    }
}

impl Kept {
    fn read(engine: &Engine, at: LedgerAt) -> Result<Self, AppError> {
        let mut parts = Vec::new();
        let untold = engine.read_told(&mut |part| {
            parts.push(Arc::new(part));
            Ok(())
        })?;
        Self { at: at.clone(), parts, unsettled: Vec::new() }.with_anew(engine, at, &untold)
    }

    /// The same with some leads read again, in order.
    fn with_anew(
        &self,
        engine: &Engine,
        at: LedgerAt,
        leads: &[SubjectId],
    ) -> Result<Self, AppError> {
        let mut parts = Vec::with_capacity(self.parts.len());
        let mut rest = leads;
        for (index, part) in self.parts.iter().enumerate() {
            let is_last = index + 1 == self.parts.len();
            let end = match part.last() {
                Some(last) if !is_last => rest.partition_point(|lead| *lead <= last),
                _ => rest.len(),
            };
            let (own, others) = rest.split_at(end);
            rest = others;
            match own.is_empty() {
                true => parts.push(Arc::clone(part)),
                false => parts.extend(with_anew(part, &read_some(engine, own)?)),
            }
        }
        // Where there was no part yet.
        parts.extend(with_anew(&Part::default(), &read_some(engine, rest)?));
        Ok(Self { at, parts, unsettled: unsettled(engine)? })
    }
}

/// A part with some of its leads replaced and others added, in the order of ids; cut where it is
/// long.
fn with_anew(part: &Part, anew: &Part) -> Vec<Arc<Part>> {
    let all = part.len() + anew.len();
    let share = if all < 2 * PART_LEADS { all } else { PART_LEADS };
    let mut parts = vec![Part::default()];
    let mut push = |known: Known<'_>| {
        // Of a lead without story or place there is nothing to say.
        if known.story.rows.is_empty() && known.rest.is_none() {
            return;
        }
        if parts.last().is_none_or(|last| last.len() >= share) {
            parts.push(Part::default());
        }
        if let Some(last) = parts.last_mut() {
            last.push(known);
        }
    };
    let mut anew = anew.all().peekable();
    for known in part.all() {
        while let Some(other) = anew.next_if(|it| it.story.lead < known.story.lead) {
            push(other);
        }
        push(anew.next_if(|it| it.story.lead == known.story.lead).unwrap_or(known));
    }
    anew.for_each(push);
    parts.retain(|part| part.len() > 0);
    parts.into_iter().map(Arc::new).collect()
}

/// The leads of which something may be known that was not, in order; `None` where that is so many
/// that reading all is less work.
fn changed(
    engine: &Engine,
    before: &Kept,
    at: &LedgerAt,
) -> Result<Option<Vec<SubjectId>>, AppError> {
    let view = engine.store().view();
    let most = before.parts.iter().map(|part| part.len()).sum::<usize>() / ANEW_SHARE;
    let limit = u32::try_from(most).unwrap_or(u32::MAX - 1) + 1;
    let decided = view.leads_decided_after(before.at.decided(), limit)?;
    if decided.len() > most || at.position().0 - before.at.position().0 > most as u64 {
        return Ok(None);
    }
    let mut leads: BTreeSet<_> = before.unsettled.iter().copied().collect();
    leads.extend(decided);
    leads.extend(view.leads_told_of_after(before.at.position())?);
    Ok((leads.len() <= most).then(|| leads.into_iter().collect()))
}

/// The leads that are to be settled because of what is known by now.
fn unsettled(engine: &Engine) -> Result<Vec<SubjectId>, AppError> {
    let view = engine.store().view();
    let mut leads: Vec<_> =
        view.unsettled(0, u32::MAX)?.into_iter().map(|unsettled| unsettled.lead).collect();
    if view.arrived_count()? > 0 {
        leads.extend(view.arrived_leads()?);
    }
    Ok(leads)
}

/// What is known of some leads, in their order.
fn read_some(engine: &Engine, leads: &[SubjectId]) -> Result<Part, AppError> {
    let view = engine.store().view();
    let stories: Vec<OwnedStory> = leads
        .iter()
        .zip(view.facts_of_leads(leads)?)
        .map(|(lead, facts)| assemble(*lead, &facts, engine.vocabulary(), KnownFacts::Everything))
        .collect();
    part_of(engine, stories.iter().map(OwnedStory::as_story))
}

/// Stories with where their leads rest and what was decided.
fn part_of<'s>(
    engine: &Engine,
    stories: impl ExactSizeIterator<Item = Story<'s>> + Clone,
) -> Result<Part, AppError> {
    let view = engine.store().view();
    let leads: Vec<_> = stories.clone().map(|story| story.lead).collect();
    let rests = view.projections_of(&leads)?;
    let decisions = view.standing_decisions_of(&leads)?;
    let mut part =
        Part::with_capacity(leads.len(), stories.clone().map(|story| story.rows.len()).sum());
    for ((story, rest), decisions) in stories.zip(&rests).zip(&decisions) {
        part.push(Known { story, rest: rest.as_ref(), decisions });
    }
    Ok(part)
}

impl Engine {
    /// All facts, by subject.
    pub(crate) fn whole(&self) -> Result<Arc<WholeLedger>, AppError> {
        if let Some(books) = &self.books
            && let Some(whole) = books.whole_as_of(self)?
        {
            return Ok(whole);
        }
        Ok(Arc::new(self.store().view().whole_ledger()?))
    }

    /// Reads all names, and what figures need to know of all leads, into memory, where they are kept
    /// there: whoever asks first need not wait for it.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn read_ahead(&self) -> Result<(), AppError> {
        let Some(books) = &self.books else { return Ok(()) };
        books.names.read_ahead(self)?;
        books.as_of(self).map(drop)
    }

    /// The subjects of which an identifier or a personal value contains a text, at most `limit`, as
    /// [`store::View::matching`] says.
    pub(crate) fn matching(&self, text: &str, limit: u32) -> Result<Vec<SubjectId>, AppError> {
        if let Some(books) = &self.books
            && let Some(found) = books.names.matching(self, text, limit)?
        {
            return Ok(found);
        }
        Ok(self.store().view().matching(text, limit)?)
    }

    /// Shows what is known of every lead that has a story or rests somewhere; not in order of ids
    /// throughout.
    pub(crate) fn each_known(
        &self,
        mut visit: impl FnMut(Known<'_>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        if let Some(books) = &self.books
            && let Some(kept) = books.as_of(self)?
        {
            return kept.parts.iter().try_for_each(|part| part.all().try_for_each(&mut visit));
        }
        let untold = self.read_told(&mut |part| part.all().try_for_each(&mut visit))?;
        for some in untold.chunks(PART_LEADS) {
            read_some(self, some)?.all().try_for_each(&mut visit)?;
        }
        Ok(())
    }

    /// Reads what is known of every lead that has a story from the ledger, part by part and in the
    /// order of ids. Returns the leads that rest somewhere without one, in order: they were settled
    /// while they had it.
    fn read_told(
        &self,
        visit: &mut dyn FnMut(Part) -> Result<(), AppError>,
    ) -> Result<Vec<SubjectId>, AppError> {
        let view = self.store().view();
        let mut untold: BTreeSet<_> = view.projected_leads()?.into_iter().collect();
        self.each_part(self.vocabulary(), |timelines| {
            for start in (0..timelines.len()).step_by(PART_LEADS) {
                let some = start..timelines.len().min(start + PART_LEADS);
                let part = part_of(self, some.map(|index| timelines.story(index)))?;
                part.all().for_each(|known| {
                    untold.remove(&known.story.lead);
                });
                visit(part)?;
            }
            Ok(())
        })?;
        Ok(untold.into_iter().collect())
    }
}
