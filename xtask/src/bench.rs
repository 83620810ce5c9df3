//! `cargo xtask bench`: the benchmark programs, in release mode.

use anyhow::{Result, bail};

use crate::command;
use crate::repository::Repository;

/// The programs: crate, example.
const PROGRAMS: &[(&str, &str)] =
    &[("lifecycle", "fold_bench"), ("worktime", "bench"), ("store", "keys_bench")];

/// Builds and runs each benchmark program that exists, one after the other.
pub(crate) fn run(repository: &Repository) -> Result<()> {
    let places = repository.places();
    let mut ran = 0;
    for (room, example) in PROGRAMS {
        let file = format!("crates/{room}/examples/{example}.rs");
        let folder = format!("crates/{room}/examples/{example}/main.rs");
        if !places.contains(&file) && !places.contains(&folder) {
            eprintln!("skipped: {file} does not exist");
            continue;
        }
        println!("== {room}: {example}");
        let package = format!("tandem-{room}");
        command::run(command::cargo(&repository.root).args([
            "run",
            "--release",
            "--quiet",
            "-p",
            &package,
            "--example",
            example,
        ]))?;
        ran += 1;
    }
    if ran == 0 {
        bail!("no benchmark ran: none of the programs listed in xtask/src/bench.rs exists");
    }
    Ok(())
}
