//! `tandem settings …`

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Subcommand, Debug)]
pub(crate) enum SettingsCommand {
    /// Say everything that is wrong with a settings file, and where
    #[command(after_help = FILE)]
    Check {
        /// The settings' file
        file: PathBuf,
    },
    /// Let settings hold from now on, or from a time on, in the place of those before
    #[command(after_help = APPLY)]
    Apply(ApplyArguments),
    /// Show who can be given leads, how much each has, and who is away
    #[command(after_help = "Example:\n  tandem settings show")]
    Show,
}

const FILE: &str = "\
A settings file:
  [team.sdr]
  members = [\"ana\", \"ben\"]           # in the order in which they take turns
  weights = { ana = 2 }                # where a route shares out by weight; 1 when not said

  [person.ana]
  capacity = 30                        # open leads at once; no bound when not said
  absent = [{ from = 2027-07-01, to = 2027-07-14 }]    # days in the charter's zone

  [[cost]]                             # what was spent, for `tandem attribution`
  channel = \"webinar\"                # or campaign = \"spring\", or source = \"partner\"
  amount = 12000                       # in the charter's currency, spread evenly over the days
  from = 2027-07-01
  to = 2027-09-30";

const APPLY: &str = "\
Examples:
  tandem settings apply settings.toml
  tandem settings apply settings.toml --at 2027-08-01
  tandem settle                                    give the leads that wait to whoever is free

The file says all of it: who is not in it is in no team. What was routed before stays.";

#[derive(Args, Debug)]
pub(crate) struct ApplyArguments {
    /// The settings' file
    pub(crate) file: PathBuf,
    /// From when they hold: a time, or a date in the charter's zone; now when not said
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    /// Who applies them, for the record
    #[arg(long, value_name = "WHO", default_value = "operator")]
    pub(crate) who: String,
}
