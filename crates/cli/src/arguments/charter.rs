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
    /// Give a key of a charter's file a value
    #[command(after_help = SET)]
    Set {
        #[command(flatten)]
        file: EditedFile,
        /// What it shall be: TOML, or a text without quotes
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Add a clause to a charter's file, or a text to one of its lists
    #[command(after_help = ADD)]
    Add {
        #[command(flatten)]
        file: EditedFile,
        /// The keys of the clause; or one text for a list
        #[arg(value_name = "KEY=VALUE")]
        keys: Vec<String>,
        #[command(flatten)]
        beside: BesideArguments,
    },
    /// Remove a clause or a key from a charter's file, with its comment
    #[command(after_help = REMOVE)]
    Remove {
        #[command(flatten)]
        file: EditedFile,
    },
    /// Move a clause or a key of a charter's file, where order matters
    #[command(after_help = MOVE)]
    Move {
        #[command(flatten)]
        file: EditedFile,
        #[command(flatten)]
        beside: BesideArguments,
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

const SET: &str = "\
Examples:
  tandem charter set charter.toml temperature.hot 50
  tandem charter set charter.toml stage.mql.enter \"fit >= 50 && engagement >= 35\"
  tandem charter set charter.toml promise.first-touch.within \"8 business hours\"
  tandem charter set charter.toml 'engagement.points.\"form.demo_request\"' 70
  tandem charter set charter.toml icp.fit.2.points -5 --dry-run

Comments, order and spacing stay as they are. What would make the charter unsound is not written,
unless --draft says so.";

const ADD: &str = "\
Examples:
  tandem charter add charter.toml promise.second-touch \\
    by=sales from=stage:mql until=human_outreach within=\"3 days\" --after first-touch
  tandem charter add charter.toml icp.fit when=\"account.is_target\" points=20
  tandem charter add charter.toml persona.user when=\"lead.function == 'it'\"
  tandem charter add charter.toml verdict.rejected.reasons no_need

A new stage needs a promise that bounds the rest in it: add both, the first with --draft.";

const REMOVE: &str = "\
Examples:
  tandem charter remove charter.toml promise.second-touch
  tandem charter remove charter.toml icp.fit.3
  tandem charter remove charter.toml verdict.rejected.reasons.no_need";

const MOVE: &str = "\
Examples:
  tandem charter move charter.toml persona.user --before champion
  tandem charter move charter.toml 'engagement.points.\"page.pricing\"' --before \"page.*\"";

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

/// A file to change, and where.
#[derive(Args, Debug)]
pub(crate) struct EditedFile {
    /// The charter's file
    pub(crate) file: PathBuf,
    /// Where in it, such as stage.mql.enter or promise.first-touch
    pub(crate) path: String,
    /// Say what would change, and write nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Write it although the charter is not sound then, and say what is missing
    #[arg(long)]
    pub(crate) draft: bool,
}

/// Beside which clause of its kind.
#[derive(Args, Debug)]
#[group(multiple = false)]
pub(crate) struct BesideArguments {
    /// Put it before this one: an id, or an ordinal where clauses have no id
    #[arg(long, value_name = "ID")]
    pub(crate) before: Option<String>,
    /// Put it after this one
    #[arg(long, value_name = "ID")]
    pub(crate) after: Option<String>,
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
