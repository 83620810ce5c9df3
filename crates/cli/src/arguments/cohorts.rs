//! `tandem cohorts`

use clap::Args;
use clap::builder::PossibleValuesParser;

const EXAMPLES: &str = "\
Examples:
  tandem cohorts                                  by month, who was handed to sales by which age
  tandem cohorts --stage customer --every quarter
  tandem cohorts --ages 7,30,90 --from 2026-01-01
  tandem cohorts --where lead.source=webinar      only these
  tandem cohorts --as-known 2026-04-01            what we knew that day, before corrections
  tandem cohorts --list 2026-01-01:30:reached     the leads behind a figure

It counts leads: each belongs to the period in which it first entered any stage. Leads that still
wait are not dropped, and those that were refused are not taken for waiting: where some are younger
than an age, the share is an estimate (Aalen\u{2013}Johansen) and marked with ~.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CohortsArguments {
    /// The stage that leads come to; the one at which they are handed to sales when not said
    #[arg(long, value_name = "STAGE")]
    pub(crate) stage: Option<String>,
    /// How long each cohort began
    #[arg(long, value_name = "PERIOD", default_value = "month")]
    #[arg(value_parser = PossibleValuesParser::new(["week", "month", "quarter"]))]
    pub(crate) every: String,
    /// At these ages, in calendar days, with commas between them
    #[arg(long, value_name = "DAYS", value_delimiter = ',')]
    #[arg(value_parser = clap::value_parser!(u32).range(0..=3650), num_args = 1..=60)]
    pub(crate) ages: Vec<u32>,
    /// Only leads that began then or later: a date in the charter's zone, or a time
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only leads that began before then
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// Only leads with this value of a trait, persona, unit, motion or pipeline: TRAIT=VALUE
    #[arg(long = "where", value_name = "TRAIT=VALUE")]
    pub(crate) only: Option<String>,
    /// As it was known then: what was recorded, and the charter that was adopted, by that time
    #[arg(long, value_name = "TIME")]
    pub(crate) as_known: Option<String>,
    /// The leads behind a figure: COHORT:AGE:FIGURE or COHORT:leads, COHORT being the day on which
    /// it began or `all`, FIGURE one of reached, ended, waiting, younger, assumed
    #[arg(long, value_name = "COHORT:AGE:FIGURE")]
    pub(crate) list: Option<String>,
}
