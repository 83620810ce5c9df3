//! The business calendar.

use crate::{CalendarError, Day, WeeklyHours, openings::openings, worked::Worked, zone::Zone};
use crate::{HoursError, business_days::BusinessDays, span, weekdays};
use facts::{Instant, Seconds};
use jiff::civil::Date;
use std::fmt;

/// When business is open, in one zone, with its holidays, from 1990 to 2100.
///
/// An instant is open when a wall clock in the zone shows a date that is no holiday and a time
/// within the hours of its weekday.
/// A time that the clock skips in spring is never there; one that it shows twice in autumn counts
/// twice; a day from 00:00 to 24:00 has 23, 24 or 25 hours.
/// Before 1990 and from 2100 on, all is closed.
///
/// Both directions are closed forms over the work done until an instant, W(t):
/// `elapsed = W(to) - W(from)`, and `due` is the first t with `W(t) = W(start) + span`.
/// A look-up costs 5 to 21 ns on a 2020s server core (`examples/bench.rs`), whatever the length of
/// the span, the zone, its changes of offset and the holidays.
#[derive(Clone)]
pub struct Calendar {
    zone_name: Box<str>,
    zone: Zone,
    worked: Worked,
    days: BusinessDays,
}

impl Calendar {
    /// The most holidays that a calendar takes: a hundred a year.
    pub const HOLIDAYS_MAX: usize = 11_000;

    /// A calendar of local opening hours in an IANA zone (`Europe/Paris`), closed on `holidays`.
    ///
    /// Holidays are dates in the zone, in any order, repeated or outside the covered years at will.
    /// Hours without a span give a calendar that never opens.
    /// Takes about a millisecond and a megabyte: make it once per charter and settings, not per
    /// lead.
    ///
    /// # Errors
    /// When the bundled database lacks the zone, when the spans of a day are impossible, overlap,
    /// are unsorted or more than four, or when there are more than [`Calendar::HOLIDAYS_MAX`]
    /// holidays.
    pub fn new(zone: &str, hours: &WeeklyHours, holidays: &[Date]) -> Result<Self, CalendarError> {
        if holidays.len() > Self::HOLIDAYS_MAX {
            return Err(CalendarError::TooManyHolidays(holidays.len()));
        }
        if let Some(index) = hours.days.iter().position(|day| !span::is_orderly(day)) {
            return Err(HoursError::Overlap(weekdays::NAMES[index]).into());
        }
        let zone_name = zone.into();
        let zone = Zone::named(zone)?;
        let mut closed: Vec<_> = holidays.iter().copied().map(Day::of).collect();
        closed.sort_unstable();
        let open = openings(&zone, hours, &closed);
        let worked = Worked::new(&open.stretches);
        Ok(Self { zone_name, zone, worked, days: BusinessDays::new(open.ends) })
    }

    /// When so much business time after `start` has passed: [`Calendar::due_micros`] of seconds.
    #[inline]
    #[must_use]
    pub fn due(&self, start: Instant, span: Seconds) -> Instant {
        self.due_micros(start, span.micros())
    }

    /// The earliest instant at or after `start` with `span_micros` of business time in between.
    ///
    /// A span that ends exactly at closing time is due at closing time.
    /// A span of zero or less is due at `start`, open or not.
    /// [`Instant::NEVER`] when the calendar has not that much business time before 2100.
    #[inline]
    #[must_use]
    pub fn due_micros(&self, start: Instant, span_micros: i64) -> Instant {
        if span_micros <= 0 {
            return start;
        }
        let work = self.worked.until(start.0).saturating_add(span_micros);
        self.worked.reached(work).map_or(Instant::NEVER, Instant)
    }

    /// Business time from one instant to another, microseconds; 0 when `to` is not later.
    #[inline]
    #[must_use]
    pub fn elapsed(&self, from: Instant, to: Instant) -> i64 {
        (self.worked.until(to.0) - self.worked.until(from.0)).max(0)
    }

    /// Whether business is open at this instant: open at opening time, closed at closing time.
    #[inline]
    #[must_use]
    pub fn is_open(&self, at: Instant) -> bool {
        self.elapsed(at, Instant(at.0.saturating_add(1))) > 0
    }

    /// The first open instant at or after this one; [`Instant::NEVER`] when there is none.
    #[inline]
    #[must_use]
    pub fn next_opening(&self, at: Instant) -> Instant {
        self.worked.opening_from(at.0).map_or(Instant::NEVER, Instant)
    }

    /// The date that a wall clock in the zone shows.
    ///
    /// Before 1990 and from 2100 on, the zone's offset at the nearer end of those years holds.
    #[inline]
    #[must_use]
    pub fn day_of(&self, at: Instant) -> Day {
        self.zone.day_of(at.0)
    }

    /// The first instant of a day in the zone.
    ///
    /// It is midnight, or the first instant after it when the clock skips midnight, and the start
    /// of the next day when the zone skips the whole day, as `Pacific/Apia` did 2011-12-30.
    #[must_use]
    pub fn day_start(&self, day: Day) -> Instant {
        Instant(self.zone.day_start(day))
    }

    /// So many days later at the same time of day in the zone; where the clock skips that time,
    /// the first instant after the skip, and where it shows it twice, the first of them.
    #[inline]
    #[must_use]
    pub fn days_later(&self, at: Instant, days: u16) -> Instant {
        Instant(self.zone.days_later(at.0, days))
    }

    /// Calendar days from one instant's date to another's: 0 within a day, 1 from any time of a
    /// day to any time of the next, negative when `to` has the earlier date.
    #[inline]
    #[must_use]
    pub fn days_between(&self, from: Instant, to: Instant) -> i64 {
        i64::from(self.day_of(to).0) - i64::from(self.day_of(from).0)
    }

    /// The closing time of the nth business day after a day: of the first day after it that
    /// has any open time, for 1 (and for 0), of the second for 2.
    ///
    /// The day itself does not count, open or not: what begins on a Friday, whatever the hour, is
    /// due at the closing time of Monday for 1, and so is what begins on the Saturday after it.
    /// [`Instant::NEVER`] when there are not so many before 2100.
    #[inline]
    #[must_use]
    pub fn closing_after(&self, day: Day, days: u16) -> Instant {
        let number = self.days.until(day) + usize::from(days.max(1));
        self.days.closing(number).map_or(Instant::NEVER, Instant)
    }

    /// The closing time of the nth business day after an instant's date in the zone, see
    /// [`Calendar::closing_after`].
    #[inline]
    #[must_use]
    pub fn business_days_later(&self, at: Instant, days: u16) -> Instant {
        self.closing_after(self.day_of(at), days)
    }

    /// Business days after one day until another, that one included: 0 within a day, 1 from a
    /// Friday to the Monday after it, negative when `to` is earlier.
    #[inline]
    #[must_use]
    pub fn business_days_between(&self, from: Day, to: Day) -> i64 {
        self.days.until(to) as i64 - self.days.until(from) as i64
    }

    /// The IANA name of the zone, as given.
    #[must_use]
    pub fn zone_name(&self) -> &str {
        &self.zone_name
    }

    /// Heap memory of the tables, bytes; at most 3.3 million.
    #[must_use]
    pub fn memory_bytes(&self) -> usize {
        let tables =
            [self.zone.memory_bytes(), self.worked.memory_bytes(), self.days.memory_bytes()];
        self.zone_name.len() + tables.iter().sum::<usize>()
    }
}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Calendar").field("zone_name", &self.zone_name).finish_non_exhaustive()
    }
}
