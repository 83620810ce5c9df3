//! Words that no file of the repository may hold: unfinished work, and one machine's own places.

use anyhow::Result;

use crate::finding::Finding;
use crate::repository::Repository;

// Each word is spelled in two halves, so that this file passes its own check.
const UNFINISHED: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!(")];
const MACHINE_FOLDERS: &[&str] =
    &[concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/"), concat!("/Us", "ers/")];
const REGISTRIES: &[&str] = &[
    concat!("replace", "-with"),
    concat!("[source.", "crates-io]"),
    concat!("index", "-url"),
    concat!("registry", "=http"),
    concat!("\"resolved\": ", "\"http"),
    concat!("arti", "factory"),
    concat!("npm", "mirror"),
];
const SHARED_DATA: &str = concat!("../sha", "red");

/// Checks every text file; the lock file is cargo's own.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let texts = repository.texts(|path| path != "Cargo.lock")?;
    Ok(texts.iter().flat_map(|(path, text)| judge(path, text)).collect())
}

fn judge(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if let Some((word, remedy)) = forbidden(path, line) {
            findings.push(Finding::failure(
                format!("{path}:{}", index + 1),
                format!("it holds `{word}`"),
                remedy,
            ));
        }
    }
    findings
}

/// The forbidden word in a line, and what to do about it.
fn forbidden(path: &str, line: &str) -> Option<(&'static str, &'static str)> {
    if is_code(path)
        && let Some(word) = UNFINISHED.iter().find(|word| holds_word(line, word))
    {
        return Some((word, "finish it, or write it down as an issue"));
    }
    if let Some(word) = MACHINE_FOLDERS.iter().find(|word| starts_a_path(line, word)) {
        return Some((word, "name no folder of one machine: use a relative path or a variable"));
    }
    if let Some(word) = REGISTRIES.iter().find(|word| line.to_lowercase().contains(**word)) {
        return Some((word, "name no registry or mirror: each machine configures its own"));
    }
    if line.contains(SHARED_DATA) && !may_name_shared_data(path) {
        return Some((
            SHARED_DATA,
            "only tests and scripts know where test data lies: TANDEM_DATA",
        ));
    }
    None
}

/// Source that ships, and manifests.
fn is_code(path: &str) -> bool {
    let in_source = path.contains("/src/") || path.starts_with("web/");
    let is_source = [".rs", ".ts", ".tsx", ".sql"].iter().any(|ending| path.ends_with(ending));
    (in_source && is_source) || path.ends_with("Cargo.toml")
}

fn may_name_shared_data(path: &str) -> bool {
    let folders = ["/tests/", "/examples/", "/benches/"];
    path.starts_with("scripts/")
        || path.starts_with("crates/testkit/")
        || folders.iter().any(|folder| path.contains(folder))
}

fn holds_word(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(is_letter) && (word.ends_with('(') || !after.is_some_and(is_letter))
    })
}

/// Whether a folder of the machine starts a path here, and is not the middle of another path.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "./_-~}*".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::{MACHINE_FOLDERS, SHARED_DATA, UNFINISHED, forbidden};

    fn is_refused(path: &str, line: &str) -> bool {
        forbidden(path, line).is_some()
    }

    #[test]
    fn unfinished_work_is_refused_in_source_only() {
        let line = format!("// {}: later", UNFINISHED[0]);
        assert!(is_refused("crates/facts/src/a.rs", &line));
        assert!(is_refused("crates/facts/Cargo.toml", &line));
        assert!(!is_refused("docs/a.md", &line));
        assert!(!is_refused("crates/facts/src/a.rs", "// MASTODON"));
    }

    #[test]
    fn a_folder_of_one_machine_is_refused_where_it_starts_a_path() {
        let folder = MACHINE_FOLDERS[1];
        assert!(is_refused("a.md", &format!("see `{folder}x`")));
        assert!(is_refused("a.sh", &format!("cd {folder}")));
        assert!(!is_refused("a.md", &format!("https://site.example{folder}")));
    }

    #[test]
    fn shared_data_is_known_to_tests_and_scripts() {
        let line = format!("let data = \"{SHARED_DATA}/data\";");
        assert!(is_refused("crates/store/src/a.rs", &line));
        assert!(!is_refused("crates/store/tests/a.rs", &line));
        assert!(!is_refused("scripts/test.sh", &line));
    }
}
