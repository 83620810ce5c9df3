//! ARCHITECTURE.md states each invariant with the name of a test that exists, or says pending.

use std::collections::BTreeSet;

use anyhow::Result;

use super::markdown::{self, Located};
use crate::finding::Finding;
use crate::repository::Repository;

const PAGE: &str = "ARCHITECTURE.md";

/// Checks the rows of the tables below the page's heading about invariants.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    if !repository.files.iter().any(|file| file == PAGE) {
        return Ok(vec![Finding::failure(
            PAGE,
            "the page is missing",
            "write it: the map, the walkthroughs, the invariants with their tests",
        )]);
    }
    let page = repository.text(PAGE)?.unwrap_or_default();
    let rows = body(&markdown::table_rows_below(&page, "invariant"));
    if rows.is_empty() {
        return Ok(vec![Finding::failure(
            PAGE,
            "there is no table below a heading about invariants",
            "add a table with one row for each invariant and the name of its test",
        )]);
    }
    let sources = repository.texts(|path| {
        (path.starts_with("crates/") || path.starts_with("xtask/")) && path.ends_with(".rs")
    })?;
    let functions: BTreeSet<&str> =
        sources.iter().flat_map(|(_, source)| functions(source)).collect();
    Ok(rows.iter().filter_map(|row| judge(row, &functions)).collect())
}

/// The rows without each table's head and rule.
fn body(rows: &[Located]) -> Vec<Located> {
    let is_rule = |row: &Located| row.text.chars().all(|c| "|-: ".contains(c));
    let mut kept: Vec<Located> = Vec::new();
    for row in rows {
        if is_rule(row) {
            kept.pop();
        } else {
            kept.push(row.clone());
        }
    }
    kept
}

fn judge(row: &Located, functions: &BTreeSet<&str>) -> Option<Finding> {
    let place = format!("{PAGE}:{}", row.line);
    let names = test_names(&row.text);
    let gone: Vec<&str> = names.iter().copied().filter(|name| !functions.contains(name)).collect();
    if !gone.is_empty() {
        return Some(Finding::failure(
            place,
            format!("no function of this name under crates/ or xtask/: {}", gone.join(", ")),
            "name the test as it is called now",
        ));
    }
    let is_pending = row.text.to_lowercase().contains("pending");
    (names.is_empty() && !is_pending).then(|| {
        Finding::failure(
            place,
            "the row names no test",
            "name the test that enforces the invariant in backticks, or write pending",
        )
    })
}

/// The test names in a row: identifiers in backticks with an underscore, their module path dropped.
fn test_names(row: &str) -> Vec<&str> {
    let last_segments =
        markdown::spans(row).into_iter().filter_map(|span| span.rsplit("::").next());
    last_segments
        .map(|name| name.trim_end_matches("()"))
        .filter(|name| {
            name.contains('_') && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        })
        .collect()
}

/// The names of all functions in a source.
fn functions(source: &str) -> impl Iterator<Item = &str> {
    source.match_indices("fn ").filter_map(|(at, word)| {
        let rest = &source[at + word.len()..];
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        (end > 0).then(|| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Located, body, functions, judge, test_names};

    fn row(text: &str) -> Located {
        Located { line: 7, text: text.to_owned() }
    }

    #[test]
    fn heads_and_rules_are_no_rows() {
        let rows = [row("| Invariant | Test |"), row("|---|:--|"), row("| One number | pending |")];
        assert_eq!(body(&rows), [row("| One number | pending |")]);
    }

    #[test]
    fn a_row_needs_a_test_that_exists_or_the_word_pending() {
        let known = BTreeSet::from(["live_equals_replay"]);
        assert_eq!(judge(&row("| Live | `live::live_equals_replay` |"), &known), None);
        assert_eq!(judge(&row("| Live | pending |"), &known), None);
        assert!(judge(&row("| Live | `live_equals_reply` |"), &known).is_some());
        assert!(judge(&row("| Live | soon |"), &known).is_some());
    }

    #[test]
    fn names_and_functions_are_read() {
        assert_eq!(test_names("| `a_b` and `x::c_d()` in `crates/f_g/h.rs` |"), ["a_b", "c_d"]);
        assert_eq!(functions("fn a_b() {} async fn c<T>() {}").collect::<Vec<_>>(), ["a_b", "c"]);
    }
}
