//! Words that stand for nothing.

/// What forms and exports write where nobody answered. `unknown` and `other` are answers, and are
/// not among them.
const WORDS: &[&str] = &[
    "select",
    "please select",
    "--select--",
    "- select -",
    "choose",
    "please choose",
    "--none--",
    "-none-",
    "n/a",
    "#n/a",
    "n.a.",
    "null",
    "(null)",
    "nan",
    "nil",
    "undefined",
    "(blank)",
    "(empty)",
    "[not provided]",
    "not provided",
    "not set",
    "(not set)",
    "-",
    "--",
    "---",
    "—",
    "–",
    ".",
    "?",
    "??",
];

/// Whether a text says that nothing is said.
pub(crate) fn is_placeholder(text: &str) -> bool {
    text.len() <= 16 && WORDS.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn select_says_nothing_and_unknown_is_an_answer() {
        assert!(is_placeholder("Select") && is_placeholder("N/A") && is_placeholder("--None--"));
        assert!(!is_placeholder("unknown") && !is_placeholder("None of these"));
        assert!(!is_placeholder("NA"), "North America, or Namibia");
    }
}
