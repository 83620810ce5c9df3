//! `tandem funnel`: how many leads come how far, and how long they take.

mod document;
mod listing;
mod notes;
mod picture;
mod slices;
mod times;

pub(crate) use document::side_word;
pub(crate) use listing::write as write_leads;
pub(crate) use picture::{sentence, stage_bars};

use crate::arguments::{FunnelArguments, Global};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::words::Clockwork;
use app::FunnelQuestion;

/// Counts leads by how far they came.
pub(crate) fn run(
    global: &Global,
    asked: &FunnelArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let question = question(asked, &clock)?;
    screen.progress("counting…");
    let answer = engine.funnel(&question, now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        listing::list(&engine, &answer, figure, screen)?;
        return Ok(Exit::Fine);
    }
    if screen.is_json() {
        screen.document(&document::document(&answer, &question))?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&sentence(&answer.path, &answer.whole.funnel), 0)?;
    screen.gap()?;
    for line in stage_bars(&screen.style, &answer.path, &answer.whole.funnel) {
        screen.line(line)?;
    }
    if let Some(by) = &question.by {
        slices::show(&answer, by, screen)?;
    }
    times::show(&answer, screen)?;
    notes::show(&answer, &clock, screen)?;
    super::leads::waiting(&engine, now, screen)?;
    Ok(Exit::Fine)
}

fn question(asked: &FunnelArguments, clock: &Clockwork) -> anyhow::Result<FunnelQuestion> {
    let time = |text: &Option<String>| {
        let read = text.as_deref().map(|text| clock.read(text)).transpose();
        read.map_err(|message| {
            Refusal::new("bad_time", message, "dates are days in the charter's zone")
        })
    };
    let between = asked.between.as_deref().and_then(|names| match names {
        [from, to] => Some((from.clone(), to.clone())),
        _ => None,
    });
    let by = asked.by.clone();
    Ok(FunnelQuestion { by, between, from: time(&asked.from)?, until: time(&asked.to)? })
}
