//! Opening hours by weekday.

use crate::{span, weekdays};

/// Open from `from` to `to`, minutes since local midnight, `from < to <= 1440`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The first open minute of the day, 0 to 1439.
    pub from: u16,
    /// The first closed minute after it, 1 to 1440.
    pub to: u16,
}

/// The open spans of each weekday, Monday first; sorted, without overlap, at most 4 a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct WeeklyHours {
    /// Seven lists of open spans.
    pub days: [Vec<Span>; 7],
}

/// Opening hours that cannot be read.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum HoursError {
    /// The weekdays are not understood.
    #[error("`{0}` names no weekdays: write `mon-fri`, `sat` or `mon,wed`")]
    Weekdays(String),
    /// The span of hours is not understood.
    #[error("`{0}` is no span of hours: write `09:00-18:00` or `09:00-12:30, 13:30-18:00`")]
    Span(String),
    /// Two spans of a day overlap, or there are more than four.
    #[error("the hours of {0} overlap or have more than four spans")]
    Overlap(&'static str),
}

impl WeeklyHours {
    /// The most open spans that a day may have.
    pub const SPANS_PER_DAY_MAX: usize = 4;

    /// Opens the named weekdays for the given hours, on top of the hours that they have.
    ///
    /// `weekdays` is a list of days and ranges, `mon-fri`, `sat`, `mon,wed,fri`; English names in
    /// full or by three letters, in any case; a range may pass Sunday (`sun-thu`).
    /// `hours` is a list of at most four spans in local time, `09:00-18:00` or
    /// `09:00-12:30, 13:30-18:00`; `24:00` closes at the end of the day.
    /// The order of calls does not matter, since naming a day again adds to it and never
    /// replaces; spans may touch.
    ///
    /// # Errors
    /// When the weekdays or hours are not understood, when spans of a day overlap, or when a day
    /// would have more than four. The hours are then left as they were.
    ///
    /// ```
    /// use worktime::WeeklyHours;
    /// let mut hours = WeeklyHours::default();
    /// hours.set("mon-fri", "09:00-12:30, 13:30-18:00").unwrap();
    /// hours.set("sat", "10:00-14:00").unwrap();
    /// assert!(hours.set("fri", "17:00-20:00").is_err());
    /// ```
    pub fn set(&mut self, weekdays: &str, hours: &str) -> Result<(), HoursError> {
        let named = weekdays::read(weekdays)?;
        let added = span::read_list(hours)?;
        let mut days = self.days.clone();
        for index in (0..7).filter(|index| named[*index]) {
            let day = &mut days[index];
            day.extend_from_slice(&added);
            day.sort_unstable_by_key(|span| span.from);
            if !span::is_orderly(day) {
                return Err(HoursError::Overlap(weekdays::NAMES[index]));
            }
        }
        self.days = days;
        Ok(())
    }

    /// Hours from one entry of weekdays and hours, read as by [`WeeklyHours::set`].
    ///
    /// # Errors
    /// As [`WeeklyHours::set`].
    pub fn parse_day_range(weekdays: &str, hours: &str) -> Result<Self, HoursError> {
        let mut week = Self::default();
        week.set(weekdays, hours)?;
        Ok(week)
    }
}
