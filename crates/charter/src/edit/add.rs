//! Adding a clause.

use super::layout::Layout;
use super::place::{Node, Walk, list, walk};
use super::splice::Splice;
use super::{EditError, KeyPath, Next, Written};
use std::fmt::Write as _;
use std::ops::Range;
use toml_edit::Key;

/// Adds a clause with its keys beside one of its kind, or after the last.
pub(super) fn clause(
    layout: &Layout<'_>,
    path: &KeyPath,
    keys: &[(String, Written)],
    next: Option<&Next>,
) -> Result<Vec<Splice>, EditError> {
    let there = walk(layout, path);
    let Some((within, name)) = path.split() else { return Err(there.not_there()) };
    let is_list_without_ids = list(name) == Some(false);
    if there.left.is_empty() && !is_list_without_ids {
        return Err(EditError::Taken { path: there.found.to_string() });
    }
    if there.is_inline() || matches!(there.last(), Node::Value(_)) {
        return Err(EditError::Inline { path: there.found.to_string() });
    }
    if there.left.len() > 1 && is_in_new_list(&there, &there.left[..there.left.len() - 2]) {
        return Err(there.not_there());
    }
    if matches!(there.last(), Node::Tables(_)) && there.left.len() > 1 {
        return Err(there.not_there());
    }
    // Its kind: what `next` is looked for among, and how its header reads.
    let (kind, header, id) = if is_list_without_ids {
        (path.clone(), format!("[[{path}]]"), None)
    } else if within.names().last().is_some_and(|last| list(last).is_some()) {
        (within.clone(), format!("[[{}]]", header_path(layout, &within)), Some(name))
    } else {
        (within.clone(), format!("[{}]", header_path(layout, path)), None)
    };
    let newline = layout.newline();
    let mut body = format!("{header}{newline}");
    let id = id.map(|id| ("id".to_owned(), Written::Text(id.to_owned())));
    for (key, value) in id.iter().chain(keys) {
        let key = Key::new(key.as_str());
        let _ = write!(body, "{} = {}{newline}", key.display_repr(), value.as_toml(None));
    }
    let Some(next) = next else {
        return Ok(vec![new_section(layout, &walk(layout, &kind), &body)]);
    };
    let mut names = kind.names().to_vec();
    names.push(next.name().to_owned());
    let beside = walk(layout, &KeyPath::of(names)).whole()?;
    let lines = beside.last().lines(beside.key, layout);
    Ok(vec![put_section(layout, &lines, next, &body)])
}

/// The path as a header writes it: without the ids of lists, whose last clause is meant.
pub(super) fn header_path(layout: &Layout<'_>, path: &KeyPath) -> KeyPath {
    let mut names: Vec<&str> = Vec::new();
    for (nth, name) in path.names().iter().enumerate() {
        let is_in_list = matches!(walk(layout, &path.up_to(nth)).whole(), Ok(walk)
            if matches!(walk.last(), Node::Tables(_)));
        if !is_in_list {
            names.push(name);
        }
    }
    KeyPath::of(names)
}

/// Whether names that are not there yet would begin a list of clauses, so that what follows would
/// be an id.
pub(super) fn is_in_new_list(walk: &Walk<'_>, sections: &[String]) -> bool {
    matches!(walk.last(), Node::Tables(_)) || sections.iter().any(|name| list(name).is_some())
}

/// Puts a section after the last of what was found on the way to it, or at the end of the file.
pub(super) fn new_section(layout: &Layout<'_>, walk: &Walk<'_>, body: &str) -> Splice {
    let is_root = walk.nodes.len() == 1;
    let lines = if is_root { Vec::new() } else { walk.last().lines(walk.key, layout) };
    let end = layout.text.len()..layout.text.len();
    let lines = if lines.is_empty() { std::slice::from_ref(&end) } else { &lines };
    put_section(layout, lines, &Next::After(String::new()), body)
}

/// Puts a section before or after others, with a blank line between.
pub(super) fn put_section(
    layout: &Layout<'_>,
    lines: &[Range<usize>],
    next: &Next,
    body: &str,
) -> Splice {
    let newline = layout.newline();
    match next {
        Next::Before(_) => {
            let at = lines.first().map_or(0, |lines| lines.start);
            Splice::insert(at, format!("{body}{newline}"))
        }
        Next::After(_) => {
            let at = lines.last().map_or(layout.text.len(), |lines| lines.end);
            let blank = if at == 0 { "" } else { newline };
            Splice::insert(at, format!("{}{blank}{body}", layout.break_before(at)))
        }
    }
}
