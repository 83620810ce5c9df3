//! `[calendar.<id>]`: when business is open.

use super::heading;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::model::CalendarTerms;
use worktime::{HoursError, WeeklyHours};

/// The most calendars: each takes a few megabytes when it runs.
const CALENDARS_MAX: usize = 16;

/// The calendars in the order of the file; `office`, Monday to Friday from 9 to 18, where none is
/// written. There is always one.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Vec<CalendarTerms> {
    let section = root.section("calendar", "[calendar.office]", reading);
    let mut entries = section.as_ref().map(Section::entries).unwrap_or_default();
    let span = section.map_or(0..0, |section| section.span);
    reading.at_most(&mut entries, CALENDARS_MAX, "calendars", span);
    let first = entries.first().map_or("", |entry| entry.key.value).to_owned();
    let calendars: Vec<_> =
        entries.iter().filter_map(|entry| calendar(entry, &first, reading)).collect();
    if calendars.is_empty() { vec![office()] } else { calendars }
}

fn calendar<'a>(
    entry: &Entry<'a>,
    first: &str,
    reading: &mut Reading<'a>,
) -> Option<CalendarTerms> {
    let what = format!("[calendar.{}]", entry.key.value);
    let id = reading.id(&entry.key, "calendar", &[]).unwrap_or_default();
    let mut section = reading.section(entry, &what)?;
    let example = "{ mon-fri = \"09:00-18:00\" }";
    let hours = section.needed("hours", example, reading);
    let timezone = section.text("timezone", reading);
    let keeps_holidays = section.entry("keeps_holidays");
    section.finish(reading);
    let hours = hours.and_then(|entry| match entry.item.as_table_like() {
        Some(_) => reading.section(&entry, "hours"),
        None => {
            reading.wrong_type(&entry, "hours by weekday", example);
            None
        }
    });
    let hours = hours.map_or_else(WeeklyHours::default, |section| weekly(&section, reading));
    if let Some(text) = timezone.as_ref().filter(|_| entry.key.value == first) {
        let message = "the first calendar is in the charter's time zone, in which a day is a day";
        let help = "remove `timezone`, or write another calendar above";
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
    }
    let timezone = timezone.and_then(|text| reading.parsed(&text, "a time zone", heading::zone));
    let keeps_holidays = keeps_holidays.is_none_or(|entry| {
        entry.item.as_bool().unwrap_or_else(|| {
            reading.wrong_type(&entry, "true or false", "false");
            true
        })
    });
    Some(CalendarTerms { id, hours, timezone, keeps_holidays })
}

/// The index of the calendar that a text names.
pub(super) fn find<'a>(
    text: &Text<'a>,
    calendars: &[CalendarTerms],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let index = calendars.iter().position(|calendar| calendar.id == text.value);
    if index.is_none() {
        let names = calendars.iter().map(|calendar| calendar.id.as_str());
        let help = did_you_mean(text.value, names, "calendar");
        let message = format!("no calendar is called `{}`", text.value);
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
    }
    index
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
    CalendarTerms { id: "office".to_owned(), hours, timezone: None, keeps_holidays: true }
}
