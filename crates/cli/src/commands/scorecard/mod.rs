//! `tandem scorecard`: a point table learned from what became of leads.

mod document;
mod picture;

use super::funnel::write_leads;
use crate::arguments::{Global, ScorecardArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::unknown;
use app::tell::scorecard_in_words;
use app::{CardOutcome, ScorecardAnswer, ScorecardQuestion};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Learns, shows and writes.
pub(crate) fn run(
    global: &Global,
    asked: &ScorecardArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let outcome = CardOutcome::of_word(&asked.outcome).ok_or_else(|| {
        let message = format!("leads have no outcome `{}`", asked.outcome);
        Refusal::new("unknown_outcome", message, "say --outcome accepted, or --outcome won")
    })?;
    let Ledger { engine, now } = Ledger::open(global)?;
    let question = ScorecardQuestion {
        outcome,
        trust: asked.trust.clone(),
        rises: asked.rises.clone(),
        falls: asked.falls.clone(),
    };
    screen.progress("learning…");
    let answer =
        engine.scorecard(&question, now).map_err(|error| unknown::told(&engine, now, error))?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = answer.behind(figure).ok_or_else(|| {
            let names = [
                "sent",
                "worked",
                "unworked",
                "undecided",
                "learned_from",
                "learned_with",
                "held_out",
                "held_out_with",
            ];
            let help = unknown::help("figure", figure, &names.map(str::to_owned));
            Refusal::new("unknown_figure", format!("the scorecard has no figure `{figure}`"), help)
        })?;
        write_leads(&engine, figure, leads.ids(), screen)?;
        return Ok(Exit::Fine);
    }
    if let Some(path) = &asked.write {
        write(path, &answer)?;
    }
    if screen.is_json() {
        screen.document(&document::document(&answer))?;
    } else {
        screen.paragraph(&scorecard_in_words(&answer), 0)?;
        picture::show(&answer, asked.write.as_deref(), screen)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

/// Writes the charter with the learned clauses, if there is one that is sound, to a new file.
fn write(path: &Path, answer: &ScorecardAnswer) -> anyhow::Result<()> {
    let place = path.display().to_string();
    let nothing = |message: String| {
        let help = "see `tandem scorecard` for why, and what can be done";
        Refusal::new("no_scorecard", message, help).at(&place)
    };
    let card = answer.card.as_ref().map_err(|few| nothing(few.to_string()))?;
    let text = card.clauses.charter.as_ref().map_err(|why| nothing(why.to_string()))?;
    if let Some(problems) = &card.clauses.problems {
        return Err(nothing(format!("the charter would not be sound:\n{problems}")).into());
    }
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let written = opened.and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| {
        let refusal = match error.kind() {
            ErrorKind::AlreadyExists => Refusal::new(
                "file_exists",
                "there is a file of this name, and it is left as it is",
                "name another file: --write other.toml",
            ),
            _ => Refusal::new(
                "cannot_write",
                format!("the charter cannot be written: {error}"),
                "name a file in a folder that you may write to",
            ),
        };
        refusal.at(&place).into()
    })
}
