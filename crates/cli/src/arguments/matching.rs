//! `tandem match`, `tandem link`, `tandem unlink`.

use clap::Args;

const MATCH: &str = "\
Examples:
  tandem match               to which accounts do the leads belong that have none?
  tandem match --link        link those who certainly belong to one
  tandem link ann@acme.example crm.account:001A    and one that needed a look

A lead is matched by the domain of its mail address, by its company's website and by its company's
name. Whoever was ever linked to an account is left alone. Imports link new leads by themselves;
a mapping switches that off.";

const LINK: &str = "\
Examples:
  tandem link ann@acme.example \"Acme\"      she works there, from now on
  tandem unlink ann@acme.example           she does not, and never did";

const UNLINK: &str = "\
Example:
  tandem unlink ann@acme.example      as if they had never been linked";

#[derive(Args, Debug)]
#[command(after_help = MATCH)]
pub(crate) struct MatchArguments {
    /// Link those who certainly belong to an account; the others stay as they are
    #[arg(long)]
    pub(crate) link: bool,
    /// Show at most so many leads and companies, up to 1000
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) limit: u32,
    /// Who decides; written beside each link, before the reason
    #[arg(long, value_name = "NAME", default_value = "tandem match")]
    pub(crate) who: String,
}

#[derive(Args, Debug)]
#[command(after_help = LINK)]
pub(crate) struct LinkArguments {
    /// A lead, by id or by what another system calls it
    pub(crate) lead: String,
    /// An account, by id, by what another system calls it, or by a part of its name
    pub(crate) account: String,
    /// Who decides
    #[arg(long, value_name = "NAME", default_value = "command line")]
    pub(crate) who: String,
}

#[derive(Args, Debug)]
#[command(after_help = UNLINK)]
pub(crate) struct UnlinkArguments {
    /// The lead that does not belong to its account
    pub(crate) lead: String,
    /// Who decides
    #[arg(long, value_name = "NAME", default_value = "command line")]
    pub(crate) who: String,
}
