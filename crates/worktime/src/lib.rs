//! Business calendars: when something is due, and how much business time has passed.
//!
//! A [`Calendar`] is made of a zone, [`WeeklyHours`] and holidays, and answers in closed form.
//!
//! ```
//! use facts::{Instant, Seconds};
//! use worktime::{Calendar, WeeklyHours};
//!
//! let hours = WeeklyHours::parse_day_range("mon-fri", "09:00-18:00").unwrap();
//! let office = Calendar::new("Europe/Paris", &hours, &[]).unwrap();
//!
//! let saturday_at_15 = Instant::parse("2026-03-07T15:00:00+01:00").unwrap();
//! let due = office.due(saturday_at_15, Seconds::hours(4));
//! assert_eq!(due, Instant::parse("2026-03-09T13:00:00+01:00").unwrap());
//! assert_eq!(office.elapsed(saturday_at_15, due), Seconds::hours(4).micros());
//! assert_eq!(office.days_between(saturday_at_15, due), 2);
//! ```
//!
//! Pure: no I/O, no clock, no randomness; zones come from the bundled IANA database alone.
#![deny(missing_docs)]

mod bucket_index;
mod business_days;
mod calendar;
mod day;
mod error;
mod hours;
mod openings;
mod span;
mod weekdays;
mod worked;
mod zone;

pub use calendar::Calendar;
pub use day::Day;
pub use error::CalendarError;
pub use hours::{HoursError, Span, WeeklyHours};
