//! Telephone numbers in the form of E.164.

use crate::calling_codes::{DIALLING, Dialling};

/// The most digits of a number, its country's code included (ITU-T E.164).
const DIGITS_MAX: usize = 15;

/// Why a text is no telephone number that can be called from anywhere.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PhoneError {
    /// There are letters or too few digits.
    #[error("this is no telephone number: write it like +49 30 1234567")]
    NoNumber,
    /// A national number, and nothing says of which country.
    #[error(
        "the number names no country: begin it with + and the country's code, or say which \
             country the numbers are of"
    )]
    NoCountry,
    /// A country that nobody has.
    #[error("`{0}` is no country: write two letters, such as DE")]
    UnknownCountry(String),
    /// A calling code that no country has.
    #[error("no country has a calling code that the number begins with")]
    UnknownCode,
    /// Longer or shorter than the country's numbers.
    #[error(
        "a number of {country} has {least} to {most} digits after +{code}, and this has {found}"
    )]
    Length {
        /// The country.
        country: &'static str,
        /// Its calling code.
        code: &'static str,
        /// The fewest digits.
        least: usize,
        /// The most digits.
        most: usize,
        /// How many there are.
        found: usize,
    },
}

/// A number as it is called from anywhere, such as `+49301234567`: at most 15 digits after `+`,
/// without extension. Idempotent.
///
/// `country` (ISO 3166-1, two letters) is where a number is of that begins with neither `+` nor
/// an international prefix. What is checked is the calling code and the length, not whether
/// somebody has the number.
///
/// # Errors
/// When it is no number, or of no known country, or too long or short for its country.
pub fn e164(text: &str, country: Option<&str>) -> Result<String, PhoneError> {
    let home = country.map(find_country).transpose()?;
    let (digits, begins_with_plus) = digits(text)?;
    let is_american = home.is_some_and(|home| home.code == "1");
    let international = if begins_with_plus {
        Some(digits.as_str())
    } else {
        let abroad = digits.strip_prefix(if is_american { "011" } else { "00" });
        abroad.filter(|rest| !rest.is_empty())
    };
    if let Some(international) = international {
        // No code is the beginning of another.
        let dialling = DIALLING.iter().find(|dialling| international.starts_with(dialling.code));
        let dialling = dialling.ok_or(PhoneError::UnknownCode)?;
        return number(dialling, &international[dialling.code.len()..]);
    }
    number(home.ok_or(PhoneError::NoCountry)?, &digits)
}

fn find_country(country: &str) -> Result<&'static Dialling, PhoneError> {
    let is_meant = |dialling: &&Dialling| dialling.country.eq_ignore_ascii_case(country.trim());
    let found = DIALLING.iter().find(is_meant);
    found.ok_or_else(|| PhoneError::UnknownCountry(country.to_owned()))
}

/// Whether there is such a country, by its two letters.
#[must_use]
pub fn is_country(country: &str) -> bool {
    find_country(country).is_ok()
}

/// The digits before any extension, and whether a `+` stands before them.
fn digits(text: &str) -> Result<(String, bool), PhoneError> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let text = without_extension(text);
    // The trunk prefix that is only dialled within the country: +44 (0)20 …
    let text = text.replacen("(0)", "", usize::from(text.contains('+') || text.starts_with("00")));
    let mut digits = String::new();
    let mut plus = false;
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            // Digits of full width, as Japanese keyboards write them.
            '０'..='９' => {
                digits.extend(char::from_digit(letter as u32 - '０' as u32, 10));
            }
            '+' | '＋' if digits.is_empty() && !plus => plus = true,
            ' ' | '\u{a0}' | '\t' | '-' | '‐' | '‑' | '–' | '.' | '/' | '(' | ')' | '[' | ']' =>
                {}
            _ => return Err(PhoneError::NoNumber),
        }
    }
    if digits.len() < 3 || digits.bytes().all(|digit| digit == digits.as_bytes()[0]) {
        return Err(PhoneError::NoNumber);
    }
    Ok((digits, plus))
}

fn without_extension(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    let marks = ["ext", "extension", "x", "#", ";", ",", "durchwahl", "poste", "int."];
    let cut = marks.iter().filter_map(|mark| lower.find(mark)).min();
    cut.map_or(text, |cut| text[..cut].trim_end())
}

fn number(dialling: &'static Dialling, national: &str) -> Result<String, PhoneError> {
    let Dialling { country, code, trunk, least, most } = *dialling;
    let fits = |number: &str| (least..=most).contains(&number.len());
    let untrunked = national.strip_prefix(trunk).filter(|_| !trunk.is_empty());
    // Where numbers may begin with the trunk prefix, only one that is too long has it before it.
    let national = match untrunked {
        Some(rest) if fits(rest) && (trunk == "0" || !fits(national)) => rest,
        _ => national,
    };
    if !fits(national) || code.len() + national.len() > DIGITS_MAX {
        return Err(PhoneError::Length { country, code, least, most, found: national.len() });
    }
    Ok(format!("+{code}{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_many_countries_are_read() {
        for (text, country, expected) in [
            ("+49 (0)30 123 45 67", None, "+49301234567"),
            ("0049 30 1234567", Some("FR"), "+49301234567"),
            ("030/1234567", Some("DE"), "+49301234567"),
            ("(415) 555-0132", Some("US"), "+14155550132"),
            ("1-415-555-0132 ext. 12", Some("us"), "+14155550132"),
            ("011 44 20 7946 0958", Some("US"), "+442079460958"),
            ("020 7946 0958", Some("GB"), "+442079460958"),
            ("+44 020 7946 0958", None, "+442079460958"),
            ("06 1234 5678", Some("NL"), "+31612345678"),
            ("06 698 12345", Some("IT"), "+390669812345"),
            ("8 (495) 123-45-67", Some("RU"), "+74951234567"),
            ("06 20 123 4567", Some("HU"), "+36201234567"),
            ("tel:+33-1-23-45-67-89", None, "+33123456789"),
            ("０３-1234-5678", Some("JP"), "+81312345678"),
            ("91 123 45 67 89", Some("ES"), ""),
            ("912 345 678", Some("ES"), "+34912345678"),
        ] {
            assert_eq!(e164(text, country).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn what_cannot_be_called_says_why() {
        assert_eq!(e164("030 1234567", None), Err(PhoneError::NoCountry));
        assert_eq!(e164("n/a", Some("DE")), Err(PhoneError::NoNumber));
        assert_eq!(e164("0000000000", Some("DE")), Err(PhoneError::NoNumber));
        assert_eq!(e164("+999 1234567", None), Err(PhoneError::UnknownCode));
        assert_eq!(e164("1", Some("XX")), Err(PhoneError::UnknownCountry("XX".to_owned())));
        let short = e164("555-0132", Some("US"));
        assert_eq!(
            short.unwrap_err().to_string(),
            "a number of US has 10 to 10 digits after +1, and this has 7"
        );
    }

    #[test]
    fn no_calling_code_is_the_beginning_of_another() {
        for one in DIALLING {
            assert!(one.most + one.code.len() <= DIGITS_MAX, "{one:?}");
            let begins =
                |other: &&Dialling| other.code.starts_with(one.code) && other.code != one.code;
            assert!(DIALLING.iter().find(begins).is_none(), "{one:?}");
        }
    }
}
