//! What may stand where people write something about people.

use super::error::PeopleError;

/// A mail address in small letters.
///
/// # Errors
/// [`PeopleError::BadEmail`].
pub(super) fn email(text: &str) -> Result<String, PeopleError> {
    let email = text.trim().to_lowercase();
    let is_one = email.len() <= 254
        && !email.chars().any(|letter| letter.is_whitespace() || letter.is_control())
        && email.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && !domain.is_empty() && !domain.contains('@')
        });
    if is_one { Ok(email) } else { Err(PeopleError::BadEmail(text.chars().take(300).collect())) }
}

/// What facts and settings call somebody.
///
/// # Errors
/// [`PeopleError::BadText`].
pub(super) fn handle(text: &str) -> Result<String, PeopleError> {
    line("handle", text, "1 to 100 characters in one line, without a space at either end")
}

/// What people call somebody or something.
///
/// # Errors
/// [`PeopleError::BadText`].
pub(super) fn name(text: &str) -> Result<String, PeopleError> {
    line("name", text, "1 to 100 characters in one line, without a space at either end")
}

/// The id of a team, a queue or a unit, as charters and settings write it.
///
/// # Errors
/// [`PeopleError::BadText`].
pub(super) fn word(what: &'static str, text: &str) -> Result<String, PeopleError> {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.');
    match text.chars().all(fits) {
        true => line(what, text, "1 to 100 letters, digits, and - _ ."),
        false => Err(bad(what, text, "1 to 100 letters, digits, and - _ .")),
    }
}

fn line(what: &'static str, text: &str, rule: &'static str) -> Result<String, PeopleError> {
    let count = text.chars().count();
    let is_one =
        (1..=100).contains(&count) && text.trim() == text && !text.chars().any(char::is_control);
    if is_one { Ok(text.to_owned()) } else { Err(bad(what, text, rule)) }
}

fn bad(what: &'static str, text: &str, rule: &'static str) -> PeopleError {
    PeopleError::BadText { what, text: text.chars().take(120).collect(), rule }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_address_is_brought_to_small_letters_and_what_is_none_is_refused() {
        assert_eq!(email(" Ann@Example.com ").unwrap(), "ann@example.com");
        for text in ["", "ann", "@example.com", "ann@", "a@b@example.com", "a n@example.com"] {
            assert!(matches!(email(text), Err(PeopleError::BadEmail(_))), "{text}");
        }
        assert!(email(&format!("{}@example.com", "a".repeat(250))).is_err());
    }

    #[test]
    fn handles_may_be_what_a_crm_calls_people_and_words_what_charters_write() {
        assert_eq!(handle("Ann Example").unwrap(), "Ann Example");
        for text in ["", " ann", "ann\n", &"a".repeat(101)] {
            assert!(handle(text).is_err(), "{text:?}");
        }
        assert_eq!(word("team", "enterprise-emea").unwrap(), "enterprise-emea");
        assert!(word("team", "enterprise emea").is_err());
    }
}
