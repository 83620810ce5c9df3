//! `tandem metrics`: every metric, with its definition and its value.

mod document;
mod picture;

use super::funnel::{period, write_leads};
use super::opportunities::write_opportunities;
use crate::arguments::{Global, MetricsArguments};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::only;
use crate::screen::Screen;
use crate::unknown;
use app::tell::Clockwork;
use app::{Engine, MetricsAnswer, MetricsQuestion};
use facts::{Instant, Seconds};
use insight::Metric;

/// How long the period is when nobody says.
const USUAL: Seconds = Seconds::days(30);

/// Says what every metric comes to.
pub(crate) fn run(
    global: &Global,
    asked: &MetricsArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    if asked.definitions {
        match screen.is_json() {
            true => screen.document(&document::definitions())?,
            false => picture::definitions(screen)?,
        }
        return Ok(Exit::Fine);
    }
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let then = as_known::moment(asked.as_known.as_deref(), &clock, now)?;
    let question = question(asked, &clock, then, now)?;
    screen.progress("counting…");
    let answer = engine.metrics_asked(&question, now);
    let answer = answer.map_err(|error| as_known::told(&engine, then, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        list(&engine, &answer, figure, screen)?;
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

fn question(
    asked: &MetricsArguments,
    clock: &Clockwork,
    then: Option<Instant>,
    now: Instant,
) -> anyhow::Result<MetricsQuestion> {
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), clock)?;
    let until = until.unwrap_or(then.unwrap_or(now));
    let from = from.unwrap_or(Instant(until.0.saturating_sub(USUAL.micros())));
    if from >= until {
        let message = "the period ends before it begins";
        let help = "give --to as well, or an earlier --from";
        return Err(Refusal::new("bad_time", message.to_owned(), help).into());
    }
    let (other, _) = period(asked.compare_from.as_deref(), None, clock)?;
    let length = until.0 - from.0;
    let before = || (Instant(from.0.saturating_sub(length)), from);
    let compared = match other {
        Some(other) => Some((other, Instant(other.0.saturating_add(length)))),
        None => asked.compare.then(before),
    };
    if asked.by.as_deref() == Some(MetricsQuestion::ASSIGNEE) {
        let message = "people are not shown side by side";
        let help = "ask for --by team, or for one person with --where assignee=WHO";
        return Err(Refusal::new("no_ranking", message.to_owned(), help).into());
    }
    let only = only::read(asked.only.as_deref())?;
    let (by, as_known) = (asked.by.clone(), then);
    Ok(MetricsQuestion { period: (from, until), compared, by, only, as_known })
}

fn list(
    engine: &Engine,
    answer: &MetricsAnswer,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (id, part) = figure.split_once(':').unwrap_or((figure, "behind"));
    let value = answer.values.iter().find(|value| value.metric.id == id);
    let ids = value.and_then(|value| match part {
        "behind" => Some(&value.behind),
        "of" => value.of.as_ref(),
        _ => None,
    });
    let (Some(value), Some(ids)) = (value, ids) else {
        let message = format!("there is no figure `{figure}`");
        let help = match value {
            None => {
                let ids = Metric::ALL.iter().map(|metric| metric.id.to_owned());
                unknown::help("metric", id, &ids.collect::<Vec<_>>())
            }
            Some(_) => format!("write {id}, or {id}:of where it is a share"),
        };
        return Err(Refusal::new("unknown_figure", message, help).into());
    };
    match value.metric.counts {
        "opportunities" => write_opportunities(engine, figure, ids, screen),
        _ => write_leads(engine, figure, ids, screen),
    }
}
