//! What a fold tells of one lead, under one of the charters compared.

use super::names::Numbers;
use crate::derived::{CauseKind, Derived, Sink, What};
use facts::{Instant, Precision};

/// What a fold tells of one lead; its memory serves one lead after the other.
#[derive(Debug)]
pub(super) struct Told<'a> {
    numbers: &'a [Numbers],
    /// The index of the version whose first day is looked at, and which decides nothing else here.
    first_day: Option<u16>,
    /// Every stage entered, in order.
    pub(super) entries: Vec<Entry>,
    /// Every hand-off wanted, in order.
    pub(super) handoffs: Vec<Wanted>,
    /// Every promise that ran, in order of their start.
    pub(super) clocks: Vec<Ran>,
    /// Every step after a breach that took the lead elsewhere: of which promise, and when.
    pub(super) steps: Vec<(u16, Instant)>,
    /// How many decisions of each kind there were within the window, by the number of [`What`].
    pub(super) counts: [u64; What::ALL.len()],
    window: (Instant, Instant),
    /// What the first day does to the lead.
    pub(super) moved: Moved,
}

/// A stage entered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    pub(super) stage: u16,
    pub(super) is_win: bool,
    pub(super) at: Instant,
    pub(super) precision: Precision,
}

/// A hand-off wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Wanted {
    pub(super) queue: u16,
    pub(super) at: Instant,
    pub(super) precision: Precision,
    /// Its place in the charter whose routes are asked.
    pub(super) handoff: Option<usize>,
    /// When the lead was handed over again, or was no longer open.
    pub(super) until: Instant,
}

/// A promise that ran.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ran {
    pub(super) promise: u16,
    /// The index in [`Told::entries`] of the stage in which it started.
    pub(super) entry: usize,
    pub(super) started_at: Instant,
    pub(super) precision: Precision,
    pub(super) outcome: Ended,
    /// Whether it was broken and answered after that.
    pub(super) answered_late: bool,
}

/// What became of a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ended {
    Running,
    Kept,
    Broken,
    Cancelled,
    Unknowable,
}

/// What the first day of a version does to a lead.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Moved {
    /// The stage that it enters last.
    pub(super) to: Option<u16>,
    /// The queue in which it then waits.
    pub(super) queue: Option<u16>,
    /// How many promises start.
    pub(super) clocks: u64,
}

impl<'a> Told<'a> {
    /// For the versions of a reign; decisions from `window.0` until before `window.1` are counted.
    pub(super) fn new(
        numbers: &'a [Numbers],
        first_day: Option<u16>,
        window: (Instant, Instant),
    ) -> Self {
        Self {
            numbers,
            first_day,
            entries: Vec::new(),
            handoffs: Vec::new(),
            clocks: Vec::new(),
            steps: Vec::new(),
            counts: [0; What::ALL.len()],
            window,
            moved: Moved::default(),
        }
    }

    /// Forgets one lead before the next, but for the counts.
    pub(super) fn next_lead(&mut self) {
        self.entries.clear();
        self.handoffs.clear();
        self.clocks.clear();
        self.steps.clear();
        self.moved = Moved::default();
    }

    /// The stage in which the lead rests.
    pub(super) fn rests_in(&self) -> Option<u16> {
        self.entries.last().map(|entry| entry.stage)
    }

    fn on_first_day(&mut self, decision: &Derived) {
        if decision.cause.kind != CauseKind::Version {
            return;
        }
        let numbers = &self.numbers[usize::from(decision.terms)];
        let target = usize::from(decision.target);
        match decision.what {
            What::StageEntered => self.moved.to = Some(numbers.stages[target]),
            What::HandoffWanted => self.moved.queue = Some(numbers.queues[target]),
            What::ClockStarted => self.moved.clocks += 1,
            _ => {}
        }
    }

    fn end_handoff(&mut self, at: Instant) {
        if let Some(last) = self.handoffs.last_mut() {
            last.until = last.until.min(at);
        }
    }

    fn end(&mut self, promise: u16, outcome: Ended) {
        let mut running = self.clocks.iter_mut().rev();
        if let Some(clock) = running.find(|clock| clock.promise == promise)
            && clock.outcome == Ended::Running
        {
            clock.outcome = outcome;
        }
    }
}

impl Sink for Told<'_> {
    #[inline]
    fn decide(&mut self, decision: Derived) {
        if self.first_day == Some(decision.version) {
            self.on_first_day(&decision);
            return;
        }
        let Derived { at, precision, what, .. } = decision;
        if at >= self.window.0 && at < self.window.1 {
            self.counts[what as usize] += 1;
        }
        let numbers = &self.numbers[usize::from(decision.terms)];
        let target = usize::from(decision.target);
        match what {
            What::StageEntered => {
                let (stage, is_win) = (numbers.stages[target], numbers.wins[target]);
                self.entries.push(Entry { stage, is_win, at, precision });
                if !numbers.open[target] {
                    self.end_handoff(at);
                }
            }
            What::PassClosed => self.end_handoff(at),
            What::HandoffWanted => {
                self.end_handoff(at);
                let (queue, handoff) = (numbers.queues[target], numbers.handoffs[target]);
                let until = Instant::NEVER;
                self.handoffs.push(Wanted { queue, at, precision, handoff, until });
            }
            What::ClockStarted => self.clocks.push(Ran {
                promise: numbers.promises[target],
                entry: self.entries.len().saturating_sub(1),
                started_at: at,
                precision,
                outcome: Ended::Running,
                answered_late: false,
            }),
            What::Escalated if numbers.steps[usize::from(decision.clause.0)] => {
                self.steps.push((numbers.promises[target], at));
            }
            What::ClockKept => self.end(numbers.promises[target], Ended::Kept),
            What::ClockBroken => self.end(numbers.promises[target], Ended::Broken),
            What::ClockCancelled => self.end(numbers.promises[target], Ended::Cancelled),
            What::ClockUnknowable => self.end(numbers.promises[target], Ended::Unknowable),
            What::ClockAnsweredLate => {
                let promise = numbers.promises[target];
                let mut clocks = self.clocks.iter_mut().rev();
                if let Some(clock) = clocks.find(|clock| clock.promise == promise) {
                    clock.answered_late = true;
                }
            }
            _ => {}
        }
    }
}
