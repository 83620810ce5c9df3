//! A lead's decisions, read once for all metrics.

use crate::path::Path;
use facts::{Instant, Precision, SubjectId, Symbol};
use lifecycle::{Decision, What};
use std::borrow::Cow;

/// What metrics need to know of one lead.
#[derive(Clone, PartialEq, Debug)]
pub struct LeadHistory<'d> {
    /// The lead.
    pub lead: SubjectId,
    /// The word of the trait by which figures are sliced; empty when it is not known.
    pub slice: Symbol,
    /// The first marketing interaction.
    pub first_touch: Option<Moment>,
    /// Where it rests now; `None` before its first pass.
    pub resting: Option<Resting>,
    /// The decisions that stand, in order of time.
    pub decisions: Cow<'d, [Decision]>,
}

/// An instant with how precisely it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moment {
    /// The instant; for a day, its start in the charter's zone.
    pub at: Instant,
    /// How precisely it is known.
    pub precision: Precision,
}

/// Where a lead rests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Resting {
    /// The id of the stage, as a word.
    pub stage: Symbol,
    /// Whether it waits for somebody there.
    pub is_open: bool,
}

/// One lead's way through the stages.
#[derive(Clone, PartialEq, Debug)]
pub struct Journey {
    /// The lead.
    pub lead: SubjectId,
    /// As [`LeadHistory::slice`].
    pub slice: Symbol,
    /// As [`LeadHistory::first_touch`].
    pub first_touch: Option<Moment>,
    /// The stage that it is in now, by index in the path, and whether it waits there.
    pub now: Option<(usize, bool)>,
    /// Each time it entered a stage, in order of time.
    pub entries: Vec<Entry>,
}

/// A stage entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The stage, by index in the path.
    pub stage: usize,
    /// When.
    pub moment: Moment,
    /// Whether this is assumed: decided in retrospect, or from a fact without a date.
    pub assumed: bool,
}

impl Journey {
    /// Reads a lead's history. Stages that the charter in force no longer has are left out.
    ///
    /// `adopted_at` is when the first charter was adopted: what was decided of an earlier instant
    /// is assumed.
    #[must_use]
    pub fn read(path: &Path, adopted_at: Instant, history: &LeadHistory<'_>) -> Self {
        let entered = history.decisions.iter().filter(|d| d.key.what == What::StageEntered);
        let mut entries: Vec<_> = entered
            .filter_map(|decision| {
                Some(Entry {
                    stage: path.by_word(decision.target)?,
                    moment: Moment { at: decision.at, precision: decision.precision },
                    assumed: decision.at < adopted_at || decision.precision == Precision::Unknown,
                })
            })
            .collect();
        entries.sort_by_key(|entry| entry.moment.at);
        let resting = history.resting;
        let now = resting.and_then(|it| Some((path.by_word(it.stage)?, it.is_open)));
        let LeadHistory { lead, slice, first_touch, .. } = *history;
        Self { lead, slice, first_touch, now, entries }
    }

    /// When it first entered any stage.
    #[must_use]
    pub fn began(&self) -> Option<Moment> {
        self.entries.first().map(|entry| entry.moment)
    }

    /// Each time it entered this stage.
    pub fn entries_of(&self, stage: usize) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.stage == stage)
    }

    /// Whether it ever entered this stage.
    #[must_use]
    pub fn entered(&self, stage: usize) -> bool {
        self.entries_of(stage).next().is_some()
    }

    /// The first time that it entered this stage or any later one of the path.
    #[must_use]
    pub fn reached(&self, stage: usize, path: &Path) -> Option<&Entry> {
        let later = |entry: &&Entry| entry.stage >= stage && path.is_on_path(entry.stage);
        self.entries.iter().find(later)
    }
}
