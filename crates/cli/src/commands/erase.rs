//! `tandem erase`: what says who somebody is goes, what happened stays.

use crate::arguments::{EraseArguments, Global};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::count;
use app::{AppError, ErasurePlan, ErasureReport};
use serde_json::json;
use std::path::Path;
use store::Erasure;

/// Shows what an erasure removes, erases, or repeats and lists erasures.
pub(crate) fn run(
    global: &Global,
    asked: &EraseArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    if let Some(path) = &asked.again {
        return again(global, asked, path, screen);
    }
    match &asked.lead {
        Some(lead) if asked.yes => {
            let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
            let plan = engine.erasure_plan(lead)?;
            screen.progress("erasing…");
            let report = engine.erase(lead, &asked.who, now)?;
            screen.progress_done();
            tell(&report, screen)?;
            if !screen.is_json() {
                warn_of_words(&plan, screen)?;
            }
            Ok(Exit::Fine)
        }
        Some(lead) => {
            let plan = Ledger::open(global)?.engine.erasure_plan(lead)?;
            preview(&plan, lead, screen)
        }
        None => list(global, screen),
    }
}

fn preview(plan: &ErasurePlan, name: &str, screen: &mut Screen) -> anyhow::Result<Exit> {
    if screen.is_json() {
        let identifiers = plan.identifiers.iter();
        let identifiers = identifiers.map(|name| json!([name.namespace, name.value]));
        let personal = plan.personal.iter().map(|one| json!([one.field, one.value]));
        screen.document(&json!({
            "lead": plan.lead.to_string(),
            "subjects": plan.subjects.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "identifiers": identifiers.collect::<Vec<_>>(),
            "personal": personal.collect::<Vec<_>>(),
            "facts_that_stay": plan.facts,
            "words_to_look_at": plan.words,
            "erased": false,
        }))?;
        return Ok(Exit::Fine);
    }
    let merged = plan.subjects.len() - 1;
    let with = if merged == 0 { String::new() } else { format!(", with {merged} merged with it") };
    screen.line(format!("Erasing lead {}{with}, would remove:", plan.lead))?;
    for one in &plan.personal {
        screen.line(format!("  {}: {}", one.field, one.value))?;
    }
    for one in &plan.identifiers {
        screen.line(format!("  {}: {}", one.namespace, one.value))?;
    }
    if plan.personal.is_empty() && plan.identifiers.is_empty() {
        screen.line("  nothing: the ledger does not say who it is")?;
    }
    screen.gap()?;
    let facts = count(plan.facts as usize, "fact");
    screen.line(format!("It would keep {facts} under a random id, so that every figure stays."))?;
    warn_of_words(plan, screen)?;
    screen.line(format!("Nothing was erased. To do it, for good: tandem erase {name} --yes"))?;
    Ok(Exit::Fine)
}

fn warn_of_words(plan: &ErasurePlan, screen: &mut Screen) -> anyhow::Result<()> {
    if plan.words.is_empty() {
        return Ok(());
    }
    let words = plan.words.join("”, “");
    let text = format!(
        "Look at this: the ledger also has “{words}” as the value of a trait or of a fact. An \
         erasure leaves those: a mapping should bring in as personal what says who somebody is."
    );
    Ok(screen.paragraph(&text, 0)?)
}

fn again(
    global: &Global,
    asked: &EraseArguments,
    path: &Path,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let message = format!("the list cannot be read: {error}");
        let help = "name a file that `tandem erase --list` wrote";
        Refusal::new("no_list", message, help).at(path.display().to_string())
    })?;
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    screen.progress("erasing…");
    let report = engine.erase_again(&text, path, &asked.who, now)?;
    screen.progress_done();
    tell(&report, screen)?;
    Ok(Exit::Fine)
}

fn tell(report: &ErasureReport, screen: &mut Screen) -> anyhow::Result<()> {
    let ErasureReport { subjects, identifiers, personal, is_clean } = *report;
    if screen.is_json() {
        return Ok(screen.document(&json!({
            "erased": subjects > 0,
            "subjects": subjects,
            "identifiers": identifiers,
            "personal": personal,
            "is_clean": is_clean,
        }))?);
    }
    screen.line(format!(
        "{} erased: {} and {} removed; what happened stays and counts.",
        count(subjects as usize, "record"),
        count(identifiers as usize, "identifier"),
        count(personal as usize, "personal value"),
    ))?;
    if !is_clean {
        let text = "Another process is reading, so a trace is left in the ledger's log; it goes \
                    when the ledger is next opened with nobody else reading.";
        screen.paragraph(text, 0)?;
    }
    Ok(())
}

fn list(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let engine = Ledger::open(global)?.engine;
    let erasures = engine.store().view().erasures().map_err(AppError::from)?;
    if screen.is_json() {
        let each = erasures.iter().map(
            |one| json!({ "subject": one.subject.to_string(), "at": one.recorded_at.to_string() }),
        );
        screen.document(&json!({ "erasures": each.collect::<Vec<_>>() }))?;
    } else {
        screen.line(Erasure::list(&erasures).trim_end())?;
    }
    Ok(Exit::Fine)
}
