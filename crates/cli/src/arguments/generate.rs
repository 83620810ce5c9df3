//! `tandem generate`

use app::{Demo, Generate};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tandem generate --out larkfield/                     exports as files, to be imported
  tandem generate --leads 1000000 --out large/         any size; one part of it in memory
  tandem generate --seed 7 --db larkfield.db           into a fresh ledger, as the demo does

The same seed, size and --now give the same company, byte by byte. What is really so in it, every
planted rate and what became of each hand-off, stands beside it: truth.json, truth_passes.csv.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct GenerateArguments {
    /// How many leads
    #[arg(long, value_name = "N", default_value_t = Demo::LEADS as u64)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=Generate::LEADS_MAX as u64))]
    pub(crate) leads: u64,
    /// Another seed, another company with the same story
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write CSV files with their mapping and charter into this folder
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
    /// Which story is planted
    #[arg(long, value_name = "STORY", default_value = "larkfield")]
    pub(crate) story: Story,
}

/// A story that can be planted.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Story {
    /// Larkfield Software, the company of the demo
    Larkfield,
}
