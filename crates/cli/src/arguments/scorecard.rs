//! `tandem scorecard`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem scorecard                                 what tells whom sales accepts?
  tandem scorecard --outcome won                   what tells who is won?
  tandem scorecard --rises account.employees       points may only rise with a number
  tandem scorecard --trust lead.occupation         known before a lead is worked, you vouch for it
  tandem scorecard --write learned.toml            the charter with the learned clauses
  tandem backtest --against learned.toml           and what it would have done
  tandem scorecard --list held_out                 the leads behind a figure

It learns from leads that were worked only, by what was known of each when it was handed over. What
looks as if it had been filled in when the outcome was known is refused, with the evidence.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ScorecardArguments {
    /// What it is to tell: `accepted` or `won`
    #[arg(long, value_name = "OUTCOME", default_value = "accepted")]
    pub(crate) outcome: String,
    /// A trait that is known before a lead is worked, whatever it looks like; may be given again
    #[arg(long, value_name = "TRAIT")]
    pub(crate) trust: Vec<String>,
    /// A number with which points may only rise; may be given again
    #[arg(long, value_name = "TRAIT")]
    pub(crate) rises: Vec<String>,
    /// A number with which points may only fall; may be given again
    #[arg(long, value_name = "TRAIT")]
    pub(crate) falls: Vec<String>,
    /// Write the charter in force with the learned clauses into this file
    #[arg(long, value_name = "FILE", conflicts_with = "list")]
    pub(crate) write: Option<std::path::PathBuf>,
    /// The leads behind a figure: `sent`, `worked`, `unworked`, `undecided`, `learned_from`,
    /// `learned_with`, `held_out`, `held_out_with`, or `row:1` and `row:1:with` of the calibration
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
}
