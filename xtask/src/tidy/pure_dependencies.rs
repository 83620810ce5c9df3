//! Pure crates link nothing that does I/O, reads a clock or the environment, or draws randomness.

use anyhow::Result;

use super::crate_graph::{self, Node};
use crate::finding::Finding;
use crate::repository::Repository;
use crate::rooms;

/// Crates that a pure crate must not link; a trailing `*` stands for any ending.
const IMPURE: &[(&str, &[&str])] = &[
    (
        "it talks to the network or waits for it",
        &[
            "async-io",
            "async-std",
            "axum*",
            "h2",
            "hyper*",
            "mio",
            "native-tls",
            "openssl*",
            "quinn*",
            "reqwest*",
            "rustls*",
            "smol",
            "socket2",
            "tokio*",
            "tower*",
            "ureq*",
        ],
    ),
    (
        "it reads or writes files or a database",
        &[
            "arrow*",
            "libsqlite3-sys",
            "memmap*",
            "parquet*",
            "postgres*",
            "redb",
            "rocksdb",
            "rusqlite*",
            "sled",
            "sqlx*",
            "tempfile",
            "walkdir",
        ],
    ),
    ("it draws randomness", &["fastrand", "getrandom", "oorandom", "rand", "rand_*", "wyrand"]),
    (
        "it reads the environment, the clock or the machine",
        &[
            "dirs*",
            "dotenvy",
            "env_logger",
            "home",
            "hostname",
            "iana-time-zone",
            "num_cpus",
            "quanta",
            "sysinfo",
            "tracing-subscriber",
            "tz-rs",
            "whoami",
        ],
    ),
    (
        "it talks to a terminal or to the operating system",
        &["console", "crossterm*", "ctrlc", "indicatif", "nix", "signal-hook*", "terminal_size"],
    ),
];

/// Which features of an otherwise pure crate a pure crate may switch on.
enum Features {
    /// These and no others.
    Only(&'static [&'static str]),
    /// Any but these.
    Without(&'static [&'static str]),
}

/// Crates that are pure or not by their features.
const BY_FEATURE: &[(&str, Features, &str)] = &[
    (
        "jiff",
        Features::Only(&[
            "alloc",
            "tzdb-bundle-always",
            "perf-inline",
            "serde",
            "static",
            "static-tz",
        ]),
        "its other features read the system's clock or time zones",
    ),
    ("chrono", Features::Without(&["clock", "now"]), "they read the system's clock"),
    ("time", Features::Without(&["local-offset", "rand"]), "they read the system's zone or draw"),
    (
        "uuid",
        Features::Without(&[
            "rng",
            "fast-rng",
            "rng-getrandom",
            "rng-rand",
            "v1",
            "v4",
            "v6",
            "v7",
        ]),
        "they draw randomness or read the clock (cel's parser brings uuid and must not use them)",
    ),
    ("ahash", Features::Without(&["runtime-rng"]), "it draws randomness"),
];

/// Crates allowed in one pure crate against the list above: crate, dependency, reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Checks every pure crate that is present.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for package in crate_graph::workspace(repository)? {
        let Some(room) = package.room().filter(|room| rooms::PURE.contains(room)) else { continue };
        let mut linked = crate_graph::linked(repository, &package.name)?;
        // One finding for each crate: along the shortest way to it.
        linked.sort_by_key(|node| (node.name.clone(), node.brought_by.len()));
        linked
            .dedup_by(|later, first| later.name == first.name && later.features == first.features);
        findings.extend(linked.iter().filter_map(|node| judge(room, node)));
    }
    Ok(findings)
}

fn judge(room: &str, node: &Node) -> Option<Finding> {
    if EXCEPTIONS.iter().any(|(allowed, name, _)| *allowed == room && *name == node.name) {
        return None;
    }
    let reason = impure_by_name(&node.name).or_else(|| impure_by_feature(node))?;
    Some(Finding::failure(
        format!("crates/{room}/Cargo.toml"),
        format!("a pure crate links {} ({}): {reason}", node.name, node.brought_by.join(" → ")),
        "take the value as an argument and leave the dependency to the shell, or, where the \
         impure part cannot be reached, add an exception with its reason to \
         xtask/src/tidy/pure_dependencies.rs",
    ))
}

fn impure_by_name(name: &str) -> Option<String> {
    let (reason, _) =
        IMPURE.iter().find(|(_, patterns)| patterns.iter().any(|one| fits(one, name)))?;
    Some((*reason).to_owned())
}

fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

fn impure_by_feature(node: &Node) -> Option<String> {
    let (_, rule, reason) = BY_FEATURE.iter().find(|(name, ..)| *name == node.name)?;
    let forbidden = |feature: &&String| match rule {
        Features::Only(allowed) => !allowed.contains(&feature.as_str()),
        Features::Without(denied) => denied.contains(&feature.as_str()),
    };
    let found: Vec<&str> = node.features.iter().filter(forbidden).map(String::as_str).collect();
    (!found.is_empty()).then(|| format!("features {}: {reason}", found.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Node, judge};

    fn node(name: &str, features: &[&str]) -> Node {
        Node {
            name: name.to_owned(),
            features: features.iter().map(|one| (*one).to_owned()).collect(),
            brought_by: vec!["tandem-facts".to_owned(), name.to_owned()],
        }
    }

    #[test]
    fn a_crate_that_draws_or_does_io_is_refused() {
        for name in ["getrandom", "tokio-util", "rusqlite", "arrow-array", "rand_core"] {
            assert!(judge("facts", &node(name, &[])).is_some(), "{name}");
        }
        for name in ["libm", "toml_edit", "random-looking-but-not-listed"] {
            assert!(judge("facts", &node(name, &[])).is_none(), "{name}");
        }
    }

    #[test]
    fn jiff_is_pure_only_with_its_bundled_zones() {
        assert!(judge("facts", &node("jiff", &["alloc", "tzdb-bundle-always"])).is_none());
        assert!(judge("facts", &node("jiff", &["alloc", "std"])).is_some());
        assert!(judge("facts", &node("jiff", &["tz-system"])).is_some());
    }

    #[test]
    fn uuid_is_pure_until_it_draws() {
        assert!(judge("charter", &node("uuid", &["default", "std"])).is_none());
        assert!(judge("charter", &node("uuid", &["rng"])).is_some());
    }
}
