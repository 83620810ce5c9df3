//! The commands.

mod accounts;
mod alignment;
mod attribution;
mod audit;
mod backtest;
mod backup;
mod charter;
mod cohorts;
mod completions;
mod coverage;
mod demo;
mod disagreements;
mod doctor;
mod duplicates;
mod erase;
mod exports;
mod feedback;
mod funnel;
mod generate;
mod import;
mod leads;
mod map;
mod matching;
mod metrics;
mod mirror;
mod opportunities;
mod plan;
mod promises;
mod rebuild;
mod reconcile;
mod scorecard;
mod seal;
mod serve;
mod settings;
mod settle;
mod snapshot;
mod undo_import;
mod why;

use crate::arguments::{Arguments, CharterCommand, Command, MapCommand};
use crate::exit::Exit;
use crate::screen::Screen;

/// Runs a command.
pub(crate) fn run(arguments: &Arguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let global = &arguments.global;
    match &arguments.command {
        Command::Serve(serve) => serve::run(global, serve, screen),
        Command::Charter(CharterCommand::Check(file)) => charter::check(&file.file, screen),
        Command::Charter(CharterCommand::Read { file }) => {
            charter::read(global, file.as_deref(), screen)
        }
        Command::Charter(CharterCommand::New(new)) => charter::new(new, screen),
        Command::Charter(CharterCommand::Diff { first, second }) => {
            charter::diff(global, first, second.as_deref(), screen)
        }
        Command::Charter(CharterCommand::Set { file, value }) => charter::set(file, value, screen),
        Command::Charter(CharterCommand::Add { file, keys, beside }) => {
            charter::add(file, keys, beside, screen)
        }
        Command::Charter(CharterCommand::Remove { file }) => charter::remove(file, screen),
        Command::Charter(CharterCommand::Move { file, beside }) => {
            charter::shift(file, beside, screen)
        }
        Command::Charter(CharterCommand::Adopt(adopt)) => charter::adopt(global, adopt, screen),
        Command::Audit(audit) => audit::run(global, audit, screen),
        Command::Map(MapCommand::Suggest(asked)) => map::suggest(global, asked, screen),
        Command::Import(import) => import::run(global, import, screen),
        Command::Accounts(accounts) => accounts::run(global, accounts, screen),
        Command::Leads(leads) => leads::run(global, leads, screen),
        Command::Why(why) => why::run(global, &why.lead, screen),
        Command::Funnel(funnel) => funnel::run(global, funnel, screen),
        Command::Mirror(mirror) => mirror::run(global, mirror, screen),
        Command::Feedback(asked) => feedback::run(global, asked, screen),
        Command::Coverage(asked) => coverage::run(global, asked, screen),
        Command::Alignment(asked) => alignment::run(global, asked, screen),
        Command::Plan(asked) => plan::plan(global, asked, screen),
        Command::Forecast(asked) => plan::forecast(global, asked, screen),
        Command::Scorecard(asked) => scorecard::run(global, asked, screen),
        Command::Cohorts(asked) => cohorts::run(global, asked, screen),
        Command::Reconcile(asked) => reconcile::run(global, asked, screen),
        Command::Seal(command) => seal::run(global, command, screen),
        Command::Metrics(asked) => metrics::run(global, asked, screen),
        Command::Attribution(asked) => attribution::run(global, asked, screen),
        Command::Opportunities(asked) => opportunities::run(global, asked, screen),
        Command::Disagreements(asked) => disagreements::run(global, asked, screen),
        Command::Promises(promises) => promises::run(global, promises, screen),
        Command::Settings(settings) => settings::run(global, settings, screen),
        Command::Backtest(backtest) => backtest::run(global, backtest, screen),
        Command::Duplicates(asked) => duplicates::run(global, asked, screen),
        Command::Merge(asked) => duplicates::merge(global, asked, screen),
        Command::Unmerge(asked) => duplicates::unmerge(global, asked, screen),
        Command::Match(asked) => matching::run(global, asked, screen),
        Command::Link(asked) => matching::link(global, asked, screen),
        Command::Unlink(asked) => matching::unlink(global, asked, screen),
        Command::Settle => settle::run(global, screen),
        Command::Rebuild { snapshot: true, .. } => snapshot::make(global, screen),
        Command::Rebuild { check, .. } => rebuild::run(global, *check, screen),
        Command::Backup(asked) => backup::back_up(global, &asked.file, screen),
        Command::Restore(asked) => backup::restore(global, &asked.file, screen),
        Command::Erase(erase) => erase::run(global, erase, screen),
        Command::Doctor(doctor) => doctor::run(global, doctor, screen),
        Command::Completions(asked) => completions::run(asked, screen),
        Command::Generate(asked) => generate::run(global, asked, screen),
        Command::Demo(demo) => demo::run(global, demo, screen),
    }
}
