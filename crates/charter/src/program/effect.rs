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
    /// How much of this there is to do, while no pass is open and while one is.
    pub extent: [Extent; 2],
    /// Whether it opens a pass.
    pub opens: bool,
    /// The pipelines that go on after another and of which it opens a pass, one bit each.
    pub opens_after: u16,
    /// The promises that it keeps when no person did it, and when one did, one bit each.
    pub keeps: [u64; 2],
}

/// How much there is to do about a fact, so that the fold asks once and not for each part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Extent {
    /// It sets literals, adds points or keeps promises, and that is all.
    Counts,
    /// It changes a trait that no window watches, by its index, and that is all.
    Learns(u16),
    /// Anything.
    Anything,
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
    /// Finds out how much there is to do.
    pub(crate) fn measure(&mut self) {
        let marks = self.sets != Bits::NONE || self.clears != Bits::NONE;
        let counts = marks || self.points != 0.0;
        self.marks = marks;
        let extent = match self.act {
            Act::Nothing if self.windows.is_empty() => Extent::Counts,
            Act::Trait(slot) if self.windows.is_empty() && !counts => Extent::Learns(slot),
            _ => Extent::Anything,
        };
        let opens = self.opens || self.opens_after != 0;
        self.extent = [if opens { Extent::Anything } else { extent }, extent];
    }

    /// No effect at all.
    pub const NOTHING: Self = Self {
        sets: Bits::NONE,
        clears: Bits::NONE,
        points: 0.0,
        cap: Self::UNCAPPED,
        windows: 0..0,
        act: Act::Nothing,
        marks: false,
        extent: [Extent::Counts; 2],
        opens: false,
        opens_after: 0,
        keeps: [0; 2],
    };
}
