//! A page names no path of the repository that is gone.

use std::collections::BTreeSet;

use anyhow::Result;

use super::markdown;
use crate::finding::Finding;
use crate::repository::Repository;

/// Top-level names that are ours even when nothing is left below them.
const TOP_LEVEL: &[&str] = &[
    ".cargo",
    ".ci",
    ".config",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "charters",
    "crates",
    "docs",
    "scripts",
    "web",
    "xtask",
];

/// Checks every Markdown page.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let places = repository.places();
    let pages = repository.texts(|path| path.ends_with(".md"))?;
    Ok(pages.iter().flat_map(|(path, page)| judge(path, page, &places)).collect())
}

fn judge(path: &str, page: &str, places: &BTreeSet<String>) -> Vec<Finding> {
    let words = markdown::code_words(page);
    let gone = words.iter().filter_map(|word| {
        let named = named_place(&word.text, places)?;
        (!exists(named, places)).then(|| {
            Finding::failure(
                format!("{path}:{}", word.line),
                format!("it names `{named}`, which is not in the repository"),
                "name the path as it is now, or take the sentence out",
            )
        })
    });
    gone.collect()
}

/// The path of the repository that a word in code names, or nothing.
///
/// A line number, an item after `::` and punctuation at the end do not belong to the path.
/// A word with a placeholder (`<name>`, `{name}`, `$NAME`, `…`) names no path.
fn named_place<'a>(word: &'a str, places: &BTreeSet<String>) -> Option<&'a str> {
    let word = word.trim_start_matches(['"', '\'', '(']);
    let word = word.strip_prefix("./").unwrap_or(word);
    let path = word.split("::").next()?.split('#').next()?;
    let path = path.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']);
    let path = match path.rsplit_once(':') {
        Some((path, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => path,
        _ => path,
    };
    if path.contains(['<', '>', '{', '}', '$', '…', ':', '=', '→']) {
        return None;
    }
    let top = path.split('/').next()?;
    let is_ours = TOP_LEVEL.contains(&top) || places.contains(top);
    // A bare word such as `docs` or `crates` is a word; with a slash or an ending it is a path.
    (is_ours && (path.contains('/') || path.contains('.'))).then_some(path.trim_end_matches('/'))
}

/// Whether a path, which may hold `*`, is a file or folder of the repository.
pub(crate) fn exists(path: &str, places: &BTreeSet<String>) -> bool {
    if !path.contains('*') {
        return places.contains(path);
    }
    let pattern: Vec<&str> = path.split('/').collect();
    places.iter().any(|place| fits(&pattern, &place.split('/').collect::<Vec<_>>()))
}

fn fits(pattern: &[&str], place: &[&str]) -> bool {
    match pattern.split_first() {
        None => place.is_empty(),
        Some((&"**", rest)) => (0..=place.len()).any(|skipped| fits(rest, &place[skipped..])),
        Some((step, rest)) => place
            .split_first()
            .is_some_and(|(name, below)| step_fits(step, name) && fits(rest, below)),
    }
}

fn step_fits(step: &str, name: &str) -> bool {
    match step.split_once('*') {
        None => step == name,
        Some((start, end)) => name.strip_prefix(start).is_some_and(|rest| {
            rest.char_indices().any(|(at, _)| step_fits(end, &rest[at..])) || end.is_empty()
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{exists, named_place};
    use crate::repository;

    fn tree() -> BTreeSet<String> {
        let files = ["crates/facts/src/lib.rs", "docs/adr/0001-record.md", "Makefile", "deny.toml"];
        repository::places(&files.map(str::to_owned))
    }

    #[test]
    fn paths_lose_what_follows_them() {
        let tree = tree();
        assert_eq!(
            named_place("crates/facts/src/lib.rs:12,", &tree),
            Some("crates/facts/src/lib.rs")
        );
        assert_eq!(
            named_place("crates/facts/src/lib.rs::Fact", &tree),
            Some("crates/facts/src/lib.rs")
        );
        assert_eq!(named_place("docs/adr/).", &tree), Some("docs/adr"));
        assert_eq!(named_place("deny.toml", &tree), Some("deny.toml"));
    }

    #[test]
    fn other_words_are_no_paths() {
        let tree = tree();
        for word in ["docs", "facts/src", "target/release/tandem", "docs/adr/<number>.md", "a.b"] {
            assert_eq!(named_place(word, &tree), None, "{word}");
        }
    }

    #[test]
    fn a_star_needs_one_match() {
        let tree = tree();
        assert!(exists("crates/*/src", &tree));
        assert!(exists("crates/**/lib.rs", &tree));
        assert!(exists("docs/adr/*.md", &tree));
        assert!(!exists("crates/*/tests", &tree));
        assert!(!exists("docs/gone.md", &tree));
    }
}
