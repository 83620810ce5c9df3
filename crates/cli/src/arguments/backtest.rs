//! `tandem backtest`

use clap::Args;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tandem backtest --against proposal.toml
  tandem backtest --against proposal.toml --from 2026-01-01 --to 2026-04-01
  tandem backtest --against proposal.toml --list flips:mql:later    what comes later, lead by lead
  tandem backtest --against proposal.toml --list wins               wins handed over otherwise
  tandem backtest --against proposal.toml --list first-day          who would move at once

Both charters are read over everything that happened, as if each had decided from the adoption on.
Nothing is recorded. Exact is what facts alone decide; assumed is what rests on history before the
adoption, or on facts that are dated for want of a date. How people would have reacted is not known.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct BacktestArguments {
    /// The proposed charter's file
    #[arg(long, value_name = "FILE")]
    pub(crate) against: PathBuf,
    /// Count only what happened then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Count only what happened before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// What is behind a figure: flips, flips:STAGE, flips:STAGE:TURN, wins, wins:TURN or first-day,
    /// with a turn of earlier, later, never, newly
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
    /// List at most so many, up to 100000
    #[arg(long, value_name = "N", default_value_t = 50, requires = "list")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(crate) limit: u32,
}
