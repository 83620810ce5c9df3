//! `tandem disagreements`

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem disagreements
  tandem disagreements --list stage
  tandem disagreements --list assignee:agree
  tandem disagreements --list stage:unexplained

Settings say who leads, and what the CRM calls the charter's stages:
  [crm]
  stage = \"tandem\"                  # or crm, or watch: nobody is wrong
  assignee = \"crm\"                  # then routes give no lead to anybody
  stages = { mql = [\"Open\", \"MQL\"], sal = [\"Working\"] }

What the CRM says comes as the traits lead.crm_stage (or lead.crm_status) and lead.crm_owner.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DisagreementsArguments {
    /// The leads behind a figure: stage or assignee, with :disagree, :agree or :unexplained
    #[arg(long, value_name = "ABOUT:FIGURE")]
    pub(crate) list: Option<String>,
}
