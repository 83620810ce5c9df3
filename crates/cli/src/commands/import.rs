//! `tandem import`.

use crate::arguments::{Global, ImportArguments};
use crate::exit::Exit;
use crate::failure::{BadMapping, Refusal};
use crate::ledger::Ledger;
use crate::screen::Screen;
use app::tell::{count, number};
use app::{FileReport, Import, ImportReport, Progress};
use connect::Mapping;
use facts::Instant;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Brings in files, and says what became of each row.
pub(crate) fn run(
    global: &Global,
    asked: &ImportArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let (Some(folder), Some(map)) = (&asked.folder, &asked.map) else {
        return super::undo_import::run(global, asked, screen);
    };
    let mapping = mapping(map)?;
    let as_of = as_of(asked, &mapping)?;
    is_folder(folder)?;
    let Ledger { mut engine, now } = Ledger::open_or_make(global)?;
    let import = Import {
        mapping: &mapping,
        folder,
        rejects: asked.rejects.as_deref(),
        partial: asked.partial,
        dry_run: asked.dry_run,
        as_of,
        rows_max: Import::ROWS_MAX,
    };
    let mut tell = |progress: Progress<'_>| screen.progress(&step(progress));
    let report = engine.import(&import, now, &mut tell)?;
    screen.progress_done();
    let decides = engine.versions().len() > 0;
    if screen.is_json() {
        screen.document(&as_json(&report, decides))?;
    } else {
        say(&report, decides, screen)?;
    }
    let stopped = report.files.iter().any(|file| file.stopped.is_some());
    let rejected = report.counts().rows_rejected > 0;
    Ok(if rejected || stopped { Exit::NeedsALook } else { Exit::Fine })
}

pub(crate) fn step(progress: Progress<'_>) -> String {
    match progress {
        Progress::Reading { file, rows, bytes_read, bytes } => {
            let share = bytes_read * 100 / bytes.max(1);
            format!("{file}: {} rows, {share} %", number(rows as usize))
        }
        Progress::Settling => "Settling the leads …".to_owned(),
    }
}

/// When the files were exported, where it is said.
fn as_of(asked: &ImportArguments, mapping: &Mapping) -> anyhow::Result<Option<Instant>> {
    let Some(text) = &asked.as_of else { return Ok(None) };
    let refusal = || {
        let message = format!("`{text}` is no date");
        Refusal::new("no_date", message, "write `--as-of 2026-11-22`, or with a time in RFC 3339")
    };
    Ok(Some(mapping.export_time(text).ok_or_else(refusal)?))
}

/// Refuses what is no folder before a ledger is made.
fn is_folder(path: &Path) -> anyhow::Result<()> {
    let shown = path.display();
    let message = if path.is_dir() {
        return Ok(());
    } else if path.exists() {
        format!("{shown} is a file, and an import reads a folder")
    } else {
        format!("there is no folder {shown}")
    };
    let help = "give the folder that holds the files which the mapping names";
    Err(Refusal::new("no_folder", message, help).into())
}

fn mapping(map: &Path) -> anyhow::Result<Mapping> {
    let path = map.display().to_string();
    let text = fs::read_to_string(map).map_err(|error| {
        let message = format!("the mapping cannot be read: {error}");
        Refusal::new("unreadable", message, "name a mapping's TOML file with --map").at(&path)
    })?;
    Ok(Mapping::read(&text).map_err(|problems| BadMapping { path, problems })?)
}

