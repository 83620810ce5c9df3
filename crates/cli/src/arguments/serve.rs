//! `tandem serve`

use clap::{Args, ValueEnum};
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  tandem serve                                     on this machine alone, with ./tandem.db
  tandem serve --config /etc/tandem/tandem.toml    as a service; docs/operations.md has a unit
  TANDEM_DB=postgres://tandem@db/tandem tandem serve --listen 0.0.0.0:8080";

/// What is given here holds before what the environment says, and that before the config file.
#[derive(Args, Debug, Default)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArguments {
    /// A TOML file with any of the settings below, under their names with `_` for `-`
    #[arg(long, value_name = "FILE", env = "TANDEM_CONFIG")]
    pub(crate) config: Option<PathBuf>,
    /// Where to listen; 127.0.0.1:8080 when not said
    #[arg(long, value_name = "ADDRESS:PORT", env = "TANDEM_LISTEN")]
    pub(crate) listen: Option<SocketAddr>,
    /// The address under which people reach it; http:// and where it listens when not said
    #[arg(long, value_name = "URL", env = "TANDEM_PUBLIC_URL")]
    pub(crate) public_url: Option<String>,
    /// How many requests may read at once, 1 to 64; 4 when not said
    #[arg(long, value_name = "N", env = "TANDEM_READERS")]
    #[arg(value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(crate) readers: Option<u8>,
    /// How many MiB what is known of all leads may take in memory, so that figures need not read
    /// the ledger; 1024 when not said, 0 for none
    #[arg(long, value_name = "MIB", env = "TANDEM_FIGURES_MEMORY_MB")]
    pub(crate) figures_memory_mb: Option<u32>,
    /// The folder for snapshots of all stories; beside the ledger when not said
    #[arg(long, value_name = "FOLDER", env = "TANDEM_SNAPSHOTS")]
    pub(crate) snapshots: Option<PathBuf>,
    /// The folder for files that are uploaded to be imported; beside the ledger when not said
    #[arg(long, value_name = "FOLDER", env = "TANDEM_UPLOADS")]
    pub(crate) uploads: Option<PathBuf>,
    /// How logs are written; text when not said
    #[arg(long, value_name = "SHAPE", env = "TANDEM_LOG_FORMAT")]
    pub(crate) log_format: Option<LogShape>,
    /// How much is logged; info when not said
    #[arg(long, value_name = "LEVEL", env = "TANDEM_LOG_LEVEL")]
    pub(crate) log_level: Option<LogWeight>,
}

/// How logs are written.
#[derive(ValueEnum, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogShape {
    /// A line for people.
    #[default]
    Text,
    /// A JSON document a line.
    Json,
}

/// How much is logged.
#[derive(ValueEnum, Deserialize, Clone, Copy, PartialEq, Eq, Debug, Default)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogWeight {
    /// Only what failed.
    Error,
    /// What may fail soon, too.
    Warn,
    /// Beginning, stopping, and what is worth knowing.
    #[default]
    Info,
    /// Every request.
    Debug,
}
