//! `tandem mirror`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem mirror                                        in what do both sides differ most?
  tandem mirror --by lead.source --by account.industry
  tandem mirror --from 2026-01-01 --to 2026-04-01      leads that began in that quarter
  tandem mirror --list lead.seniority=manager:won      the leads behind a figure

It counts leads: those whom marketing sent, and of them those whom sales accepted and won, by what
was known of each when it was sent. A difference stands with the interval in which it lies with a
confidence of 95 %.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct MirrorArguments {
    /// By this trait; may be given several times. By all that tell leads apart when not said
    #[arg(long, value_name = "TRAIT")]
    pub(crate) by: Vec<String>,
    /// Only leads that began then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only leads that began before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// The leads behind a figure: TRAIT=VALUE:sent, :accepted or :won
    #[arg(long, value_name = "TRAIT=VALUE:FIGURE", conflicts_with = "by")]
    pub(crate) list: Option<String>,
}
