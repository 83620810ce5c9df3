//! The files of the repository, as the checks see them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

/// Folders that are never part of the repository, for a checkout without git.
const NEVER_OURS: &[&str] = &["target", ".git", "node_modules", "demo"];

/// The root folder and its files: tracked ones, and new ones that git does not ignore.
pub(crate) struct Repository {
    pub(crate) root: PathBuf,
    /// Paths relative to the root, with `/`, sorted.
    pub(crate) files: Vec<String>,
}

impl Repository {
    /// The repository that this task was started in.
    pub(crate) fn open() -> Result<Self> {
        let root = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(xtask) => Path::new(&xtask)
                .parent()
                .context("the xtask package has no parent folder")?
                .to_path_buf(),
            None => env::current_dir()?,
        };
        let mut files = match listed_by_git(&root) {
            Some(files) => files,
            None => walked(&root)?,
        };
        files.sort();
        files.dedup();
        Ok(Self { root, files })
    }

    /// A file's text, or nothing when it is not text.
    pub(crate) fn text(&self, path: &str) -> Result<Option<String>> {
        let bytes =
            fs::read(self.root.join(path)).with_context(|| format!("cannot read {path}"))?;
        Ok(String::from_utf8(bytes).ok())
    }

    /// Files whose path the predicate accepts, with their text; binary files are left out.
    pub(crate) fn texts(&self, wanted: impl Fn(&str) -> bool) -> Result<Vec<(&str, String)>> {
        let mut texts = Vec::new();
        for path in self.files.iter().filter(|path| wanted(path)) {
            if let Some(text) = self.text(path)? {
                texts.push((path.as_str(), text));
            }
        }
        Ok(texts)
    }

    /// All files and all folders that hold one.
    pub(crate) fn places(&self) -> BTreeSet<String> {
        places(&self.files)
    }
}

/// The files and every folder above one of them.
pub(crate) fn places(files: &[String]) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for file in files {
        for (slash, _) in file.match_indices('/') {
            places.insert(file[..slash].to_owned());
        }
        places.insert(file.clone());
    }
    places
}

fn listed_by_git(root: &Path) -> Option<Vec<String>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let listing = String::from_utf8(output.stdout).ok()?;
    // A file deleted from the disk stays listed until the deletion is staged.
    let files = listing.split('\0').filter(|path| !path.is_empty() && root.join(path).is_file());
    Some(files.map(str::to_owned).collect())
}

fn walked(root: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut waiting = vec![root.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                if !NEVER_OURS.iter().any(|name| entry.file_name() == *name) {
                    waiting.push(entry.path());
                }
            } else if kind.is_file() {
                let path = entry.path();
                let relative = path.strip_prefix(root)?.to_string_lossy();
                files.push(relative.replace('\\', "/"));
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn places_hold_files_and_the_folders_above_them() {
        let found = places(&["docs/adr/one.md".to_owned(), "Makefile".to_owned()]);
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            ["Makefile", "docs", "docs/adr", "docs/adr/one.md"]
        );
    }
}
