//! `tandem plan` and `tandem forecast`.

mod document;
mod picture;

use super::funnel::write_leads;
use crate::arguments::{ForecastArguments, Global, PlanArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::unknown;
use app::PlanQuestion;
use app::tell::{backtest_of_forecast_in_words, forecast_in_words, plan_in_words};

/// From a goal back to leads.
pub(crate) fn plan(
    global: &Global,
    asked: &PlanArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    if asked.goal.is_some_and(|goal| !goal.is_finite() || goal <= 0.0) {
        let message = "a goal is an amount above nothing";
        return Err(Refusal::new("bad_goal", message, "say --goal 900000").into());
    }
    let Ledger { engine, now } = Ledger::open(global)?;
    let question = PlanQuestion { goal: asked.goal, days: asked.days, by: asked.by.clone() };
    screen.progress("planning…");
    let answer = engine.plan(&question, now).map_err(|error| unknown::told(&engine, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = answer.behind(figure).ok_or_else(|| {
            let help = "name a stage of the path and `reached`, `came`, `left` or `waiting`, as in \
                        `mql:reached`; or `load`, or `undated`";
            Refusal::new("unknown_figure", format!("the plan has no figure `{figure}`"), help)
        })?;
        write_leads(&engine, figure, leads.ids(), screen)?;
    } else if screen.is_json() {
        screen.document(&document::plan(&answer))?;
    } else {
        screen.paragraph(&plan_in_words(&answer), 0)?;
        picture::plan(&answer, screen)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

/// From the leads there are forward.
pub(crate) fn forecast(
    global: &Global,
    asked: &ForecastArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    screen.progress("drawing…");
    let answer = engine.forecast(asked.days, now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = answer.behind(figure).ok_or_else(|| {
            let names = ["known", "unlike", "won_since"].map(str::to_owned);
            let help = unknown::help("figure", figure, &names);
            Refusal::new("unknown_figure", format!("the forecast has no figure `{figure}`"), help)
        })?;
        write_leads(&engine, figure, leads.ids(), screen)?;
    } else if screen.is_json() {
        screen.document(&document::forecast(&answer))?;
    } else {
        screen.paragraph(&forecast_in_words(&answer), 0)?;
        screen.gap()?;
        screen.paragraph(&backtest_of_forecast_in_words(&answer), 0)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}
