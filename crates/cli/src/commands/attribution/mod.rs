//! `tandem attribution`: which touches brought what was won.

mod document;
mod listing;
mod picture;

use super::funnel::period;
use crate::arguments::{AttributionArguments, Global};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::AttributionQuestion;
use app::tell::{Clockwork, attribution_in_words};
use charter::AttributionModel;
use facts::Seconds;

/// Shares results among the touches before them.
pub(crate) fn run(
    global: &Global,
    asked: &AttributionArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), &clock)?;
    let half_life = Seconds::days(i64::from(asked.half_life));
    let question = AttributionQuestion {
        by: Some(asked.by.clone()),
        stage: asked.stage.clone(),
        model: asked.model.as_deref().and_then(|it| AttributionModel::from_word(it, half_life)),
        window: asked.window.map(|days| Seconds::days(i64::from(days))),
        from,
        until,
    };
    screen.progress("sharing…");
    let then = as_known::moment(asked.as_known.as_deref(), &clock, now)?;
    let answer = match then {
        Some(then) => engine.attribution_as_known(&question, then),
        None => engine.attribution(&question, now),
    };
    let answer = answer.map_err(|error| match error {
        app::AppError::Insight(refused) => {
            Refusal::new("too_many", refused.to_string(), "try --by channel").into()
        }
        error => as_known::told(&engine, then, now, error),
    })?;
    screen.progress_done();
    if let Some(value) = &asked.list {
        listing::list(&engine, &answer, value, screen)?;
    } else if screen.is_json() {
        screen.document(&document::document(&answer, then))?;
    } else {
        let known = as_known::opening(then, &clock);
        screen.paragraph(&format!("{known}{}", attribution_in_words(&answer)), 0)?;
        picture::show(&answer, asked.models, screen)?;
        if then.is_none() {
            super::leads::waiting(&engine, now, screen)?;
        }
    }
    Ok(Exit::Fine)
}
