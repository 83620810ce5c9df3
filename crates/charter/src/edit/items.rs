//! One more or one less within a value: of a list, or of a table in one line.

use super::layout::Layout;
use super::place::{Node, Walk, entries, is_plain, walk};
use super::splice::Splice;
use super::{EditError, KeyPath, Written};
use toml_edit::{Key, Value};

/// Adds a text at the end of a list, laid out as the last one is.
pub(super) fn include(
    layout: &Layout<'_>,
    path: &KeyPath,
    item: &Written,
) -> Result<Vec<Splice>, EditError> {
    let walk = walk(layout, path).whole()?;
    let Node::Value(list @ Value::Array(array)) = walk.last() else {
        return Err(walk.other_kind("a list of texts"));
    };
    if !is_plain(array) {
        return Err(EditError::Inline { path: walk.found.to_string() });
    }
    // What is one of a list of texts is a text.
    let item = item.as_toml(Some(&Value::from("")));
    let is_it = |value: &Value| value.as_str().is_some() && value.as_str() == item.as_str();
    if array.iter().any(is_it) {
        return Err(EditError::Taken { path: format!("{}.{item}", walk.found) });
    }
    let place = list.span().unwrap_or_default();
    let Some(last) = entries(list).pop() else {
        return Ok(vec![Splice::new(layout.text, place, format!("[{item}]"))]);
    };
    let line = layout.line_start(last.start);
    let first = &layout.text[line..layout.line_end(line)];
    let indent = &first[..first.len() - first.trim_start().len()];
    let closes_here = layout.line_end(last.end) >= place.end;
    if line <= place.start || closes_here {
        return Ok(vec![Splice::insert(last.end, format!(", {item}"))]);
    }
    // A line of its own below the last, whose comment stays with it.
    let has_comma = layout.text[last.end..place.end].trim_start().starts_with(',');
    let below = format!("{indent}{item},{}", layout.newline());
    let below = Splice::insert(layout.line_end(last.end), below);
    let comma = (!has_comma).then(|| Splice::insert(last.end, ","));
    Ok(comma.into_iter().chain([below]).collect())
}

/// Takes one away, with its comma.
pub(super) fn exclude(
    layout: &Layout<'_>,
    within: &Value,
    walk: &Walk<'_>,
) -> Result<Vec<Splice>, EditError> {
    let Node::Value(value) = walk.last() else { return Err(walk.other_kind("a value")) };
    let all = entries(within);
    let start = walk.key.and_then(Key::span).or_else(|| value.span()).unwrap_or_default().start;
    let Some(at) = all.iter().position(|entry| entry.start == start) else {
        return Err(walk.not_there());
    };
    let entry = all[at].clone();
    let text = layout.text;
    let close = within.span().unwrap_or_default().end;
    let comma = text[entry.end..close].find(|c: char| !c.is_whitespace());
    let after = comma.map(|gap| entry.end + gap).filter(|&at| text[at..].starts_with(','));
    let (first, end) = (layout.line_start(entry.start), after.map_or(entry.end, |at| at + 1));
    let rest = &text[end..layout.line_end(end)];
    let is_alone = text[first..entry.start].trim().is_empty()
        && (rest.trim().is_empty() || rest.trim_start().starts_with('#'));
    let place = match (all.get(at + 1), at.checked_sub(1).map(|before| &all[before])) {
        _ if is_alone => first..layout.line_end(end),
        (Some(next), _) => entry.start..next.start,
        (None, Some(before)) => before.end..entry.end,
        (None, None) => entry.start..end,
    };
    Ok(vec![Splice::new(text, place, "")])
}
