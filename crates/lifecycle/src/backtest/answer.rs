//! What a backtest found.

use super::count::{Count, Listed, Sureness};
use super::names::{PromiseName, QueueName, StageName};
use super::weeks::WeekLoad;
use crate::derived::What;
use crate::routing::GivenLoad;
use charter::Side;
use facts::{Instant, SubjectId};

/// One figure under the charter in force, and under the proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Compared<T> {
    /// Under the charter in force.
    pub before: T,
    /// Under the proposal.
    pub after: T,
}

/// What would have been otherwise under the proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backtest {
    /// How many leads there are.
    pub leads: u64,
    /// How many have anything decided otherwise within the window: a stage, a hand-off or what
    /// became of a promise.
    pub leads_that_differ: u64,
    /// Decisions within the window by the number of [`What`].
    pub decisions: Compared<[u64; What::ALL.len()]>,
    /// The stages: those of the proposal in its order, then those that it drops.
    pub stages: Vec<StageFigures>,
    /// Each entry of a stage that would have come at another time, or not at all.
    pub flips: Listed<Flip>,
    /// What would have become of the wins.
    pub wins: WinFigures,
    /// The promises: those of the proposal in its order, then those that it drops.
    pub promises: Vec<PromiseRuns>,
    /// When the weeks begin, in order.
    pub weeks: Vec<Instant>,
    /// The hand-offs wanted of each queue, per week.
    pub queues: Vec<QueueLoad>,
    /// The promises that start to run for each side, per week: marketing, then sales.
    pub sides: [SideLoad; 2],
    /// Hand-offs that would have been wanted when none was: what sales would have answered, and
    /// what came of it, cannot be known. Among those of [`Backtest::queues`].
    pub unseen_handoffs: Count,
    /// What each person would have been given, had every hand-off been routed by each charter's
    /// routes, and each lead been worked for as long as it was in fact; `None` when that was not
    /// asked, or nobody has settings.
    pub routing: Option<Compared<GivenLoad>>,
    /// What would happen at once if the proposal took force; `None` when that was not asked.
    pub first_day: Option<FirstDay>,
}

impl Backtest {
    /// How many leads would move at once; 0 where the first day was not asked for.
    #[must_use]
    pub fn first_day_moves(&self) -> u64 {
        self.first_day.as_ref().map_or(0, |day| day.moves.count.all)
    }
}

/// How often a stage was entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageFigures {
    /// Which.
    pub stage: StageName,
    /// Entries within the window: a lead that came twice counts twice.
    pub entries: Compared<Count>,
    /// Leads that entered it within the window.
    pub leads: Compared<Count>,
    /// Entries that the proposal changes, by the number of [`Turn`]: the parts of
    /// [`Backtest::flips`] that are about this stage.
    pub flips: [Count; Turn::ALL.len()],
}

/// An entry of a stage that comes at another time, or under one charter only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flip {
    /// Whose.
    pub lead: SubjectId,
    /// The stage, by its place in [`Backtest::stages`].
    pub stage: u16,
    /// When under the charter in force.
    pub before: Option<Instant>,
    /// When under the proposal.
    pub after: Option<Instant>,
    /// The stage in which the lead rests in the end, by its place in [`Backtest::stages`].
    pub rests: Compared<Option<u16>>,
    /// How sure it is; assumed too where it rests on an order of facts within a day that only the
    /// day is known of.
    pub sure: Sureness,
}

/// How an entry of a stage changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Turn {
    /// It comes earlier.
    Earlier = 0,
    /// It comes later.
    Later = 1,
    /// It does not come.
    Never = 2,
    /// It comes, and did not.
    Newly = 3,
}

impl Turn {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Earlier, Self::Later, Self::Never, Self::Newly];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::Later => "later",
            Self::Never => "never",
            Self::Newly => "newly",
        }
    }

    /// Of something that came then, and now comes then; `None` when nothing changes.
    #[must_use]
    pub fn of(before: Option<Instant>, after: Option<Instant>) -> Option<Self> {
        match (before, after) {
            (Some(before), Some(after)) if after < before => Some(Self::Earlier),
            (Some(before), Some(after)) if after > before => Some(Self::Later),
            (Some(_), None) => Some(Self::Never),
            (None, Some(_)) => Some(Self::Newly),
            _ => None,
        }
    }
}

impl Flip {
    /// How the entry changes.
    #[must_use]
    pub fn turn(&self) -> Option<Turn> {
        Turn::of(self.before, self.after)
    }
}

/// What would have become of the wins of the window: entries of a won stage under the charter in
/// force. Whether a win would still have been one is not among what can be known.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WinFigures {
    /// How many there were.
    pub wins: Count,
    /// How many had been handed over before.
    pub handed_over: Compared<Count>,
    /// How their hand-off changes, by the number of [`Turn`].
    pub turns: [Count; Turn::ALL.len()],
    /// The wins of all turns.
    pub changed: Listed<Win>,
}

impl WinFigures {
    /// How many wins have their hand-off change so.
    #[must_use]
    pub const fn count(&self, turn: Turn) -> Count {
        self.turns[turn as usize]
    }
}

/// A win whose hand-off would have been otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Win {
    /// Whose.
    pub lead: SubjectId,
    /// When it was won.
    pub at: Instant,
    /// When it was handed over first, since the lead's win before.
    pub before: Option<Instant>,
    /// When it would have been, before it was won.
    pub after: Option<Instant>,
    /// How sure this is.
    pub sure: Sureness,
}

/// What became of one promise: it counts clocks that started within the window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromiseRuns {
    /// Which.
    pub promise: PromiseName,
    /// Under the charter in force.
    pub before: Runs,
    /// Under the proposal.
    pub after: Runs,
}

/// What became of the clocks of a promise. Each is in exactly one of the parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Runs {
    /// How many started.
    pub started: Count,
    /// Kept; exactly due counts.
    pub kept: Count,
    /// Not kept in time.
    pub broken: Count,
    /// No longer made sense before they were due.
    pub cancelled: Count,
    /// The facts are not dated well enough to judge them.
    pub unknowable: Count,
    /// Still run.
    pub running: Count,
    /// Started in a stage that the lead did not enter at that moment under the charter in force,
    /// so that nobody saw it there: whether people would have kept them cannot be known.
    pub unseen: Count,
    /// How many of the broken were answered late.
    pub answered_late: u64,
}

/// The hand-offs wanted of a queue, per week.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueueLoad {
    /// Which.
    pub queue: QueueName,
    /// Per week.
    pub load: Compared<WeekLoad>,
}

/// The promises that start to run for a side, per week.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SideLoad {
    /// Which.
    pub side: Side,
    /// Per week.
    pub load: Compared<WeekLoad>,
}

/// What would happen at once if the proposal took force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FirstDay {
    /// When it would take force.
    pub at: Instant,
    /// The leads that would move.
    pub moves: Listed<Move>,
    /// How many move from where to where, by places in [`Backtest::stages`]: most first.
    pub ways: Vec<Way>,
    /// How many hand-offs would be wanted at once, of each queue in [`Backtest::queues`].
    pub handoffs: Vec<u64>,
    /// How many promises would start at once.
    pub clocks: u64,
}

/// A lead that moves at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Move {
    /// Which lead.
    pub lead: SubjectId,
    /// The stage in which it rests.
    pub from: u16,
    /// The stage that it would enter.
    pub to: u16,
    /// How sure this is.
    pub sure: Sureness,
}

/// How many leads move from one stage to another at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Way {
    /// From this stage.
    pub from: u16,
    /// To that one.
    pub to: u16,
    /// So many.
    pub leads: u64,
}
