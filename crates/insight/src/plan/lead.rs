//! A lead's way, as planning sees it.

use crate::journey::Journey;
use crate::path::Path;
use facts::{Instant, Precision, SubjectId};

/// A lead's way through the stages, until some instant.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanLead {
    /// Who.
    pub lead: SubjectId,
    /// Where it went, in order of time; at least one.
    states: Vec<(Instant, PlanState)>,
    /// When it was won first.
    won: Option<Instant>,
}

/// Where a lead is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PlanState {
    /// In this stage of the path, by index.
    Stage(usize),
    /// Beside the path: nurtured, or ruled out.
    Beside,
}

impl PlanLead {
    /// Reads a journey until an instant, as if nobody knew what comes after. `None` where nothing
    /// happened by then, or it began without a date.
    #[must_use]
    pub fn of(journey: &Journey, path: &Path, won: usize, until: Instant) -> Option<Self> {
        let began = journey.began()?;
        if began.precision == Precision::Unknown {
            return None;
        }
        let entries = journey.entries.iter().filter(|entry| entry.moment.at <= until);
        let states: Vec<_> = entries
            .map(|entry| {
                let state = match path.is_on_path(entry.stage) {
                    true => PlanState::Stage(entry.stage),
                    false => PlanState::Beside,
                };
                (entry.moment.at, state)
            })
            .collect();
        (!states.is_empty()).then(|| Self::from_states(journey.lead, states, won))
    }

    /// From where it went, at least one state in order of time.
    pub(super) fn from_states(
        lead: SubjectId,
        states: Vec<(Instant, PlanState)>,
        won: usize,
    ) -> Self {
        Self { lead, won: first(&states, won), states }
    }

    /// When it began.
    #[must_use]
    pub fn began(&self) -> Instant {
        self.states[0].0
    }

    /// When it was won first.
    #[must_use]
    pub const fn won(&self) -> Option<Instant> {
        self.won
    }

    /// When it first reached this stage or a later one.
    #[must_use]
    pub fn reached(&self, stage: usize) -> Option<Instant> {
        first(&self.states, stage)
    }

    /// Since when it rests beside the path, if it does.
    #[must_use]
    pub fn gone(&self) -> Option<Instant> {
        let (at, state) = self.now();
        (state == PlanState::Beside).then_some(at)
    }

    /// Where it is, and since when.
    #[must_use]
    pub fn now(&self) -> (Instant, PlanState) {
        self.states[self.states.len() - 1]
    }

    /// Each state with when it began and ended; the last has no end.
    pub(super) fn stays(&self) -> impl Iterator<Item = (PlanState, Instant, Option<Instant>)> {
        let ends = self.states.iter().skip(1).map(|(at, _)| Some(*at)).chain([None]);
        self.states.iter().zip(ends).map(|((at, state), end)| (*state, *at, end))
    }
}

fn first(states: &[(Instant, PlanState)], stage: usize) -> Option<Instant> {
    let is_there = |state: &PlanState| matches!(state, PlanState::Stage(at) if *at >= stage);
    states.iter().find(|(_, state)| is_there(state)).map(|(at, _)| *at)
}
