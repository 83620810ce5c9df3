//! The sources of pure crates name no file, socket, process, environment, clock or output.

use anyhow::Result;

use crate::finding::Finding;
use crate::repository::Repository;
use crate::rooms;
use crate::rust_paths::{self, NamedPath};

/// Paths that pure code must not name, each with everything below it.
const IMPURE_PATHS: &[&str] = &[
    "std::collections::hash_map::RandomState",
    "std::env",
    "std::fs",
    "std::hash::RandomState",
    "std::io::stderr",
    "std::io::stdin",
    "std::io::stdout",
    "std::net",
    "std::os",
    "std::process",
    "std::thread::sleep",
    "std::time::*",
    "std::time::Instant",
    "std::time::SystemTime",
];

/// Calls that read a clock, whatever stands before them.
const IMPURE_CALLS: &[&str] =
    &["Instant::now", "SystemTime::now", "Timestamp::now", "TimeZone::system", "Zoned::now"];

const IMPURE_MACROS: &[&str] = &["dbg!", "eprint!", "eprintln!", "print!", "println!"];

/// Checks the sources of every pure crate; tests, examples and benchmarks may do as they like.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let is_pure = |path: &str| {
        rooms::is_shipped_source(path)
            && rooms::room_of(path).is_some_and(|room| rooms::PURE.contains(&room))
    };
    let mut findings = Vec::new();
    for (path, source) in repository.texts(is_pure)? {
        match rust_paths::named_paths(&source) {
            Ok(named) => findings.extend(named.iter().filter_map(|one| judge(path, one))),
            Err(error) => findings.push(Finding::failure(
                path,
                format!("it is not Rust that can be read: {error}"),
                "make it compile",
            )),
        }
    }
    Ok(findings)
}

fn judge(path: &str, named: &NamedPath) -> Option<Finding> {
    is_impure(&named.path).then(|| {
        Finding::failure(
            format!("{path}:{}", named.line),
            format!("a pure crate names `{}`", named.path),
            "take the value as an argument, or return it: the shell reads clocks, files and the \
             environment, and speaks to people",
        )
    })
}

fn is_impure(path: &str) -> bool {
    let is_below = |forbidden: &&str| {
        path.strip_prefix(*forbidden).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    let is_call = |call: &&str| {
        path.strip_suffix(*call).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"))
    };
    let last = path.rsplit("::").next().unwrap_or(path);
    IMPURE_PATHS.iter().any(is_below)
        || IMPURE_CALLS.iter().any(is_call)
        || IMPURE_MACROS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::is_impure;

    #[test]
    fn clocks_files_and_output_are_impure() {
        for path in [
            "std::fs::read",
            "std::env",
            "jiff::Zoned::now",
            "Timestamp::now",
            "std::time::SystemTime",
            "println!",
            "std::println!",
        ] {
            assert!(is_impure(path), "{path}");
        }
    }

    #[test]
    fn values_of_time_and_look_alikes_are_pure() {
        for path in ["std::time::Duration", "facts::Instant", "write!", "std::fsck", "MyZoned::now"]
        {
            assert!(!is_impure(path), "{path}");
        }
    }
}
