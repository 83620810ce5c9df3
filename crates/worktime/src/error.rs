//! What can be wrong with a calendar.

use crate::{Calendar, HoursError};

/// A calendar that cannot be made.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CalendarError {
    /// The zone is not in the bundled IANA database.
    #[error("`{0}` is no time zone: write an IANA name like `Europe/Paris`")]
    UnknownZone(String),
    /// The opening hours break what [`crate::WeeklyHours`] promises.
    #[error(transparent)]
    Hours(#[from] HoursError),
    /// More holidays than a calendar takes.
    #[error("{0} holidays are too many: keep at most {max}", max = Calendar::HOLIDAYS_MAX)]
    TooManyHolidays(usize),
}
