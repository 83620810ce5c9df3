//! The house's own tasks: `cargo xtask <task>`.
//!
//! Each task is one file; `tidy` is a folder with one file for each check.

// A command-line tool speaks through its output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod bench;
mod ci;
mod command;
mod finding;
mod repository;
mod rooms;
mod rust_paths;
mod soak;
mod tidy;
mod yanked;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The house's own tasks.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Check what the compiler cannot: purity, layers, docs, sizes, words, invariants.
    Tidy,
    /// Run everything CI runs (scripts/test.sh).
    Ci {
        /// Only format, lints and tests.
        #[arg(long)]
        quick: bool,
    },
    /// Run the property tests for long, in release mode, with ignored tests included.
    Soak(soak::Options),
    /// Build in release mode and run the benchmark programs.
    Bench,
    /// Fail when a locked dependency was withdrawn from the registry.
    Yanked,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = repository::Repository::open().and_then(|repository| match arguments.task {
        Task::Tidy => tidy::run(&repository),
        Task::Ci { quick } => ci::run(&repository, quick),
        Task::Soak(options) => soak::run(&repository, &options),
        Task::Bench => bench::run(&repository),
        Task::Yanked => yanked::run(&repository),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
