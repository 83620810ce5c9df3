//! Giving a key a value.

use super::add;
use super::layout::{Layout, header};
use super::place::{Node, entries, walk};
use super::splice::Splice;
use super::{EditError, KeyPath, Written};
use toml_edit::{Key, Table, Value};

/// Puts a value in place of the one that is there, or adds the key.
pub(super) fn set(
    layout: &Layout<'_>,
    path: &KeyPath,
    value: &Written,
) -> Result<Vec<Splice>, EditError> {
    let walk = walk(layout, path);
    if walk.left.is_empty() {
        let Node::Value(old) = walk.last() else { return Err(walk.other_kind("a value")) };
        let (Some(place), new) = (old.span(), value.as_toml(Some(old)).to_string()) else {
            return Err(walk.other_kind("a value"));
        };
        let is_so = layout.text[place.clone()] == new;
        return Ok(if is_so { Vec::new() } else { vec![Splice::new(layout.text, place, new)] });
    }
    let Some((name, sections)) = walk.left.split_last() else { return Err(walk.not_there()) };
    let line = format!("{} = {}", Key::new(name.as_str()).display_repr(), value.as_toml(None));
    match (walk.last(), sections) {
        (Node::Table(table), []) => key_of(layout, table, &line, &walk.found),
        (Node::Value(inline @ Value::InlineTable(_)), []) => Ok(entry_of(layout, inline, &line)),
        (Node::Table(_), _) => {
            let names = walk.found.names().iter().chain(sections).map(String::as_str);
            let path = KeyPath::of(names);
            if add::is_in_new_list(&walk, sections) {
                return Err(walk.not_there());
            }
            let path = add::header_path(layout, &path);
            let body = format!("[{path}]{0}{line}{0}", layout.newline());
            Ok(vec![add::new_section(layout, &walk, &body)])
        }
        _ => Err(walk.not_there()),
    }
}

/// One more key in a section.
fn key_of(
    layout: &Layout<'_>,
    table: &Table,
    line: &str,
    path: &KeyPath,
) -> Result<Vec<Splice>, EditError> {
    let newline = layout.newline();
    if let Some(header) = header(table) {
        let at = layout.section_end(header.start);
        let line = format!("{}{line}{newline}", layout.break_before(at));
        return Ok(vec![Splice::insert(at, line)]);
    }
    if path.names().is_empty() {
        return Ok(vec![Splice::insert(
            layout.first_section(),
            format!("{line}{newline}{newline}"),
        )]);
    }
    if table.is_dotted() {
        return Err(EditError::Inline { path: path.to_string() });
    }
    // Only sections below it have headers.
    let path = add::header_path(layout, path);
    let first = Node::Table(table).lines(None, layout).first().map_or(0, |lines| lines.start);
    let section = format!("[{path}]{newline}{line}{newline}{newline}");
    Ok(vec![Splice::insert(first, section)])
}

/// One more key in a table of one line.
fn entry_of(layout: &Layout<'_>, table: &Value, entry: &str) -> Vec<Splice> {
    match entries(table).last() {
        Some(last) => vec![Splice::insert(last.end, format!(", {entry}"))],
        None => {
            let place = table.span().unwrap_or_default();
            vec![Splice::new(layout.text, place, format!("{{ {entry} }}"))]
        }
    }
}
