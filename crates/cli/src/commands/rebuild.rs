//! `tandem rebuild`.

use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{count, number};
use app::{Difference, RebuildReport};
use serde_json::{Value, json};

/// Decides everything anew from the facts alone, and compares.
pub(crate) fn run(global: &Global, check: bool, screen: &mut Screen) -> anyhow::Result<Exit> {
    let opened = if check { Ledger::open(global)? } else { Ledger::open_to_write(global)? };
    let Ledger { mut engine, now } = opened;
    screen.progress("folding every lead anew…");
    let report = engine.rebuild(check, now)?;
    screen.progress_done();
    if screen.is_json() {
        screen.document(&as_json(&report, check))?;
    } else {
        say(&report, check, screen)?;
    }
    Ok(if check && !report.is_clean() { Exit::NeedsALook } else { Exit::Fine })
}

fn say(report: &RebuildReport, check: bool, screen: &mut Screen) -> anyhow::Result<()> {
    let leads = count(report.leads as usize, "lead");
    if report.is_clean() {
        screen.line(format!("{leads} folded anew: everything recorded is what the facts say."))?;
    } else {
        let differing = number(report.differing as usize);
        let done = if check { "Nothing was written" } else { "Corrections were appended" };
        screen.line(format!("{leads} folded anew: {differing} differ. {done}."))?;
        if !report.members_agree {
            screen.line("Who belongs to whose story was not recorded as the links say.")?;
        }
        for Difference { lead, changes, projections } in report.differences.iter().take(10) {
            let changes = count(changes.len(), "correction");
            let rest = if projections.is_some() { " and where it rests" } else { "" };
            screen.line(format!("  {lead}: {changes}{rest}; see `tandem why {lead}`"))?;
        }
    }
    if report.waiting > 0 {
        let waiting = count(report.waiting as usize, "lead");
        screen.line(format!("{waiting} left out that wait for `tandem settle`."))?;
    }
    Ok(())
}

fn as_json(report: &RebuildReport, check: bool) -> Value {
    let differences: Vec<_> = report
        .differences
        .iter()
        .map(|difference| {
            json!({
                "lead": difference.lead.to_string(),
                "changes": difference.changes.len(),
                "projection_differs": difference.projections.is_some(),
            })
        })
        .collect();
    json!({
        "check": check,
        "clean": report.is_clean(),
        "leads": report.leads,
        "left_out": report.waiting,
        "members_agree": report.members_agree,
        "differing": report.differing,
        "differences": differences,
    })
}
