//! `tandem metrics`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem metrics                                    the last 30 days
  tandem metrics --from 2026-01-01 --to 2026-04-01
  tandem metrics --definitions                      what each says, counts and leaves out
  tandem metrics --list win_rate                    what is behind a figure
  tandem metrics --list win_rate:of                 what it is a share of
  tandem metrics --by source                        side by side; or campaign, persona, team, version
  tandem metrics --compare                          beside the period before, which is as long
  tandem metrics --where lead.source=webinar        only these
  tandem metrics --as-known 2026-04-01              what we knew that day, before corrections

Each metric is defined once, for both sides, and its value is the length of the list that it opens,
or an average over it.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MetricsArguments {
    /// From then on: a date in the charter's zone, or a time; 30 days before the end when not said
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Before then; until now when not said
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// Side by side for each value of a trait (`source` for lead.source); or by campaign, persona,
    /// unit, motion, pipeline, team, version
    #[arg(long, value_name = "TRAIT", conflicts_with = "list")]
    pub(crate) by: Option<String>,
    /// Only what has this value: TRAIT=VALUE, as for --by, or assignee=WHO; nothing after the `=`
    /// for those of whom it is not known
    #[arg(long = "where", value_name = "TRAIT=VALUE")]
    pub(crate) only: Option<String>,
    /// Beside the period before, which is as long
    #[arg(long, conflicts_with = "list")]
    pub(crate) compare: bool,
    /// Beside the period from then on, which is as long
    #[arg(long, value_name = "TIME", conflicts_with_all = ["list", "compare"])]
    pub(crate) compare_from: Option<String>,
    /// As it was known then: what was recorded, and the charter that was adopted, by that time
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// Say what each metric means instead
    #[arg(long)]
    pub(crate) definitions: bool,
    /// What is behind a metric; with `:of`, what it is a share of
    #[arg(long, value_name = "METRIC", conflicts_with = "definitions")]
    pub(crate) list: Option<String>,
}
