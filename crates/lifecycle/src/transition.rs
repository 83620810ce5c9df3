//! Where a lead goes: passes, stages, hand-offs, and the clocks that start and end with them.

use crate::clock::{Clock, Judgement};
use crate::derived::{CauseKind, Derived, DerivedCause, Sink, What};
use crate::fold::Run;
use crate::lead::Return;
use crate::rows::kept_by;
use charter::{ClauseIndex, Effect, EndProgram, StageKind, Verdict};
use facts::{Instant, Precision, Symbol};
use timeline::Row;

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
        let program = self.program;
        while let Some(stage) = self.lead.stage {
            let exits = &program.stages[usize::from(stage)].exits;
            let Some(exit) = exits.iter().find(|exit| self.lead.bits.contains(&exit.when)) else {
                break;
            };
            if precision != Precision::Instant {
                self.start_promises(at, precision, cause);
            }
            let clause = program.stages[usize::from(exit.to)].clause;
            if !program.stages[usize::from(exit.to)].kind.is_on_path() {
                self.close_pass(exit.to, clause, at, precision, cause);
            }
            self.enter(exit.to, clause, at, precision, cause);
        }
        self.start_promises(at, precision, cause);
        if self.watches_fall {
            self.arm_fall();
        }
    }

    /// Whether a qualifying fact opens a pass now.
    pub(crate) fn may_open(&self) -> bool {
        self.lead
            .stage
            .is_none_or(|stage| self.program.stages[usize::from(stage)].kind == StageKind::Nurture)
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
        self.lead.pass = self.lead.pass.saturating_add(1);
        self.lead.pass_open = true;
        self.lead.pass_row = row;
        self.lead.returns = None;
        self.lead.handoff = None;
        self.forget_pass(at);
        let clause = self.program.pass_clause;
        self.tell(What::PassOpened, stage, clause, at, precision, cause);
        self.enter(stage, clause, at, precision, cause);
    }

    fn close_pass(
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
        let Some(stage) = self.lead.stage else { return };
        let kind = program.stages[usize::from(stage)].kind;
        let closes = self.lead.pass_open && kind == StageKind::Open
            || kind == StageKind::Nurture && verdict == Verdict::Disqualified;
        let Some(outcome) = &program.verdicts.outcomes[verdict as usize] else { return };
        if !closes {
            return;
        }
        let declared = outcome.reasons.iter().find(|(known, ..)| *known == reason);
        let clause = declared.map_or(outcome.clause, |(_, clause, _)| *clause);
        self.close_pass(outcome.rests_in, clause, at, precision, cause);
        self.enter(outcome.rests_in, clause, at, precision, cause);
        if let Some(&(_, _, Some(after_micros))) = declared {
            let returns_at = Instant(at.0.saturating_add(after_micros));
            self.lead.returns = Some(Return { at: returns_at, to: outcome.returns_to, cause });
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
        self.leave_clocks(to, at, precision, cause);
        let program = self.program;
        let stage = &program.stages[usize::from(to)];
        self.tell(What::StageEntered, to, clause, at, precision, cause);
        self.lead.stage = Some(to);
        self.lead.entered_at = at;
        self.lead.precision = precision;
        self.lead.started.clear();
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
        lead.ages = (1_u64 << program.ages.len()) - 1;
        self.interest = stage.interest;
        self.watches_fall = stage.interest.meets(&program.engagement_falls);
        self.reach_ages(at);
        for age in &program.ages {
            let reached = self.lead.entered_at.0.saturating_add(age.span_micros);
            self.lead.alarm = self.lead.alarm.min(Instant(reached.max(at.0)));
        }
    }

    /// Starts the promises of the stage whose conditions hold.
    pub(crate) fn start_promises(
        &mut self,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let program = self.program;
        let Some(stage) = self.lead.stage else { return };
        let promises = &program.stages[usize::from(stage)].promises;
        if self.lead.started.len() >= promises.len() {
            return;
        }
        for &index in promises {
            let promise = &program.promises[usize::from(index)];
            let clause = program.clause(promise.clause);
            if self.lead.started.contains(&clause) || !promise.when.holds(&self.lead.bits) {
                continue;
            }
            self.lead.started.push(clause);
            let clock = Clock::start(program, self.version, index, at, precision);
            self.tell_clock_with(What::ClockStarted, &clock, at, precision, cause);
            self.lead.watched |= 1 << index;
            self.lead.alarm = self.lead.alarm.min(clock.due_latest);
            self.lead.clocks.push(clock);
        }
    }

    /// Ends the clocks that a fact keeps.
    #[cold]
    pub(crate) fn end_clocks(&mut self, index: usize, row: &Row, effect: &Effect) {
        let ends = kept_by(row, effect);
        self.retain_clocks(|run, clock| {
            let ends = if clock.version == run.version {
                ends
            } else {
                kept_by(row, run.terms(clock.version).effect(row.code))
            };
            let ended = ends >> clock.promise & 1 == 1;
            if ended {
                let cause = DerivedCause::fact(index);
                run.end_clock(clock, true, row.at, row.flags.precision(), cause);
            }
            !ended
        });
    }

    /// Ends the clocks that going to another stage ends. What was promised of a fact (a call, a
    /// verdict) or of a stage further on stays promised on the way forward, and is cancelled when
    /// the pass is over.
    fn leave_clocks(&mut self, to: u8, at: Instant, precision: Precision, cause: DerivedCause) {
        let program = self.program;
        let kind = program.stages[usize::from(to)].kind;
        let kind_of = |stage: u8| program.stages[usize::from(stage)].kind;
        let forward = kind == StageKind::Open && self.lead.stage.map(kind_of) == Some(kind);
        self.retain_clocks(|run, clock| {
            let terms = run.terms(clock.version);
            let kept = match terms.promises[usize::from(clock.promise)].end {
                EndProgram::Facts if forward => return true,
                EndProgram::Facts => false,
                EndProgram::Leaves => true,
                EndProgram::Reaches(stage) => {
                    let id = &terms.charter.stages[usize::from(stage)].id;
                    let wanted = program.stage_after(id).unwrap_or(u8::MAX);
                    if forward && to < wanted {
                        return true;
                    }
                    to == wanted || (kind.is_on_path() && to > wanted)
                }
            };
            run.end_clock(clock, kept, at, precision, cause);
            false
        });
    }

    /// Ends a clock that a new version or the adoption no longer lets run.
    pub(crate) fn cancel_clocks(&mut self, at: Instant, cause: DerivedCause) {
        self.retain_clocks(|run, clock| {
            run.end_clock(clock, false, at, run.lead.precision, cause);
            false
        });
    }

    fn end_clock(
        &mut self,
        clock: &Clock,
        happened: bool,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let what = match (clock.broken, happened) {
            (true, true) if clock.precision != Precision::Unknown => What::ClockAnsweredLate,
            (true, _) => return,
            (false, false) => What::ClockCancelled,
            (false, true) => match clock.judge(self.terms(clock.version), at, precision) {
                Judgement::Kept => What::ClockKept,
                Judgement::Unknowable => What::ClockUnknowable,
            },
        };
        self.tell_clock_with(what, clock, at, precision, cause);
    }

    /// Keeps the clocks for which `keep` says so, and remembers what is left to watch.
    pub(crate) fn retain_clocks(&mut self, mut keep: impl FnMut(&mut Self, &Clock) -> bool) {
        if self.lead.clocks.is_empty() {
            return;
        }
        let mut clocks = std::mem::take(&mut self.lead.clocks);
        clocks.retain(|clock| keep(self, clock));
        self.lead.watched = 0;
        self.lead.foreign = false;
        for clock in &clocks {
            if clock.version == self.version {
                self.lead.watched |= 1 << clock.promise;
            } else {
                self.lead.foreign = true;
            }
        }
        self.lead.clocks = clocks;
    }

    pub(crate) fn tell_clock(
        &mut self,
        what: What,
        clock: &Clock,
        at: Instant,
        cause: DerivedCause,
    ) {
        self.tell_clock_with(what, clock, at, clock.precision, cause);
    }

    fn tell_clock_with(
        &mut self,
        what: What,
        clock: &Clock,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let clause = self.terms(clock.version).promises[usize::from(clock.promise)].clause;
        self.sink.decide(Derived {
            at,
            due: clock.due_latest,
            cause,
            version: self.version,
            terms: clock.version,
            clause,
            pass: self.lead.pass,
            what,
            target: clock.promise,
            precision,
        });
    }

    fn tell(
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
