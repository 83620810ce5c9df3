//! What the parser says, for people.

use crate::diagnostic::{Finding, ProblemCode};
use std::ops::Range;

/// What a rule can say, for messages.
const EXAMPLES: &str = "a rule is made of conditions such as `account.employees >= 50`, \
     `lead.seniority in ['vp', 'director']`, `happened('form.demo_request')` or `fit >= 40`, \
     joined by `&&`, `||`, `!` and parentheses";

/// The word or sign at the parser's line and column, both from 1; column in characters.
pub(super) fn place(text: &str, (line, column): (isize, isize)) -> Range<usize> {
    let line_start: usize =
        text.split_inclusive('\n').take(usize::try_from(line - 1).unwrap_or(0)).map(str::len).sum();
    let column = usize::try_from(column - 1).unwrap_or(0);
    let rest = &text[line_start.min(text.len())..];
    let start = rest.char_indices().nth(column).map_or(text.len(), |(place, _)| line_start + place);
    let word = text[start..].find(|c: char| !(c.is_alphanumeric() || c == '_'));
    let end = start + word.unwrap_or(text.len() - start);
    let one = text[start..].chars().next().map_or(0, char::len_utf8);
    start..end.max(start + one)
}

/// One problem that says what is unexpected.
pub(super) fn explain(text: &str, place: Range<usize>, said: &str) -> Finding {
    let word = &text[place.clone()];
    let (message, help) = if said.contains("reserved identifier") {
        (format!("`{word}` is a word that rules keep for later"), "use another name".to_owned())
    } else if said.contains("invalid") && said.contains("literal") {
        (
            format!("`{word}` cannot be read as a value"),
            "write it like `40`, `2.5` or `'text'`".to_owned(),
        )
    } else if word.trim().is_empty() {
        ("the rule ends where a condition is expected".to_owned(), format!("finish it: {EXAMPLES}"))
    } else {
        (format!("`{word}` is not expected here"), EXAMPLES.to_owned())
    };
    Finding::new(place, ProblemCode::RuleSyntax, message, help)
}
