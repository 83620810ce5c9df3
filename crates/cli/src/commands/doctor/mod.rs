//! `tandem doctor`: whether the ledger is sound and up to date.

mod disk;
mod judge;

use crate::arguments::{DoctorArguments, Global};
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::Clockwork;
use disk::Room;
use judge::{Finding, State};
use serde_json::json;

/// Examines the ledger, and says what to do where something is wrong.
pub(crate) fn run(
    global: &Global,
    asked: &DoctorArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open_to_examine(global)?;
    screen.progress("examining…");
    let found = engine.examine(asked.sample, now)?;
    screen.progress_done();
    let zone = engine.reign().map(|reign| reign.at(now).1.charter.timezone.clone());
    let clock = Clockwork::new(zone.as_deref().unwrap_or("UTC"));
    let findings =
        judge::judge(&found, &Room::around(engine.store(), &global.ledger())?, now, &clock);
    let worst = findings.iter().map(|finding| finding.state).max().unwrap_or(State::Fine);
    if screen.is_json() {
        let findings: Vec<_> = findings.iter().map(Finding::as_json).collect();
        screen.document(&json!({ "healthy": worst == State::Fine, "findings": findings }))?;
    } else {
        tell(&findings, screen)?;
    }
    Ok(if worst == State::Fine { Exit::Fine } else { Exit::NeedsALook })
}

fn tell(findings: &[Finding], screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let amiss = findings.iter().filter(|finding| finding.state != State::Fine).count();
    screen.line(match amiss {
        0 => "The ledger is sound and up to date.".to_owned(),
        1 => "1 thing needs a look.".to_owned(),
        some => format!("{some} things need a look."),
    })?;
    screen.gap()?;
    for finding in findings {
        let mark = match finding.state {
            State::Fine => style.faint(style.dot()),
            State::Look | State::Broken => style.late(style.late_mark()),
        };
        let word = match finding.state {
            State::Broken => style.late("broken: "),
            State::Look | State::Fine => String::new(),
        };
        screen.paragraph(&format!("  {mark} {}: {word}{}", finding.about, finding.says), 4)?;
        if let Some(todo) = &finding.todo {
            screen.paragraph(&format!("    do: {todo}"), 8)?;
        }
    }
    Ok(())
}
