//! Lengths of time and numbers in words.

use crate::model::Within;
use facts::Seconds;

/// How long a promise gives, without "within": `4 business hours`, `30 minutes`, `14 days`.
#[must_use]
pub fn within_in_words(within: &Within) -> String {
    match *within {
        Within::Business(span) => hours(span, "business "),
        Within::BusinessDays(days) => count(i64::from(days), "business day"),
        Within::Wall(span) => hours(span, ""),
        Within::Days(days) => count(i64::from(days), "day"),
    }
}

/// How long a promise gives, as part of a sentence: `within 4 business hours`,
/// `by closing time of the 2nd business day after`.
pub(super) fn by_when(within: &Within) -> String {
    match *within {
        Within::BusinessDays(1) => "by closing time of the next business day".to_owned(),
        Within::BusinessDays(days) => {
            format!("by closing time of the {} business day after", ordinal(days))
        }
        _ => format!("within {}", within_in_words(within)),
    }
}

/// `2nd`, `13th`, `21st`.
fn ordinal(number: u16) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// `30 days`, `36 hours`, `45 minutes`.
pub(super) fn span(span: Seconds) -> String {
    match span.0 % Seconds::DAY.0 {
        0 => count(span.0 / Seconds::DAY.0, "day"),
        _ => hours(span, ""),
    }
}

fn hours(span: Seconds, kind: &str) -> String {
    match span.0 % Seconds::HOUR.0 {
        0 => count(span.0 / Seconds::HOUR.0, &format!("{kind}hour")),
        _ => count(span.0 / 60, &format!("{kind}minute")),
    }
}

fn count(number: i64, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// `40`, `2.5`, `1,200,000`.
pub(super) fn number(value: f64) -> String {
    let text = format!("{value}");
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(w, p)| (w, Some(p)));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if whole.len() > 4 && place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    part.map_or_else(|| format!("{sign}{grouped}"), |part| format!("{sign}{grouped}.{part}"))
}

/// Minutes after midnight as `09:00`.
pub(super) fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `once`, `twice`, `3 times`.
pub(super) fn times(times: u8) -> String {
    match times {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{times} times"),
    }
}

/// `30 points`, `1 point`.
pub(super) fn points(points: f64) -> String {
    let noun = if points.abs() == 1.0 { "point" } else { "points" };
    format!("{} {noun}", number(points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_numbers_read_as_people_write_them() {
        assert_eq!(within_in_words(&Within::Business(Seconds::hours(4))), "4 business hours");
        assert_eq!(within_in_words(&Within::Business(Seconds(1800))), "30 business minutes");
        assert_eq!(within_in_words(&Within::BusinessDays(2)), "2 business days");
        let by = [1, 2, 3, 4, 11, 12, 13, 21, 22].map(|days| by_when(&Within::BusinessDays(days)));
        assert_eq!(by[0], "by closing time of the next business day");
        assert_eq!(by[1], "by closing time of the 2nd business day after");
        let ordinals = [3, 4, 11, 12, 13, 21, 22].map(ordinal);
        assert_eq!(ordinals, ["3rd", "4th", "11th", "12th", "13th", "21st", "22nd"]);
        assert_eq!(within_in_words(&Within::Wall(Seconds::hours(24))), "24 hours");
        assert_eq!(within_in_words(&Within::Days(1)), "1 day");
        assert_eq!(span(Seconds::days(14)), "14 days");
        assert_eq!(span(Seconds::hours(36)), "36 hours");
        assert_eq!(number(2000.0), "2000");
        assert_eq!(number(-1_234_567.5), "-1,234,567.5");
    }
}
