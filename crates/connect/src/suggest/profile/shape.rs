//! What values look like.

/// How many values of a column look like what.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Shapes {
    pub(crate) emails: u64,
    pub(crate) numbers: u64,
    pub(crate) flags: u64,
    pub(crate) phones: u64,
    pub(crate) addresses: u64,
    /// Salesforce ids of 15 or 18 characters.
    pub(crate) salesforce_ids: u64,
    /// Long random identifiers: UUIDs and hexadecimal numbers of 16 digits or more.
    pub(crate) random_ids: u64,
    /// Letters and digits in one word.
    pub(crate) codes: u64,
}

impl Shapes {
    pub(crate) fn look(&mut self, text: &str) {
        let mut count = |found: bool, counter: fn(&mut Self) -> &mut u64| {
            *counter(self) += u64::from(found);
        };
        count(is_email(text), |it| &mut it.emails);
        count(is_number(text), |it| &mut it.numbers);
        count(is_flag(text), |it| &mut it.flags);
        count(is_phone(text), |it| &mut it.phones);
        count(is_address(text), |it| &mut it.addresses);
        count(salesforce_id(text).is_some(), |it| &mut it.salesforce_ids);
        count(is_random_id(text), |it| &mut it.random_ids);
        count(is_code(text), |it| &mut it.codes);
    }
}

fn is_email(text: &str) -> bool {
    let Some((who, domain)) = text.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', ',']);
    plain(who) && plain(domain) && domain.contains('.') && !domain.ends_with('.')
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'))
        && text.parse::<f64>().is_ok_and(f64::is_finite)
}

fn is_flag(text: &str) -> bool {
    let words = ["true", "false", "yes", "no", "y", "n", "t", "f", "1", "0"];
    text.len() <= 5 && words.contains(&text.to_ascii_lowercase().as_str())
}

fn is_phone(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/');
    let body = text.strip_prefix('+').unwrap_or(text);
    let written = text.starts_with('+') || text.contains([' ', '(', '-']);
    (7..=16).contains(&digits) && written && body.chars().all(plain)
}

fn is_address(text: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
}

/// The three letters of a Salesforce id that tell what it names, `00Q` for a lead.
pub(crate) fn salesforce_id(text: &str) -> Option<&str> {
    let is_id = matches!(text.len(), 15 | 18)
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && text.bytes().any(|byte| byte.is_ascii_digit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
        && (text.len() == 15 || checks(text));
    is_id.then(|| &text[..3])
}

/// The last three characters of the long form say which letters of the first fifteen are capital,
/// five at a time, the first of them the lowest bit.
fn checks(text: &str) -> bool {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    let (id, sum) = text.as_bytes().split_at(15);
    id.chunks(5).zip(sum).all(|(five, letter)| {
        let bits = five.iter().enumerate().fold(0_usize, |bits, (place, byte)| {
            bits | usize::from(byte.is_ascii_uppercase()) << place
        });
        LETTERS[bits] == letter.to_ascii_uppercase()
    })
}

fn is_random_id(text: &str) -> bool {
    let hex = text.bytes().filter(u8::is_ascii_hexdigit).count();
    let dashes = text.bytes().filter(|byte| *byte == b'-').count();
    hex >= 16 && hex + dashes == text.len() && (dashes == 0 || dashes == 4)
}

fn is_code(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (1..=64).contains(&text.len())
        && text.bytes().all(plain)
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_told_apart_by_their_looks() {
        assert!(is_email("ann@acme.example") && !is_email("ann at acme") && !is_email("a@b"));
        assert!(
            is_phone("(512) 757-6000") && is_phone("+49 30 901820") && !is_phone("2022-01-02x")
        );
        assert!(is_number("-12.5") && !is_number("12,5") && !is_number("inf"));
        assert!(is_random_id("7927b2df-8bba-4d29-b9a2-b6e0beafe620") && !is_random_id("660737"));
        assert!(is_code("USR1001") && !is_code("Ann Arbor") && !is_code("lead"));
    }

    #[test]
    fn a_salesforce_id_is_known_by_its_check_letters() {
        assert_eq!(salesforce_id("00Qbm00000Orxk5EAB"), Some("00Q"));
        assert_eq!(salesforce_id("00Qbm00000Orxk5"), Some("00Q"));
        assert_eq!(salesforce_id("00Qbm00000Orxk5EAC"), None, "the sum is wrong");
        assert_eq!(salesforce_id("internationally"), None);
    }
}
