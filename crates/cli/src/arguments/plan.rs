//! `tandem plan` and `tandem forecast`

use clap::Args;

const PLAN: &str = "\
Examples:
  tandem plan                              what the charter's next goal takes
  tandem plan --goal 900000 --days 91      or any other
  tandem plan --goal 900000 --by lead.source
  tandem plan --list mql:reached           the leads behind a figure

From a goal back to wins and to every stage before, by the share of leads that came from each stage
to the next sooner or later, and how long that took. It counts leads. All of it is estimated.";

const FORECAST: &str = "\
Examples:
  tandem forecast                what the next quarter brings, and what was said of the last
  tandem forecast --days 30
  tandem forecast --list known   the leads behind a figure

By drawing history again, a thousand times, the same each time it is asked. All of it is estimated;
what would have been said before is held against what happened.";

#[derive(Args, Debug)]
#[command(after_help = PLAN)]
pub(crate) struct PlanArguments {
    /// The revenue that is aimed at; the charter's next goal of won amounts when not said
    #[arg(long, value_name = "AMOUNT")]
    pub(crate) goal: Option<f64>,
    /// In how many days; those of the goal's period, or 91, when not said
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3660))]
    pub(crate) days: Option<u32>,
    /// By a trait, or by persona, unit, motion or pipeline, too
    #[arg(long, value_name = "TRAIT")]
    pub(crate) by: Option<String>,
    /// The leads behind a figure: STAGE:reached, STAGE:came, STAGE:left, STAGE:waiting, load or
    /// undated
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
}

#[derive(Args, Debug)]
#[command(after_help = FORECAST)]
pub(crate) struct ForecastArguments {
    /// How many days ahead
    #[arg(long, value_name = "N", default_value = "91")]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=366))]
    pub(crate) days: u32,
    /// The leads behind a figure: `known`, `unlike` or `won_since`
    #[arg(long, value_name = "FIGURE")]
    pub(crate) list: Option<String>,
}
