//! When the offices of the territories are open.

use crate::segment::Territory;
use facts::{Instant, Seconds};
use worktime::{Calendar, CalendarError, WeeklyHours};

/// Every wait is within these bounds, hours of work.
const HOURS_MIN: f64 = 1.0 / 60.0;
const HOURS_MAX: f64 = 2_000.0;

/// A calendar for each territory.
pub(crate) struct Offices(Vec<Calendar>);

impl Offices {
    pub(crate) fn open() -> Result<Self, CalendarError> {
        let hours = WeeklyHours::parse_day_range("mon-fri", "09:00-18:00")?;
        let calendar = |territory: Territory| Calendar::new(territory.zone(), &hours, &[]);
        Territory::ALL.into_iter().map(calendar).collect::<Result<_, _>>().map(Self)
    }

    /// So many hours of work after an instant, from a minute to a year, while the office is open.
    pub(crate) fn after(&self, territory: Territory, at: Instant, hours: f64) -> Instant {
        let span = Seconds((hours.clamp(HOURS_MIN, HOURS_MAX) * 3_600.0) as i64);
        let last = Instant(Instant::LATEST.0 - Instant::PER_DAY);
        self.0[territory as usize].due(at, span).min(last)
    }
}
