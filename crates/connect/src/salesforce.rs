//! Ids of Salesforce: 15 characters, of which case matters, or 18, of which the last three tell
//! the case of the others.

use crate::moment::short;
use crate::value::Fault;

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The id with 18 characters, whichever of the two is given.
///
/// Each of the last three stands for five of the others: bit n is set where the n-th is a capital
/// (Salesforce, "What are the differences between 15-digit and 18-digit Salesforce IDs").
pub(crate) fn whole(id: &str) -> Result<String, Fault> {
    let wrong = |what: &str, help: &str| Err((format!("`{}` {what}", short(id)), help.to_owned()));
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) || !matches!(id.len(), 15 | 18) {
        let what = "is not an id of Salesforce, which has 15 or 18 letters and digits";
        return wrong(what, "correct it, or leave `form = \"salesforce\"` out of the mapping");
    }
    let (base, given) = id.split_at(15);
    let check: String = base.as_bytes().chunks(5).map(letter).collect();
    if !given.is_empty() && !given.eq_ignore_ascii_case(&check) {
        let what = format!("ends with `{given}`, and its letters would end with `{check}`");
        return wrong(&what, "copy it again: a letter or its case was changed");
    }
    Ok(format!("{base}{check}"))
}

fn letter(five: &[u8]) -> char {
    let bit = |(at, byte): (usize, &u8)| usize::from(byte.is_ascii_uppercase()) << at;
    char::from(LETTERS[five.iter().enumerate().map(bit).sum::<usize>()])
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn both_lengths_are_one_id_and_a_wrong_end_is_refused() {
        assert_eq!(whole("001bm00001ZL8U9").unwrap(), "001bm00001ZL8U9AAL");
        assert_eq!(whole("001bm00001ZL8U9AAL").unwrap(), "001bm00001ZL8U9AAL");
        assert_eq!(whole("001bm00001ZL8UAAA1").unwrap(), "001bm00001ZL8UAAA1");
        let wrong = whole("001bm00001ZL8U9AAM").unwrap_err();
        assert!(wrong.0.contains("would end with `AAL`"), "{wrong:?}");
        assert!(whole("001BM00001ZL8U9AAL").is_err(), "a capital that was small");
        assert!(whole("001bm00001ZL8U").is_err());
        assert!(whole("001bm00001ZL8-9").is_err());
    }
}
