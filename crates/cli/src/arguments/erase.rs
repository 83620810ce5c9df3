//! `tandem erase`

use clap::Args;
use std::path::PathBuf;

const ERASE: &str = "\
Examples:
  tandem erase ann@acme.example           what would go, and what stays
  tandem erase ann@acme.example --yes     remove it, for good
  tandem erase --list > erased.txt        who was erased, by random ids: keep it with the backups
  tandem erase --again erased.txt         after restoring a backup on a server

What happened stays and counts; what says who it was goes from the ledger, its free pages and its
log. A backup from before has it still: a ledger in a file erases again by itself when an older copy
of it is put back, by the list beside it (FILE-erased).";

#[derive(Args, Debug)]
#[command(after_help = ERASE)]
pub(crate) struct EraseArguments {
    /// Its id, or what another system calls it
    #[arg(required_unless_present_any = ["list", "again"])]
    pub(crate) lead: Option<String>,
    /// Erase, and not only say what would go; there is no way back
    #[arg(long, requires = "lead")]
    pub(crate) yes: bool,
    /// Who erases it, for the record
    #[arg(long, value_name = "WHO", default_value = "operator")]
    pub(crate) who: String,
    /// Write the list of who was erased
    #[arg(long, conflicts_with_all = ["lead", "again"])]
    pub(crate) list: bool,
    /// Erase again whoever is on this list and was not erased here
    #[arg(long, value_name = "FILE", conflicts_with = "lead")]
    pub(crate) again: Option<PathBuf>,
}
