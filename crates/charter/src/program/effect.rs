//! What a fact does, by its code.

use super::Bits;
use crate::model::Verdict;
use std::ops::Range;

/// What a fact of one code does to the state of a lead.
#[derive(Clone, PartialEq, Debug)]
pub struct Effect {
    /// Literals that the fact makes true.
    pub sets: Bits,
    /// Literals that the fact makes false.
    pub clears: Bits,
    /// Engagement points; 0 for none.
    pub points: f64,
    /// The index in [`Program::caps`](super::Program::caps) of what bounds the points;
    /// [`Effect::UNCAPPED`] for nothing.
    pub cap: u16,
    /// The windows that the fact feeds: a range of
    /// [`Program::window_feeds`](super::Program::window_feeds).
    pub windows: Range<u16>,
    /// What else it does.
    pub act: Act,
    /// Whether it makes any literal true or false.
    pub marks: bool,
    /// Whether it only counts: it sets literals, adds points or keeps promises, and that is all.
    pub only_counts: bool,
    /// Whether it opens a pass.
    pub opens: bool,
    /// The promises that it keeps when no person did it, and when one did, one bit each.
    pub keeps: [u64; 2],
}

/// What a fact does besides counting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Nothing.
    Nothing,
    /// Changes a trait, by its index in [`Program::traits`](super::Program::traits).
    Trait(u16),
    /// Gives a verdict.
    Verdict(Verdict),
    /// Assigns the lead.
    Assignment,
    /// Opens the lead again.
    Reopening,
    /// Ends the link to an account, or begins another.
    AccountLink,
}

impl Effect {
    /// No bound on points.
    pub const UNCAPPED: u16 = u16::MAX;
    /// No effect at all.
    pub const NOTHING: Self = Self {
        sets: Bits::NONE,
        clears: Bits::NONE,
        points: 0.0,
        cap: Self::UNCAPPED,
        windows: 0..0,
        act: Act::Nothing,
        marks: false,
        only_counts: true,
        opens: false,
        keeps: [0; 2],
    };
}
