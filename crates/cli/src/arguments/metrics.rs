//! `tandem metrics`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem metrics                                    the last 30 days
  tandem metrics --from 2026-01-01 --to 2026-04-01
  tandem metrics --definitions                      what each says, counts and leaves out
  tandem metrics --list win_rate                    what is behind a figure
  tandem metrics --list win_rate:of                 what it is a share of

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
    /// Say what each metric means instead
    #[arg(long)]
    pub(crate) definitions: bool,
    /// What is behind a metric; with `:of`, what it is a share of
    #[arg(long, value_name = "METRIC", conflicts_with = "definitions")]
    pub(crate) list: Option<String>,
}
