//! Snapshots: `tandem rebuild --snapshot`, and keeping one up to date that is there.

use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{count, number};
use app::{AppError, Engine, SnapshotNews};
use facts::Instant;
use serde_json::json;

/// Writes all stories into a snapshot.
pub(crate) fn make(global: &Global, screen: &mut Screen) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_write(global)?;
    screen.progress("writing every story…");
    let report = engine.make_snapshot(now)?;
    screen.progress_done();
    let path = engine.store().snapshot_path().map_err(AppError::from)?.unwrap_or_default();
    let path = path.display();
    if screen.is_json() {
        screen.document(&json!({
            "file": path.to_string(),
            "stories": report.leads,
            "facts": report.facts,
            "size_bytes": report.size_bytes,
        }))?;
        return Ok(Exit::Fine);
    }
    let stories = match report.leads {
        1 => "1 story".to_owned(),
        leads => format!("{} stories", number(leads as usize)),
    };
    let facts = count(report.facts as usize, "fact");
    screen.line(format!("{stories} with {facts} written to {path}."))?;
    Ok(Exit::Fine)
}

/// Has a snapshot that is of no use made again before stories are read, and says so.
pub(crate) fn refresh(
    engine: &mut Engine,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    // To make it again is to write, and what is read afterwards is of the instant after that.
    engine.store_mut().end_reading();
    let news = engine.refresh_snapshot(now)?;
    engine.store_mut().begin_reading().map_err(AppError::from)?;
    match news {
        SnapshotNews::Nothing => {}
        SnapshotNews::MadeAgain(fault) => {
            screen.remark(&format!("the snapshot was discarded ({fault}) and made again"));
        }
        SnapshotNews::NotMade(fault, why) => screen.remark(&format!(
            "the snapshot was discarded ({fault}) and could not be made again ({why}); the ledger \
             itself is read"
        )),
    }
    Ok(())
}
