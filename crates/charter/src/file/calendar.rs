//! `[calendar.<id>]`: when business is open.

use super::reading::Reading;
use super::section::Section;
use crate::diagnostic::ProblemCode;
use crate::model::CalendarTerms;
use worktime::{HoursError, WeeklyHours};

/// The only calendar; `office`, Monday to Friday from 9 to 18, where none is written.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> CalendarTerms {
    let calendars = root.section("calendar", "[calendar.office]", reading);
    let mut entries = calendars.map(|section| section.entries()).unwrap_or_default().into_iter();
    let first = entries.next();
    for other in entries {
        let message = "a second calendar is not supported yet in this version";
        let help = "keep one `[calendar.<id>]`; holidays are settings";
        reading.add(other.key.span, ProblemCode::NotSupported, message, help);
    }
    let Some(entry) = first else { return office() };
    let what = format!("[calendar.{}]", entry.key.value);
    let id = reading.id(&entry.key, "calendar", &[]).unwrap_or_default();
    let Some(mut section) = reading.section(&entry, &what) else { return office() };
    let example = "{ mon-fri = \"09:00-18:00\" }";
    let hours = section.needed("hours", example, reading);
    section.finish(reading);
    let hours = hours.and_then(|entry| match entry.item.as_table_like() {
        Some(_) => reading.section(&entry, "hours"),
        None => {
            reading.wrong_type(&entry, "hours by weekday", example);
            None
        }
    });
    let hours = hours.map_or_else(WeeklyHours::default, |section| weekly(&section, reading));
    CalendarTerms { id, hours }
}

fn weekly<'a>(section: &Section<'a>, reading: &mut Reading<'a>) -> WeeklyHours {
    let mut hours = WeeklyHours::default();
    let before = reading.problems();
    for entry in section.entries() {
        let Some(text) = reading.text(&entry) else { continue };
        if let Err(error) = hours.set(entry.key.value, text.value) {
            let place = match error {
                HoursError::Weekdays(_) => entry.key.span,
                _ => text.span,
            };
            let help = "write `mon-fri = \"09:00-18:00\"`, or for two spans \
                        `mon = \"09:00-12:30, 13:30-18:00\"`";
            reading.add(place, ProblemCode::Malformed, error.to_string(), help);
        }
    }
    if reading.problems() == before && hours.days.iter().all(Vec::is_empty) {
        let help = "write `hours = { mon-fri = \"09:00-18:00\" }`";
        let span = section.span.clone();
        reading.add(span, ProblemCode::OutOfBounds, "the calendar is never open", help);
    }
    hours
}

fn office() -> CalendarTerms {
    let mut hours = WeeklyHours::default();
    let set = hours.set("mon-fri", "09:00-18:00");
    debug_assert!(set.is_ok(), "the default hours are valid");
    CalendarTerms { id: "office".to_owned(), hours }
}
