//! Reading times: a format, and how precisely it tells the time.

use facts::{Instant, Precision};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

/// How a column writes its times.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum TimeFormat {
    /// `rfc3339`: `2026-03-01T09:30:00Z`.
    Rfc3339,
    /// `unix`: seconds since 1970, with or without a fraction.
    Unix,
    /// Directives such as `%m/%d/%Y`; numbers may be written without leading zeros.
    Pattern { text: String, precision: Precision },
}

impl TimeFormat {
    /// Reads a format; the error says what to do.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        match text {
            "rfc3339" => return Ok(Self::Rfc3339),
            "unix" => return Ok(Self::Unix),
            _ => {}
        }
        let help = "write `rfc3339`, `unix`, or how a time looks: `%Y-%m-%d`, `%m/%d/%Y`, \
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
            Ok((at, _)) if at.to_timestamp().to_zoned(TimeZone::UTC).date() == sample.date() => {
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
            Self::Pattern { text, .. } => text,
        }
    }

    /// Reads a time; a date alone is midnight in the zone. The error is the reason.
    pub(crate) fn moment(
        &self,
        text: &str,
        zone: &TimeZone,
    ) -> Result<(Instant, Precision), String> {
        let malformed = || format!("`{}` is not a time like `{}`", short(text), self.text());
        let (stamp, precision) = match self {
            Self::Rfc3339 => {
                let stamp: Timestamp = text.parse().map_err(|_| malformed())?;
                (stamp, Precision::Instant)
            }
            Self::Unix => (unix(text).ok_or_else(malformed)?, Precision::Instant),
            Self::Pattern { text: pattern, precision } => {
                let broken = BrokenDownTime::parse(pattern, text).map_err(|_| malformed())?;
                (stamp(&broken, zone).ok_or_else(malformed)?, *precision)
            }
        };
        let at = Instant::from_timestamp(stamp).map_err(|error| error.to_string())?;
        Ok((at, precision))
    }
}

fn stamp(broken: &BrokenDownTime, zone: &TimeZone) -> Option<Timestamp> {
    // With an offset or a count of seconds the text itself says the instant.
    if broken.offset().is_some() || broken.timestamp().is_some() {
        return broken.to_timestamp().ok();
    }
    let date = broken.to_date().ok()?;
    let time = broken.to_time().unwrap_or(Time::midnight());
    date.to_datetime(time).to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
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
        let (at, precision) = TimeFormat::read(format)?.moment(text, &zone)?;
        Ok(format!("{at} {precision:?}"))
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
