//! Every lead's story, one part after the other: from a snapshot where there is one that fits, and
//! else from the facts.

use crate::engine::Engine;
use crate::error::AppError;
use facts::{Instant, Position, SubjectId, Vocabulary};
use store::{Found, Snapshot, StoreError, Unfit, View, WholeLedger};
use timeline::{Known, OwnedStory, Timelines, assemble};

/// How many leads are read at once.
const PART_LEADS: usize = 50_000;
/// A snapshot that lacks no more facts than this is taken as it is,
const TAIL_MOST: u64 = 50_000;
/// and one that lacks no more than one in so many.
const TAIL_SHARE: u64 = 4;

/// What became of the snapshot of a ledger.
#[derive(Debug, PartialEq)]
pub enum SnapshotNews {
    /// There is none, or there is nothing to say about it.
    Nothing,
    /// It was of no use, and was made again.
    MadeAgain(SnapshotFault),
    /// It was of no use, and could not be made again: the facts are read.
    NotMade(SnapshotFault, String),
}

/// Why a snapshot is of no use.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum SnapshotFault {
    /// The file does not fit the ledger.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Much was recorded since it was made.
    #[error("{0} facts were recorded since it was made")]
    Old(u64),
}

/// A snapshot that was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SnapshotReport {
    /// How many stories it holds.
    pub leads: u64,
    /// How many facts they tell, those of an account once for each of its leads.
    pub facts: u64,
    /// How large its file is.
    pub size_bytes: u64,
}

impl Engine {
    /// Shows every lead's story that has one to `visit`, in the order of ids.
    ///
    /// # Errors
    /// When the ledger cannot be read, or `visit` fails.
    pub fn each_story(
        &self,
        mut visit: impl FnMut(timeline::Story<'_>) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        self.each_part(&self.vocabulary, |part| part.stories().try_for_each(&mut visit))
    }

    /// Writes the stories of all leads into a snapshot (see [`store::Store::snapshot_path`]), from
    /// the facts.
    ///
    /// # Errors
    /// When the file or the ledger cannot be written.
    pub fn make_snapshot(&mut self, now: Instant) -> Result<SnapshotReport, AppError> {
        let tail = self.store.view().tail()?;
        let mut maker = self.store.make_snapshot(tail)?;
        let mut report = SnapshotReport { leads: 0, facts: 0, size_bytes: 0 };
        self.each_part_of_ledger(&self.vocabulary, tail, |part| {
            report.leads += part.len() as u64;
            report.facts += part.fact_count() as u64;
            Ok(part.stories().try_for_each(|story| maker.push(story))?)
        })?;
        report.size_bytes = self.store.keep_snapshot(maker, now)?;
        Ok(report)
    }

    /// Makes the snapshot again if there is one and it is of no use. Makes none where there is
    /// none, and is no error where it cannot be made: the facts say the same.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn refresh_snapshot(&mut self, now: Instant) -> Result<SnapshotNews, AppError> {
        let tail = self.store.view().tail()?;
        let fault = match self.store.snapshot()? {
            Found::Nothing => return Ok(SnapshotNews::Nothing),
            Found::Unfit(unfit) => SnapshotFault::Unfit(unfit),
            Found::Snapshot(snapshot) => match is_recent(&snapshot, tail) {
                true => return Ok(SnapshotNews::Nothing),
                false => SnapshotFault::Old(tail.0 - snapshot.position().0),
            },
        };
        Ok(match self.make_snapshot(now) {
            Ok(_) => SnapshotNews::MadeAgain(fault),
            Err(AppError::Store(why)) if is_only_the_cache(&why) => {
                SnapshotNews::NotMade(fault, why.to_string())
            }
            Err(error) => return Err(error),
        })
    }

    /// Shows every lead's story that has one to `visit`, in parts and in the order of ids.
    pub(crate) fn each_part(
        &self,
        vocabulary: &Vocabulary,
        visit: impl FnMut(&Timelines) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        // First, so that whatever is recorded meanwhile is in none of the stories.
        let tail = self.store.view().tail()?;
        match self.store.snapshot()? {
            Found::Snapshot(snapshot) if is_recent(&snapshot, tail) => {
                self.each_part_of_snapshot(&snapshot, vocabulary, tail, visit)
            }
            _ => self.each_part_of_ledger(vocabulary, tail, visit),
        }
    }

