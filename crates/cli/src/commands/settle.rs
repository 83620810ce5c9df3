//! `tandem settle`.

use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{Clockwork, count, number};
use facts::Precision;
use serde_json::json;

/// Decides what followed from facts and from time until now.
pub(crate) fn run(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    screen.progress("settling…");
    let mut settled = engine.wake(now)?;
    let routed = engine.route_waiting(now)?;
    if routed.given > 0 {
        let placed = engine.settle(now)?;
        settled.leads += placed.leads;
        settled.changes += placed.changes;
    }
    screen.progress_done();
    if screen.is_json() {
        screen.document(&json!({
            "until": now.to_string(),
            "leads": settled.leads,
            "changes": settled.changes,
            "routed": {
                "given": routed.given,
                "nobody_free": routed.nobody_free,
                "in_queue": routed.in_queue,
            },
        }))?;
        return Ok(Exit::Fine);
    }
    screen.line(format!(
        "{} settled until {}; {} appended.",
        count(settled.leads as usize, "lead"),
        clock.when(now, Precision::Instant),
        count(settled.changes as usize, "decision"),
    ))?;
    if routed != app::Routed::default() {
        let waiting = routed.nobody_free + routed.in_queue;
        screen.line(format!(
            "{} given to somebody; {} in the queues, {} of them for want of somebody who is free.",
            count(routed.given as usize, "lead"),
            count(waiting as usize, "lead"),
            number(routed.nobody_free as usize),
        ))?;
    }
    Ok(Exit::Fine)
}
