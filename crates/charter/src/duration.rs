//! Lengths of time as charters write them: `7d`, `36h`, `45m`, `14 days`, `4 business hours`.

use crate::model::Within;
use facts::Seconds;

/// The longest length of time in a charter, in days.
pub(crate) const DAYS_MAX: i64 = 3650;

/// What a length of time is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

/// A length of wall-clock time: `7d`, `14 days`.
pub(crate) fn seconds(text: &str) -> Result<Seconds, String> {
    let (count, business, unit) = parts(text).ok_or_else(|| unreadable("7d", text))?;
    if business {
        return Err("business time is for the `within` of promises: write `7d` or `36h`".to_owned());
    }
    bounded(count, unit)
}

/// How long a promise gives: `4 business hours`, `2 business days`, `24 hours`, `14 days`.
pub(crate) fn within(text: &str) -> Result<Within, String> {
    let (count, business, unit) =
        parts(text).ok_or_else(|| unreadable("4 business hours", text))?;
    let seconds = bounded(count, unit)?;
    Ok(match (business, unit) {
        (true, Unit::Days) => Within::BusinessDays(count as u16),
        (true, _) => Within::Business(seconds),
        (false, Unit::Days) => Within::Days(count as u16),
        (false, _) => Within::Wall(seconds),
    })
}

fn parts(text: &str) -> Option<(i64, bool, Unit)> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let count = text[..digits].parse().ok()?;
    let rest = text[digits..].trim();
    let (business, unit) = match rest.strip_prefix("business ") {
        Some(unit) => (true, unit.trim()),
        None => (false, rest),
    };
    let unit = match unit {
        "m" | "min" | "minute" | "minutes" => Unit::Minutes,
        "h" | "hour" | "hours" => Unit::Hours,
        "d" | "day" | "days" => Unit::Days,
        _ => return None,
    };
    Some((count, business, unit))
}

fn bounded(count: i64, unit: Unit) -> Result<Seconds, String> {
    let each = match unit {
        Unit::Minutes => 60,
        Unit::Hours => Seconds::HOUR.0,
        Unit::Days => Seconds::DAY.0,
    };
    let seconds = count.saturating_mul(each);
    if (60..=DAYS_MAX * Seconds::DAY.0).contains(&seconds) {
        Ok(Seconds(seconds))
    } else {
        Err(format!("give at least one minute and at most {DAYS_MAX} days"))
    }
}

fn unreadable(example: &str, text: &str) -> String {
    let months = ["month", "week", "year", "quarter"].iter().any(|unit| text.contains(unit));
    let hint = if months { "; months, weeks and years are written in days" } else { "" };
    format!("write a whole number and its unit, such as `{example}`, `36h` or `14 days`{hint}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_each_unit() {
        assert_eq!(seconds("7d"), Ok(Seconds::days(7)));
        assert_eq!(seconds("14 days"), Ok(Seconds::days(14)));
        assert_eq!(seconds("36h"), Ok(Seconds::hours(36)));
        assert_eq!(seconds("45m"), Ok(Seconds(2700)));
        assert_eq!(within("4 business hours"), Ok(Within::Business(Seconds::hours(4))));
        assert_eq!(within("30 business minutes"), Ok(Within::Business(Seconds(1800))));
        assert_eq!(within("2 business days"), Ok(Within::BusinessDays(2)));
        assert_eq!(within("24 hours"), Ok(Within::Wall(Seconds::hours(24))));
        assert_eq!(within("1 day"), Ok(Within::Days(1)));
    }

    #[test]
    fn lengths_that_say_nothing_certain_are_refused_with_a_way_out() {
        assert!(seconds("2 months").unwrap_err().contains("written in days"));
        assert!(seconds("4 business hours").unwrap_err().contains("promises"));
        for text in ["", "d", "0d", "-3d", "1.5h", "9999d", "99999999999999999999d", "7 moons"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