    fn each_part_of_ledger(
        &self,
        vocabulary: &Vocabulary,
        tail: Position,
        mut visit: impl FnMut(&Timelines) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let view = self.store.view();
        let whole = view.whole_ledger()?;
        let mut leads = view.persons()?;
        leads.sort_unstable();
        for part in leads.chunks(PART_LEADS) {
            for timelines in stories(&whole, part, (vocabulary, tail), self.threads) {
                visit(&timelines)?;
            }
        }
        Ok(())
    }

    /// Reads as many groups at once as there are threads, and makes anew the stories of those to
    /// whom something happened since.
    fn each_part_of_snapshot(
        &self,
        snapshot: &Snapshot,
        vocabulary: &Vocabulary,
        tail: Position,
        mut visit: impl FnMut(&Timelines) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        let known = (vocabulary, tail);
        let anew = stories_anew(self.store.view(), snapshot.position(), known)?;
        let mut anew = anew.iter().peekable();
        let groups: Vec<usize> = (0..snapshot.groups()).collect();
        for some in groups.chunks(self.threads) {
            let read: Vec<_> = std::thread::scope(|scope| {
                let workers: Vec<_> =
                    some.iter().map(|group| scope.spawn(|| snapshot.read(*group))).collect();
                workers.into_iter().map(|w| w.join().expect("a reading thread panicked")).collect()
            });
            for part in read {
                let part: Timelines = part?;
                let Some(last) = part.len().checked_sub(1).map(|last| part.story(last).lead) else {
                    continue;
                };
                if anew.peek().is_none_or(|next| next.lead > last) {
                    visit(&part)?;
                    continue;
                }
                let mut mended = Timelines::with_capacity(part.len(), part.fact_count());
                for story in part.stories() {
                    while let Some(other) = anew.next_if(|other| other.lead < story.lead) {
                        push(&mut mended, other);
                    }
                    match anew.next_if(|other| other.lead == story.lead) {
                        Some(other) => push(&mut mended, other),
                        None => mended.push(story),
                    }
                }
                visit(&mended)?;
            }
        }
        let mut rest = Timelines::default();
        anew.for_each(|story| push(&mut rest, story));
        if rest.is_empty() { Ok(()) } else { visit(&rest) }
    }
}

/// Whether reading the snapshot and the facts after it is less than reading all facts.
fn is_recent(snapshot: &Snapshot, tail: Position) -> bool {
    tail.0 - snapshot.position().0.min(tail.0) <= TAIL_MOST.max(tail.0 / TAIL_SHARE)
}

/// Whether only the snapshot failed, or its note, and the ledger may be read as before.
fn is_only_the_cache(why: &StoreError) -> bool {
    matches!(
        why,
        StoreError::Snapshot { .. }
            | StoreError::Busy
            | StoreError::ChangedElsewhere
            | StoreError::DiskFull
            | StoreError::ReadOnly
    )
}

/// A story without rows is none.
fn push(timelines: &mut Timelines, story: &OwnedStory) {
    if !story.rows.is_empty() {
        timelines.push(story.as_story());
    }
}

/// The stories of the leads to which facts after a position may belong, in order; without rows
/// where there is nothing to tell any more.
fn stories_anew(
    view: View<'_>,
    after: Position,
    (vocabulary, tail): (&Vocabulary, Position),
) -> Result<Vec<OwnedStory>, AppError> {
    let mut anew = Vec::new();
    for leads in view.leads_told_of_after(after)?.chunks(10_000) {
        for (lead, gathered) in leads.iter().zip(view.facts_of_leads(leads)?) {
            anew.push(assemble(*lead, &gathered, vocabulary, Known::UpTo(tail)));
        }
    }
    Ok(anew)
}

/// The stories of leads that have one, in their order, made by so many threads.
fn stories(
    whole: &WholeLedger,
    leads: &[SubjectId],
    (vocabulary, tail): (&Vocabulary, Position),
    threads: usize,
) -> Vec<Timelines> {
    let share = leads.len().div_ceil(threads.max(1)).max(1);
    let make = |leads: &[SubjectId]| {
        let mut timelines = Timelines::default();
        let mut gathered = Vec::new();
        for &lead in leads {
            gathered.clear();
            whole.facts_of_lead(lead, &mut gathered);
            push(&mut timelines, &assemble(lead, &gathered, vocabulary, Known::UpTo(tail)));
        }
        timelines
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            leads.chunks(share).map(|part| scope.spawn(move || make(part))).collect();
        workers.into_iter().map(|w| w.join().expect("a reading thread panicked")).collect()
    })
}
