//! Naming facts in rules: `form.demo_request`, `email.*`, `*`.

use std::fmt;

/// A pattern over names of touches and activities: a whole name, or a beginning followed by `*`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Selector(String);

impl Selector {
    /// From its text; `*` may only stand at the end.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let stem = text.strip_suffix('*').unwrap_or(text);
        let valid = !text.is_empty()
            && stem.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
        valid.then(|| Self(text.to_owned()))
    }

    /// Whether a fact of this name is meant.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        match self.0.strip_suffix('*') {
            Some(stem) => name.starts_with(stem),
            None => name == self.0,
        }
    }

    /// The text of the pattern.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_matches_any_ending_and_nothing_else_is_special() {
        let all_email = Selector::new("email.*").unwrap();
        assert!(all_email.matches("email.clicked"));
        assert!(!all_email.matches("page.email"));
        assert!(Selector::new("*").unwrap().matches("anything"));
        assert!(!Selector::new("form.demo").unwrap().matches("form.demo_request"));
        assert_eq!(Selector::new("a.*.b"), None);
        assert_eq!(Selector::new(""), None);
    }
}
