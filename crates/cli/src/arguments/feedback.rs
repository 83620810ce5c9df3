//! `tandem feedback`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem feedback                                  what does sales say, campaign by campaign?
  tandem feedback --by lead.source                 or by any trait known at the hand-off
  tandem feedback --from 2026-01-01 --to 2026-04-01
  tandem feedback --as-known 2026-04-01            what we knew that day, before corrections
  tandem feedback --list refused                   the leads behind a figure
  tandem feedback --list spring-webinar:not_icp    those of one campaign with one reason
  tandem feedback --list bought_later              rejected, and won after that
  tandem feedback --list mistaken                  qualified, and never should have been
  tandem feedback --remedy 1 > changed.toml        the charter with the first change it proposes

It counts verdicts: a lead that was judged twice counts twice. A lead belongs to the last campaign
that touched it before it was handed over.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct FeedbackArguments {
    /// By campaign, or by a trait
    #[arg(long, value_name = "TRAIT", default_value = "campaign")]
    pub(crate) by: String,
    /// Only verdicts of then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only verdicts before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// As it was known then: what was recorded, and the charter that was adopted, by that time
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// The leads behind a figure: a verdict, refused or a reason, after VALUE and a colon or of all;
    /// or `bought_later`, `mistaken`, `waiting`
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
    /// The whole charter with a change that is proposed, for `tandem backtest`
    #[arg(long, value_name = "N", conflicts_with = "list")]
    pub(crate) remedy: Option<usize>,
}
