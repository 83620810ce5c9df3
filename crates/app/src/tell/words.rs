//! Numbers, times and lengths of time in words.

use facts::{Instant, Precision};
use insight::{Certainty, Share};
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// `5,000`.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if digits.len() > 3 && place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1 lead`, `17 leads`.
pub fn count(count: usize, noun: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{} {noun}{end}", number(count))
}

/// `10.5 %`; a dash of nothing.
pub fn percent(share: Share) -> String {
    match share.value() {
        None => "-".to_owned(),
        Some(value) if value == 0.0 || value == 1.0 => format!("{:.0} %", value * 100.0),
        Some(value) => format!("{:.1} %", value * 100.0),
    }
}

/// `14`, `1.2`: days, with one digit where they are not whole.
pub fn days(days: f64) -> String {
    if days.fract().abs() < 0.05 || days.abs() >= 100.0 {
        format!("{days:.0}")
    } else {
        format!("{days:.1}")
    }
}

/// `2 d 3 h`, `1 h 12 m`, `40 m`: the two largest parts.
pub fn length(micros: i64) -> String {
    let minutes = micros.abs() / (60 * Instant::PER_SECOND);
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    match (days, hours) {
        (0, 0) => format!("{minutes} m"),
        (0, _) if minutes == 0 => format!("{hours} h"),
        (0, _) => format!("{hours} h {minutes} m"),
        (_, 0) => format!("{days} d"),
        _ if days >= 10 => format!("{days} d"),
        _ => format!("{days} d {hours} h"),
    }
}

/// The word for a certainty, where it needs one.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => "exact",
        Certainty::Assumed => "assumed",
        Certainty::Mixed => "partly assumed",
    }
}

/// Dates and times in a charter's zone.
#[derive(Clone, Debug)]
pub struct Clockwork {
    zone: TimeZone,
}

impl Clockwork {
    /// In a zone of the bundled database; UTC for one that it does not have.
    pub fn new(zone: &str) -> Self {
        Self { zone: TimeZoneDatabase::bundled().get(zone).unwrap_or(TimeZone::UTC) }
    }

    /// Whether the bundled database has a zone.
    pub fn has_zone(zone: &str) -> bool {
        TimeZoneDatabase::bundled().get(zone).is_ok()
    }

    fn local(&self, at: Instant) -> Zoned {
        at.to_timestamp().to_zoned(self.zone.clone())
    }

    /// `2 Mar 2026`.
    pub fn date(&self, at: Instant) -> String {
        self.local(at).strftime("%-d %b %Y").to_string()
    }

    /// The day in the zone.
    pub fn day(&self, at: Instant) -> Date {
        self.local(at).date()
    }

    /// `14:30`.
    pub fn time(&self, at: Instant) -> String {
        self.local(at).strftime("%H:%M").to_string()
    }

    /// `2 Mar 2026, 14:30`, as precisely as it is known.
    pub fn when(&self, at: Instant, precision: Precision) -> String {
        match precision {
            Precision::Instant | Precision::Minute => {
                format!("{}, {}", self.date(at), self.time(at))
            }
            Precision::Day => self.date(at),
            Precision::Unknown => "no date".to_owned(),
        }
    }

    /// The date alone where it is a day's first instant, else with the time.
    pub fn start(&self, at: Instant) -> String {
        let whole = self.ends_day(Instant(at.0 - 1));
        self.when(at, if whole { Precision::Day } else { Precision::Instant })
    }

    /// Whether this is the last instant of a day: something due then is due on that day.
    pub fn ends_day(&self, at: Instant) -> bool {
        self.date(at) != self.date(Instant(at.0 + 1))
    }

    /// When something is due: the day alone where it may be done until the day ends.
    pub fn due(&self, due: Instant) -> String {
        let precision = if self.ends_day(due) { Precision::Day } else { Precision::Instant };
        self.when(due, precision)
    }

    /// How long from one to the other; by their dates where either is known only to the day.
    pub fn apart(&self, one: Instant, other: Instant, by_day: bool) -> String {
        let date = |at| self.local(at).date();
        let days = (date(other) - date(one)).get_days().unsigned_abs() as usize;
        let by_day = by_day || self.ends_day(one) || self.ends_day(other);
        if by_day && days > 0 { count(days, "day") } else { length(other.micros_since(one)) }
    }

    /// `14:30` today, `9 Mar, 14:30` within a week, else `9 Mar 2026`.
    pub fn soon(&self, at: Instant, now: Instant) -> String {
        let by_day = self.ends_day(at);
        if self.date(at) == self.date(now) {
            return if by_day { "today".to_owned() } else { self.time(at) };
        }
        let near = at.micros_since(now).abs() < 7 * Instant::PER_DAY;
        let shape = match (near, by_day) {
            (true, false) => "%-d %b, %H:%M",
            (true, true) => "%-d %b",
            (false, _) => "%-d %b %Y",
        };
        self.local(at).strftime(shape).to_string()
    }

    /// A time from RFC 3339, or a date as its first instant in the zone.
    pub fn read(&self, text: &str) -> Result<Instant, String> {
        let malformed = || format!("`{text}` is no time: write 2026-03-01 or 2026-03-01T09:30:00Z");
        if let Ok(date) = text.parse::<Date>()
            && !text.contains('T')
        {
            let start = date.to_zoned(self.zone.clone()).map_err(|_| malformed())?;
            return Instant::from_timestamp(start.timestamp()).map_err(|error| error.to_string());
        }
        Instant::parse(text).map_err(|error| error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_lengths_read_as_people_write_them() {
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(count(1, "lead"), "1 lead");
        assert_eq!(percent(Share { part: 842, whole: 8_000 }), "10.5 %");
        assert_eq!(length(72 * 60 * Instant::PER_SECOND), "1 h 12 m");
        assert_eq!(length(-51 * Instant::PER_HOUR), "2 d 3 h");
    }

    #[test]
    fn times_are_told_in_the_zone_and_as_precisely_as_known() {
        let berlin = Clockwork::new("Europe/Berlin");
        let at = Instant::parse("2026-03-02T13:30:00Z").unwrap();
        assert_eq!(berlin.when(at, Precision::Instant), "2 Mar 2026, 14:30");
        assert_eq!(berlin.when(at, Precision::Day), "2 Mar 2026");
        assert_eq!(berlin.read("2026-03-02").unwrap().to_string(), "2026-03-01T23:00:00Z");
        assert!(berlin.read("soon").is_err());
    }

    #[test]
    fn what_is_known_to_the_day_is_apart_by_days() {
        let berlin = Clockwork::new("Europe/Berlin");
        let at = |text: &str| Instant::parse(text).unwrap();
        let due = Instant(at("2022-01-02T23:00:00Z").0 - 1);
        assert_eq!(berlin.due(due), "2 Jan 2022");
        assert_eq!(berlin.apart(due, at("2022-01-02T23:00:00Z"), true), "1 day");
        assert_eq!(berlin.apart(due, at("2022-01-02T22:00:00Z"), false), "59 m");
        let (one, other) = (at("2022-01-02T12:00:00Z"), at("2022-01-04T09:00:00Z"));
        assert_eq!(berlin.apart(one, other, true), "2 days");
        assert_eq!(berlin.apart(one, other, false), "1 d 21 h");
    }
}
