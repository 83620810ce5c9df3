//! `tandem promises`: which promises each side kept.

mod document;
mod listing;
mod picture;

pub(crate) use picture::{broken_in_words, sentence, side_bars};

use crate::arguments::{Global, PromisesArguments};
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;

/// Counts promises kept and broken.
pub(crate) fn run(
    global: &Global,
    asked: &PromisesArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    screen.progress("counting…");
    let answer = engine.promises(now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        listing::list(&engine, &answer, figure, screen)?;
        return Ok(Exit::Fine);
    }
    if screen.is_json() {
        screen.document(&document::document(&answer))?;
        return Ok(Exit::Fine);
    }
    let charter = &engine.reign()?.at(now).1.charter;
    screen.paragraph(&sentence(&answer), 0)?;
    screen.gap()?;
    for line in side_bars(&screen.style, &answer) {
        screen.line(line)?;
    }
    for side in [charter::Side::Marketing, charter::Side::Sales] {
        picture::table(charter, &answer, side, screen)?;
    }
    if let Some(text) = picture::in_retrospect(&answer) {
        screen.gap()?;
        screen.paragraph(&text, 0)?;
    }
    super::leads::waiting(&engine, now, screen)?;
    Ok(Exit::Fine)
}
