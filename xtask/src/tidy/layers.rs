//! Crates import downwards only, and only one of them knows SQL and Parquet.

use anyhow::Result;

use super::crate_graph::{self, Package};
use crate::finding::Finding;
use crate::repository::Repository;
use crate::rooms;

/// Beginnings of the names of crates that only the storage crate may link.
const STORAGE_LIBRARIES: &[&str] =
    &["arrow", "libsqlite3-sys", "parquet", "postgres", "rusqlite", "sqlx", "tokio-postgres"];

/// Checks every crate of the workspace under `crates/`.
pub(crate) fn check(repository: &Repository) -> Result<Vec<Finding>> {
    Ok(crate_graph::workspace(repository)?.iter().flat_map(judge).collect())
}

fn judge(package: &Package) -> Vec<Finding> {
    let Some(room) = package.room() else { return Vec::new() };
    let place = format!("crates/{room}/Cargo.toml");
    if rooms::TESTS_ONLY.contains(&room) {
        return Vec::new();
    }
    let Some(level) = rooms::level(room) else {
        return vec![Finding::failure(
            place,
            format!("the crate `{room}` has no level"),
            "say in xtask/src/rooms.rs between which crates it stands, and in ARCHITECTURE.md why",
        )];
    };
    let mut findings = Vec::new();
    for dependency in package.dependencies.iter().filter(|one| !one.is_dev()) {
        if let Some(imported) = dependency.room() {
            if let Some(reason) = refused(room, level, imported) {
                findings.push(Finding::failure(
                    &place,
                    format!("`{room}` imports `{imported}`: {reason}"),
                    "move what is shared to a crate nearer the core, or pass it in; the order is \
                     in xtask/src/rooms.rs",
                ));
            }
        } else if room != rooms::STORAGE
            && !rooms::READS_PARQUET.contains(&(room, dependency.name.as_str()))
            && STORAGE_LIBRARIES.iter().any(|start| dependency.name.starts_with(start))
        {
            findings.push(Finding::failure(
                &place,
                format!(
                    "`{room}` links {}: only `{}` knows SQL and Parquet",
                    dependency.name,
                    rooms::STORAGE
                ),
                "ask the store for it: add a function there",
            ));
        }
    }
    findings
}

/// Why a crate may not import another, or nothing when it may.
fn refused(room: &str, level: usize, imported: &str) -> Option<&'static str> {
    if rooms::TESTS_ONLY.contains(&imported) {
        return Some("it is for tests only, so it belongs under [dev-dependencies]");
    }
    let Some(below) = rooms::level(imported) else {
        return Some("it has no level in xtask/src/rooms.rs");
    };
    let is_sibling = rooms::SIBLINGS.iter().any(|(from, to, _)| *from == room && *to == imported);
    if below < level || is_sibling {
        None
    } else if below == level {
        Some("they stand on one level")
    } else {
        Some("imports run from the shell to the core, not back")
    }
}

#[cfg(test)]
mod tests {
    use super::crate_graph::parse_metadata;
    use super::judge;

    fn reasons(room: &str, dependency: &str) -> Vec<String> {
        let json = format!(
            r#"{{"packages": [{{"name": "tandem-{room}",
                "manifest_path": "/x/crates/{room}/Cargo.toml", "dependencies": [{dependency}]}}]}}"#
        );
        let packages = parse_metadata(&json).unwrap();
        judge(&packages[0]).into_iter().map(|finding| finding.reason).collect()
    }

    fn ours(room: &str, kind: &str) -> String {
        format!(r#"{{"name": "tandem-{room}", "kind": {kind}, "path": "/x/crates/{room}"}}"#)
    }

    #[test]
    fn imports_run_downwards() {
        assert!(reasons("store", &ours("lifecycle", "null")).is_empty());
        assert_eq!(reasons("facts", &ours("store", "null")).len(), 1);
        assert_eq!(reasons("charter", &ours("timeline", "null")).len(), 1);
    }

    #[test]
    fn tests_may_import_anything_and_nothing_ships_the_testkit() {
        assert!(reasons("facts", &ours("testkit", r#""dev""#)).is_empty());
        assert_eq!(reasons("facts", &ours("testkit", "null")).len(), 1);
    }

    #[test]
    fn only_the_store_knows_sql() {
        let sqlite = r#"{"name": "rusqlite", "kind": null}"#;
        assert!(reasons("store", sqlite).is_empty());
        assert_eq!(reasons("app", sqlite).len(), 1);
    }

    #[test]
    fn an_unknown_crate_asks_for_its_place() {
        assert_eq!(reasons("attic", ""), ["the crate `attic` has no level"]);
    }
}
