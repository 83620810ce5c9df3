//! Rules mean what CEL says they mean: generated rules over generated leads, answered by our
//! reading of the rule and by the interpreter of the `cel` crate.
//!
//! An unknown trait is an absent key, which CEL answers with an error; errors in `&&` and `||`
//! are absorbed as unknowns are (`error || true` is true, `error && false` is false).
//! The crate follows the specification here, whichever side the error is on, so nothing is
//! restricted; `errors_are_absorbed_from_both_sides` would notice if a later version did not.

use cel::Program;
use proptest::prelude::*;
use testkit::rules::{self, Values, cel_answer};

const CHARTER: &str = include_str!("../../../charters/b2b-saas.toml");

#[test]
fn rules_mean_what_cel_says() {
    let charter = charter::read(CHARTER).unwrap_or_else(|problems| panic!("{problems}"));
    let config = testkit::cases(15_000);
    let leads = prop::collection::vec(rules::values(), 4);
    proptest!(config, |(expression in rules::expressions(), leads in leads)| {
        let text = expression.to_string();
        let rule = charter::read_rule(&text, &charter)
            .map_err(|problems| TestCaseError::fail(problems.to_string()))?;
        let program = Program::compile(&text).map_err(|e| TestCaseError::fail(e.to_string()))?;
        for values in &leads {
            let (ours, theirs) = (rules::answer(&rule, values), cel_answer(&program, values));
            prop_assert_eq!(ours, theirs, "{} over {:?}", text, values);
        }
    });
}

/// Pieces of rules, in any order, with letters of several bytes among them.
const PIECES: [&str; 34] = [
    "fit",
    "account.employees",
    "lead.source",
    "known",
    "happened",
    "count",
    "'form.*'",
    "'7d'",
    "'é'",
    "\"ü\"",
    "😀",
    "é",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    "&&",
    "||",
    "!",
    "==",
    ">=",
    "<",
    "-",
    "+",
    "?",
    ":",
    "in",
    "has",
    "3",
    "'",
];

#[test]
fn no_text_makes_reading_fall_over() {
    let charter = charter::read(CHARTER).unwrap_or_else(|problems| panic!("{problems}"));
    let config = testkit::cases(5_000);
    let texts = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..12);
    proptest!(config, |(pieces in texts, spaced in any::<bool>())| {
        let text = pieces.join(if spaced { " " } else { "" });
        if let Err(problems) = charter::read_rule(&text, &charter) {
            prop_assert!(!problems.problems().is_empty());
            prop_assert!(!problems.to_string().is_empty());
        }
    });
}

#[test]
fn errors_are_absorbed_from_both_sides() {
    let nothing = Values { traits: Default::default(), fit: 0.0, engagement: 0.0 };
    for (text, expected) in [
        ("account.is_target || true", Some(true)),
        ("true || account.is_target", Some(true)),
        ("account.is_target && false", Some(false)),
        ("false && account.is_target", Some(false)),
        ("account.is_target && true", None),
        ("false || account.is_target", None),
        ("!account.is_target", None),
        ("account.is_target && account.employees > 3", None),
    ] {
        let program = Program::compile(text).unwrap();
        assert_eq!(cel_answer(&program, &nothing), expected, "{text}");
    }
}
