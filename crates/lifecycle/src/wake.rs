//! What time alone decides.

use crate::clock::Clock;
use crate::derived::{CauseKind, DerivedCause, Sink, What};
use crate::evidence::expiry;
use crate::fold::Run;
use crate::rows::kept_by;
use charter::EndProgram;
use facts::{Instant, Precision};

impl<S: Sink> Run<'_, S> {
    /// Decides everything that time alone decides before `limit`; returns the next instant at
    /// which it may decide more.
    #[cold]
    pub(crate) fn pass_time(&mut self, limit: Instant) -> Instant {
        loop {
            let next = self.next_event();
            self.lead.alarm = next.min(self.last);
            if next >= limit {
                return next;
            }
            self.at_time(next);
        }
    }

    /// The next instant at which time alone may change anything.
    pub(crate) fn next_event(&self) -> Instant {
        let lead = &*self.lead;
        let mut next = lead.returns.map_or(Instant::NEVER, |returns| returns.at);
        for index in ones(lead.alive) {
            let window = &self.program.windows[index];
            next = next.min(Instant(expiry(lead.oldest(window.ring), window.span_micros)));
        }
        for index in ones(lead.ages) {
            let age = &self.program.ages[index];
            next = next.min(Instant(lead.entered_at.0.saturating_add(age.span_micros)));
        }
        for clock in &lead.clocks {
            next = next.min(clock.acts_at);
        }
        if self.watches_fall {
            next = next.min(self.falls_at());
        }
        next
    }

    /// Decides what time alone decides at one instant: first where the lead goes, then which
    /// promises are broken, since exactly due is kept.
    fn at_time(&mut self, at: Instant) {
        self.expire_windows(at);
        self.reach_ages(at);
        if self.watches_fall {
            self.refresh_engagement(at);
        }
        if let Some(returns) = self.lead.returns.filter(|returns| returns.at <= at) {
            let cause = DerivedCause { kind: CauseKind::Time, ..returns.cause };
            let row = self.story.rows.partition_point(|row| row.at <= at);
            self.open_pass(returns.to, at, self.lead.precision, cause, row);
            self.find_motion(at, self.lead.precision, cause);
            self.stirred = true;
        }
        if self.stirred {
            self.settle(at, self.lead.precision, DerivedCause::TIME);
        }
        self.break_clocks(at);
    }

    #[inline]
    pub(crate) fn expire_windows(&mut self, at: Instant) {
        let program = self.program;
        let mut refit = false;
        for index in ones(self.lead.alive) {
            let window = &program.windows[index];
            if expiry(self.lead.oldest(window.ring), window.span_micros) <= at.0 {
                self.lead.alive &= !(1 << index);
                self.know(&window.yes, &window.no);
                refit |= window.feeds_fit;
            }
        }
        if refit {
            self.refit();
        }
    }

    #[inline]
    pub(crate) fn reach_ages(&mut self, at: Instant) {
        let program = self.program;
        for index in ones(self.lead.ages) {
            let age = &program.ages[index];
            if self.lead.entered_at.0.saturating_add(age.span_micros) <= at.0 {
                self.lead.ages &= !(1 << index);
                self.know(&age.no, &age.yes);
            }
        }
    }

    /// Breaks the clocks that are past due, and takes the steps that follow a breach, one clock
    /// after the other.
    fn break_clocks(&mut self, at: Instant) {
        let mut index = 0;
        while index < self.lead.clocks.len() {
            if self.lead.clocks[index].acts_at > at {
                index += 1;
                continue;
            }
            let clock = self.lead.clocks[index];
            if clock.broken {
                self.escalate(index, at);
                // What was done may have ended clocks: look at all of them again.
                index = 0;
                continue;
            }
            let (precision, cause) = (clock.precision, DerivedCause::TIME);
            if self.may_be_answered(&clock) {
                self.tell_clock(What::ClockUnknowable, &clock, at, precision, cause);
                self.retain_clocks(|_, other| *other != clock);
                continue;
            }
            if precision == Precision::Unknown {
                // Whether it is late depends on a start that nobody knows.
                self.tell_clock(What::ClockUnknowable, &clock, at, precision, cause);
            } else {
                self.tell_clock(What::ClockBroken, &clock, at, precision, cause);
                self.lead.clocks[index].steps = self.steps_after(&clock, at);
            }
            self.lead.clocks[index].broken = true;
            self.await_step(index);
        }
    }

    /// Whether something that would have kept a clock stands before its start in the story only
    /// because no more of it is known than the day, on which the clock started later.
    #[cold]
    fn may_be_answered(&self, clock: &Clock) -> bool {
        const MORE_THAN_A_DAY_MICROS: i64 = 48 * Instant::PER_HOUR;
        let (program, started_at) = (self.terms(clock.version), clock.started_at);
        let by_facts = program.promises[usize::from(clock.promise)].end == EndProgram::Facts;
        if !by_facts || clock.precision >= Precision::Day {
            return false;
        }
        let rows = self.story.rows;
        let recent = rows.partition_point(|row| row.at.0 < started_at.0 - MORE_THAN_A_DAY_MICROS);
        rows[recent..].iter().take_while(|row| row.at <= started_at).any(|row| {
            row.flags.precision() == Precision::Day
                && kept_by(row, program.effect(row.code)) >> clock.promise & 1 == 1
                && row.at >= program.calendar.day_start(program.calendar.day_of(started_at))
        })
    }
}

/// The places of the ones in a mask, lowest first.
pub(crate) fn ones(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let index = mask.trailing_zeros() as usize;
        (mask != 0).then(|| mask &= mask - 1).map(|()| index)
    })
}
