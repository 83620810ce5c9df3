//! `[cadence]`: when both sides meet.

use super::Cycle;

/// When both sides meet, and when they review the charter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Cadence {
    /// The weekly meeting.
    pub weekly: Option<WeeklyMeeting>,
    /// How often both sides go through the charter.
    pub review_charter: Option<Cycle>,
}

/// A day of the week, Monday first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// `monday 09:30`, in the charter's zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeeklyMeeting {
    /// The day.
    pub day: Weekday,
    /// Minutes after midnight, below 1440.
    pub minute: u16,
}

impl Weekday {
    /// Every day.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

impl WeeklyMeeting {
    /// Reads `monday 09:30`; days may be cut to three letters, capitals do not matter.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once(' ')?;
        let day = day.to_ascii_lowercase();
        let is_day = |name: &str| {
            let name = name.to_ascii_lowercase();
            name == day || name.get(..3) == Some(day.as_str())
        };
        let day = Weekday::ALL.into_iter().find(|weekday| is_day(weekday.name()))?;
        let (hour, minute) = time.trim().split_once(':')?;
        let number = |text: &str, below: u16| {
            (text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<u16>().ok())
                .flatten()
                .filter(|number| *number < below)
        };
        Some(Self { day, minute: number(hour, 24)? * 60 + number(minute, 60)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_a_day_and_a_time() {
        let half_past_nine = WeeklyMeeting { day: Weekday::Monday, minute: 570 };
        for text in ["monday 09:30", "Monday 09:30", "mon 09:30", "monday  09:30"] {
            assert_eq!(WeeklyMeeting::parse(text), Some(half_past_nine), "{text}");
        }
        for text in [
            "",
            "monday",
            "09:30",
            "moonday 09:30",
            "mo 09:30",
            "monday 9:30",
            "monday 24:00",
            "monday 09:60",
            "monday 09:30 CET",
            "monday +9:30",
        ] {
            assert_eq!(WeeklyMeeting::parse(text), None, "{text}");
        }
    }
}
