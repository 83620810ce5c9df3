//! A sound charter of one stage, to add a mistake to.

use charter::ProblemCode;

pub(crate) const SMALL: &str = r#"
[charter]
name = "Small"
timezone = "UTC"
currency = "EUR"

[[stage]]
id = "a"
name = "A"
side = "sales"

[[promise]]
id = "a-rest"
by = "sales"
from = "stage:a"
until = "leaves"
within = "30 days"
"#;

/// That reading a text finds exactly these problems: line, column, code, part of the help.
#[allow(dead_code, reason = "each test program uses what it needs")]
pub(crate) fn check(text: &str, expected: &[(usize, usize, ProblemCode, &str)]) {
    let found = charter::read(text).expect_err("the text has problems");
    let places: Vec<_> = found.problems().iter().map(|p| (p.line, p.column, p.code)).collect();
    let wanted: Vec<_> =
        expected.iter().map(|&(line, column, code, _)| (line, column, code)).collect();
    assert_eq!(places, wanted, "\n{found}");
    for (problem, (.., help)) in found.problems().iter().zip(expected) {
        assert!(problem.help.contains(help), "`{help}` is not in the help of\n{found}");
    }
}

/// That a problem is among those of a text.
#[allow(dead_code, reason = "each test program uses what it needs")]
pub(crate) fn only(text: &str, line: usize, column: usize, code: ProblemCode, help: &str) {
    let found = charter::read(text).expect_err("the text has problems");
    let there = found.problems().iter().any(|problem| {
        (problem.line, problem.column, problem.code) == (line, column, code)
            && problem.help.contains(help)
    });
    assert!(there, "\n{found}");
}

/// A won stage at the end of the path, and nurture beside it.
#[allow(dead_code, reason = "each test program uses what it needs")]
const PATH: &str = r#"
[[stage]]
id = "z"
name = "Z"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"

[[stage]]
id = "n"
name = "N"
side = "marketing"
kind = "nurture"

[[promise]]
id = "n-rest"
by = "marketing"
from = "stage:n"
until = "leaves"
within = "90 days"
"#;

/// As [`with`], for a small charter with a path of two stages, `a` and `z`, and `n` beside it.
#[allow(dead_code, reason = "each test program uses what it needs")]
pub(crate) fn path(addition: &str, expected: (ProblemCode, &str), at: &str) {
    charter::read(&format!("{SMALL}{PATH}")).unwrap_or_else(|problems| panic!("{problems}"));
    with(&format!("{PATH}\n{addition}"), expected, at);
}

/// As [`with`], for an addition to the heading.
#[allow(dead_code, reason = "each test program uses what it needs")]
pub(crate) fn heading(addition: &str, expected: (ProblemCode, &str), at: &str) {
    let text = SMALL.replace("[charter]\n", &format!("[charter]\n{addition}"));
    one(&text, expected, at);
}

/// That the small charter is sound, and with `addition` has one problem, which points at `at`
/// (wherever, if empty).
#[allow(dead_code, reason = "each test program uses what it needs")]
pub(crate) fn with(addition: &str, expected: (ProblemCode, &str), at: &str) {
    charter::read(SMALL).unwrap_or_else(|problems| panic!("{problems}"));
    one(&format!("{SMALL}\n{addition}"), expected, at);
}

fn one(text: &str, (code, help): (ProblemCode, &str), at: &str) {
    let found = charter::read(text).expect_err(text);
    let [problem] = found.problems() else { panic!("not one problem, but\n{found}") };
    assert_eq!(problem.code, code, "\n{found}");
    assert!(problem.help.contains(help), "`{help}` is not in the help of\n{found}");
    assert!(at.is_empty() || &text[problem.span.clone()] == at, "does not point at {at}\n{found}");
}
