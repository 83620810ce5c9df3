//! `tandem feedback`: what sales says of the leads that it was given.

mod document;
mod picture;

use super::funnel::{period, write_leads};
use crate::arguments::{FeedbackArguments, Global};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::unknown;
use app::tell::{Clockwork, feedback_in_words};
use app::{Engine, FeedbackAnswer, FeedbackQuestion};
use facts::SubjectId;

/// Counts verdicts.
pub(crate) fn run(
    global: &Global,
    asked: &FeedbackArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), &clock)?;
    let question = FeedbackQuestion { by: Some(asked.by.clone()), from, until };
    screen.progress("listening…");
    let then = as_known::moment(asked.as_known.as_deref(), &clock, now)?;
    let answer = match then {
        Some(then) => engine.feedback_as_known(&question, then),
        None => engine.feedback(&question, now),
    };
    let answer = answer.map_err(|error| as_known::told(&engine, then, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        list(&engine, &answer, figure, screen)?;
    } else if let Some(nth) = asked.remedy {
        let remedy = nth.checked_sub(1).and_then(|nth| answer.remedies.get(nth));
        let remedy = remedy.ok_or_else(|| {
            let message = format!("there is no change of number {nth}");
            let help = match answer.remedies.len() {
                0 => "nothing speaks for a change: ask again when sales has said more".to_owned(),
                some => format!("name one from 1 to {some}"),
            };
            Refusal::new("unknown_remedy", message, help)
        })?;
        screen.line(remedy.charter.trim_end())?;
    } else if screen.is_json() {
        screen.document(&document::document(&answer, then))?;
    } else {
        let known = as_known::opening(then, &clock);
        screen.paragraph(&format!("{known}{}", feedback_in_words(&answer)), 0)?;
        picture::show(&answer, screen)?;
        if then.is_none() {
            super::leads::waiting(&engine, now, screen)?;
        }
    }
    Ok(Exit::Fine)
}

fn list(
    engine: &Engine,
    answer: &FeedbackAnswer,
    figure: &str,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let feedback = &answer.feedback;
    let found: Option<Vec<SubjectId>> = match figure {
        "bought_later" => Some(feedback.bought_later.iter().map(|it| it.lead).collect()),
        "mistaken" => Some(feedback.mistaken.iter().map(|it| it.lead).collect()),
        "waiting" => Some(answer.waiting.ids().to_vec()),
        _ => match figure.rsplit_once(':') {
            Some((value, part)) => answer.behind(Some(value), part),
            None => answer.behind(None, figure),
        },
    };
    let leads = found.ok_or_else(|| {
        let message = format!("feedback has no figure `{figure}`");
        let help = match figure.rsplit_once(':') {
            Some((value, _)) if answer.behind(Some(value), "refused").is_none() => {
                let values = feedback.rows.iter().map(|row| answer.value(row.value).to_owned());
                unknown::help("value", value, &values.collect::<Vec<_>>())
            }
            _ => {
                let part = figure.rsplit(':').next().unwrap_or(figure);
                let reasons = feedback.whole.reasons.iter();
                let reasons = reasons.map(|(reason, _)| answer.reason(*reason).to_owned());
                let verdicts = ["refused", "accepted", "rejected", "recycled", "disqualified"];
                let names = verdicts.map(str::to_owned).into_iter().chain(reasons);
                unknown::help("figure", part, &names.collect::<Vec<_>>())
            }
        };
        Refusal::new("unknown_figure", message, help)
    })?;
    write_leads(engine, figure, &leads, screen)
}
