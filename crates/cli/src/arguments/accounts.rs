//! `tandem accounts`

use clap::Args;

const ACCOUNTS: &str = "\
Examples:
  tandem accounts                    the most urgent first
  tandem accounts --stage engaged    only those in one stage
  tandem why 0c4m9x2k7v1t8           where is this account, and why?";

#[derive(Args, Debug)]
#[command(after_help = ACCOUNTS)]
pub(crate) struct AccountsArguments {
    /// Only in this stage, by id
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// At most so many, up to 1000
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) limit: u32,
}
