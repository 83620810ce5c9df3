//! `tandem why`: where a lead is, whose turn it is, and how it came to that.

mod document;
mod head;
mod routed;
mod scores;
mod tell;
mod thread;

use super::accounts;
use crate::arguments::Global;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::Named;
use app::{AppError, Engine, LeadFilter, LeadPage, RoutedLine, Scores};
use facts::Instant;
use insight::{Belonging, PromiseClock};

/// Everything that a lead's "why" needs.
pub(crate) struct Why<'a> {
    engine: &'a Engine,
    now: Instant,
    named: Named,
    page: LeadPage,
    scores: Scores,
    /// Its persona, unit, motion and pipeline.
    belonging: Belonging,
    /// The promises that ran on it.
    clocks: Vec<PromiseClock>,
    /// What the router chose for it, and from what.
    routed: Vec<RoutedLine>,
}

/// Says where a lead is and why.
pub(crate) fn run(global: &Global, name: &str, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    if accounts::is_one(&engine, name, now)? {
        return accounts::why(&engine, now, name, screen);
    }
    let why = match Why::of(&engine, name, now) {
        Err(error) if accounts::matches(&engine, name, now, &error) => {
            return accounts::why(&engine, now, name, screen);
        }
        found => found?,
    };
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
        let page = match engine.lead(name, now) {
            Err(AppError::UnknownLead(_)) => engine.lead(&only_match(engine, name, now)?, now)?,
            found => found?,
        };
        let named = Named::of(engine, page.lead)?;
        let scores = engine.scores(page.lead, now)?;
        let belonging = engine.belonging(page.lead, now)?;
        let clocks = engine.promises_to(page.lead, now)?;
        let routed = engine.routed(page.lead)?;
        Ok(Self { engine, now, named, page, scores, belonging, clocks, routed })
    }

    /// Sentence, picture, list: where it is, its scores, what happened.
    pub(crate) fn say(&self, screen: &mut Screen) -> anyhow::Result<()> {
        self.say_head(screen)?;
        self.say_scores(screen)?;
        self.say_thread(screen)
    }
}

/// The id of the one lead that has this in its name, address or company.
fn only_match(engine: &Engine, text: &str, now: Instant) -> anyhow::Result<String> {
    const SHOWN: u32 = 5;
    let filter = LeadFilter { text: Some(text.to_owned()), limit: SHOWN, ..LeadFilter::default() };
    let rows = if text.is_empty() { Vec::new() } else { engine.leads(&filter, now)?.rows };
    match &rows[..] {
        [] => Err(AppError::UnknownLead(text.to_owned()).into()),
        [row] => Ok(row.lead.to_string()),
        several => {
            let mut names = Vec::new();
            for row in several {
                let named = Named::of(engine, row.lead)?;
                names.push(format!("{} ({})", row.lead, named.call_with_company()));
            }
            let message = format!("several leads match `{text}`");
            let help = format!("say which by its id: {}", names.join(", "));
            Err(Refusal::new("ambiguous_lead", message, help).into())
        }
    }
}
