//! `tandem attribution`

use charter::AttributionModel;
use clap::Args;
use clap::builder::PossibleValuesParser;

const EXAMPLES: &str = "\
Examples:
  tandem attribution                                  which channels brought what was won?
  tandem attribution --by campaign                    or touch, or a trait such as lead.source
  tandem attribution --stage mql                      what brought the leads that reached a stage
  tandem attribution --model linear --window 90       other terms than the charter's
  tandem attribution --by campaign --models           every model side by side
  tandem attribution --from 2026-01-01 --to 2026-04-01
  tandem attribution --as-known 2026-04-01            what we knew that day, before corrections
  tandem attribution --list webinar                   the opportunities behind a figure

It counts opportunities won, or with --stage leads. Each result is shared among the touches before
it and the parts sum to it, to the cent; an opportunity without a person belongs to the people of
its account. Which model is right, nobody can know: what holds by every model is said too.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AttributionArguments {
    /// What touches are counted by: channel, touch, campaign, or a trait known at the touch
    #[arg(long, value_name = "WHAT", default_value = "channel")]
    pub(crate) by: String,
    /// Of leads that reached this stage, instead of opportunities won
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// By this model instead of the charter's
    #[arg(long, value_name = "MODEL", value_parser = PossibleValuesParser::new(AttributionModel::WORDS))]
    pub(crate) model: Option<String>,
    /// Touches so many days before the result, instead of the charter's window
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=3650))]
    pub(crate) window: Option<u16>,
    /// For `time_decay`: a touch counts half as much for each so many days
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=3650))]
    #[arg(default_value_t = 7)]
    pub(crate) half_life: u16,
    /// Only results of then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only results before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// As it was known then: what was recorded, and the charter that was adopted, by that time
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// Every model side by side, within the same window
    #[arg(long)]
    pub(crate) models: bool,
    /// What is behind a figure: each result in which VALUE has a part, with its part; or untouched,
    /// unlinked, undecided
    #[arg(long, value_name = "VALUE", conflicts_with = "models")]
    pub(crate) list: Option<String>,
}
