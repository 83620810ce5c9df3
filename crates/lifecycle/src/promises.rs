//! The clocks of promises: how they start, and how they end.

use crate::clock::{Clock, Judgement};
use crate::derived::{Derived, DerivedCause, Sink, What};
use crate::fold::Run;
use crate::rows::kept_by;
use crate::wake::ones;
use charter::{ClauseIndex, Effect, EndProgram, StageKind};
use facts::{Instant, Precision};
use timeline::Row;

impl<S: Sink> Run<'_, S> {
    /// Starts the promises of the stage whose conditions hold.
    pub(crate) fn start_promises(
        &mut self,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let program = self.program;
        for index in ones(self.lead.waiting) {
            let promise = &program.promises[index];
            if !promise.when.holds(&self.lead.bits) {
                continue;
            }
            self.lead.waiting &= !(1 << index);
            let clock = Clock::start(program, self.version, index as u8, at, precision);
            self.tell_clock(What::ClockStarted, &clock, at, precision, cause);
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
    /// the pass is over; going there `keeps` what was promised unless it was nobody's doing.
    #[inline]
    pub(crate) fn leave_clocks(
        &mut self,
        to: u8,
        keeps: bool,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let program = self.program;
        let kind = program.kind_of(to);
        let forward = kind == StageKind::Open && self.kind() == Some(kind);
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
            run.end_clock(clock, kept && keeps, at, precision, cause);
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
            // That nobody can judge it was told when it was due.
            (true, _) if clock.precision == Precision::Unknown => return,
            (true, true) => What::ClockAnsweredLate,
            (true, false) => What::ClockNeverAnswered,
            (false, false) => What::ClockCancelled,
            (false, true) => match clock.judge(self.terms(clock.version), at, precision) {
                Judgement::Kept => What::ClockKept,
                Judgement::Unknowable => What::ClockUnknowable,
            },
        };
        self.tell_clock(what, clock, at, precision, cause);
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

    /// Tells what became of a clock, by the clause of its promise.
    pub(crate) fn tell_clock(
        &mut self,
        what: What,
        clock: &Clock,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
        let clause = self.terms(clock.version).promises[usize::from(clock.promise)].clause;
        self.tell_clock_by(what, clock, clause, at, precision, cause);
    }

    /// Tells what became of a clock, or what followed, by a clause of its terms.
    pub(crate) fn tell_clock_by(
        &mut self,
        what: What,
        clock: &Clock,
        clause: ClauseIndex,
        at: Instant,
        precision: Precision,
        cause: DerivedCause,
    ) {
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
}