fn say(report: &ImportReport, decides: bool, screen: &mut Screen) -> anyhow::Result<()> {
    let counts = report.counts();
    let good = (counts.rows_read - counts.rows_rejected) as usize;
    let verb = if report.dry_run { "would be recorded" } else { "recorded" };
    let new = count(counts.facts_new as usize, "new fact");
    let known = match counts.facts_known {
        0 => String::new(),
        known => format!("; {} known already", number(known as usize)),
    };
    screen.line(format!("{} read, {new} {verb}{known}.", count(good, "good row")))?;
    screen.line(format!(
        "New: {}, {}, {}.",
        count(report.persons_new as usize, "lead"),
        count(report.accounts_new as usize, "account"),
        if report.opportunities_new == 1 {
            "1 opportunity".to_owned()
        } else {
            format!("{} opportunities", number(report.opportunities_new as usize))
        },
    ))?;
    if !report.dry_run {
        screen.line(if decides {
            let leads = count(report.settled.leads as usize, "lead");
            format!("{leads} settled: look at `tandem leads --open` and `tandem funnel`.")
        } else {
            "No charter decides yet: adopt one with `tandem charter adopt FILE`.".to_owned()
        })?;
    }
    let numbers: Vec<_> =
        report.files.iter().filter_map(|file| file.import).map(|it| it.0.to_string()).collect();
    if !report.dry_run && counts.facts_new > 0 {
        let numbers = numbers.join(" ");
        let undo = format!("`tandem import --undo {numbers}` takes it back.");
        screen.line(screen.style.faint(&undo))?;
    }
    for path in &report.absent {
        screen.line(format!("Not there, and left out: {path}"))?;
    }
    rejects(report, screen)?;
    if !report.notes.is_empty() {
        screen.gap()?;
        screen.line("Worth knowing:")?;
        for note in &report.notes {
            screen.paragraph(&format!("  {} {note}", screen.style.dot()), 4)?;
        }
    }
    Ok(())
}

fn rejects(report: &ImportReport, screen: &mut Screen) -> anyhow::Result<()> {
    const SHOWN: usize = 10;
    for file in &report.files {
        if let Some(reason) = &file.stopped {
            let late = screen.style.late(&format!("{} stopped", screen.style.late_mark()));
            screen.line(format!("{late} {}: {reason}", file.path))?;
        }
        if file.counts.rows_rejected == 0 {
            continue;
        }
        screen.gap()?;
        let rejected = count(file.counts.rows_rejected as usize, "row");
        let mark = screen.style.late(&format!("{} {rejected} rejected", screen.style.late_mark()));
        let to = file.rejects_file.as_ref().map_or_else(
            || " (--rejects FOLDER writes them into a file to correct)".to_owned(),
            |path| format!("; correct them in {} and import that folder", path.display()),
        );
        screen.paragraph(&format!("{mark} from {}{to}:", file.path), 2)?;
        for reject in file.rejects.iter().take(SHOWN) {
            screen.paragraph(&format!("  {} {reject}", screen.style.dot()), 4)?;
        }
        let more = (file.counts.rows_rejected as usize).saturating_sub(SHOWN);
        if more > 0 {
            screen.line(format!("  and {} more", number(more)))?;
        }
    }
    Ok(())
}

fn as_json(report: &ImportReport, decides: bool) -> Value {
    let file = |file: &FileReport| {
        let rejects: Vec<_> = file
            .rejects
            .iter()
            .map(|reject| {
                json!({ "line": reject.line, "column": reject.column, "reason": reject.reason,
                        "help": reject.help })
            })
            .collect();
        json!({
            "path": file.path,
            "import": file.import.filter(|_| !report.dry_run).map(|import| import.0),
            "rows_read": file.counts.rows_read,
            "rows_rejected": file.counts.rows_rejected,
            "facts_new": file.counts.facts_new,
            "facts_known": file.counts.facts_known,
            "rejects": rejects,
            "rejects_file": file.rejects_file.as_ref().map(|path| path.display().to_string()),
            "stopped": file.stopped,
        })
    };
    let notes = report.notes.iter().map(|note| {
        json!({ "code": note.code.word(), "file": note.file, "count": note.count,
                "text": note.text })
    });
    let counts = report.counts();
    json!({
        "dry_run": report.dry_run,
        "rows_read": counts.rows_read,
        "rows_rejected": counts.rows_rejected,
        "facts_new": counts.facts_new,
        "facts_known": counts.facts_known,
        "leads_new": report.persons_new,
        "accounts_new": report.accounts_new,
        "opportunities_new": report.opportunities_new,
        "leads_linked": report.linked,
        "files": report.files.iter().map(file).collect::<Vec<_>>(),
        "absent": report.absent,
        "notes": notes.collect::<Vec<_>>(),
        "charter_decides": decides,
        "settled": { "leads": report.settled.leads, "changes": report.settled.changes },
    })
}
