//! `tandem coverage`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem coverage                              territories by segments
  tandem coverage --territory lead.region --segment persona
  tandem coverage --accounts                   target accounts, and whom their committees miss
  tandem coverage --list unassigned --of dach/mid_market

A person counts in every cell of which they have an open lead, or are given some by the charter's
routes: load and capacity are those of all their leads.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CoverageArguments {
    /// What is a territory: a trait, `persona` or `unit`
    #[arg(long, value_name = "TRAIT")]
    pub(crate) territory: Option<String>,
    /// What is a segment: a trait, `persona` or `unit`
    #[arg(long, value_name = "TRAIT")]
    pub(crate) segment: Option<String>,
    /// The leads behind a figure: `leads`, `open`, `with_sales`, `unassigned` or `won`
    #[arg(long, value_name = "FIGURE", requires = "of")]
    pub(crate) list: Option<String>,
    /// Of this cell, for --list
    #[arg(long, value_name = "TERRITORY/SEGMENT", requires = "list")]
    pub(crate) of: Option<String>,
    /// Target accounts instead, with fit, engagement and their buying committees
    #[arg(long, conflicts_with_all = ["territory", "segment", "list"])]
    pub(crate) accounts: bool,
    /// With --accounts: all of them
    #[arg(long, requires = "accounts")]
    pub(crate) all: bool,
    /// With --accounts: at most so many
    #[arg(long, value_name = "N", default_value = "20", requires = "accounts")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=200))]
    pub(crate) limit: u32,
}
