//! Moving something beside another of its kind.

use super::add::put_section;
use super::layout::Layout;
use super::place::{Node, walk};
use super::splice::Splice;
use super::{EditError, KeyPath, Next};

/// Moves a clause, or a line of a section, with its comments.
pub(super) fn shift(
    layout: &Layout<'_>,
    path: &KeyPath,
    next: &Next,
) -> Result<Vec<Splice>, EditError> {
    let moved = walk(layout, path).whole()?;
    let beside = walk(layout, &moved.found.beside(next.name())).whole()?;
    if moved.is_inline() {
        return Err(EditError::Inline { path: moved.found.to_string() });
    }
    let is_line = matches!(moved.last(), Node::Value(_));
    if is_line != matches!(beside.last(), Node::Value(_)) {
        return Err(beside.other_kind(if is_line { "a value" } else { "a section" }));
    }
    let lines = moved.last().lines(moved.key, layout);
    let others = beside.last().lines(beside.key, layout);
    let (true, [lines]) = (moved.parent().is_some(), lines.as_slice()) else {
        return Err(EditError::Scattered { path: moved.found.to_string() });
    };
    let is_there = match next {
        Next::Before(_) => others.first().is_some_and(|other| layout.touch_in_order(lines, other)),
        Next::After(_) => others.last().is_some_and(|other| layout.touch_in_order(other, lines)),
    };
    if is_there || others.first() == Some(lines) {
        return Ok(Vec::new());
    }
    let body = layout.whole_lines(lines.clone());
    let (put, taken) = if is_line {
        let put = match next {
            Next::Before(_) => Splice::insert(others.first().map_or(0, |other| other.start), body),
            Next::After(_) => {
                let at = others.last().map_or(0, |other| other.end);
                Splice::insert(at, format!("{}{body}", layout.break_before(at)))
            }
        };
        (put, Splice::new(layout.text, lines.clone(), ""))
    } else {
        (put_section(layout, &others, next, &body), layout.without(lines.clone()))
    };
    let mut splices = vec![put, taken];
    splices.sort_by_key(|splice| (splice.at, splice.was.len()));
    Ok(splices)
}
