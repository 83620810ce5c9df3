//! Problems as people read them in a terminal.

use super::Problem;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::fmt::Write as _;

/// Each problem with its line underlined, a blank line between two.
pub(super) fn render(text: &str, path: &str, problems: &[Problem], left_out: usize) -> String {
    let mut out = String::new();
    for problem in problems {
        out.push_str(&one(text, path, problem));
        out.push_str("\n\n");
    }
    let count = problems.len() + left_out;
    let noun = if count == 1 { "problem" } else { "problems" };
    let _ = write!(out, "{path}: {count} {noun}");
    if left_out > 0 {
        let _ = write!(out, ", the first {} shown", problems.len());
    }
    out
}

fn one(text: &str, path: &str, problem: &Problem) -> String {
    let (lines, first_line, offset) = lines_around(text, problem);
    let span = problem.span.start - offset..problem.span.end - offset;
    let code = problem.code.word();
    let group = Level::ERROR
        .primary_title(problem.message.as_str())
        .id(code)
        .element(
            Snippet::source(lines)
                .path(path)
                .line_start(first_line)
                .annotation(AnnotationKind::Primary.span(span)),
        )
        .element(Level::HELP.message(problem.help.as_str()));
    Renderer::plain().render(&[group])
}

/// The lines of the problem only: the renderer need not read a large file once for each problem.
fn lines_around<'a>(text: &'a str, problem: &Problem) -> (&'a str, usize, usize) {
    let start = text[..problem.span.start].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[problem.span.end..].find('\n').map_or(text.len(), |n| problem.span.end + n);
    (&text[start..end], problem.line, start)
}
