//! Reading weekdays: `mon-fri`, `sat`, `mon,wed,fri`.

use crate::HoursError;

/// English names, Monday first, as they appear in errors.
pub(crate) const NAMES: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Longer text than this is refused unread, bytes.
const TEXT_BYTES_MAX: usize = 128;

/// Which days a list of days and ranges names, Monday first.
pub(crate) fn read(text: &str) -> Result<[bool; 7], HoursError> {
    let refuse = || HoursError::Weekdays(text.chars().take(TEXT_BYTES_MAX).collect());
    if text.len() > TEXT_BYTES_MAX {
        return Err(refuse());
    }
    let mut named = [false; 7];
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let first = day(first).ok_or_else(refuse)?;
        let last = day(last).ok_or_else(refuse)?;
        for step in 0..=(last + 7 - first) % 7 {
            named[(first + step) % 7] = true;
        }
    }
    Ok(named)
}

/// The index of a day by its full name or its first three letters.
fn day(text: &str) -> Option<usize> {
    let text = text.trim();
    NAMES
        .iter()
        .position(|name| name.eq_ignore_ascii_case(text) || name[..3].eq_ignore_ascii_case(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let named = read(text).unwrap();
        let letters: String =
            named.iter().zip("mtwtfss".chars()).map(|(on, c)| if *on { c } else { '.' }).collect();
        assert_eq!(letters, expect, "{text}");
    }

    #[test]
    fn days_lists_and_ranges_are_read() {
        check("mon-fri", "mtwtf..");
        check("sat", ".....s.");
        check("mon,wed,fri", "m.w.f..");
        check("Mon - Wed , SATURDAY", "mtw..s.");
    }

    #[test]
    fn a_range_may_pass_sunday_and_name_one_day() {
        check("sun-thu", "mtwt..s");
        check("sat-mon", "m....ss");
        check("tue-tue", ".t.....");
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "mon,", "mo", "mon-", "-fri", "mon-tue-wed", "mon–fri", "weekday"] {
            assert_eq!(read(text), Err(HoursError::Weekdays(text.to_owned())));
        }
        assert!(read(&"mon,".repeat(1_000)).unwrap_err().to_string().len() < 300);
    }
}
