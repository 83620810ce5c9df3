//! `tandem seal …`

use clap::{Args, Subcommand};

#[derive(Subcommand, Debug)]
pub(crate) enum SealCommand {
    /// Keep a period that is over as it is reported
    #[command(after_help = MAKE)]
    Make(SealMakeArguments),
    /// List the periods that were sealed
    #[command(after_help = "Example:\n  tandem seal list")]
    List,
    /// Show a sealed period beside what is known now, each difference with its cause
    #[command(after_help = SHOW)]
    Show(SealShowArguments),
}

const MAKE: &str = "\
Examples:
  tandem seal make 2026-01                                   January, in the charter's zone
  tandem seal make --from 2026-01-01 --to 2026-04-01 --who anna

The figures of `tandem metrics` over the period become its reported edition, with the position of
the log and the version of the charter. What becomes known later never changes it: it stands beside
it as restatements, each with its cause.";

const SHOW: &str = "\
Examples:
  tandem seal show 1
  tandem seal show 1 --list leads_new:recorded_since:added     who is behind a restatement";

#[derive(Args, Debug)]
pub(crate) struct SealMakeArguments {
    /// The month, such as 2026-01
    #[arg(value_name = "MONTH", required_unless_present = "from")]
    pub(crate) month: Option<String>,
    /// From then on: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME", requires = "to", conflicts_with = "month")]
    pub(crate) from: Option<String>,
    /// Before then
    #[arg(long, value_name = "TIME", requires = "from")]
    pub(crate) to: Option<String>,
    /// Who seals it, for the record
    #[arg(long, value_name = "WHO", default_value = "operator")]
    pub(crate) who: String,
}

#[derive(Args, Debug)]
pub(crate) struct SealShowArguments {
    /// The number of the seal
    pub(crate) seal: u64,
    /// What is behind a restatement: METRIC:CAUSE:added or METRIC:CAUSE:removed
    #[arg(long, value_name = "METRIC:CAUSE:CHANGE")]
    pub(crate) list: Option<String>,
}
