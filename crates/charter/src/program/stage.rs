//! Stages as the engine runs them.

use super::{Bits, ClauseIndex};
use crate::model::StageKind;
use facts::Symbol;

/// A stage, compiled.
#[derive(Clone, Debug)]
pub struct StageProgram {
    /// The word for its id.
    pub word: Symbol,
    /// What kind of place it is.
    pub kind: StageKind,
    /// The literals about the stage that are true on entering it.
    pub literals: Bits,
    /// Where a lead can go from here, in the order in which it is tried.
    pub exits: Vec<Exit>,
    /// The pipelines that go on from it, one bit each.
    pub leads_on: u16,
    /// The promises that run in it, one bit each.
    pub promises: u64,
    /// Every literal that could make something happen in it.
    pub interest: Bits,
    /// Whether a rule may ask for engagement in it, or further on in the same pass.
    pub asks_engagement: bool,
    /// The hand-off that entering it wants, by index.
    pub handoff: Option<u8>,
    /// The clause that its entry names.
    pub clause: ClauseIndex,
    /// The clause of its hand-off.
    pub handoff_clause: ClauseIndex,
}

/// One way out of a stage; a rule of several terms makes as many.
#[derive(Clone, Debug)]
pub struct Exit {
    /// It is taken when all of these are true.
    pub when: Bits,
    /// The stage it leads to.
    pub to: u8,
}
