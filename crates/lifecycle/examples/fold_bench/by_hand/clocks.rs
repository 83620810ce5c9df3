//! The promises that run on one lead.

use super::charter::*;
use super::lead::{Lead, Moment};
use charter::ClauseIndex;
use facts::{Instant, Precision, Seconds};
use lifecycle::{Derived, DerivedCause, Sink, What};

#[derive(Clone, Copy)]
struct Clock {
    promise: u8,
    broken: bool,
    precision: Precision,
    earliest: Instant,
    due: Instant,
}

/// The clocks in the order in which they started; never more than five.
#[derive(Clone, Copy)]
pub(super) struct Clocks {
    list: [Clock; 6],
    len: usize,
    /// Their promises, one bit each.
    pub(super) running: u16,
}

impl Default for Clocks {
    fn default() -> Self {
        let (broken, precision) = (false, Precision::Instant);
        let (earliest, due) = (Instant::NEVER, Instant::NEVER);
        let none = Clock { promise: 0, broken, precision, earliest, due };
        Self { list: [none; 6], len: 0, running: 0 }
    }
}

impl Clocks {
    pub(super) fn next_due(&self) -> Instant {
        let running = self.list[..self.len].iter().filter(|clock| !clock.broken);
        running.map(|clock| clock.due).min().unwrap_or(Instant::NEVER)
    }
}

/// The last instant that a fact dated so may mean.
fn latest(at: Instant, precision: Precision) -> Instant {
    match precision {
        Precision::Instant => at,
        _ => Instant(at.0 + 60 * Instant::PER_SECOND - 1),
    }
}

impl<S: Sink> Lead<'_, S> {
    pub(super) fn start_promises(&mut self, now: Moment) {
        if self.stage == MQL && !self.hot_started {
            self.start_hot(now);
        }
        if !self.started {
            self.started = true;
            for &promise in promises(self.stage) {
                self.start(promise, now);
            }
        }
    }

    /// A hot lead is promised a call sooner.
    #[inline]
    pub(super) fn start_hot(&mut self, now: Moment) {
        if self.engagement_at(now.at) >= 60.0 {
            self.hot_started = true;
            self.start(FIRST_TOUCH_HOT, now);
        }
    }

    fn start(&mut self, promise: u8, now: Moment) {
        let earliest = self.due(promise, now.at);
        let due = match now.precision {
            Precision::Instant => earliest,
            precision => self.due(promise, latest(now.at, precision)),
        };
        let clock = Clock { promise, broken: false, precision: now.precision, earliest, due };
        self.tell_clock(What::ClockStarted, &clock, now);
        self.alarm = self.alarm.min(due);
        self.clocks.list[self.clocks.len] = clock;
        self.clocks.len += 1;
        self.clocks.running |= 1 << promise;
    }

    fn due(&self, promise: u8, start: Instant) -> Instant {
        let calendar = &self.by_hand.calendar;
        match promise {
            FIRST_TOUCH_HOT => calendar.due(start, Seconds::hours(HOURS_HOT)),
            FIRST_TOUCH => calendar.due(start, Seconds::hours(HOURS)),
            _ => calendar.days_later(start, DAYS[usize::from(promise)]),
        }
    }

    /// Ends the clocks that a fact keeps.
    pub(super) fn end_clocks(&mut self, kept: u16, now: Moment) {
        self.end(kept, kept, now);
    }

    /// Ends the clocks that leaving the stage keeps and, unless on the way forward, cancels the
    /// others.
    pub(super) fn leave_clocks(&mut self, to: u8, now: Moment) {
        let forward = self.stage <= OPPORTUNITY && to <= OPPORTUNITY;
        self.end(if forward { BY_LEAVING } else { u16::MAX }, BY_LEAVING, now);
    }

    #[inline]
    fn end(&mut self, ended: u16, kept: u16, now: Moment) {
        let mut left = 0;
        for index in 0..self.clocks.len {
            let clock = self.clocks.list[index];
            if ended >> clock.promise & 1 == 0 {
                self.clocks.list[left] = clock;
                left += 1;
                continue;
            }
            let judged = latest(now.at, now.precision) <= clock.earliest
                || clock.precision == Precision::Instant && now.precision == Precision::Instant;
            let what = match (kept >> clock.promise & 1 == 1, clock.broken) {
                (false, true) => What::ClockNeverAnswered,
                (false, false) => What::ClockCancelled,
                (true, true) => What::ClockAnsweredLate,
                (true, false) if judged => What::ClockKept,
                (true, false) => What::ClockUnknowable,
            };
            self.tell_clock(what, &clock, now);
        }
        self.clocks.len = left;
        self.clocks.running &= !ended;
    }

    pub(super) fn break_clocks(&mut self, at: Instant) {
        for index in 0..self.clocks.len {
            let clock = self.clocks.list[index];
            if !clock.broken && clock.due <= at {
                let (precision, cause) = (clock.precision, DerivedCause::TIME);
                self.tell_clock(What::ClockBroken, &clock, Moment { at, precision, cause });
                self.clocks.list[index].broken = true;
            }
        }
    }

    fn tell_clock(&mut self, what: What, clock: &Clock, now: Moment) {
        self.sink.decide(Derived {
            at: now.at,
            due: clock.due,
            cause: now.cause,
            version: 0,
            terms: 0,
            clause: ClauseIndex(PROMISE_CLAUSES + u16::from(clock.promise)),
            pass: self.pass,
            what,
            target: clock.promise,
            precision: now.precision,
        });
    }
}
