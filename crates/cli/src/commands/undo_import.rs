//! `tandem import --undo`: what an import brought is taken back.

use crate::arguments::{Global, ImportArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::count;
use app::{AppError, UndoPlan};
use serde_json::json;
use store::ImportId;

/// Who takes it back, as the audit trail and retractions name them.
const WHO: &str = "command line";

/// Takes imports back, or says what that would come to.
pub(crate) fn run(
    global: &Global,
    asked: &ImportArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = match asked.dry_run {
        true => Ledger::open(global)?,
        false => Ledger::open_to_write(global)?,
    };
    let known = engine.store().view().imports().map_err(AppError::from)?;
    if let Some(unknown) = asked.undo.iter().find(|id| known.iter().all(|it| it.id.0 != **id)) {
        let message = format!("there is no import {unknown}");
        let help = "give the numbers that importing said; `import` of each file with --json";
        return Err(Refusal::new("unknown_import", message, help).into());
    }
    let imports: Vec<_> = asked.undo.iter().copied().map(ImportId).collect();
    let plan = engine.undo_plan(&imports)?;
    let undone = match asked.dry_run {
        true => None,
        false => Some(engine.undo_imports(&imports, WHO, now)?),
    };
    let UndoPlan { facts, gone_already, leads, leads_gone, leads_worked } = plan;
    if screen.is_json() {
        screen.document(&json!({
            "dry_run": asked.dry_run,
            "imports": asked.undo,
            "facts": facts,
            "gone_already": gone_already,
            "leads": leads,
            "leads_gone": leads_gone,
            "leads_worked": leads_worked,
            "leads_settled": undone.map(|undone| undone.settled.leads),
        }))?;
        return Ok(Exit::Fine);
    }
    let verb = if asked.dry_run { "would be taken back" } else { "taken back" };
    let (facts, leads) = (count(facts as usize, "fact"), count(leads as usize, "lead"));
    screen.line(format!("{facts} {verb}, in the stories of {leads}."))?;
    if leads_gone > 0 {
        let gone = count(leads_gone as usize, "lead");
        screen.line(format!("Of {gone} nothing else is known: no list shows them then."))?;
    }
    if leads_worked > 0 {
        let worked = count(leads_worked as usize, "lead");
        screen
            .line(format!("People wrote verdicts, calls or assignments on {worked}: they stay."))?;
    }
    screen.paragraph(
        &screen.style.faint("Nothing is deleted: importing the same again brings it back."),
        0,
    )?;
    Ok(Exit::Fine)
}
