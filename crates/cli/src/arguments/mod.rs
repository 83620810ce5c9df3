//! The command line, with help that teaches by example.

mod accounts;
mod alignment;
mod attribution;
mod backtest;
mod backup;
mod charter;
mod cohorts;
mod coverage;
mod demo;
mod disagreements;
mod doctor;
mod duplicates;
mod erase;
mod export;
mod feedback;
mod figures;
mod generate;
mod import;
mod leads;
mod matching;
mod metrics;
mod mirror;
mod opportunities;
mod plan;
mod reconcile;
mod scorecard;
mod seal;
mod serve;
mod settings;

pub(crate) use accounts::AccountsArguments;
pub(crate) use alignment::AlignmentArguments;
pub(crate) use attribution::AttributionArguments;
pub(crate) use backtest::BacktestArguments;
pub(crate) use backup::{BackupArguments, RestoreArguments};
pub(crate) use charter::{
    AdoptArguments, BesideArguments, CharterCommand, EditedFile, NewArguments, Ready,
};
pub(crate) use cohorts::CohortsArguments;
pub(crate) use coverage::CoverageArguments;
pub(crate) use demo::DemoArguments;
pub(crate) use disagreements::DisagreementsArguments;
pub(crate) use doctor::{CompletionsArguments, DoctorArguments};
pub(crate) use duplicates::{DuplicatesArguments, MergeArguments, UnmergeArguments};
pub(crate) use erase::EraseArguments;
pub(crate) use export::{AnswerArguments, AuditArguments, MapCommand, Order, SuggestArguments};
pub(crate) use feedback::FeedbackArguments;
pub(crate) use figures::{FunnelArguments, PromisesArguments};
pub(crate) use generate::{GenerateArguments, Story};
pub(crate) use import::ImportArguments;
pub(crate) use leads::{LeadsArguments, WhyArguments};
pub(crate) use matching::{LinkArguments, MatchArguments, UnlinkArguments};
pub(crate) use metrics::MetricsArguments;
pub(crate) use mirror::MirrorArguments;
pub(crate) use opportunities::OpportunitiesArguments;
pub(crate) use plan::{ForecastArguments, PlanArguments};
pub(crate) use reconcile::ReconcileArguments;
pub(crate) use scorecard::ScorecardArguments;
pub(crate) use seal::{SealCommand, SealMakeArguments, SealShowArguments};
pub(crate) use serve::{LogShape, LogWeight, ServeArguments};
pub(crate) use settings::{ApplyArguments, SettingsCommand};

use crate::exit;
use clap::{Args, Parser, Subcommand, ValueEnum};
use facts::Instant;
use std::path::{Path, PathBuf};
use store::Place;

const EXAMPLES: &str = "\
Examples:
  tandem demo                                      look at a company that is at work
  tandem audit exports/                            what happened to the leads of an export?
  tandem charter check charters/b2b-saas.toml      is this charter sound?
  tandem charter adopt charters/b2b-saas.toml      let it decide in ./tandem.db
  tandem import exports/ --map mapping.toml        bring in what other systems know
  tandem leads --open                              who waits, the most urgent first
  tandem why ann@acme.example                      where is this lead, and why?
  tandem funnel --by lead.source                   who comes how far, and how fast
  tandem mirror                                    whom marketing sends, and whom sales wins";

const EVERYWHERE: &str = "Options of every command";

/// The agreement between a sales team and a marketing team, running.
///
/// Both teams sign one charter; Tandem runs it over one log of facts about every lead.
/// Everything that it decides answers "why?" with the clause and the facts.
#[derive(Parser, Debug)]
#[command(name = "tandem", version, after_help = format!("{EXAMPLES}\n\n{}", exit::EXPLAINED))]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command understands.
#[derive(Args, Clone, Debug)]
pub(crate) struct Global {
    /// The ledger's file, or `postgres://user@host/database`; ./tandem.db when not said
    #[arg(long, global = true, value_name = "PATH", env = "TANDEM_DB", hide_env_values = true)]
    #[arg(help_heading = EVERYWHERE)]
    pub(crate) db: Option<PathBuf>,
    /// Write one JSON document instead of text; errors too
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(crate) json: bool,
    /// Go by this time instead of the clock, such as 2026-03-01T09:30:00Z
    #[arg(long, global = true, value_name = "TIME", value_parser = instant)]
    #[arg(help_heading = EVERYWHERE)]
    pub(crate) now: Option<Instant>,
    /// Write although --now is ahead of the clock
    #[arg(long, global = true, hide = true)]
    pub(crate) ahead_of_time: bool,
    /// Whether to use colour; auto: in a terminal, unless `NO_COLOR` is set
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    #[arg(help_heading = EVERYWHERE)]
    pub(crate) color: ColorChoice,
    /// Draw with plain letters only
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    pub(crate) ascii: bool,
}

