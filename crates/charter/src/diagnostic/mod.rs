//! What is wrong with a charter's text: everything at once, each problem with its place and what
//! to do about it.

mod code;
mod distance;
mod finding;
mod render;

pub use code::ProblemCode;
pub(crate) use distance::did_you_mean;
pub(crate) use finding::{Finding, Findings};

use std::fmt;
use std::ops::Range;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What kind of problem it is; the word stays the same from version to version.
    pub code: ProblemCode,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The place as bytes of the text.
    pub span: Range<usize>,
}

/// Everything that is wrong with a charter's text, in the order of the text; never empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostics {
    text: String,
    problems: Vec<Problem>,
    left_out: usize,
}

impl Diagnostics {
    /// The most problems that are listed; the rest is only counted.
    pub const PROBLEMS_MAX: usize = 100;

    pub(crate) fn new(text: &str, findings: Vec<Finding>) -> Self {
        let left_out = findings.len().saturating_sub(Self::PROBLEMS_MAX);
        let mut problems: Vec<_> =
            findings.into_iter().map(|finding| finding.place_in(text)).collect();
        problems.sort_by_key(|problem| problem.span.start);
        problems.truncate(Self::PROBLEMS_MAX);
        Self { text: text.to_owned(), problems, left_out }
    }

    /// The problems, in the order of the text.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many more problems there are than [`Diagnostics::PROBLEMS_MAX`].
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// For a terminal or a log: each problem with its line underlined, and what to do.
    ///
    /// `path` is what the text is called, `charter.toml`.
    #[must_use]
    pub fn render(&self, path: &str) -> String {
        render::render(&self.text, path, &self.problems, self.left_out)
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render("charter.toml"))
    }
}

impl std::error::Error for Diagnostics {}
