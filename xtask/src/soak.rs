//! `cargo xtask soak`: the property tests for long, ignored ones included, in release mode.
//!
//! The tests read the number of cases from `TANDEM_CASES`, and the seed from `TANDEM_SEED` where
//! they draw their own cases; proptest reads `PROPTEST_CASES` and `PROPTEST_RNG_SEED`.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command;
use crate::repository::Repository;

/// The crates whose property tests are soaked.
const ROOMS: &[&str] = &["lifecycle", "worktime", "charter", "store"];
/// How often a running round is looked at.
const POLL: Duration = Duration::from_millis(200);

/// What to soak and for how long.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Cases for each property in one round.
    #[arg(long, default_value_t = 200_000)]
    cases: u64,
    /// Repeat rounds with other seeds until this many minutes have passed.
    #[arg(long)]
    minutes: Option<u64>,
    /// The first round's seed; later rounds count up from it.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Only this crate (lifecycle, worktime, charter or store).
    #[arg(long)]
    only: Option<String>,
}

/// How a round ended.
enum Ended {
    Exit(ExitStatus),
    /// The time was up first.
    Stopped,
}

/// Runs one round, or rounds until the time is up; a failing round ends the soak.
pub(crate) fn run(repository: &Repository, options: &Options) -> Result<()> {
    let places = repository.places();
    let rooms: Vec<&str> = ROOMS
        .iter()
        .copied()
        .filter(|room| options.only.as_deref().is_none_or(|only| only == *room))
        .filter(|room| places.contains(&format!("crates/{room}/tests")))
        .collect();
    if rooms.is_empty() {
        bail!("nothing to soak: none of {} has a folder of tests", ROOMS.join(", "));
    }
    // The bound is on soaking, so building comes first.
    command::run(test(repository, &rooms).args(["--no-run", "--quiet"]))?;
    let deadline =
        options.minutes.map(|minutes| Instant::now() + Duration::from_secs(60 * minutes));
    let mut rounds = 0;
    loop {
        let seed = options.seed.wrapping_add(rounds);
        println!(
            "== round {}: {} cases, seed {seed}: {}",
            rounds + 1,
            options.cases,
            rooms.join(", ")
        );
        let mut round = test(repository, &rooms);
        round
            .args(["--no-fail-fast", "--", "--include-ignored"])
            .env("TANDEM_CASES", options.cases.to_string())
            .env("PROPTEST_CASES", options.cases.to_string())
            .env("PROPTEST_RNG_SEED", seed.to_string())
            .env("TANDEM_SEED", seed.to_string());
        if deadline.is_some() {
            // A group of its own, so that the bound stops the test programs too.
            round.process_group(0);
        }
        let child = round.spawn().context("cannot start cargo")?;
        match wait(child, deadline)? {
            Ended::Stopped => {
                println!(
                    "soak: time is up, and the last round was cut short; whole rounds passed: {rounds}"
                );
                return Ok(());
            }
            Ended::Exit(status) if !status.success() => bail!(
                "the round with seed {seed} failed ({status})\n  do: make its failing case a test, \
                 then mend; again: cargo xtask soak --cases {} --seed {seed}",
                options.cases
            ),
            Ended::Exit(_) => rounds += 1,
        }
        if deadline.is_none_or(|deadline| Instant::now() >= deadline) {
            println!("soak: whole rounds passed: {rounds}");
            return Ok(());
        }
    }
}

fn test(repository: &Repository, rooms: &[&str]) -> Command {
    let mut command = command::cargo(&repository.root);
    command.args(["test", "--release", "--test", "*"]);
    for room in rooms {
        command.args(["-p", &format!("tandem-{room}")]);
    }
    command
}

/// Waits for the round to end, and stops it when the time is up.
fn wait(mut child: Child, deadline: Option<Instant>) -> Result<Ended> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Ended::Exit(status));
        }
        if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            let group = format!("-{}", child.id());
            Command::new("kill").args(["-TERM", "--", &group]).status()?;
            child.wait()?;
            return Ok(Ended::Stopped);
        }
        thread::sleep(POLL);
    }
}
