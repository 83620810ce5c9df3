//! The rooms of the house: which crates there are, which are pure, which may import which.

/// Levels of crates, from the core outward; a crate imports only from levels before its own.
pub(crate) const LEVELS: &[&[&str]] = &[
    &["facts"],
    &["worktime"],
    &["charter", "timeline"],
    &["insight", "lifecycle", "identity", "simulate"],
    &["store", "connect"],
    &["app"],
    &["server"],
    &["cli"],
];

/// Imports within one level that are allowed, each with its reason.
pub(crate) const SIBLINGS: &[(&str, &str, &str)] =
    &[("insight", "lifecycle", "metrics are counted over the decisions that lifecycle defines")];

/// Crates for tests only: they may import any crate, and nothing imports them outside its tests.
pub(crate) const TESTS_ONLY: &[&str] = &["testkit"];

/// Crates that do no I/O, read no clock or environment and draw no randomness.
pub(crate) const PURE: &[&str] =
    &["facts", "worktime", "charter", "timeline", "lifecycle", "identity", "insight", "simulate"];

/// The only crate that knows SQL and Parquet.
pub(crate) const STORAGE: &str = "store";

/// Who may read Parquet besides: files of other people, in a build that asks for it. What we store
/// ourselves is the storage crate's.
pub(crate) const READS_PARQUET: &[(&str, &str)] = &[("connect", "parquet")];

/// The level of a crate, counted from the core.
pub(crate) fn level(room: &str) -> Option<usize> {
    LEVELS.iter().position(|rooms| rooms.contains(&room))
}

/// The crate that a path under `crates/` belongs to.
pub(crate) fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split('/').next()
}

/// Whether a path is Rust under a crate's `src`, its tests apart.
///
/// Test modules in files of their own are named `tests.rs`, `*_tests.rs` or sit in `tests/`.
pub(crate) fn is_shipped_source(path: &str) -> bool {
    let Some((_, inside)) = path.split_once("/src/") else { return false };
    let is_test = inside == "tests.rs"
        || inside.ends_with("/tests.rs")
        || inside.ends_with("_tests.rs")
        || inside.starts_with("tests/")
        || inside.contains("/tests/");
    path.ends_with(".rs") && !is_test
}

#[cfg(test)]
mod tests {
    use super::{PURE, is_shipped_source, level, room_of};

    #[test]
    fn levels_count_from_the_core() {
        assert_eq!(level("facts"), Some(0));
        assert!(level("store") > level("lifecycle"));
        assert_eq!(level("testkit"), None);
    }

    #[test]
    fn every_pure_crate_has_a_level_below_the_shell() {
        assert!(PURE.iter().all(|room| level(room) < level("store")));
    }

    #[test]
    fn tests_under_src_are_not_shipped() {
        assert!(is_shipped_source("crates/facts/src/time.rs"));
        assert!(!is_shipped_source("crates/facts/src/tests.rs"));
        assert!(!is_shipped_source("crates/facts/src/fold/tests/late.rs"));
        assert!(!is_shipped_source("crates/facts/tests/order.rs"));
        assert_eq!(room_of("crates/facts/src/time.rs"), Some("facts"));
    }
}
