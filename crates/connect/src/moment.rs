//! Reading times: a format, and how precisely it tells the time.

use crate::note::ClockChange;
use facts::{Instant, Precision};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// How a column writes its times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TimeFormat {
    /// `rfc3339`: `2026-03-01T09:30:00Z`.
    Rfc3339,
    /// `unix`: seconds since 1970, with or without a fraction.
    Unix,
    /// `unix_ms`: thousandths of seconds since 1970, as HubSpot and browsers write them.
    UnixMillis,
    /// `iso`: a date, alone or with a time, with an offset or without: `2026-03-01`,
    /// `2026-03-01 09:30`, `2026-03-01T09:30:00Z`. Each cell is as precise as it is written.
    Iso,
    /// Directives such as `%m/%d/%Y`; numbers may be written without leading zeros.
    Pattern { text: String, precision: Precision },
}

impl TimeFormat {
    /// Reads a format; the error says what to do.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        match text {
            "rfc3339" => return Ok(Self::Rfc3339),
            "unix" => return Ok(Self::Unix),
            "unix_ms" => return Ok(Self::UnixMillis),
            "iso" => return Ok(Self::Iso),
            _ => {}
        }
        let help = "write `iso`, `rfc3339`, `unix`, `unix_ms`, or how a time looks: `%Y-%m-%d`, `%m/%d/%Y`, \
                    `%Y-%m-%d %H:%M:%S`";
        let has = |directives: &[&str]| directives.iter().any(|d| text.contains(d));
        let precision = if has(&["%S", "%T", "%s"]) {
            Precision::Instant
        } else if has(&["%M", "%R"]) {
            Precision::Minute
        } else if has(&["%H", "%I"]) {
            return Err("a format with hours needs minutes too: `%H:%M`".to_owned());
        } else {
            Precision::Day
        };
        let format = Self::Pattern { text: text.to_owned(), precision };
        // A format is good if it reads back what it writes, to the day at least.
        let sample = jiff::civil::date(2026, 11, 22).at(21, 43, 58, 0);
        let zoned = sample.to_zoned(TimeZone::UTC).map_err(|_| help.to_owned())?;
        let written = jiff::fmt::strtime::format(text, &zoned).map_err(|_| help.to_owned())?;
        match format.moment(&written, &TimeZone::UTC) {
            Ok(Moment { at, .. })
                if at.to_timestamp().to_zoned(TimeZone::UTC).date() == sample.date() =>
            {
                Ok(format)
            }
            _ => Err(help.to_owned()),
        }
    }

    /// The format as people write it.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Rfc3339 => "rfc3339",
            Self::Unix => "unix",
            Self::UnixMillis => "unix_ms",
            Self::Iso => "iso",
            Self::Pattern { text, .. } => text,
        }
    }

    /// Reads a time; a date alone is midnight in the zone. The error is the reason.
    pub(crate) fn moment(&self, text: &str, zone: &TimeZone) -> Result<Moment, String> {
        let malformed = || format!("`{}` is not a time like `{}`", short(text), self.text());
        let outside = || format!("`{}` is outside the years 1990 to 2099", short(text));
        let (stamp, precision, change) = match self {
            Self::Rfc3339 => {
                let stamp: Timestamp = text.parse().map_err(|_| malformed())?;
                (stamp, Precision::Instant, None)
            }
            Self::Unix => (unix(text).ok_or_else(malformed)?, Precision::Instant, None),
            Self::UnixMillis => {
                let millis: i64 = text.parse().map_err(|_| malformed())?;
                let stamp = Timestamp::from_millisecond(millis).map_err(|_| outside())?;
                (stamp, Precision::Instant, None)
            }
            Self::Iso => match text.parse::<Timestamp>() {
                Ok(stamp) => (stamp, Precision::Instant, None),
                Err(_) => {
                    let (date, time, precision) = iso(text).ok_or_else(malformed)?;
                    in_zone(date, time, precision, zone).ok_or_else(outside)?
                }
            },
            Self::Pattern { text: pattern, precision } => {
                let broken = BrokenDownTime::parse(pattern, text).map_err(|_| malformed())?;
                // With an offset or a count of seconds the text itself says the instant.
                if broken.offset().is_some() || broken.timestamp().is_some() {
                    (broken.to_timestamp().map_err(|_| malformed())?, *precision, None)
                } else {
                    let date = broken.to_date().map_err(|_| malformed())?;
                    let time = broken.to_time().unwrap_or(Time::midnight());
                    in_zone(date, time, *precision, zone).ok_or_else(outside)?
                }
            }
        };
        let at = Instant::from_timestamp(stamp).map_err(|_| outside())?;
        Ok(Moment { at, precision, change })
    }
}

