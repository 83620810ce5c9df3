//! `tandem map suggest` and `tandem audit`

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

const SUGGEST: &str = "\
Examples:
  tandem map suggest exports/ > mapping.toml               all files of a folder
  tandem map suggest leads.csv deals.csv --out mapping.toml
  tandem map suggest exports/ --date-order dmy --zone Europe/Paris

Exports of Salesforce, HubSpot and Marketo are recognised by their headers, others by what their
columns are called and hold. Every guess is marked with its reason; correct it, then import.";

const AUDIT: &str = "\
Examples:
  tandem audit exports/                             what happened to these leads?
  tandem audit leads.csv calls.csv deals.csv
  tandem audit exports/ --mapping mapping.toml      by a mapping that you corrected
  tandem audit exports/ --json > audit.json

Nothing is stored: the files are read, looked at and forgotten. Figures say whether they are exact
or assumed, and what the files cannot say is said at the end.";

#[derive(Subcommand, Debug)]
pub(crate) enum MapCommand {
    /// Suggest what the columns of unknown files mean
    Suggest(SuggestArguments),
}

#[derive(Args, Debug)]
#[command(after_help = SUGGEST)]
pub(crate) struct SuggestArguments {
    /// The files, or a folder of files
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) answers: AnswerArguments,
    /// Write the mapping into this file, and a summary to the terminal
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(after_help = AUDIT)]
pub(crate) struct AuditArguments {
    /// The files, or a folder of files
    #[arg(required = true, value_name = "FILES")]
    pub(crate) files: Vec<PathBuf>,
    /// What the columns mean; suggested from the files when not said
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) answers: AnswerArguments,
    /// Write it as one page into this file, to be read offline, printed and handed on; it names
    /// nobody
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Name people in the page: leads as their source names them, and those who work them
    #[arg(long, requires = "html")]
    pub(crate) names: bool,
}

/// What is known of the files already.
#[derive(Args, Clone, Debug)]
pub(crate) struct AnswerArguments {
    /// The file that lists the leads
    #[arg(long, value_name = "FILE")]
    pub(crate) leads: Option<String>,
    /// The column that names a lead
    #[arg(long, value_name = "COLUMN")]
    pub(crate) id: Option<String>,
    /// The column that says when a lead came
    #[arg(long, value_name = "COLUMN")]
    pub(crate) created: Option<String>,
    /// The column that says who bought: yes or no, 1 or 0
    #[arg(long, value_name = "COLUMN")]
    pub(crate) won: Option<String>,
    /// Whether dates write the day or the month first, where no date proves it
    #[arg(long, value_name = "ORDER")]
    pub(crate) date_order: Option<Order>,
    /// The time zone of times that name none, such as Europe/Paris
    #[arg(long, value_name = "ZONE")]
    pub(crate) zone: Option<String>,
    /// The date of the export; the last date in it when not said
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) as_of: Option<Date>,
    /// What to call the source: it is part of every fact's key
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// Which of day and month is written first.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Order {
    /// 31/1/2026
    Dmy,
    /// 1/31/2026
    Mdy,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write it like 2026-11-22".to_owned())
}
