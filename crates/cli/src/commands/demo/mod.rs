//! `tandem demo`: a fictional company at work, and what its figures tell.

mod story;

use crate::arguments::{DemoArguments, Global};
use crate::clock;
use crate::exit::Exit;
use crate::screen::Screen;
use app::tell::{count, number};
use app::{Demo, Engine};
use facts::Instant;
use std::path::PathBuf;
use store::Place;

/// The charter that the company signed.
pub(super) const CHARTER: &str = include_str!("../../../../../charters/b2b-saas.toml");

/// Builds the company, and tells its story from its ledger.
pub(crate) fn run(
    global: &Global,
    asked: &DemoArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let now = clock::now(global)?;
    let place = match &global.db {
        Some(path) if path.as_os_str() != "temporary" => global.ledger(),
        _ => Place::File(temporary(now)),
    };
    let mut engine = Engine::open(place.clone())?;
    let demo = Demo {
        seed: asked.seed,
        leads: asked.size as usize,
        charter: CHARTER,
        who: "Larkfield Software",
    };
    screen.progress("Larkfield Software goes to work…");
    let report = engine.load_demo(&demo, now, &mut |told, all| {
        screen.progress(&format!("{} of {} facts", number(told as usize), number(all as usize)));
    })?;
    screen.progress_done();
    let story = story::Story::of(&engine, now)?;
    if screen.is_json() {
        screen.document(&story.document(&place, asked, &report)?)?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(
        &format!(
            "Larkfield Software (fictional): {}, {}, {} by its charter.",
            count(report.leads as usize, "lead"),
            count(report.facts as usize, "fact"),
            count(report.settled.changes as usize, "decision"),
        ),
        0,
    )?;
    story.tell(screen)?;
    if asked.serve {
        drop(story);
        let people = engine.add_demo_people(now)?;
        drop(engine);
        return super::serve::demo(global, (&place, asked.listen), &people, screen);
    }
    next_steps(&place, &story, screen)?;
    Ok(Exit::Fine)
}

/// A file of its own among the machine's temporary ones.
fn temporary(now: Instant) -> PathBuf {
    let stamp = now.0 / Instant::PER_SECOND;
    std::env::temp_dir().join(format!("tandem-demo-{stamp}-{}.db", std::process::id()))
}

fn next_steps(place: &Place, story: &story::Story<'_>, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    screen.gap()?;
    screen.line(style.strong("Try next"))?;
    screen.line(format!("  export TANDEM_DB={place}"))?;
    let lead = story.lead().map_or_else(|| "LEAD".to_owned(), |lead| lead.to_string());
    for (command, why) in [
        ("tandem leads --open --limit 10".to_owned(), "who waits, the most urgent first"),
        (format!("tandem why {lead}"), "the lead above, again"),
        ("tandem mirror".to_owned(), "whom marketing sends, and whom sales wins"),
        ("tandem funnel --between mql sal --by account.territory".to_owned(), "who waits where"),
        ("tandem promises".to_owned(), "every promise, by side"),
        ("tandem charter read".to_owned(), "the agreement in plain English"),
    ] {
        screen.line(format!("  {command:<56}{}", style.faint(why)))?;
    }
    Ok(())
}
