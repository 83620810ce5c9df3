//! `tandem backup` and `tandem restore`

use clap::Args;
use std::path::PathBuf;

const BACKUP: &str = "\
Examples:
  tandem backup /backups/tandem-monday.db      while the server runs

A ledger on a server is backed up with the server's own tools; docs/operations.md says how.";

const RESTORE: &str = "\
Examples:
  tandem restore /backups/tandem-monday.db     stop the server first

The ledger that was there is kept beside it. Who was erased since the backup is erased again.";

#[derive(Args, Debug)]
#[command(after_help = BACKUP)]
pub(crate) struct BackupArguments {
    /// The new file
    pub(crate) file: PathBuf,
}

#[derive(Args, Debug)]
#[command(after_help = RESTORE)]
pub(crate) struct RestoreArguments {
    /// The backup
    pub(crate) file: PathBuf,
}
