//! `tandem backup` and `tandem restore`.

use crate::arguments::Global;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::{AppError, Engine};
use serde_json::json;
use std::path::Path;
use store::Store;

/// Copies the ledger as it is at one instant, while others use it.
pub(crate) fn back_up(global: &Global, file: &Path, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { engine, .. } = Ledger::open_to_examine(global)?;
    screen.progress("copying…");
    engine.store().back_up(file).map_err(AppError::from)?;
    screen.progress_done();
    let bytes = std::fs::metadata(file)?.len();
    if screen.is_json() {
        screen.document(&json!({ "file": file.display().to_string(), "bytes": bytes }))?;
    } else {
        let size = format!("{:.1} MB", bytes as f64 / 1e6);
        screen.line(format!("{} is a copy of {} ({size}).", file.display(), global.ledger()))?;
    }
    Ok(Exit::Fine)
}

/// Puts a backup in the place of a ledger that nobody uses.
pub(crate) fn restore(global: &Global, file: &Path, screen: &mut Screen) -> anyhow::Result<Exit> {
    let place = global.ledger();
    let Some(ledger) = place.file() else {
        let help = "use pg_restore; docs/operations.md says how";
        let message = "this ledger is on a server, which restores by its own tools";
        return Err(Refusal::new("not_a_file", message.to_owned(), help).into());
    };
    screen.progress("looking at the backup, page by page…");
    let before = Store::restore(file, ledger).map_err(AppError::from)?;
    screen.progress_done();
    // Opened once, so that who was erased since is erased again before anybody looks.
    let engine = Engine::open(place.clone())?;
    let facts = engine.store().view().tail().map_err(AppError::from)?.0;
    if screen.is_json() {
        let before = before.map(|path| path.display().to_string());
        screen.document(&json!({ "facts": facts, "kept": before }))?;
        return Ok(Exit::Fine);
    }
    let count = app::tell::count(facts as usize, "fact");
    screen.line(format!("{place} is the backup now, with {count}."))?;
    if let Some(before) = before {
        screen.line(format!("What was there is kept as {}.", before.display()))?;
    }
    Ok(Exit::Fine)
}
