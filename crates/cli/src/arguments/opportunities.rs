//! `tandem opportunities`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem opportunities
  tandem opportunities --by opportunity.product     side by side
  tandem opportunities --by account.industry        by what is known of the company
  tandem opportunities --list won                   the opportunities behind a figure
  tandem opportunities --by account.industry --list software:lost

It counts opportunities. The win rate is those won, of those won or lost; how long they take is from
the first that is known of one to the day on which it was won or lost.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct OpportunitiesArguments {
    /// Side by side for each value of a trait of the opportunity, its company or its person
    #[arg(long, value_name = "TRAIT")]
    pub(crate) by: Option<String>,
    /// The opportunities behind a figure: all, won, lost or open; with --by after VALUE and a colon
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
}
