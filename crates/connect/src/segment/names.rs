//! Names of events as names of facts.

use crate::key::Fields;

/// The longest name of a fact that is made of an event's, in bytes, its beginning included.
const BYTES_MAX: usize = 80;

/// The name of the fact that an event is, where no mapping says it: its letters and digits in
/// lower case, with `_` for all between them, after `event.`.
///
/// A name without such letters is told by a number that follows from it. One that holds a mail
/// address says who somebody is, and is `event.other`: names of facts are never erased.
#[must_use]
pub fn fact_name(event: &str) -> String {
    let mut name = String::from("event.");
    if event.contains('@') {
        name.push_str("other");
        return name;
    }
    let beginning = name.len();
    let mut gap = false;
    for letter in event.chars() {
        if !letter.is_ascii_alphanumeric() {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) && name.len() > beginning {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
        if name.len() >= BYTES_MAX {
            break;
        }
    }
    if name.len() == beginning {
        let number = Fields::new(&[event.as_bytes()]).finish() >> 32;
        name.push_str(&format!("x{number:08x}"));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::fact_name;

    #[test]
    fn an_event_is_named_by_its_letters() {
        for (event, name) in [
            ("Demo Requested", "event.demo_requested"),
            ("  Order -- Completed! ", "event.order_completed"),
            ("signup", "event.signup"),
            ("v2.Plan Changed", "event.v2_plan_changed"),
            ("Mailed ann@example.com", "event.other"),
        ] {
            assert_eq!(fact_name(event), name);
        }
    }

    #[test]
    fn names_without_latin_letters_stay_apart_and_long_ones_are_cut() {
        assert_ne!(fact_name("登録"), fact_name("購入"));
        assert!(fact_name("登録").starts_with("event.x"));
        assert_eq!(fact_name(&"a".repeat(500)).len(), 80);
        assert!(facts::Selector::new(&fact_name("¿Qué?")).is_some());
    }
}
