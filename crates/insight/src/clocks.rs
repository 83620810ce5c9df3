//! What became of each promise that ran.

use crate::journey::Moment;
use facts::{Instant, Precision, SubjectId, Symbol};
use lifecycle::{Decision, Reign, What};
use std::collections::BTreeMap;

/// One promise that ran, or runs, on one lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PromiseClock {
    /// On whom.
    pub lead: SubjectId,
    /// The id of the promise, as a word.
    pub promise: Symbol,
    /// Since when.
    pub started: Moment,
    /// When it was, or is, due at the latest.
    pub due: Instant,
    /// When it ended, by going on without an answer too; `None` while it runs, and while it is
    /// broken and may still be answered.
    pub ended: Option<Moment>,
    /// What became of it.
    pub outcome: ClockOutcome,
    /// Whether it started before the first charter was adopted: assumed, since nobody had promised.
    pub assumed: bool,
}

impl PromiseClock {
    /// As it stands at an instant: one that runs and was due before is broken, whether or not
    /// that was decided already.
    #[must_use]
    pub fn as_of(self, now: Instant) -> Self {
        let is_late = self.outcome == ClockOutcome::Running && self.due < now;
        let outcome = if is_late { ClockOutcome::StillOpen } else { self.outcome };
        Self { outcome, ..self }
    }
}

/// What became of a promise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ClockOutcome {
    /// It runs and is not yet due.
    Running,
    /// It was kept; exactly due counts.
    Kept,
    /// It was broken, and answered later.
    AnsweredLate,
    /// It was broken, and still waits for an answer.
    StillOpen,
    /// It was broken, and the lead went on without an answer.
    NeverAnswered,
    /// What it promised no longer made sense before it was due.
    Cancelled,
    /// The facts are not dated well enough to judge it.
    Unknowable,
}

impl ClockOutcome {
    /// Every outcome.
    pub const ALL: [Self; 7] = [
        Self::Running,
        Self::Kept,
        Self::AnsweredLate,
        Self::StillOpen,
        Self::NeverAnswered,
        Self::Cancelled,
        Self::Unknowable,
    ];

    /// Whether it was broken.
    #[must_use]
    pub const fn is_broken(self) -> bool {
        matches!(self, Self::AnsweredLate | Self::StillOpen | Self::NeverAnswered)
    }

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Kept => "kept",
            Self::AnsweredLate => "answered_late",
            Self::StillOpen => "still_open",
            Self::NeverAnswered => "never_answered",
            Self::Cancelled => "cancelled",
            Self::Unknowable => "unknowable",
        }
    }
}

/// The promises that ran on a lead, in order of their start. `decisions` are those that stand, in
/// the order in which they took effect.
#[must_use]
pub fn clocks_of(reign: &Reign, lead: SubjectId, decisions: &[Decision]) -> Vec<PromiseClock> {
    let mut clocks: Vec<PromiseClock> = Vec::new();
    // The index of each clock that runs or waits for a late answer; a promise has one at a time.
    let mut open: BTreeMap<Symbol, usize> = BTreeMap::new();
    for decision in decisions {
        let now = Moment { at: decision.at, precision: decision.precision };
        let Some(outcome) = outcome(decision.key.what) else { continue };
        if outcome == ClockOutcome::Running {
            open.insert(decision.target, clocks.len());
            clocks.push(PromiseClock {
                lead,
                promise: decision.target,
                started: now,
                due: decision.due,
                ended: None,
                outcome,
                assumed: decision.at < reign.adopted_at()
                    || decision.precision == Precision::Unknown,
            });
        } else if let Some(&index) = open.get(&decision.target) {
            let clock = &mut clocks[index];
            clock.outcome = outcome;
            if outcome != ClockOutcome::StillOpen {
                clock.ended = Some(now);
                open.remove(&decision.target);
            }
        }
    }
    clocks
}

/// What becomes of a clock by a decision; `None` when it is about something else.
const fn outcome(what: What) -> Option<ClockOutcome> {
    Some(match what {
        What::ClockStarted => ClockOutcome::Running,
        What::ClockKept => ClockOutcome::Kept,
        What::ClockBroken => ClockOutcome::StillOpen,
        What::ClockAnsweredLate => ClockOutcome::AnsweredLate,
        What::ClockNeverAnswered => ClockOutcome::NeverAnswered,
        What::ClockCancelled => ClockOutcome::Cancelled,
        What::ClockUnknowable => ClockOutcome::Unknowable,
        What::PassOpened
        | What::PassClosed
        | What::StageEntered
        | What::HandoffWanted
        | What::Escalated
        | What::MotionSet => return None,
    })
}
