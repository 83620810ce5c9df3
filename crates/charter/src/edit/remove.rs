//! Taking something away.

use super::items;
use super::layout::Layout;
use super::place::{Node, walk};
use super::splice::Splice;
use super::{EditError, KeyPath};

/// Takes away a key, one of a list, or a clause with its comments.
pub(super) fn remove(layout: &Layout<'_>, path: &KeyPath) -> Result<Vec<Splice>, EditError> {
    let walk = walk(layout, path).whole()?;
    let Some(parent) = walk.parent() else { return Err(walk.not_there()) };
    if let Node::Value(within) = parent {
        return items::exclude(layout, within, &walk);
    }
    let lines = walk.last().lines(walk.key, layout);
    let is_line = matches!(walk.last(), Node::Value(_));
    let without = |lines| match is_line {
        // The lines of a section stand together, and so they shall.
        true => Splice::new(layout.text, lines, ""),
        false => layout.without(lines),
    };
    Ok(lines.into_iter().map(without).collect())
}