/// What a cell says of when something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Moment {
    pub(crate) at: Instant,
    pub(crate) precision: Precision,
    /// That the clocks of the zone never showed this time, or twice.
    pub(crate) change: Option<ClockChange>,
}

/// A local time as an instant.
fn in_zone(
    date: Date,
    time: Time,
    precision: Precision,
    zone: &TimeZone,
) -> Option<(Timestamp, Precision, Option<ClockChange>)> {
    let local = zone.to_ambiguous_zoned(date.to_datetime(time));
    let change = change(local.offset()).filter(|_| precision != Precision::Day);
    Some((local.compatible().ok()?.timestamp(), precision, change))
}

/// A date, alone or with a time of day to the minute or further.
fn iso(text: &str) -> Option<(Date, Time, Precision)> {
    let Some((date, time)) = text.split_once(['T', ' ']) else {
        return Some((text.parse().ok()?, Time::midnight(), Precision::Day));
    };
    let precision = match time.matches(':').count() {
        1 => Precision::Minute,
        2 => Precision::Instant,
        _ => return None,
    };
    Some((date.parse().ok()?, time.trim_start().parse().ok()?, precision))
}

fn change(offset: AmbiguousOffset) -> Option<ClockChange> {
    match offset {
        AmbiguousOffset::Unambiguous { .. } => None,
        AmbiguousOffset::Gap { before, after } => {
            let minutes = (after.seconds() - before.seconds()).unsigned_abs() / 60;
            Some(ClockChange::PutForward { minutes })
        }
        AmbiguousOffset::Fold { .. } => Some(ClockChange::PutBack),
    }
}

fn unix(text: &str) -> Option<Timestamp> {
    match text.parse::<i64>() {
        Ok(seconds) => Timestamp::from_second(seconds).ok(),
        Err(_) => {
            let seconds: f64 = text.parse().ok()?;
            let micros = (seconds * 1e6).round();
            (micros.abs() < 9e15).then(|| Timestamp::from_microsecond(micros as i64).ok())?
        }
    }
}

