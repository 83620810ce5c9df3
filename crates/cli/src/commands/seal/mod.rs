//! `tandem seal`: periods that stay as they were reported.

mod document;
mod picture;

use super::funnel::{period, write_leads};
use super::opportunities::write_opportunities;
use crate::arguments::{Global, SealCommand, SealMakeArguments, SealShowArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::Restated;
use app::tell::Clockwork;
use facts::{Instant, SubjectId};

pub(crate) fn run(
    global: &Global,
    command: &SealCommand,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    match command {
        SealCommand::Make(asked) => make(global, asked, screen),
        SealCommand::List => list(global, screen),
        SealCommand::Show(asked) => show(global, asked, screen),
    }
}

fn make(global: &Global, asked: &SealMakeArguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let period = match &asked.month {
        Some(month) => month_of(month, &clock)?,
        None => {
            let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), &clock)?;
            (from.unwrap_or(now), until.unwrap_or(now))
        }
    };
    screen.progress("counting…");
    let seal = engine.seal_period(period, &asked.who, now)?;
    screen.progress_done();
    if screen.is_json() {
        screen.document(&document::seal(&seal))?;
    } else {
        let (from, until) = (clock.start(seal.from), clock.start(seal.until));
        let said = format!(
            "Sealed as {}: from {from} on and before {until}, by version {} of the charter. What \
             becomes known later stands beside it: tandem seal show {}.",
            seal.id, seal.version.0, seal.id
        );
        screen.paragraph(&said, 0)?;
    }
    Ok(Exit::Fine)
}

/// The period of a month, `2026-01`.
fn month_of(month: &str, clock: &Clockwork) -> anyhow::Result<(Instant, Instant)> {
    let first = format!("{month}-01").parse::<jiff::civil::Date>().ok();
    let next = first.and_then(|first| first.last_of_month().tomorrow().ok());
    let (Some(first), Some(next)) = (first, next) else {
        let message = format!("`{month}` is no month");
        return Err(Refusal::new("bad_time", message, "write it as 2026-01").into());
    };
    let read = |day: jiff::civil::Date| {
        let bad = |message| Refusal::new("bad_time", message, "write the month as 2026-01");
        clock.read(&day.to_string()).map_err(bad)
    };
    Ok((read(first)?, read(next)?))
}

fn list(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let seals = engine.seals()?;
    if screen.is_json() {
        let seals: Vec<_> = seals.iter().map(document::seal).collect();
        screen.document(&serde_json::json!({ "seals": seals }))?;
    } else {
        let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
        picture::list(&seals, &clock, screen)?;
    }
    Ok(Exit::Fine)
}

fn show(global: &Global, asked: &SealShowArguments, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    screen.progress("counting…");
    let restated = engine.restated(asked.seal, now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let (is_of_deals, ids) = behind(&restated, figure).ok_or_else(|| {
            let help =
                "write METRIC:CAUSE:added or METRIC:CAUSE:removed with a cause that is shown";
            Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
        })?;
        match is_of_deals {
            true => write_opportunities(&engine, figure, &ids, screen)?,
            false => write_leads(&engine, figure, &ids, screen)?,
        }
    } else if screen.is_json() {
        screen.document(&document::restated(&restated))?;
    } else {
        let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
        picture::restated(&restated, &clock, screen)?;
    }
    Ok(Exit::Fine)
}

fn behind(restated: &Restated, figure: &str) -> Option<(bool, Vec<SubjectId>)> {
    let mut parts = figure.split(':');
    let (id, cause, change) = (parts.next()?, parts.next()?, parts.next()?);
    let metric = restated.metrics.iter().find(|it| it.metric.id == id)?;
    let line = metric.restatements.lines.iter().find(|line| line.cause.word() == cause)?;
    let items = match change {
        "added" => &line.added,
        "removed" => &line.removed,
        _ => return None,
    };
    let ids = items.iter().map(|item| item.subject).collect();
    Some((metric.metric.is_of_opportunities(), ids))
}
