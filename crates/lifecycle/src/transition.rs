//! Where a lead goes: passes, stages, hand-offs.

use crate::derived::{CauseKind, Derived, DerivedCause, Sink, What};
use crate::fold::Run;
use crate::lead::Return;
use charter::{ClauseIndex, StageKind, Verdict};
use facts::{Instant, Precision, Symbol};

impl<S: Sink> Run<'_, S> {
    /// Asks every rule that matters here, and goes where they lead, until none leads on. Ways out
    /// only lead forward or beside the path, so this ends.
    ///
    /// A stage that a lead only passes through at one instant starts no promise; when no more than
    /// the day is known it may have stayed for hours, and its promises start and are judged.
    pub(crate) fn settle(&mut self, at: Instant, precision: Precision, cause: DerivedCause) {
        // Time comes last at an instant: until then engagement is what it was just before.
        let is_time = cause.kind == CauseKind::Time;
        self.refresh_engagement(if is_time { at } else { Instant(at.0 - 1) });
        self.stirred = false;
        let program = self.program;
        while let Some(stage) = self.lead.stage {
            let exits = &program.stages[usize::from(stage)].exits;
            let Some(exit) = exits.iter().find(|exit| self.lead.bits.contains(&exit.when)) else {
                break;
            };
            if precision >= Precision::Day {
                self.start_promises(at, precision, cause);
            }
            let clause = program.stages[usize::from(exit.to)].clause;
            let to = self.rests_in(exit.to);
            if !program.kind_of(to).is_on_path() {
                self.close_pass(to, clause, at, precision, cause);
            }
            self.enter(to, clause, at, precision, cause);
        }
        self.start_promises(at, precision, cause);
        if self.watches_fall {
            self.arm_fall();
        }
    }

    /// What kind of place the lead is in, once there is a stage.
    #[inline]
    pub(crate) fn kind(&self) -> Option<StageKind> {
        self.lead.stage.map(|stage| self.program.kind_of(stage))
    }

    /// Whether a qualifying fact opens a pass now.
    pub(crate) fn may_open(&self) -> bool {
        self.lead.stage.is_none_or(|stage| {
            let stage = &self.program.stages[usize::from(stage)];
            stage.kind == StageKind::Nurture && stage.leads_on == 0
        })
    }

    /// Opens a pass in a stage; `row` is its first row. Asks no rule yet.
    #[cold]
    pub(crate) fn open_pass(
        &mut self,
        stage: u8,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
        row: usize,
    ) {
        self.begin_pass(stage, at, precision, cause, row);
        self.enter(stage, self.opening_clause(), at, precision, cause);
    }

    /// The clause by which a pass begins: that of its pipeline, where there is one.
    fn opening_clause(&self) -> ClauseIndex {
        self.pipeline().map_or(self.program.pass_clause, |pipeline| pipeline.clause)
    }

    /// Begins a pass in a stage that the lead does not enter yet.
    pub(crate) fn begin_pass(
        &mut self,
        stage: u8,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
        row: usize,
    ) {
        self.lead.pass = self.lead.pass.saturating_add(1);
        self.lead.pass_open = true;
        self.lead.pass_row = row;
        self.lead.motion = None;
        self.lead.returns = None;
        self.lead.handoff = None;
        self.forget_pass(at);
        let clause = self.opening_clause();
        self.tell(What::PassOpened, stage, clause, at, precision, cause);
    }

    /// Closes the pass, if one is open; the lead will rest in a stage.
    pub(crate) fn close_pass(
        &mut self,
        rests_in: u8,
        clause: ClauseIndex,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        if self.lead.pass_open {
            self.tell(What::PassClosed, rests_in, clause, at, precision, cause);
        }
        self.lead.pass_open = false;
        self.lead.returns = None;
        self.lead.assignee = Symbol::EMPTY;
        self.lead.handoff = None;
    }

    /// What a verdict causes besides being known to rules.
    pub(crate) fn verdict(
        &mut self,
        verdict: Verdict,
        reason: Symbol,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let program = self.program;
        let Some(kind) = self.kind() else { return };
        let closes = self.lead.pass_open && kind == StageKind::Open
            || kind == StageKind::Nurture && verdict == Verdict::Disqualified;
        let Some(outcome) = &program.verdicts.outcomes[verdict as usize] else { return };
        if !closes {
            return;
        }
        let declared = outcome.reasons.iter().find(|(known, ..)| *known == reason);
        let clause = declared.map_or(outcome.clause, |(_, clause, _)| *clause);
        let rests_in = self.rests_in(outcome.rests_in);
        self.close_pass(rests_in, clause, at, precision, cause);
        self.enter(rests_in, clause, at, precision, cause);
        if let Some(&(_, _, Some(after_micros))) = declared {
            let returns_at = Instant(at.0.saturating_add(after_micros));
            let own = self.pipeline().filter(|pipeline| pipeline.rests_in.is_some());
            let to = own.map_or(outcome.returns_to, |pipeline| pipeline.first);
            self.lead.returns = Some(Return { at: returns_at, to, cause });
            self.lead.alarm = self.lead.alarm.min(returns_at);
        }
    }

    /// Enters a stage: ends the clocks of the one before, wants its hand-off.
    pub(crate) fn enter(
        &mut self,
        to: u8,
        clause: ClauseIndex,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        self.leave_clocks(to, true, at, precision, cause);
        let program = self.program;
        let stage = &program.stages[usize::from(to)];
        self.tell(What::StageEntered, to, clause, at, precision, cause);
        self.lead.stage = Some(to);
        if stage.kind == StageKind::Won && stage.leads_on != 0 {
            // The pass has reached its end; another pipeline goes on from here.
            self.lead.pass_open = false;
        }
        self.lead.entered_at = at;
        self.lead.precision = precision;
        self.lead.waiting = stage.promises;
        self.lead.started_before.clear();
        self.know_stage(at);
        if let Some(handoff) = stage.handoff {
            self.lead.handoff = Some(handoff);
            self.lead.assignee = Symbol::EMPTY;
            let clause = stage.handoff_clause;
            self.tell(What::HandoffWanted, handoff, clause, at, precision, cause);
        }
    }

    /// Makes the literals about the stage true to the stage that the lead is in.
    pub(crate) fn know_stage(&mut self, at: Instant) {
        let program = self.program;
        let Some(to) = self.lead.stage else { return };
        let stage = &program.stages[usize::from(to)];
        let lead = &mut *self.lead;
        lead.bits = lead.bits.patched(&program.stage_scope, &stage.literals);
        lead.ages = 0;
        self.interest = stage.interest;
        self.scores = stage.asks_engagement || self.shows_rest;
        self.watches_fall = stage.interest.meets(&program.engagement_falls);
        for (index, age) in program.ages.iter().enumerate() {
            let reached = self.lead.entered_at.0.saturating_add(age.span_micros);
            self.lead.alarm = self.lead.alarm.min(Instant(reached.max(at.0)));
            self.lead.ages |= 1 << index;
        }
        self.reach_ages(at);
    }

    pub(crate) fn tell(
        &mut self,
        what: What,
        target: u8,
        clause: ClauseIndex,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        self.sink.decide(Derived {
            at,
            due: Instant::NEVER,
            cause,
            version: self.version,
            terms: self.version,
            clause,
            pass: self.lead.pass,
            what,
            target,
            precision,
        });
    }
}
