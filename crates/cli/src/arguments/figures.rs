//! `tandem funnel` and `tandem promises`

use clap::Args;

const FUNNEL: &str = "\
Examples:
  tandem funnel
  tandem funnel --by lead.source                     side by side
  tandem funnel --by persona                         or by unit, motion, pipeline
  tandem funnel --between first_touch customer       how long it takes
  tandem funnel --from 2026-01-01 --to 2026-04-01    leads that began in that quarter
  tandem funnel --as-known 2026-04-01                what we knew that day, before corrections
  tandem funnel --list mql:waiting                   the leads behind a figure

It counts leads: one that came twice counts once. `reached` a stage are those that entered it or
any later one; `entered` are those that entered the stage itself.";

const PROMISES: &str = "\
Examples:
  tandem promises
  tandem promises --list first-touch-hot:still_open    the leads behind a figure

It counts promises: a lead that came twice was promised twice.";

#[derive(Args, Debug)]
#[command(after_help = FUNNEL)]
pub(crate) struct FunnelArguments {
    /// Side by side for each value of a trait; or by persona, unit, motion or pipeline
    #[arg(long, value_name = "TRAIT")]
    pub(crate) by: Option<String>,
    /// How long from one stage to another; `first_touch` may stand first
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub(crate) between: Option<Vec<String>>,
    /// Only leads that began then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only leads that began before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// As it was known then: what was recorded, and the charter that was adopted, by that time
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// The leads behind a figure: STAGE:reached, STAGE:entered, STAGE:waiting or STAGE:assumed
    #[arg(long, value_name = "STAGE:FIGURE", conflicts_with_all = ["by", "between"])]
    pub(crate) list: Option<String>,
}

#[derive(Args, Debug)]
#[command(after_help = PROMISES)]
pub(crate) struct PromisesArguments {
    /// The leads behind a figure: PROMISE:kept, PROMISE:broken, PROMISE:overdue and so on
    #[arg(long, value_name = "PROMISE:FIGURE")]
    pub(crate) list: Option<String>,
}
