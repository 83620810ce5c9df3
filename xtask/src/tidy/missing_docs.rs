//! Every pure crate refuses a public item without documentation.

use anyhow::Result;

use crate::finding::Finding;
use crate::repository::Repository;
use crate::rooms;

/// Checks the root file of every pure crate that is present.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let is_root = |path: &str| {
        rooms::room_of(path).is_some_and(|room| {
            rooms::PURE.contains(&room) && path == format!("crates/{room}/src/lib.rs")
        })
    };
    let roots = repository.texts(is_root)?;
    Ok(roots.iter().filter(|(_, text)| !denies(text)).map(|(path, _)| finding(path)).collect())
}

fn finding(path: &str) -> Finding {
    Finding::failure(
        path,
        "a pure crate without #![deny(missing_docs)]",
        "add #![deny(missing_docs)] below the crate's own documentation",
    )
}

fn denies(source: &str) -> bool {
    source.lines().map(str::trim).any(|line| {
        (line.starts_with("#![deny(") || line.starts_with("#![forbid("))
            && line.contains("missing_docs")
    })
}

#[cfg(test)]
mod tests {
    use super::denies;

    #[test]
    fn only_the_attribute_counts() {
        assert!(denies("//! Facts.\n#![deny(missing_docs)]\n"));
        assert!(denies("#![forbid(unsafe_code, missing_docs)]"));
        assert!(!denies("// #![deny(missing_docs)]"));
        assert!(!denies("#![warn(missing_docs)]"));
    }
}
