//! `tandem why`: where a lead is, whose turn it is, and how it came to that.

mod document;
mod fact_words;
mod head;
mod scores;
mod tell;
mod thread;

use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::names::Named;
use crate::screen::Screen;
use app::{Engine, LeadPage, Scores};
use facts::{Instant, Precision};

/// Everything that a lead's "why" needs.
pub(crate) struct Why<'a> {
    engine: &'a Engine,
    now: Instant,
    named: Named,
    page: LeadPage,
    scores: Scores,
}

/// Says where a lead is and why.
pub(crate) fn run(global: &Global, name: &str, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let why = Why::of(&engine, name, now)?;
    if screen.is_json() {
        screen.document(&why.document()?)?;
    } else {
        why.say(screen)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

impl<'a> Why<'a> {
    pub(crate) fn of(engine: &'a Engine, name: &str, now: Instant) -> anyhow::Result<Self> {
        engine.reign()?;
        let page = engine.lead(name, now)?;
        let named = Named::of(engine, page.lead)?;
        let scores = engine.scores(page.lead, now)?;
        Ok(Self { engine, now, named, page, scores })
    }

    /// Sentence, picture, list: where it is, its scores, what happened.
    pub(crate) fn say(&self, screen: &mut Screen) -> anyhow::Result<()> {
        self.say_head(screen)?;
        self.say_scores(screen)?;
        self.say_thread(screen)
    }
}

/// The word for a precision, as in JSON.
pub(crate) const fn precision_word(precision: Precision) -> &'static str {
    match precision {
        Precision::Instant => "instant",
        Precision::Minute => "minute",
        Precision::Day => "day",
        Precision::Unknown => "unknown",
    }
}
