//! `tandem reconcile`

use clap::Args;
use clap::builder::PossibleValuesParser;

const EXAMPLES: &str = "\
Examples:
  tandem reconcile --stage mql --from 2026-01-01 --to 2026-02-01 --against anchor=began
  tandem reconcile --from 2026-01-01 --to 2026-02-01 --against zone=America/New_York
  tandem reconcile --stage mql --against version=1 --against as_known=2026-02-05
  tandem reconcile --stage mql --against where=lead.source=webinar
  tandem reconcile --stage mql --against anchor=began --list date_anchor:added

The first figure counts leads that reached a stage, in a period; the other is the same with what
--against says changed. The terms are changed one after the other, in this order: what is known
(merges, what was recorded since, time, the charter), date anchor, zone, period, stage, filter. Each
lead that only one of them counts has the one cause after which it stayed so, and the causes sum to
the difference.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReconcileArguments {
    /// Leads that reached this stage; the one at which they are handed to sales when not said
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// By which date a lead is in the period
    #[arg(long, value_name = "DATE", default_value = "reached")]
    #[arg(value_parser = PossibleValuesParser::new(["reached", "began", "first_touch"]))]
    pub(crate) anchor: String,
    /// From then on: a date in the zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// The zone of dates, such as Europe/Paris; the charter's when not said
    #[arg(long, value_name = "ZONE")]
    pub(crate) zone: Option<String>,
    /// As it was known then
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// Under this version of the charter, as if it had always decided
    #[arg(long, value_name = "NUMBER")]
    pub(crate) version: Option<u16>,
    /// Only what has this value: TRAIT=VALUE
    #[arg(long = "where", value_name = "TRAIT=VALUE")]
    pub(crate) only: Option<String>,
    /// What is otherwise in the other figure: stage, anchor, from, to, zone, `as_known`, version or
    /// where, with its value; nothing after the `=` takes it away
    #[arg(long, value_name = "TERM=VALUE", required = true)]
    pub(crate) against: Vec<String>,
    /// The leads of CAUSE:added or CAUSE:removed; or first, other
    #[arg(long, value_name = "CAUSE:CHANGE")]
    pub(crate) list: Option<String>,
}
