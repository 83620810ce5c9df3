//! What became of each promise that ran.

use crate::journey::Moment;
use charter::{EndProgram, Program, StageKind};
use facts::{Instant, Precision, SubjectId, Symbol};
use lifecycle::{Cause, Decision, Reign, What};
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
/// order of time.
#[must_use]
pub fn clocks_of(reign: &Reign, lead: SubjectId, decisions: &[Decision]) -> Vec<PromiseClock> {
    let mut reading = Reading { reign, lead, clocks: Vec::new(), live: BTreeMap::new() };
    let mut decisions = decisions.to_vec();
    let order = |decision: &Decision| (decision.at, decision.pass, rank(decision.cause));
    decisions.sort_by_key(order);
    for step in decisions.chunk_by(|one, next| order(one) == order(next)) {
        reading.step(step);
    }
    reading.clocks
}

struct Reading<'a> {
    reign: &'a Reign,
    lead: SubjectId,
    clocks: Vec<PromiseClock>,
    /// The clocks that run or are broken and unanswered; a promise has one at a time.
    live: BTreeMap<Symbol, Live>,
}

struct Live {
    /// The index in [`Reading::clocks`].
    index: usize,
    /// Whether going forward to another stage leaves it open: what was promised of a fact or of a
    /// stage further on stays promised.
    outlives_stage: bool,
}

/// How a lead leaves behind what is broken and unanswered.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Abandons {
    Nothing,
    /// What was promised of the stage itself.
    OfStage,
    Everything,
}

impl Reading<'_> {
    /// The decisions of one instant, pass and kind of cause, whatever their order: what ran before
    /// ends first, then clocks start, then some of these end at once. What breaks comes last.
    fn step(&mut self, decisions: &[Decision]) {
        let mut left = Vec::new();
        for decision in decisions.iter().filter(|decision| is_end(decision)) {
            if decision.key.what == What::ClockBroken || !self.end(decision) {
                left.push(decision);
            }
        }
        let abandons = decisions.iter().map(|decision| self.abandons(decision)).max();
        if let (Some(abandons), Some(first)) = (abandons, decisions.first()) {
            self.abandon(abandons, moment(first));
        }
        for decision in decisions.iter().filter(|it| it.key.what == What::ClockStarted) {
            self.start(decision);
        }
        for decision in left {
            self.end(decision);
        }
    }

    fn start(&mut self, decision: &Decision) {
        let program = self.reign.program(decision.terms);
        let end = program.and_then(|program| {
            let mut promises = program.promises.iter();
            promises.find(|promise| promise.word == decision.target).map(|promise| promise.end)
        });
        let outlives_stage = matches!(end, Some(EndProgram::Facts | EndProgram::Reaches(_)));
        self.live.insert(decision.target, Live { index: self.clocks.len(), outlives_stage });
        self.clocks.push(PromiseClock {
            lead: self.lead,
            promise: decision.target,
            started: moment(decision),
            due: decision.due,
            ended: None,
            outcome: ClockOutcome::Running,
            assumed: decision.at < self.reign.adopted_at()
                || decision.precision == Precision::Unknown,
        });
    }

    /// Whether there was a clock to end.
    fn end(&mut self, decision: &Decision) -> bool {
        let Some(live) = self.live.get(&decision.target) else { return false };
        let clock = &mut self.clocks[live.index];
        clock.outcome = match decision.key.what {
            What::ClockBroken => ClockOutcome::StillOpen,
            What::ClockAnsweredLate => ClockOutcome::AnsweredLate,
            What::ClockCancelled => ClockOutcome::Cancelled,
            What::ClockUnknowable => ClockOutcome::Unknowable,
            _ => ClockOutcome::Kept,
        };
        if clock.outcome != ClockOutcome::StillOpen {
            clock.ended = Some(moment(decision));
            self.live.remove(&decision.target);
        }
        true
    }

    fn abandon(&mut self, what: Abandons, when: Moment) {
        let clocks = &mut self.clocks;
        self.live.retain(|_, live| {
            let leaves = match what {
                Abandons::Nothing => false,
                Abandons::OfStage => !live.outlives_stage,
                Abandons::Everything => true,
            };
            let abandoned = leaves && clocks[live.index].outcome == ClockOutcome::StillOpen;
            if abandoned {
                clocks[live.index].outcome = ClockOutcome::NeverAnswered;
                clocks[live.index].ended = Some(when);
            }
            !abandoned
        });
    }

    /// The fold tells nothing of a broken clock that ends unanswered, but this is when it does: on
    /// the way beside the path, to a won stage or back, and at the adoption.
    fn abandons(&self, decision: &Decision) -> Abandons {
        match decision.key.what {
            What::PassOpened | What::PassClosed => Abandons::Everything,
            What::StageEntered => {
                let kind = self.reign.program(decision.version).and_then(|p| kind(p, decision));
                if kind == Some(StageKind::Open) { Abandons::OfStage } else { Abandons::Everything }
            }
            What::ClockStarted | What::ClockCancelled if decision.cause == Cause::Adoption => {
                Abandons::Everything
            }
            _ => Abandons::Nothing,
        }
    }
}

fn kind(program: &Program, decision: &Decision) -> Option<StageKind> {
    let index = program.stages.iter().position(|stage| stage.word == decision.target)?;
    Some(program.stages[index].kind)
}

fn is_end(decision: &Decision) -> bool {
    use What::{ClockAnsweredLate, ClockBroken, ClockCancelled, ClockKept, ClockUnknowable};
    matches!(
        decision.key.what,
        ClockKept | ClockBroken | ClockCancelled | ClockUnknowable | ClockAnsweredLate
    )
}

/// At one instant versions come first, then facts, then time.
const fn rank(cause: Cause) -> u8 {
    match cause {
        Cause::Version | Cause::Adoption => 0,
        Cause::Fact(_) => 1,
        Cause::Time(_) => 2,
    }
}

fn moment(decision: &Decision) -> Moment {
    Moment { at: decision.at, precision: decision.precision }
}
