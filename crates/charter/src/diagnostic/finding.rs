//! Collecting problems while reading.

use super::{Problem, ProblemCode};
use std::ops::Range;

/// A problem before its line and column are known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Finding {
    pub(crate) span: Range<usize>,
    pub(crate) code: ProblemCode,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Finding {
    pub(crate) fn new(
        span: Range<usize>,
        code: ProblemCode,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { span, code, message: message.into(), help: help.into() }
    }

    /// With line and column; a place outside of the text or between the bytes of a character is
    /// moved to the nearest character.
    pub(super) fn place_in(self, text: &str) -> Problem {
        let is_edge = |place: &usize| text.is_char_boundary(*place);
        let start = (0..=self.span.start.min(text.len())).rev().find(is_edge).unwrap_or(0);
        let wished = self.span.end.clamp(start, text.len());
        let end = (wished..=text.len()).find(is_edge).unwrap_or(text.len());
        let before = &text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Problem {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            code: self.code,
            message: self.message,
            help: self.help,
            span: start..end,
        }
    }
}

/// The problems found so far.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Findings(pub(crate) Vec<Finding>);

impl Findings {
    pub(crate) fn add(
        &mut self,
        span: Range<usize>,
        code: ProblemCode,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.0.push(Finding::new(span, code, message, help));
    }

    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }
}
