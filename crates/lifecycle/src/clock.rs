//! Promises running on one lead.

use charter::{Program, PromiseProgram, Within};
use facts::{Instant, Precision};
use worktime::{Calendar, Day};

/// A promise running on one lead, or broken and not yet answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Clock {
    /// The index of the version whose terms it keeps.
    pub(crate) version: u16,
    /// The promise, by index in that version.
    pub(crate) promise: u8,
    /// Whether it was broken.
    pub(crate) broken: bool,
    /// The steps after the breach that were not taken yet, one bit each; none until it is broken.
    pub(crate) steps: u8,
    /// When it started, and how precisely that is known.
    pub(crate) started_at: Instant,
    pub(crate) precision: Precision,
    /// When it is due if it started as early as it may have, and as late.
    pub(crate) due_earliest: Instant,
    pub(crate) due_latest: Instant,
    /// The next instant at which time alone decides about it: when it breaks, then each step that
    /// follows, then [`Instant::NEVER`].
    pub(crate) acts_at: Instant,
}

/// How a clock ends when what it promised happens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Judgement {
    Kept,
    Unknowable,
}

impl Clock {
    #[inline]
    pub(crate) fn start(
        program: &Program,
        version: u16,
        promise: u8,
        at: Instant,
        precision: Precision,
    ) -> Self {
        let terms = &program.promises[usize::from(promise)];
        let within = terms.within;
        let latest_start = latest(program, at, precision);
        let due_earliest = due(program, terms, within, at, precision);
        let due_latest = match within {
            _ if latest_start == at => due_earliest,
            Within::Days(days) if precision == Precision::Day => due_in_days(program, days, at),
            // Each hour of a day has the same closing time after it.
            Within::BusinessDays(_) if precision == Precision::Day => due_earliest,
            _ => due(program, terms, within, latest_start, precision),
        };
        Self {
            version,
            promise,
            broken: false,
            steps: 0,
            started_at: at,
            precision,
            due_earliest,
            due_latest,
            acts_at: due_latest,
        }
    }

    /// Judges a clock that is not yet past `due_latest` when what it promised happens at `at`.
    pub(crate) fn judge(&self, program: &Program, at: Instant, precision: Precision) -> Judgement {
        let unknown = Precision::Unknown;
        if self.precision == unknown || precision == unknown {
            return Judgement::Unknowable;
        }
        let exact = self.precision == Precision::Instant && precision == Precision::Instant;
        let in_time = latest(program, at, precision) <= self.due_earliest;
        if exact || in_time || self.is_within_its_days(program, at, precision) {
            Judgement::Kept
        } else {
            Judgement::Unknowable
        }
    }

    /// Whether something known to the day happened within the days that were promised: then days
    /// are compared.
    fn is_within_its_days(&self, program: &Program, at: Instant, precision: Precision) -> bool {
        if self.precision != Precision::Day && precision != Precision::Day {
            return false;
        }
        let terms = &program.promises[usize::from(self.promise)];
        match terms.within {
            Within::Days(days) => {
                program.calendar.days_between(self.started_at, at) <= i64::from(days)
            }
            Within::BusinessDays(_) => {
                let calendar = program.calendar_of(terms);
                let last = calendar.day_of(Instant(self.due_earliest.0.saturating_sub(1)));
                day_in(program, calendar, at, precision) <= last
            }
            Within::Business(_) | Within::Wall(_) => false,
        }
    }
}

/// The last instant at which something dated `at` with this precision may have happened.
fn latest(program: &Program, at: Instant, precision: Precision) -> Instant {
    match precision {
        Precision::Instant => at,
        Precision::Minute => Instant(at.0 + 60 * Instant::PER_SECOND - 1),
        Precision::Day | Precision::Unknown => {
            let calendar = &program.calendar;
            Instant(calendar.day_start(Day(calendar.day_of(at).0 + 1)).0 - 1)
        }
    }
}

/// So long after an instant, business time counted by the calendar of a promise.
#[inline]
pub(crate) fn due(
    program: &Program,
    promise: &PromiseProgram,
    within: Within,
    start: Instant,
    precision: Precision,
) -> Instant {
    match within {
        Within::Business(span) => program.calendar_of(promise).due(start, span),
        Within::BusinessDays(days) => {
            let calendar = program.calendar_of(promise);
            calendar.closing_after(day_in(program, calendar, start, precision), days)
        }
        Within::Wall(span) => start.plus(span),
        Within::Days(days) => program.calendar.days_later(start, days),
    }
}

/// The date of something in a calendar's zone. What is known to the day has a date and no hour: it
/// is the same date in every zone.
fn day_in(program: &Program, calendar: &Calendar, at: Instant, precision: Precision) -> Day {
    match precision {
        Precision::Day => program.calendar.day_of(at),
        _ => calendar.day_of(at),
    }
}

/// The end of the last day, where the start is known to the day and the promise is in days.
fn due_in_days(program: &Program, days: u16, start: Instant) -> Instant {
    let calendar = &program.calendar;
    let after = Day(calendar.day_of(start).0 + i32::from(days) + 1);
    Instant(calendar.day_start(after).0 - 1)
}
