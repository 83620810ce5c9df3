//! What time alone decides.

use crate::derived::{CauseKind, DerivedCause, Sink, What};
use crate::evidence::expiry;
use crate::fold::Run;
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
            if clock.precision == Precision::Unknown {
                // Whether it is late depends on a start that nobody knows.
                self.tell_clock(What::ClockUnknowable, &clock, at, DerivedCause::TIME);
            } else {
                self.tell_clock(What::ClockBroken, &clock, at, DerivedCause::TIME);
                self.lead.clocks[index].steps = self.steps_after(&clock, at);
            }
            self.lead.clocks[index].broken = true;
            self.await_step(index);
        }
    }
}

/// The places of the ones in a mask, lowest first.
pub(crate) fn ones(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let index = mask.trailing_zeros() as usize;
        (mask != 0).then(|| mask &= mask - 1).map(|()| index)
    })
}
