//! `cargo xtask ci`: what CI runs.

use std::process::Command;

use anyhow::Result;

use crate::command;
use crate::repository::Repository;

/// Runs `scripts/test.sh`; `quick` leaves out everything but format, lints and tests.
pub(crate) fn run(repository: &Repository, quick: bool) -> Result<()> {
    let mut script = Command::new("bash");
    script.arg("scripts/test.sh").current_dir(&repository.root);
    if quick {
        script.arg("--quick");
    }
    command::run(&mut script)
}
