//! `tandem charter …`

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Subcommand, Debug)]
pub(crate) enum CharterCommand {
    /// Say everything that is wrong with a charter, and where
    #[command(after_help = "Example:\n  tandem charter check charters/b2b-saas.toml")]
    Check(CharterFile),
    /// Read a charter back in plain English
    #[command(after_help = READ, alias = "words")]
    Read {
        /// The charter's file; without it, the charter in force
        file: Option<PathBuf>,
    },
    /// Write a ready charter to start from
    #[command(after_help = NEW)]
    New(NewArguments),
    /// Say what changed between two charters, clause by clause
    #[command(after_help = DIFF)]
    Diff {
        /// The old charter's file; with no second file, the new one against what is in force
        #[arg(value_name = "OLD")]
        first: PathBuf,
        /// The new charter's file
        #[arg(value_name = "NEW")]
        second: Option<PathBuf>,
    },
    /// Let a charter decide over the ledger
    #[command(after_help = ADOPT)]
    Adopt(AdoptArguments),
}

const READ: &str = "\
Examples:
  tandem charter read charters/b2b-saas.toml      before you sign
  tandem charter read                             what is in force";

const NEW: &str = "\
Examples:
  tandem charter new                                   for a B2B software firm, in charter.toml
  tandem charter new --from smb-inbound                for a small firm that buyers come to
  tandem charter new --from enterprise-abm ours.toml   for a list of target accounts

Then read it together: tandem charter read charter.toml";

const DIFF: &str = "\
Examples:
  tandem charter diff charter.toml proposal.toml    what would change
  tandem charter diff proposal.toml                 against the charter in force";

const ADOPT: &str = "\
Examples:
  tandem charter adopt charters/b2b-saas.toml
  tandem charter adopt charter.toml --trial                    decide, and tell nobody
  tandem charter adopt charter.toml --at 2026-01-01            in force since then; only the first
  tandem charter adopt new.toml --at 2026-04-01T00:00:00+02:00 in force from then on

What was before the first charter is read in retrospect, and figures call it assumed.";

#[derive(Args, Debug)]
pub(crate) struct CharterFile {
    /// The charter's file
    pub(crate) file: PathBuf,
}

#[derive(Args, Debug)]
pub(crate) struct NewArguments {
    /// Which ready charter
    #[arg(long, value_name = "NAME", default_value = "b2b-saas")]
    pub(crate) from: Ready,
    /// The file to write; it must not exist yet
    #[arg(default_value = "charter.toml")]
    pub(crate) file: PathBuf,
}

/// The charters to start from.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ready {
    /// A software firm with a marketing team, SDRs and account executives
    B2bSaas,
    /// A small firm that buyers come to, with one or two sellers
    SmbInbound,
    /// A firm that goes after a list of large accounts
    EnterpriseAbm,
}

#[derive(Args, Debug)]
pub(crate) struct AdoptArguments {
    /// The charter's file
    pub(crate) file: PathBuf,
    /// From when it decides: a time, or a date in the charter's zone; now when not said
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    /// Withdraw the versions that are not in force yet: they stay on record, and never decide
    #[arg(long)]
    pub(crate) replace_pending: bool,
    /// Run it unsigned: nobody is told of anything, and figures say so
    #[arg(long)]
    pub(crate) trial: bool,
    /// Who adopts it, for the record
    #[arg(long, value_name = "WHO", default_value = "operator")]
    pub(crate) who: String,
}
