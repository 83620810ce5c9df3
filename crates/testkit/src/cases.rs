//! How long the property tests run.

use proptest::test_runner::Config;

/// The configuration of a property: `usual` cases, or as many as `TANDEM_CASES` says.
///
/// # Panics
/// When `TANDEM_CASES` is set and no number.
#[must_use]
pub fn cases(usual: u32) -> Config {
    let wanted = std::env::var("TANDEM_CASES").ok();
    let cases = wanted.map_or(usual, |text| text.parse().expect("TANDEM_CASES is a number"));
    // Failing seeds are written into the test as cases of their own, not into files beside it.
    Config { cases, failure_persistence: None, max_shrink_iters: 20_000, ..Config::default() }
}
