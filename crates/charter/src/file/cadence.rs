//! `[cadence]`: when both sides meet.

use super::reading::Reading;
use super::section::Section;
use crate::terms::{Cadence, WeeklyMeeting};

/// Nothing was agreed where nothing is written.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Cadence {
    let Some(mut section) = root.section("cadence", "[cadence]", reading) else {
        return Cadence::default();
    };
    let weekly = section.text("weekly", reading);
    let review = section.text("review_charter", reading);
    section.finish(reading);
    Cadence {
        weekly: weekly.and_then(|text| {
            reading.parsed(&text, "a day and a time", |text| {
                let help = "write the day and the time, such as `monday 09:30`";
                WeeklyMeeting::parse(text).ok_or_else(|| help.to_owned())
            })
        }),
        review_charter: review.and_then(|text| reading.cycle(&text)),
    }
}
