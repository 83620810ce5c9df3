//! `tandem funnel`: how many leads come how far, and how long they take.

mod document;
mod listing;
mod notes;
mod picture;
mod slices;
mod times;

pub(crate) use listing::write as write_leads;
pub(crate) use picture::{sentence, stage_bars};

use crate::arguments::{FunnelArguments, Global};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::FunnelQuestion;
use app::tell::Clockwork;
use facts::Precision::Instant;

/// Counts leads by how far they came.
pub(crate) fn run(
    global: &Global,
    asked: &FunnelArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let question = question(asked, &clock)?;
    screen.progress("counting…");
    let then = as_known::moment(asked.as_known.as_deref(), &clock, now)?;
    let answer = match then {
        Some(then) => engine.funnel_as_known(&question, then),
        None => {
            super::snapshot::refresh(&mut engine, now, screen)?;
            engine.funnel(&question, now)
        }
    };
    let answer = answer.map_err(|error| as_known::told(&engine, then, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        listing::list(&engine, &answer, figure, screen)?;
        return Ok(Exit::Fine);
    }
    if screen.is_json() {
        screen.document(&document::document(&answer, &question, then))?;
        return Ok(Exit::Fine);
    }
    let said = sentence(&answer.path, &answer.whole.funnel);
    let known = as_known::opening(then, &clock);
    screen.paragraph(&format!("{known}{}{said}", window(&question, &clock)), 0)?;
    screen.gap()?;
    for line in stage_bars(&screen.style, &answer.path, &answer.whole.funnel) {
        screen.line(line)?;
    }
    if let Some(by) = &question.by {
        slices::show(&answer, by, screen)?;
    }
    times::show(&answer, screen)?;
    notes::show(&answer, &clock, screen)?;
    if then.is_none() {
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

fn question(asked: &FunnelArguments, clock: &Clockwork) -> anyhow::Result<FunnelQuestion> {
    let (from, until) = period(asked.from.as_deref(), asked.to.as_deref(), clock)?;
    let between = asked.between.as_deref().and_then(|names| match names {
        [from, to] => Some((from.clone(), to.clone())),
        _ => None,
    });
    let by = asked.by.clone();
    Ok(FunnelQuestion { by, between, from, until })
}

/// The period of `--from` and `--to`.
pub(crate) fn period(
    from: Option<&str>,
    to: Option<&str>,
    clock: &Clockwork,
) -> anyhow::Result<(Option<facts::Instant>, Option<facts::Instant>)> {
    let time = |text: Option<&str>| {
        let read = text.map(|text| clock.read(text)).transpose();
        read.map_err(|message| {
            Refusal::new("bad_time", message, "dates are days in the charter's zone")
        })
    };
    let (from, until) = (time(from)?, time(to)?);
    if let (Some(from), Some(until)) = (from, until)
        && from >= until
    {
        let (from, until) = (clock.when(from, Instant), clock.when(until, Instant));
        let message = format!("there is no time from {from} to {until}");
        let help = "give --from the earlier time and --to the later one, which is not included";
        return Err(Refusal::new("bad_time", message, help).into());
    }
    Ok((from, until))
}

/// Which leads are counted, where only some are: those that began in a window.
fn window(question: &FunnelQuestion, clock: &Clockwork) -> String {
    let when = |at| clock.start(at);
    match (question.from, question.until) {
        (None, None) => String::new(),
        (Some(from), None) => format!("Of the leads that began on {} or later: ", when(from)),
        (None, Some(until)) => format!("Of the leads that began before {}: ", when(until)),
        (Some(from), Some(until)) => {
            let (from, until) = (when(from), when(until));
            format!("Of the leads that began from {from} on and before {until}: ")
        }
    }
}
