//! `tandem duplicates`, `tandem merge`, `tandem unmerge`.

use clap::Args;

const DUPLICATES: &str = "\
Examples:
  tandem duplicates                   who is certainly one person, and which pairs need a look
  tandem duplicates --country DE      telephone numbers that name no country are German
  tandem duplicates --merge           merge those who are certainly one";

const MERGE: &str = "\
Examples:
  tandem merge ann@acme.example crm.lead:00Q5e000001    the older id survives
  tandem unmerge crm.lead:00Q5e000001                   they are two after all";

const UNMERGE: &str = "\
Example:
  tandem unmerge crm.lead:00Q5e000001      both get back their own story";

#[derive(Args, Debug)]
#[command(after_help = DUPLICATES)]
pub(crate) struct DuplicatesArguments {
    /// Merge those who are certainly one; pairs to review stay as they are
    #[arg(long)]
    pub(crate) merge: bool,
    /// Of which country telephone numbers are that name none, such as DE
    #[arg(long, value_name = "COUNTRY")]
    pub(crate) country: Option<String>,
    /// Show at most so many groups and pairs, up to 1000
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) limit: u32,
    /// Who decides; written beside each merge
    #[arg(long, value_name = "NAME", default_value = "tandem duplicates")]
    pub(crate) who: String,
}

#[derive(Args, Debug)]
#[command(after_help = MERGE)]
pub(crate) struct MergeArguments {
    /// A lead, by id or by what another system calls it
    pub(crate) first: String,
    /// The other one
    pub(crate) second: String,
    /// Who decides
    #[arg(long, value_name = "NAME", default_value = "command line")]
    pub(crate) who: String,
}

#[derive(Args, Debug)]
#[command(after_help = UNMERGE)]
pub(crate) struct UnmergeArguments {
    /// The lead that was merged into another
    pub(crate) lead: String,
    /// Who decides
    #[arg(long, value_name = "NAME", default_value = "command line")]
    pub(crate) who: String,
}
