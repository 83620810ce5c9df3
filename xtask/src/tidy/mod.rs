//! `cargo xtask tidy`: what the compiler cannot check.

mod crate_graph;
mod dependency_reasons;
mod doc_links;
mod doc_paths;
mod file_sizes;
mod forbidden_words;
mod invariants;
mod layers;
mod markdown;
mod missing_docs;
mod pure_dependencies;
mod pure_sources;

use anyhow::{Result, bail};

use crate::finding::{Finding, Severity};
use crate::repository::Repository;

type Check = fn(&Repository) -> Result<Vec<Finding>>;

/// The checks, in the order in which they run.
const CHECKS: &[(&str, Check)] = &[
    ("pure dependencies", pure_dependencies::check),
    ("pure sources", pure_sources::check),
    ("layers", layers::check),
    ("dependency reasons", dependency_reasons::check),
    ("documented paths", doc_paths::check),
    ("documented links", doc_links::check),
    ("file sizes", file_sizes::check),
    ("forbidden words", forbidden_words::check),
    ("missing docs", missing_docs::check),
    ("invariants", invariants::check),
];

/// Runs every check, prints what they found, and fails if one of them failed.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let mut failed = Vec::new();
    for (name, check) in CHECKS {
        let findings = check(repository)?;
        for finding in &findings {
            println!("{finding}");
        }
        let failures = findings.iter().filter(|one| one.severity == Severity::Failure).count();
        if failures > 0 {
            failed.push(format!("{name} ({failures})"));
        }
    }
    if !failed.is_empty() {
        bail!("tidy failed: {}", failed.join(", "));
    }
    println!("tidy: {} checks passed over {} files", CHECKS.len(), repository.files.len());
    Ok(())
}
