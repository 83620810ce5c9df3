//! What is wrong with a mapping, with its place.

use super::table::Text;
use std::fmt;
use std::ops::Range;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MappingProblem {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Everything that is wrong with a mapping, in the order of its text.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub struct MappingProblems(pub Vec<MappingProblem>);

impl fmt::Display for MappingProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { line, column, message, help } = self;
        write!(f, "line {line}, column {column}: {message}; {help}")
    }
}

impl fmt::Display for MappingProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            let newline = if index == 0 { "" } else { "\n" };
            write!(f, "{newline}{problem}")?;
        }
        Ok(())
    }
}

/// The problems found so far.
pub(super) struct Problems<'a> {
    text: &'a str,
    found: Vec<(Range<usize>, String, String)>,
}

impl<'a> Problems<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn add(
        &mut self,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.found.push((span, message.into(), help.into()));
    }

    /// A text through a function whose error says what to do.
    pub(super) fn parsed<T>(
        &mut self,
        text: &Text<'a>,
        what: &str,
        parse: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let help = match parse(text.value) {
            Ok(parsed) => return Some(parsed),
            Err(help) => help,
        };
        self.add(text.span.clone(), format!("`{}` is not {what}", text.value), help);
        None
    }

    pub(super) fn finish(mut self) -> MappingProblems {
        self.found.sort_by_key(|(span, ..)| span.start);
        let text = self.text;
        let place = |(span, message, help): (Range<usize>, String, String)| {
            let before = text.get(..span.start).unwrap_or(text);
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            MappingProblem {
                line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
                message,
                help,
            }
        };
        MappingProblems(self.found.into_iter().map(place).collect())
    }
}
