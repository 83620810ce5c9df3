//! `cargo xtask yanked`: locked dependencies that the registry has withdrawn since.
//!
//! Cargo itself fetches the registry's index; this task reads cargo's copy of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::command;
use crate::repository::Repository;

/// One version in the registry's index.
#[derive(Debug, Deserialize)]
struct Published {
    vers: String,
    #[serde(default)]
    yanked: bool,
}

/// Fails when a locked version was withdrawn, or when nothing is known about one.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let locked = locked(&repository.text("Cargo.lock")?.context("Cargo.lock is not text")?);
    // Asks the registry for the newest index entry of every locked crate; changes nothing.
    command::output_of(command::cargo(&repository.root).args(["update", "--dry-run", "--quiet"]))
        .context("the registry's index could not be read: withdrawn versions were NOT checked")?;
    let caches = index_caches()?;
    let (mut withdrawn, mut unknown) = (Vec::new(), Vec::new());
    for (name, version) in &locked {
        match is_yanked(&caches, name, version) {
            Some(false) => {}
            Some(true) => withdrawn.push(format!("{name} {version}")),
            None => unknown.push(format!("{name} {version}")),
        }
    }
    if !withdrawn.is_empty() {
        bail!(
            "withdrawn from the registry: {}\n  do: `cargo update -p <crate>`, and read why the \
             version was withdrawn",
            withdrawn.join(", ")
        );
    }
    if !unknown.is_empty() {
        bail!("not found in cargo's copy of the index, so NOT checked: {}", unknown.join(", "));
    }
    println!("yanked: none of {} locked versions is withdrawn", locked.len());
    Ok(())
}

/// Name and version of every crate in a lock file that comes from a registry.
fn locked(lock: &str) -> Vec<(String, String)> {
    let packages = lock.split("[[package]]").skip(1);
    let from_registry = packages.filter_map(|package| {
        let fields: BTreeMap<&str, &str> = package
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(key, value)| (key, value.trim_matches('"')))
            .collect();
        let is_registry = fields
            .get("source")
            .is_some_and(|source| source.starts_with("registry+") || source.starts_with("sparse+"));
        is_registry.then(|| (fields["name"].to_owned(), fields["version"].to_owned()))
    });
    from_registry.collect()
}

/// The folders in which cargo keeps its copies of registry indexes.
fn index_caches() -> Result<Vec<PathBuf>> {
    let home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => PathBuf::from(env::var_os("HOME").context("HOME is not set")?).join(".cargo"),
    };
    let mut caches = Vec::new();
    let indexes = home.join("registry/index");
    for entry in fs::read_dir(&indexes).with_context(|| format!("no {}", indexes.display()))? {
        caches.push(entry?.path().join(".cache"));
    }
    Ok(caches)
}

fn is_yanked(caches: &[PathBuf], name: &str, version: &str) -> Option<bool> {
    let entries = caches.iter().filter_map(|cache| fs::read(cache.join(index_path(name))).ok());
    entries.filter_map(|entry| yanked_in(&entry, version)).next()
}

/// Where an index keeps a crate, by the length of its name.
fn index_path(name: &str) -> PathBuf {
    let name = name.to_lowercase();
    let folder = match name.len() {
        0..=2 => Path::new(&name.len().to_string()).to_path_buf(),
        3 => Path::new("3").join(&name[..1]),
        _ => Path::new(&name[..2]).join(&name[2..4]),
    };
    folder.join(name)
}

/// What a cached index entry says about a version: cargo parts its fields with zero bytes, and
/// each published version is one JSON object.
fn yanked_in(entry: &[u8], version: &str) -> Option<bool> {
    let objects = entry.split(|byte| *byte == 0).filter(|field| field.first() == Some(&b'{'));
    let mut published = objects.filter_map(|json| serde_json::from_slice::<Published>(json).ok());
    published.find(|one| one.vers == version).map(|one| one.yanked)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{index_path, locked, yanked_in};

    #[test]
    fn only_registry_crates_are_locked() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \
                    \"registry+x\"\n\n[[package]]\nname = \"ours\"\nversion = \"0.1.0\"\n";
        assert_eq!(locked(lock), [("a".to_owned(), "1.0.0".to_owned())]);
    }

    #[test]
    fn an_index_is_sorted_by_the_first_letters() {
        assert_eq!(index_path("jiff"), Path::new("ji/ff/jiff"));
        assert_eq!(index_path("cel"), Path::new("3/c/cel"));
        assert_eq!(index_path("nb"), Path::new("2/nb"));
    }

    #[test]
    fn a_withdrawn_version_is_recognised_and_an_unknown_one_is_not_passed() {
        let entry = b"\x03\0{\"vers\":\"1.0.0\",\"yanked\":true}\0\x31\0{\"vers\":\"1.0.1\"}\0";
        assert_eq!(yanked_in(entry, "1.0.0"), Some(true));
        assert_eq!(yanked_in(entry, "1.0.1"), Some(false));
        assert_eq!(yanked_in(entry, "1.0.2"), None);
    }
}
