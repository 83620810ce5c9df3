//! Decisions as the fold tells them: small, without keys.

use charter::ClauseIndex;
use facts::{Instant, Precision};

/// What was decided.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum What {
    /// A pass began; the target is the stage it begins in.
    PassOpened = 0,
    /// A pass ended; the target is the stage where the lead rests.
    PassClosed = 1,
    /// The lead entered the target stage.
    StageEntered = 2,
    /// The target hand-off waits for somebody to take it.
    HandoffWanted = 3,
    /// The target promise began to run.
    ClockStarted = 4,
    /// It was kept; exactly due counts.
    ClockKept = 5,
    /// It was not kept: this is the instant at which it was due.
    ClockBroken = 6,
    /// What it promised no longer makes sense.
    ClockCancelled = 7,
    /// The facts are not dated well enough to judge it.
    ClockUnknowable = 8,
    /// After it was broken, what it promised happened after all.
    ClockAnsweredLate = 9,
    /// It was broken, and the lead went on without an answer.
    ClockNeverAnswered = 10,
    /// It was broken, nobody answered, and a step followed that the promise names.
    Escalated = 11,
    /// The pass that began has the target motion.
    MotionSet = 12,
}

impl What {
    /// Everything that can be decided.
    pub const ALL: [Self; 13] = [
        Self::PassOpened,
        Self::PassClosed,
        Self::StageEntered,
        Self::HandoffWanted,
        Self::ClockStarted,
        Self::ClockKept,
        Self::ClockBroken,
        Self::ClockCancelled,
        Self::ClockUnknowable,
        Self::ClockAnsweredLate,
        Self::ClockNeverAnswered,
        Self::Escalated,
        Self::MotionSet,
    ];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::PassOpened => "pass_opened",
            Self::PassClosed => "pass_closed",
            Self::StageEntered => "stage_entered",
            Self::HandoffWanted => "handoff_wanted",
            Self::ClockStarted => "clock_started",
            Self::ClockKept => "clock_kept",
            Self::ClockBroken => "clock_broken",
            Self::ClockCancelled => "clock_cancelled",
            Self::ClockUnknowable => "clock_unknowable",
            Self::ClockAnsweredLate => "clock_answered_late",
            Self::ClockNeverAnswered => "clock_never_answered",
            Self::Escalated => "escalated",
            Self::MotionSet => "motion_set",
        }
    }

    /// From the number it is stored as.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }
}

/// What made a decision happen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum CauseKind {
    /// A fact of the story.
    Fact = 0,
    /// Time alone; where a fact set the time (a verdict's recycle date), it is named.
    Time = 1,
    /// A new version of the charter took force.
    Version = 2,
    /// The first charter went live and took over the waiting leads.
    Adoption = 3,
}

/// What made a decision happen, by row of the story.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DerivedCause {
    /// What kind of cause.
    pub kind: CauseKind,
    /// The row of the fact; [`DerivedCause::NO_ROW`] where there is none.
    pub row: u32,
}

impl DerivedCause {
    /// No fact.
    pub const NO_ROW: u32 = u32::MAX;
    /// Time alone.
    pub const TIME: Self = Self { kind: CauseKind::Time, row: Self::NO_ROW };
    /// A new version.
    pub const VERSION: Self = Self { kind: CauseKind::Version, row: Self::NO_ROW };
    /// The first charter going live.
    pub const ADOPTION: Self = Self { kind: CauseKind::Adoption, row: Self::NO_ROW };

    /// A fact of the story.
    #[must_use]
    pub const fn fact(row: usize) -> Self {
        Self { kind: CauseKind::Fact, row: row as u32 }
    }
}

/// A decision as the fold tells it; [`decide`](crate::decide) gives it its key.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Derived {
    /// When it takes effect.
    pub at: Instant,
    /// For clocks, when they are due at the latest; [`Instant::NEVER`] for all else.
    pub due: Instant,
    /// Why now.
    pub cause: DerivedCause,
    /// The index of the version in force, which is its number less one.
    pub version: u16,
    /// The index of the version whose terms apply: for clocks, the version that started them.
    pub terms: u16,
    /// By which clause of those terms.
    pub clause: ClauseIndex,
    /// In which pass, counted from 1; 0 before the first.
    pub pass: u16,
    /// What.
    pub what: What,
    /// The stage, hand-off, promise or motion, by index in those terms.
    pub target: u8,
    /// How precisely `at` is known.
    pub precision: Precision,
}

/// Whoever wants to be told of decisions.
pub trait Sink {
    /// Takes the next decision of a lead, in order of time.
    fn decide(&mut self, decision: Derived);
}

impl Sink for Vec<Derived> {
    fn decide(&mut self, decision: Derived) {
        self.push(decision);
    }
}

/// Counts decisions by what they are, and forgets them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counter {
    /// How many of each, by the number of [`What`].
    pub counts: [u64; What::ALL.len()],
}

impl Sink for Counter {
    #[inline]
    fn decide(&mut self, decision: Derived) {
        self.counts[decision.what as usize] += 1;
    }
}
