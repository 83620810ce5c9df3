//! What was made comparable stays as it is when it is made so again.

use identity::{
    CompanyName, DomainClass, Email, PersonName, PlusTags, e164, host, plain, registrable,
};
use proptest::prelude::*;
use testkit::cases;

/// Texts as they come: anything, and what looks like the real thing.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-zÀ-ž .,&'()+/-]{0,40}",
        "([A-Za-z]{1,2}[ .&]{1,2}){1,6}(Inc|GmbH|S\\.A|Co|KG|Jr|Dr|the|and)?",
    ]
}

fn address() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[A-Za-z.+_<>]{0,12}@{0,2}[A-Za-z.-]{0,12}\\.(com|de|co\\.uk|example|gmail\\.com)",
        "[a-z.+]{1,8}@(gmail|googlemail|outlook|acme)\\.com",
        "(https?://)?(www\\.)?(xn--)?[a-zA-Z0-9ü-]{1,12}\\.(com|example|co\\.jp)(:[0-9]{1,4})?(/[a-z]*)?",
    ]
}

fn tags() -> impl Strategy<Value = PlusTags> {
    prop_oneof![Just(PlusTags::Keep), Just(PlusTags::DropWhereKnown), Just(PlusTags::Drop)]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn plain_letters_stay_plain(text in text()) {
        let once = plain(&text);
        prop_assert_eq!(plain(&once), once);
    }

    #[test]
    fn company_names_stay_as_they_are(text in text()) {
        let once = CompanyName::parse(&text);
        prop_assert_eq!(CompanyName::parse(&once.to_string()), once);
    }

    #[test]
    fn person_names_stay_as_they_are(text in text()) {
        let once = PersonName::parse(&text);
        prop_assert_eq!(PersonName::of_parts(once.given(), once.family()), once);
    }

    #[test]
    fn addresses_stay_as_they_are(text in address(), tags in tags()) {
        if let Some(once) = Email::parse(&text, tags) {
            prop_assert_eq!(Email::parse(&once.to_string(), tags), Some(once.clone()));
            prop_assert_ne!(once.class(), DomainClass::Invalid);
        }
    }

    #[test]
    fn domains_stay_as_they_are(text in address()) {
        if let Some(once) = host(&text) {
            prop_assert_eq!(host(&once), Some(once.clone()));
        }
        if let Some(once) = registrable(&text) {
            prop_assert_eq!(registrable(&once), Some(once.clone()));
            prop_assert!(host(&text).is_some_and(|host| host.ends_with(&once)));
        }
    }

    #[test]
    fn numbers_stay_as_they_are(text in "[+0-9 ()/x-]{0,20}", home in "(DE|US|IT|RU|HU|XX|JP)") {
        if let Ok(once) = e164(&text, Some(&home)) {
            prop_assert!(once.len() <= 16 && once.starts_with('+'));
            prop_assert_eq!(e164(&once, Some(&home)), Ok(once.clone()));
            prop_assert_eq!(e164(&once, None), Ok(once.clone()));
        }
    }
}
