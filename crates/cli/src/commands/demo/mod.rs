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
    let charter = of_this_quarter(CHARTER, asked.size as usize, now);
    let demo = Demo {
        seed: asked.seed,
        leads: asked.size as usize,
        charter: &charter,
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

/// What the company plans to win of each lead, in the charter's currency; so much that it stands at
/// about 78 % of its plan.
const REVENUE_PER_LEAD: usize = 360;
/// What it plans to open.
const PIPELINE_PER_LEAD: usize = 720;

/// The charter with goals of the company's size and of the quarter in which it is, in UTC: a goal
/// whose time is not come tells nothing.
fn of_this_quarter(charter: &str, leads: usize, now: Instant) -> String {
    let today = now.to_string();
    let month = today.get(5..7).and_then(|month| month.parse::<u8>().ok());
    let (Some(year), Some(month)) = (today.get(..4), month) else { return charter.to_owned() };
    let quarter = month.div_ceil(3);
    charter
        .replace("\"2027-Q1\"", &format!("\"{year}-Q{quarter}\""))
        .replace("-q1\"", &format!("-q{quarter}\""))
        .replace("target = 900000", &format!("target = {}", REVENUE_PER_LEAD * leads))
        .replace("target = 3600000", &format!("target = {}", PIPELINE_PER_LEAD * leads))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_goals_of_the_company_are_of_the_quarter_in_which_it_is() {
        let now = Instant::parse("2026-11-22T12:00:00Z").unwrap();
        let text = of_this_quarter(CHARTER, 300, now);
        let charter = charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
        let goals: Vec<_> = charter.goals.iter().map(|goal| goal.id.as_str()).collect();
        assert_eq!(goals, ["new-revenue-q4", "pipeline-q4"]);
        let targets: Vec<_> = charter.goals.iter().map(|goal| goal.target).collect();
        assert_eq!(targets, [108_000.0, 216_000.0]);
        let starts = charter.goals.iter().filter_map(|goal| goal.period.start());
        assert!(starts.map(|date| date.to_string()).all(|date| date == "2026-10-01"));
    }
}
