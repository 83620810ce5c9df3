//! `tandem backtest`: what would have been otherwise under another charter.

mod document;
mod listing;
mod routing;
mod tables;

use crate::arguments::{BacktestArguments, Global};
use crate::exit::Exit;
use crate::failure::{Failure, Refusal};
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{Clockwork, backtest_in_words, notes_on_backtest};
use app::{AppError, Proposal};
use facts::Precision::Instant as Exactly;

/// How many items of each list a JSON document holds when no list is asked for.
const LISTED: usize = 1_000;
/// How many are looked through for a part of a list.
const LISTED_MAX: usize = 5_000_000;

/// Reads a proposal over what happened.
pub(crate) fn run(
    global: &Global,
    asked: &BacktestArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let text = super::charter::text_of(&asked.against)?;
    let path = asked.against.display().to_string();
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let time = |text: &Option<String>| {
        let read = text.as_deref().map(|text| clock.read(text)).transpose();
        read.map_err(|message| {
            Refusal::new("bad_time", message, "dates are days in the charter's zone")
        })
    };
    let (from, to) = (time(&asked.from)?, time(&asked.to)?);
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        let (from, to) = (clock.when(from, Exactly), clock.when(to, Exactly));
        let help = "give --from the earlier time and --to the later one, which is not included";
        let message = format!("there is no time from {from} to {to}");
        return Err(Refusal::new("bad_time", message, help).into());
    }
    let figure = asked.list.as_deref().map(listing::Figure::read).transpose()?;
    let list_max = if figure.is_some() { LISTED_MAX } else { LISTED };
    screen.progress("reading history under both charters…");
    super::snapshot::refresh(&mut engine, now, screen)?;
    let answer = match engine.backtest(&Proposal { text: &text, from, to, list_max }, now) {
        Err(AppError::Charter(found)) => {
            let message = found.render(&path).trim_end().to_owned();
            let failure = Failure::of(&AppError::Charter(found).into());
            screen.failure(&Failure { place: Some(path), message, ..failure });
            return Ok(Exit::Refused);
        }
        answer => answer?,
    };
    screen.progress_done();
    if let Some(figure) = figure {
        listing::show(&engine, &answer, &figure, asked.limit as usize, &clock, screen)?;
        return Ok(Exit::Fine);
    }
    if screen.is_json() {
        screen.document(&document::document(&answer, (from, to)))?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&backtest_in_words(&answer.found), 0)?;
    for text in notes_on_backtest(&answer, &clock, (from, to)) {
        screen.paragraph(&text, 0)?;
    }
    tables::stages(&answer.found, screen)?;
    tables::promises(&answer.found, screen)?;
    tables::load(&answer.found, screen)?;
    routing::show(&answer, &clock, screen)?;
    tables::first_day(&answer, screen)?;
    if answer.found.leads_that_differ > 0 {
        screen.gap()?;
        let lists = format!(
            "Lead by lead: tandem backtest --against {path} --list flips, wins or first-day."
        );
        screen.paragraph(&lists, 0)?;
    }
    super::leads::waiting(&engine, now, screen)?;
    Ok(Exit::Fine)
}
