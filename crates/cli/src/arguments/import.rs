//! `tandem import`

use clap::Args;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tandem import exports/ --map mapping.toml --dry-run             what would happen?
  tandem import exports/ --map mapping.toml --rejects rejected/   bad rows go to rejected/
  tandem import rejected/ --map mapping.toml --partial            after correcting them
  tandem import exports/ --map mapping.toml --as-of 2026-11-22    an export of that day
  tandem import --undo 3 4 --dry-run                              what would be taken back?

CSV, XLSX, JSON, JSON lines and XES event logs are read, packed with gzip or not.
What a mapping can say is in docs/mapping.md.
Good rows are applied and bad ones handed back. Importing twice changes nothing.
The exit code is 3 when rows were rejected.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ImportArguments {
    /// The folder with the files
    #[arg(required_unless_present = "undo")]
    pub(crate) folder: Option<PathBuf>,
    /// What the columns mean
    #[arg(long, value_name = "FILE", required_unless_present = "undo")]
    pub(crate) map: Option<PathBuf>,
    /// Take back what imports brought, by their numbers, which importing says
    #[arg(long, value_name = "NUMBER", num_args = 1..=100)]
    #[arg(conflicts_with_all = ["folder", "map", "rejects", "partial", "as_of"])]
    pub(crate) undo: Vec<i64>,
    /// Record nothing; say what would be
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Write rejected rows into this folder, to be corrected and imported again
    #[arg(long, value_name = "FOLDER")]
    pub(crate) rejects: Option<PathBuf>,
    /// When the files were exported, for values that the mapping dates by the export; else now
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Take the files that are there, and leave out those that are not
    #[arg(long)]
    pub(crate) partial: bool,
}
