//! Every library of the workspace has its reason on the page that lists them.

use anyhow::{Context, Result};

use crate::finding::Finding;
use crate::repository::Repository;

const MANIFEST: &str = "Cargo.toml";
const PAGE: &str = "docs/adr/0005-dependencies.md";

/// Checks the workspace's manifest against the page.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let manifest = repository.text(MANIFEST)?.context("the manifest is not text")?;
    let page = repository.text(PAGE)?.with_context(|| format!("{PAGE} is not text"))?;
    let missing = libraries(&manifest).filter(|name| !page.contains(&format!("| `{name}` |")));
    Ok(missing.map(finding).collect())
}

fn finding(name: &str) -> Finding {
    Finding::failure(
        MANIFEST,
        format!("no reason is given for {name}"),
        format!("add a row for it to {PAGE}: why, looked after, licence"),
    )
}

/// The names under `[workspace.dependencies]` that are not crates of ours.
fn libraries(manifest: &str) -> impl Iterator<Item = &str> {
    manifest
        .lines()
        .skip_while(|line| line.trim() != "[workspace.dependencies]")
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#') && !line.contains("path = "))
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim())
}

#[cfg(test)]
mod tests {
    use super::libraries;

    #[test]
    fn libraries_are_what_is_not_ours() {
        let manifest = "[workspace.dependencies]\nfacts = { path = \"crates/facts\" }\n# note = x\n\
                        jiff = \"0.2\"\n\n[profile.dev]\ndebug = false\n";
        assert_eq!(libraries(manifest).collect::<Vec<_>>(), ["jiff"]);
    }
}
