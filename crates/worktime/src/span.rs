//! Reading hours of a day: `09:00-18:00`, `09:00-12:30, 13:30-18:00`, `00:00-24:00`.

use crate::{HoursError, Span, WeeklyHours};

/// Minutes of a day, whatever the length of a real one.
pub(crate) const DAY_MINUTES: u16 = 24 * 60;

/// Longer text than this is refused unread, bytes.
const TEXT_BYTES_MAX: usize = 128;

/// The spans of a list, in the order written.
pub(crate) fn read_list(text: &str) -> Result<Vec<Span>, HoursError> {
    let refuse = || HoursError::Span(text.chars().take(TEXT_BYTES_MAX).collect());
    if text.len() > TEXT_BYTES_MAX {
        return Err(refuse());
    }
    text.split(',').map(|part| read(part).ok_or_else(refuse)).collect()
}

/// Whether the spans of a day are few, possible, sorted and without overlap; they may touch.
pub(crate) fn is_orderly(day: &[Span]) -> bool {
    day.len() <= WeeklyHours::SPANS_PER_DAY_MAX
        && day.iter().all(|span| span.from < span.to && span.to <= DAY_MINUTES)
        && day.windows(2).all(|pair| pair[0].to <= pair[1].from)
}

fn read(text: &str) -> Option<Span> {
    let (from, to) = text.split_once('-')?;
    let (from, to) = (minute(from)?, minute(to)?);
    (from < to).then_some(Span { from, to })
}

/// Minutes since midnight of `9:00`, `09:00` or `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let digits = hours.bytes().chain(minutes.bytes()).all(|byte| byte.is_ascii_digit());
    if !digits || !(1..=2).contains(&hours.len()) || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (minutes < 60 && hours * 60 + minutes <= DAY_MINUTES).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(u16, u16)]) {
        let spans: Vec<_> = read_list(text).unwrap().iter().map(|s| (s.from, s.to)).collect();
        assert_eq!(spans, expect, "{text}");
    }

    #[test]
    fn spans_are_read() {
        check("09:00-18:00", &[(540, 1080)]);
        check("9:00 - 12:30,13:30-18:00", &[(540, 750), (810, 1080)]);
        check("00:00-24:00", &[(0, 1440)]);
    }

    #[test]
    fn other_text_is_refused() {
        for text in [
            "",
            "09:00",
            "9-18",
            "18:00-09:00",
            "09:00-09:00",
            "09:00-24:01",
            "25:00-26:00",
            "09:60-10:00",
            "09:0-10:00",
            "+9:00-10:00",
            "09:00-10:00,",
            "09:00-10:00-11:00",
        ] {
            assert_eq!(read_list(text), Err(HoursError::Span(text.to_owned())));
        }
    }

    #[test]
    fn overlapping_and_too_many_spans_are_refused() {
        let refused = Err(HoursError::Overlap("Friday"));
        assert_eq!(WeeklyHours::parse_day_range("fri", "09:00-12:00,11:00-13:00"), refused);
        let five = "00:00-01:00,02:00-03:00,04:00-05:00,06:00-07:00,08:00-09:00";
        assert_eq!(WeeklyHours::parse_day_range("fri", five), refused);
    }

    #[test]
    fn hours_add_up_in_any_order_and_stay_as_they_were_on_error() {
        let mut one = WeeklyHours::parse_day_range("mon-fri", "13:30-18:00").unwrap();
        one.set("fri", "09:00-12:30").unwrap();
        let mut other = WeeklyHours::parse_day_range("fri", "09:00-12:30").unwrap();
        other.set("mon-fri", "13:30-18:00").unwrap();
        assert_eq!(one, other);
        assert_eq!(
            one.set("mon-fri", "18:00-19:00,12:00-14:00"),
            Err(HoursError::Overlap("Monday"))
        );
        assert_eq!(one, other);
    }
}
