//! Promises kept and broken, in either direction.

use crate::clocks::{ClockOutcome, PromiseClock};
use crate::share::Share;
use charter::Side;
use facts::{Instant, Symbol};
use lifecycle::Reign;

/// A promise as the charter names it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pledge {
    /// Its id as a word, as decisions name it.
    pub word: Symbol,
    /// Its id, `first-touch-hot`.
    pub id: String,
    /// Who gives it.
    pub by: Side,
    /// Whether the charter in force has it.
    pub is_in_force: bool,
}

/// What became of one promise. It counts clocks: a lead that came twice was promised twice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromiseFigures {
    /// Which promise.
    pub pledge: Pledge,
    /// Every time that it ran, in order of lead and start. Each figure is the length of a part.
    pub clocks: Vec<PromiseClock>,
}

/// What became of all promises of one side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SideFigures {
    /// Which side.
    pub side: Side,
    /// How often its promises were kept.
    pub kept: usize,
    /// How often they were broken.
    pub broken: usize,
    /// How many are broken and still wait for an answer.
    pub still_open: usize,
    /// How many run.
    pub running: usize,
}

impl PromiseFigures {
    /// The clocks that ended so.
    pub fn clocks_with(&self, outcome: ClockOutcome) -> impl Iterator<Item = &PromiseClock> {
        self.clocks.iter().filter(move |clock| clock.outcome == outcome)
    }

    /// How many ended so.
    #[must_use]
    pub fn count(&self, outcome: ClockOutcome) -> usize {
        self.clocks_with(outcome).count()
    }

    /// The clocks that were broken, answered later or not.
    pub fn broken(&self) -> impl Iterator<Item = &PromiseClock> {
        self.clocks.iter().filter(|clock| clock.outcome.is_broken())
    }

    /// The clocks that are assumed.
    pub fn assumed(&self) -> impl Iterator<Item = &PromiseClock> {
        self.clocks.iter().filter(|clock| clock.assumed)
    }

    /// Kept, of those kept or broken: those cancelled, unknowable or running say nothing yet.
    #[must_use]
    pub fn share_kept(&self) -> Share {
        let part = self.count(ClockOutcome::Kept);
        Share { part, whole: part + self.broken().count() }
    }
}

impl SideFigures {
    /// As [`PromiseFigures::share_kept`].
    #[must_use]
    pub fn share_kept(&self) -> Share {
        Share { part: self.kept, whole: self.kept + self.broken }
    }
}

/// Every promise that was in force by an instant: those that are in force then first, in the
/// charter's order.
#[must_use]
pub fn pledges(reign: &Reign, now: Instant) -> Vec<Pledge> {
    let (in_force, _) = reign.at(now);
    let so_far = &reign.versions()[..usize::from(in_force.0)];
    let mut pledges: Vec<Pledge> = Vec::new();
    for (age, version) in so_far.iter().rev().enumerate() {
        let program = &version.program;
        for (promise, compiled) in program.charter.promises.iter().zip(&program.promises) {
            if pledges.iter().all(|pledge| pledge.word != compiled.word) {
                let (id, by) = (promise.id.clone(), promise.by);
                pledges.push(Pledge { word: compiled.word, id, by, is_in_force: age == 0 });
            }
        }
    }
    pledges
}

/// What became of each promise.
#[must_use]
pub fn promises(pledges: &[Pledge], clocks: &[PromiseClock]) -> Vec<PromiseFigures> {
    let of = |pledge: &Pledge| {
        let mut clocks: Vec<_> =
            clocks.iter().filter(|clock| clock.promise == pledge.word).copied().collect();
        clocks.sort_by_key(|clock| (clock.lead, clock.started.at));
        PromiseFigures { pledge: pledge.clone(), clocks }
    };
    pledges.iter().map(of).collect()
}

/// What became of all promises of each side: marketing first, as a lead travels.
#[must_use]
pub fn sides(promises: &[PromiseFigures]) -> [SideFigures; 2] {
    [Side::Marketing, Side::Sales].map(|side| {
        let of_side = || promises.iter().filter(move |promise| promise.pledge.by == side);
        let count = |outcome| of_side().map(|promise| promise.count(outcome)).sum();
        SideFigures {
            side,
            kept: count(ClockOutcome::Kept),
            broken: of_side().map(|promise| promise.broken().count()).sum(),
            still_open: count(ClockOutcome::StillOpen),
            running: count(ClockOutcome::Running),
        }
    })
}
