//! `tandem cohorts`: what share of leads had come to a stage by each age.

mod document;
mod picture;

use super::funnel::{period, write_leads};
use crate::arguments::{CohortsArguments, Global};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::only;
use crate::screen::Screen;
use app::tell::Clockwork;
use app::{CohortQuestion, CohortsAnswer};
use facts::SubjectId;

/// Says what share of leads had come to a stage by each age.
pub(crate) fn run(
    global: &Global,
    asked: &CohortsArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let then = as_known::moment(asked.as_known.as_deref(), &clock, now)?;
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), &clock)?;
    let question = CohortQuestion {
        stage: asked.stage.clone(),
        every: asked.every.parse()?,
        from,
        until,
        ages: asked.ages.clone(),
        only: only::read(asked.only.as_deref())?,
        as_known: then,
    };
    screen.progress("counting…");
    let answer = engine.cohorts(&question, now);
    let answer = answer.map_err(|error| as_known::told(&engine, then, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = behind(&answer, figure).ok_or_else(|| {
            let help = "write COHORT:AGE:FIGURE, such as 2026-01-01:30:reached, or all:leads";
            Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
        })?;
        write_leads(&engine, figure, &leads, screen)?;
    } else if screen.is_json() {
        screen.document(&document::document(&answer, &question))?;
    } else {
        picture::show(&answer, &question, &clock, screen)?;
        if then.is_none() {
            super::leads::waiting(&engine, now, screen)?;
        }
    }
    Ok(Exit::Fine)
}

/// The leads behind `COHORT:AGE:FIGURE` or `COHORT:leads`.
fn behind(answer: &CohortsAnswer, figure: &str) -> Option<Vec<SubjectId>> {
    let parts: Vec<&str> = figure.split(':').collect();
    let (cohort, age, part) = match parts[..] {
        [cohort, part] => (cohort, None, part),
        [cohort, age, part] => (cohort, Some(age.parse().ok()?), part),
        _ => return None,
    };
    let began = if cohort == "all" { None } else { Some(cohort.parse().ok()?) };
    answer.behind(began, age, part).map(|leads| leads.ids().to_vec())
}
