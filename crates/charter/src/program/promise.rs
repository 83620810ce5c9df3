//! Promises as the engine runs them.

use super::{ClauseIndex, Sum};
use crate::model::Within;
use facts::Symbol;

/// A promise, compiled.
#[derive(Clone, Debug)]
pub struct PromiseProgram {
    /// The word for its id.
    pub word: Symbol,
    /// It starts at the first instant in the stage when this holds.
    pub when: Sum,
    /// What keeps it, besides the facts whose effects name it.
    pub end: EndProgram,
    /// Within how long.
    pub within: Within,
    /// The calendar by which business time is counted; [`None`] for the first. See
    /// [`Program::calendar_of`](super::Program::calendar_of).
    pub calendar: Option<u8>,
    /// The clause that its decisions name.
    pub clause: ClauseIndex,
    /// What follows its breach while nobody answers; at most eight.
    pub steps: Vec<StepProgram>,
}

/// A step after a breach, compiled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StepProgram {
    /// How long after the breach; `None` for at once.
    pub after: Option<Within>,
    /// What happens.
    pub does: StepAct,
    /// The clause that its decisions name, `promise.<id>.breach.<n>`.
    pub clause: ClauseIndex,
}

/// What a step after a breach does to the lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StepAct {
    /// Nothing: somebody is told.
    Tell,
    /// It waits for another assignee.
    Reassign,
    /// It returns to this stage, where it rests.
    Return(u8),
}

/// What keeps a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EndProgram {
    /// Facts whose [`Effect::ends`](super::Effect::ends) names it.
    Facts,
    /// Leaving the stage.
    Leaves,
    /// Entering this stage or a later one of the path.
    Reaches(u8),
}
