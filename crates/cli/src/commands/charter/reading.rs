//! `tandem charter read`: the agreement in plain English.

use super::{charter_of, in_force};
use crate::arguments::Global;
use crate::exit::Exit;
use crate::screen::Screen;
use charter::{ClauseWords, chapters};
use serde_json::json;
use std::path::Path;

/// Reads a charter back.
pub(crate) fn read(
    global: &Global,
    path: Option<&Path>,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let charter = match path {
        Some(path) => charter_of(path, screen)?,
        None => Some(in_force(global)?),
    };
    let Some(charter) = charter else { return Ok(Exit::Refused) };
    let chapters = chapters(&charter);
    if screen.is_json() {
        let chapters: Vec<_> = chapters
            .iter()
            .map(|chapter| {
                let said =
                    |clause: &ClauseWords| json!({ "clause": clause.id, "says": clause.says });
                let clauses: Vec<_> = chapter.clauses.iter().map(said).collect();
                json!({ "title": chapter.title, "clauses": clauses })
            })
            .collect();
        let (name, zone) = (&charter.name, &charter.timezone);
        screen.document(&json!({ "name": name, "timezone": zone, "chapters": chapters }))?;
        return Ok(Exit::Fine);
    }
    screen.line(screen.style.strong(&charter.name))?;
    if !charter.icp_reading.is_empty() {
        screen.paragraph(&format!("Ideal customer: {}", charter.icp_reading), 0)?;
    }
    for chapter in chapters {
        screen.gap()?;
        let title = chapter.side.map_or_else(
            || screen.style.strong(chapter.title),
            |side| screen.style.side(side, chapter.title),
        );
        screen.line(title)?;
        for ClauseWords { id: clause, says } in &chapter.clauses {
            let id = named(clause).map(|id| screen.style.faint(&format!(" [{id}]")));
            let text = format!("  {} {says}{}", screen.style.dot(), id.unwrap_or_default());
            screen.paragraph(&text, 4)?;
        }
    }
    Ok(Exit::Fine)
}

/// The id by which commands name what a clause is about: a stage, a promise, a hand-off.
fn named(clause: &str) -> Option<&str> {
    let (kind, id) = clause.split_once('.')?;
    matches!(kind, "stage" | "promise" | "handoff" | "goal" | "persona").then_some(id)
}