impl Global {
    /// Where the ledger is.
    pub(crate) fn ledger(&self) -> Place {
        Place::from(self.db.as_deref().unwrap_or(Path::new("./tandem.db")))
    }
}

/// Whether to use colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ColorChoice {
    Auto,
    Always,
    Never,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Serve the API, decide as facts arrive, and keep promises' clocks
    Serve(ServeArguments),
    /// Write, check, read, compare and adopt the agreement
    #[command(subcommand)]
    Charter(CharterCommand),
    /// Look at exports of other systems: what happened to the leads, and what cannot be said
    Audit(AuditArguments),
    /// Find out what the columns of files mean
    #[command(subcommand)]
    Map(MapCommand),
    /// Bring in CSV exports of other systems
    Import(ImportArguments),
    /// List leads, the most urgent first
    Leads(LeadsArguments),
    /// List accounts, the most urgent first
    Accounts(AccountsArguments),
    /// Say where a lead or an account is, whose turn it is, and why
    Why(WhyArguments),
    /// Count how many leads come how far, and how long they take
    Funnel(FunnelArguments),
    /// Count what became of opportunities, what they are worth and how long they take
    Opportunities(OpportunitiesArguments),
    /// Say what every metric means, and comes to in a period
    Metrics(MetricsArguments),
    /// Show what share of leads had come to a stage by which age, by when they began
    Cohorts(CohortsArguments),
    /// Say why two figures differ, lead by lead
    Reconcile(ReconcileArguments),
    /// Keep a period as it is reported, and show what became known since
    #[command(subcommand)]
    Seal(SealCommand),
    /// Hold whom marketing sends against whom sales wins
    Mirror(MirrorArguments),
    /// Count what sales says of the leads that it was given, and why it refuses them
    Feedback(FeedbackArguments),
    /// Say how well both sides are aligned, and by what least
    Alignment(AlignmentArguments),
    /// Count leads, open load and capacity by territory and segment, and see whom accounts miss
    Coverage(CoverageArguments),
    /// Work back from a goal of revenue to the leads that it takes
    Plan(PlanArguments),
    /// Say what the next days bring, and what would have been said before
    Forecast(ForecastArguments),
    /// Learn a point table from what became of leads, ready to be proposed
    Scorecard(ScorecardArguments),
    /// Share what was won among the touches before it
    Attribution(AttributionArguments),
    /// Count which promises each side kept
    Promises(PromisesArguments),
    /// Count where Tandem and the CRM beside it say different things of a lead
    Disagreements(DisagreementsArguments),
    /// Say who can be given leads, and who is away
    #[command(subcommand)]
    Settings(SettingsCommand),
    /// Compare another charter with the one in force, over everything that happened
    Backtest(BacktestArguments),
    /// Find people who are in the ledger twice
    Duplicates(DuplicatesArguments),
    /// Record that two leads are one person
    Merge(MergeArguments),
    /// Record that a merged lead is somebody else after all
    Unmerge(UnmergeArguments),
    /// Find the accounts of leads that belong to none
    Match(MatchArguments),
    /// Record that a lead belongs to an account
    Link(LinkArguments),
    /// Take back that a lead belongs to an account
    Unlink(UnlinkArguments),
    /// Decide what followed from facts and from time until now
    #[command(after_help = "Example:\n  tandem settle      run it every few minutes")]
    Settle,
    /// Decide everything anew from the facts alone
    #[command(after_help = REBUILD)]
    Rebuild {
        /// Only compare, and write nothing
        #[arg(long)]
        check: bool,
        /// Decide nothing; write all stories into a snapshot, from which they are read faster
        #[arg(long, conflicts_with = "check")]
        snapshot: bool,
    },
    /// Say whether the ledger is sound and up to date, and what to do where not
    Doctor(DoctorArguments),
    /// Remove what says who somebody is; what happened stays and counts
    Erase(EraseArguments),
    /// Copy the ledger as it is now, while others use it
    Backup(BackupArguments),
    /// Put a backup in the place of the ledger
    Restore(RestoreArguments),
    /// Write completions for a shell
    Completions(CompletionsArguments),
    /// Make up a company of any size, with what is really so in it
    Generate(GenerateArguments),
    /// Build a fictional company in a fresh ledger, and tell its story
    Demo(DemoArguments),
}

const REBUILD: &str = "\
Examples:
  tandem rebuild --check      is everything recorded what the facts say? (exit code 3 if not)
  tandem rebuild              append corrections where it is not
  tandem rebuild --snapshot   have `funnel` and `backtest` read a large ledger faster

A snapshot is a file beside the ledger's, or in the folder that TANDEM_SNAPSHOTS names, as it must
for a server. It is checked before each use and made again when it is out of date; deleting it
loses nothing.";

/// An instant from RFC 3339.
pub(crate) fn instant(text: &str) -> Result<Instant, String> {
    Instant::parse(text).map_err(|error| error.to_string())
}
