//! Stretches of the calendar: a year, a quarter, a month, a week.

use jiff::ToSpan;
use jiff::civil::Date;
use std::fmt;

/// How often something comes round.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Cycle {
    /// From Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// January to March, April to June, July to September, October to December.
    Quarter,
    /// A calendar year.
    Year,
}

impl Cycle {
    /// Every cycle, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// Its word, as charters write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }

    /// The period that a day lies in. `None` at the ends of the calendar, in the years -9999 and
    /// 9999.
    #[must_use]
    pub fn containing(self, day: Date) -> Option<Period> {
        let year = day.year();
        let period = match self {
            Self::Week => {
                let back = i64::from(day.weekday().to_monday_zero_offset());
                Period::Week(day.checked_sub(back.days()).ok()?)
            }
            Self::Month => Period::Month(year, day.month()),
            Self::Quarter => Period::Quarter(year, (day.month() - 1) / 3 + 1),
            Self::Year => Period::Year(year),
        };
        period.end().map(|_| period)
    }
}

/// One stretch of the calendar, in days of the charter's zone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Period {
    /// The week that begins on this Monday.
    Week(Date),
    /// A month: year, and month from 1.
    Month(i16, i8),
    /// A quarter: year, and quarter from 1 to 4.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
}

impl Period {
    /// The earliest year that a charter may name.
    pub const YEAR_MIN: i16 = 1990;
    /// The latest year that a charter may name.
    pub const YEAR_MAX: i16 = 2199;

    /// Reads `2027`, `2027-Q1` or `2027-03`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |text: &str, count: usize| {
            (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<i16>().ok())
                .flatten()
        };
        let (year, rest) = text.split_once('-').map_or((text, None), |(y, rest)| (y, Some(rest)));
        let year =
            digits(year, 4).filter(|year| (Self::YEAR_MIN..=Self::YEAR_MAX).contains(year))?;
        let within =
            |number: i16, most: i8| i8::try_from(number).ok().filter(|n| (1..=most).contains(n));
        match rest {
            None => Some(Self::Year(year)),
            Some(rest) => match rest.strip_prefix('Q') {
                Some(quarter) => Some(Self::Quarter(year, within(digits(quarter, 1)?, 4)?)),
                None => Some(Self::Month(year, within(digits(rest, 2)?, 12)?)),
            },
        }
    }

    /// What kind of stretch it is.
    #[must_use]
    pub const fn cycle(self) -> Cycle {
        match self {
            Self::Week(_) => Cycle::Week,
            Self::Month(..) => Cycle::Month,
            Self::Quarter(..) => Cycle::Quarter,
            Self::Year(_) => Cycle::Year,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn start(self) -> Option<Date> {
        match self {
            Self::Week(monday) => Some(monday),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3 - 2, 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
        }
    }

    /// The first day after it.
    #[must_use]
    pub fn end(self) -> Option<Date> {
        let start = self.start()?;
        let next = match self.cycle() {
            Cycle::Week => start.checked_add(7.days()),
            Cycle::Month => start.checked_add(1.month()),
            Cycle::Quarter => start.checked_add(3.months()),
            Cycle::Year => start.checked_add(1.year()),
        };
        next.ok()
    }
}

impl fmt::Display for Period {
    /// As charters write it: `2027`, `2027-Q1`, `2027-03`; a week by its Monday, `2027-03-01`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(monday) => write!(f, "{monday}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn periods_are_read_as_written_and_written_as_read() {
        for text in ["2027", "2027-Q1", "2027-Q4", "2027-03", "2027-12"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for text in [
            "",
            "27",
            "2027-",
            "2027-Q0",
            "2027-Q5",
            "2027-13",
            "2027-00",
            "2027-3",
            "2027-q1",
            "1850",
            "2027-Q1-1",
            "2027-03-01",
            "+027",
            "２０２７",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_ends_where_the_next_begins() {
        for (text, start, end) in [
            ("2027", date(2027, 1, 1), date(2028, 1, 1)),
            ("2027-Q4", date(2027, 10, 1), date(2028, 1, 1)),
            ("2028-02", date(2028, 2, 1), date(2028, 3, 1)),
        ] {
            let period = Period::parse(text).unwrap();
            assert_eq!((period.start(), period.end()), (Some(start), Some(end)), "{text}");
        }
    }

    #[test]
    fn every_day_lies_in_the_period_that_contains_it() {
        let days = date(2026, 11, 20).series(1.day()).take(800);
        for (day, cycle) in days.flat_map(|day| Cycle::ALL.map(|cycle| (day, cycle))) {
            let period = cycle.containing(day).unwrap();
            assert_eq!(period.cycle(), cycle);
            assert!(
                period.start().unwrap() <= day && day < period.end().unwrap(),
                "{day} {period}"
            );
        }
        assert_eq!(Cycle::Year.containing(Date::MAX), None);
    }
}
