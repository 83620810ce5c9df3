//! What follows the breach of a promise while nobody answers.

use crate::clock::Clock;
use crate::derived::{DerivedCause, Sink, What};
use crate::fold::Run;
use crate::wake::ones;
use charter::{ClauseIndex, StageKind, StepAct, StepProgram};
use facts::{Instant, Precision, Symbol};

impl<S: Sink> Run<'_, S> {
    /// The steps that follow a breach at an instant, one bit each. None did before the first
    /// charter went live, when nobody was told of breaches.
    pub(crate) fn steps_after(&self, clock: &Clock, at: Instant) -> u8 {
        let steps = &self.terms(clock.version).promises[usize::from(clock.promise)].steps;
        if steps.is_empty() || at < self.reign.adopted_at() {
            return 0;
        }
        u8::MAX >> (u8::BITS as usize - steps.len())
    }

    /// When the next step of a broken clock is due, and which it is; the clock has one left.
    #[cold]
    pub(crate) fn next_step(&self, clock: &Clock) -> (Instant, usize) {
        let program = self.terms(clock.version);
        let promise = &program.promises[usize::from(clock.promise)];
        let at = |step: &StepProgram| {
            step.after.map_or(clock.due_latest, |after| clock.step_due(program, promise, after))
        };
        let steps = ones(u64::from(clock.steps)).filter(|&step| step < promise.steps.len());
        steps.map(|step| (at(&promise.steps[step]), step)).min().unwrap_or((Instant::NEVER, 0))
    }

    /// Has a broken clock, by its place, wait for its next step, if one is left.
    pub(crate) fn await_step(&mut self, index: usize) {
        let clock = self.lead.clocks[index];
        let next = if clock.steps == 0 { Instant::NEVER } else { self.next_step(&clock).0 };
        self.lead.clocks[index].acts_at = next;
    }

    /// Takes the next step of a broken clock, by its place, which is due. Clocks may have ended
    /// then.
    #[cold]
    pub(crate) fn escalate(&mut self, index: usize, at: Instant) {
        let clock = self.lead.clocks[index];
        let (_, step) = self.next_step(&clock);
        self.lead.clocks[index].steps &= !(1 << step);
        self.await_step(index);
        let terms = self.terms(clock.version);
        let step = terms.promises[usize::from(clock.promise)].steps[step];
        let cause = DerivedCause::TIME;
        self.tell_clock_by(What::Escalated, &clock, step.clause, at, clock.precision, cause);
        match step.does {
            StepAct::Tell => {}
            StepAct::Reassign => self.want_another(&clock, step.clause, at),
            StepAct::Return(stage) => self.send_back(&clock, stage, step.clause, at),
        }
    }

    /// The lead waits in the queue of its hand-off again.
    fn want_another(&mut self, clock: &Clock, clause: ClauseIndex, at: Instant) {
        self.lead.assignee = Symbol::EMPTY;
        let Some(handoff) = self.lead.handoff else { return };
        let clause = self.clause_now(clock, clause).unwrap_or_else(|| {
            let stage = self.lead.stage.map_or(0, usize::from);
            self.program.stages[stage].clause
        });
        self.tell(What::HandoffWanted, handoff, clause, at, clock.precision, DerivedCause::TIME);
    }

    /// The lead returns to rest, as if it was recycled without a reason. What was promised of it is
    /// not kept by that.
    fn send_back(&mut self, clock: &Clock, stage: u8, clause: ClauseIndex, at: Instant) {
        let id = &self.terms(clock.version).charter.stages[usize::from(stage)].id;
        let rests = |stage: &u8| self.program.kind_of(*stage) == StageKind::Nurture;
        let named = self.program.stage_after(id).filter(rests);
        let any = || (0..self.program.stages.len() as u8).find(rests);
        let Some(to) = named.or_else(any) else { return };
        let to = self.rests_in(to);
        let clause = self
            .clause_now(clock, clause)
            .unwrap_or_else(|| self.program.stages[usize::from(to)].clause);
        let cause = DerivedCause::TIME;
        let precision = clock.precision;
        self.close_pass(to, clause, at, precision, cause);
        self.cancel_clocks(at, cause);
        self.enter(to, clause, at, precision, cause);
        self.settle(at, precision, cause);
    }

    /// A clause of the terms of a clock in the version in force, unless it is gone.
    fn clause_now(&self, clock: &Clock, clause: ClauseIndex) -> Option<ClauseIndex> {
        if clock.version == self.version {
            return Some(clause);
        }
        let word = self.terms(clock.version).clause(clause);
        let index = self.program.clauses.iter().position(|known| *known == word)?;
        Some(ClauseIndex(index as u16))
    }
}

impl Clock {
    /// When something is due so long after the breach.
    fn step_due(
        &self,
        program: &charter::Program,
        promise: &charter::PromiseProgram,
        after: charter::Within,
    ) -> Instant {
        crate::clock::due(program, promise, after, self.due_latest, Precision::Instant)
    }
}
