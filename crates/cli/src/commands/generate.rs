//! `tandem generate`: a company that is made up, with its truth.

use super::demo::CHARTER;
use crate::arguments::{GenerateArguments, Global, Story};
use crate::clock;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::screen::Screen;
use app::tell::{count, number};
use app::{Demo, Engine, Generate};
use facts::Instant;
use serde_json::json;
use std::path::Path;
use store::Place;

/// Makes up a company, as files or in a ledger.
pub(crate) fn run(
    global: &Global,
    asked: &GenerateArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Story::Larkfield = asked.story;
    let now = clock::now(global)?;
    match (&asked.out, &global.db) {
        (Some(folder), _) => write_files(asked, folder, now, screen)?,
        (None, Some(_)) => fill_ledger(asked, &global.ledger(), now, screen)?,
        (None, None) => {
            let help = "give --out FOLDER for files, or --db PATH for a fresh ledger";
            return Err(Refusal::new("no_place", "nothing says where to write it", help).into());
        }
    }
    Ok(Exit::Fine)
}

fn write_files(
    asked: &GenerateArguments,
    folder: &Path,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let leads = asked.leads as usize;
    let generate = Generate { seed: asked.seed, leads, charter: CHARTER };
    let made = generate.write(folder, now, &mut |done| {
        screen.progress(&format!("{} of {} leads", number(done), number(leads)));
    })?;
    screen.progress_done();
    if screen.is_json() {
        let files = made.files.iter().map(|(name, rows)| json!({ "name": name, "rows": rows }));
        screen.document(&json!({
            "folder": folder.display().to_string(),
            "files": files.collect::<Vec<_>>(),
            "adopt_at": made.from.to_string(),
            "truth": made.truth.document(),
        }))?;
        return Ok(());
    }
    let shown = folder.display();
    let leads = count(leads, "lead");
    screen.line(format!("{} (made up), {leads}, in {shown}:", made.truth.company.name))?;
    for (name, rows) in &made.files {
        screen.line(format!("  {name:<26}{}", count(*rows as usize, "row")))?;
    }
    screen.line("  mapping.toml              what their columns mean")?;
    screen.line("  charter.toml              who decided on the hand-offs in them")?;
    screen.line("  truth.json                what is really so")?;
    screen.gap()?;
    screen.line(screen.style.strong("Try next"))?;
    screen.line(format!("  tandem charter adopt {shown}/charter.toml --at {}", made.from))?;
    screen.line(format!("  tandem import {shown} --map {shown}/mapping.toml"))?;
    Ok(())
}

fn fill_ledger(
    asked: &GenerateArguments,
    place: &Place,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let leads = asked.leads as usize;
    if leads > Demo::LEADS_MAX {
        let message = format!(
            "{} leads are more than the {} that are told into a ledger day by day",
            number(leads),
            number(Demo::LEADS_MAX)
        );
        let help = "write them as files with --out FOLDER, and import these";
        return Err(Refusal::new("too_many_leads", message, help).into());
    }
    // Beside the ledger; a server has no folder of ours.
    let beside = place.file().unwrap_or(Path::new("./tandem"));
    let truth = beside.with_extension("truth.json");
    if truth.exists() {
        let message = format!("{} is there already", truth.display());
        let help = "name another ledger with --db, or move the file away";
        return Err(Refusal::new("truth_there", message, help).into());
    }
    let mut engine = Engine::open(place.clone())?;
    let demo = Demo { seed: asked.seed, leads, charter: CHARTER, who: "Larkfield Software" };
    let (report, told) = engine.load_demo_with_truth(&demo, now, &mut |told, all| {
        screen.progress(&format!("{} of {} facts", number(told as usize), number(all as usize)));
    })?;
    told.write(&truth)?;
    screen.progress_done();
    if screen.is_json() {
        screen.document(&json!({
            "ledger": place.to_string(),
            "facts": report.facts,
            "truth": told.document(),
        }))?;
        return Ok(());
    }
    screen.paragraph(
        &format!(
            "{} (made up): {}, {}, {} by its charter, in {}; what is really so is in {}.",
            told.company.name,
            count(report.leads as usize, "lead"),
            count(report.facts as usize, "fact"),
            count(report.settled.changes as usize, "decision"),
            place,
            truth.display(),
        ),
        0,
    )?;
    Ok(())
}
