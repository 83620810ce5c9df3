//! `tandem settle`.

use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use crate::words::{Clockwork, count};
use facts::Precision;
use serde_json::json;

/// Decides what followed from facts and from time until now.
pub(crate) fn run(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    screen.progress("settling…");
    let settled = engine.wake(now)?;
    screen.progress_done();
    if screen.is_json() {
        screen.document(&json!({
            "until": now.to_string(),
            "leads": settled.leads,
            "changes": settled.changes,
        }))?;
        return Ok(Exit::Fine);
    }
    screen.line(format!(
        "{} settled until {}; {} appended.",
        count(settled.leads as usize, "lead"),
        clock.when(now, Precision::Instant),
        count(settled.changes as usize, "decision"),
    ))?;
    Ok(Exit::Fine)
}