/// What is shown of a cell in a message.
pub(crate) fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZoneDatabase;

    fn read(format: &str, text: &str, zone: &str) -> Result<String, String> {
        let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
        let Moment { at, precision, .. } = TimeFormat::read(format)?.moment(text, &zone)?;
        Ok(format!("{at} {precision:?}"))
    }

    #[test]
    fn a_time_that_no_clock_showed_or_that_it_showed_twice_is_told() {
        let change = |format: &str, text: &str, zone: &str| {
            let zone = TimeZoneDatabase::bundled().get(zone).unwrap();
            let Moment { at, change, .. } =
                TimeFormat::read(format).unwrap().moment(text, &zone).unwrap();
            (at.to_string(), change)
        };
        let forward = |minutes| Some(ClockChange::PutForward { minutes });
        let (minute, berlin) = ("%Y-%m-%d %H:%M", "Europe/Berlin");
        let cases = [
            (minute, "2026-03-29 02:30", berlin, "2026-03-29T01:30:00Z", forward(60)),
            (minute, "2026-03-29 03:30", berlin, "2026-03-29T01:30:00Z", None),
            (
                minute,
                "2026-10-25 02:30",
                berlin,
                "2026-10-25T00:30:00Z",
                Some(ClockChange::PutBack),
            ),
            (
                minute,
                "2026-10-04 02:15",
                "Australia/Lord_Howe",
                "2026-10-03T15:45:00Z",
                forward(30),
            ),
            ("%Y-%m-%d", "2017-10-15", "America/Sao_Paulo", "2017-10-15T03:00:00Z", None),
        ];
        for (format, text, zone, at, told) in cases {
            assert_eq!(change(format, text, zone), (at.to_owned(), told), "{text} {zone}");
        }
    }

    #[test]
    fn a_time_out_of_range_is_quoted_as_the_file_has_it() {
        for (format, text) in [("%d.%m.%Y", "1.2.1822"), ("%d.%m.%Y", "31.12.9999"), ("unix", "5")]
        {
            let error = read(format, text, "Europe/Berlin").unwrap_err();
            assert_eq!(error, format!("`{text}` is outside the years 1990 to 2099"));
        }
    }

    #[test]
    fn each_format_says_how_precise_it_is() {
        let kolkata = "Asia/Kolkata";
        let cases = [
            ("%Y-%m-%d", "2022-01-31", "2022-01-30T18:30:00Z Day"),
            ("%m/%d/%Y", "1/3/2022", "2022-01-02T18:30:00Z Day"),
            ("%m/%d/%Y", "01/03/2022", "2022-01-02T18:30:00Z Day"),
            ("%Y-%m-%d %H:%M:%S", "2022-01-31 05:30:00", "2022-01-31T00:00:00Z Instant"),
            ("%d.%m.%Y %H:%M", "31.1.2022 5:31", "2022-01-31T00:01:00Z Minute"),
            ("%Y-%m-%d %H:%M:%S%z", "2022-01-31 05:30:00+0000", "2022-01-31T05:30:00Z Instant"),
            ("rfc3339", "2022-01-31T05:30:00+01:00", "2022-01-31T04:30:00Z Instant"),
            ("unix", "1643607000", "2022-01-31T05:30:00Z Instant"),
            ("unix_ms", "1643607000500", "2022-01-31T05:30:00.5Z Instant"),
            ("iso", "2022-01-31", "2022-01-30T18:30:00Z Day"),
            ("iso", "2022-01-31 05:31", "2022-01-31T00:01:00Z Minute"),
            ("iso", "2022-01-31 05:30:00", "2022-01-31T00:00:00Z Instant"),
            ("iso", "2022-01-31T05:30:00.250+01:00", "2022-01-31T04:30:00.25Z Instant"),
            ("iso", "2022-01-31T05:30Z", "2022-01-31T05:30:00Z Instant"),
            ("unix", "1643607000.5", "2022-01-31T05:30:00.5Z Instant"),
        ];
        for (format, text, wanted) in cases {
            assert_eq!(read(format, text, kolkata), Ok(wanted.to_owned()), "{format} {text}");
        }
    }

    #[test]
    fn midnight_that_a_clock_change_skips_is_the_first_instant_of_the_day() {
        let read = read("%Y-%m-%d", "2017-10-15", "America/Sao_Paulo");
        assert_eq!(read, Ok("2017-10-15T03:00:00Z Day".to_owned()));
    }

    #[test]
    fn a_time_that_does_not_fit_is_refused_with_the_format() {
        let error = read("%m/%d/%Y", "13/25/2022", "UTC").unwrap_err();
        assert_eq!(error, "`13/25/2022` is not a time like `%m/%d/%Y`");
        assert!(read("%Y-%m-%d", "2022-02-30", "UTC").is_err());
        assert!(read("%Y-%m-%d", "2022-02-03x", "UTC").is_err());
        assert!(read("%Y-%m-%d", "1822-02-03", "UTC").unwrap_err().contains("1990 to 2099"));
        assert!(read("unix", "soon", "UTC").is_err());
        for text in ["2022", "2022-02-03 07", "2022-02-03x", "3.2.2022", "2022-02-03 7h"] {
            assert!(read("iso", text, "UTC").is_err(), "{text}");
        }
    }

    #[test]
    fn a_format_without_a_date_or_with_hours_alone_is_refused() {
        assert!(TimeFormat::read("%H:%M").is_err());
        assert!(TimeFormat::read("%Y-%m").is_err());
        assert!(TimeFormat::read("%Y-%m-%d %H").is_err());
        assert!(TimeFormat::read("DD/MM").is_err());
        assert!(TimeFormat::read("%Q").is_err());
    }
}
