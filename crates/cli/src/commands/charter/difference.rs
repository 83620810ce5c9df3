//! `tandem charter diff`: what changed, clause by clause, in the words of both charters.

use super::{charter_of, in_force};
use crate::arguments::Global;
use crate::exit::Exit;
use crate::screen::Screen;
use app::tell::count;
use charter::{Change, Charter, ClauseChange};
use serde_json::json;
use std::path::Path;

/// Compares two files, or the charter in force with one.
pub(crate) fn diff(
    global: &Global,
    first: &Path,
    second: Option<&Path>,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let (old, new) = match second {
        Some(second) => (charter_of(first, screen)?, Some(second)),
        None => (Some(in_force(global)?), None),
    };
    let Some(old) = old else { return Ok(Exit::Refused) };
    let Some(new) = charter_of(new.unwrap_or(first), screen)? else { return Ok(Exit::Refused) };
    let changes = charter::diff(&old, &new);
    if screen.is_json() {
        let changes: Vec<_> = changes.iter().map(as_json).collect();
        screen.document(&json!({ "old": old.name, "new": new.name, "changes": changes }))?;
        return Ok(Exit::Fine);
    }
    show(&old, &new, &changes, screen)?;
    Ok(Exit::Fine)
}

/// How many clauses changed, and each of them under its chapter.
pub(super) fn show(
    old: &Charter,
    new: &Charter,
    changes: &[ClauseChange],
    screen: &mut Screen,
) -> anyhow::Result<()> {
    screen.paragraph(&summary(old, new, changes), 0)?;
    let mut chapter = "";
    for change in changes {
        if change.chapter != chapter {
            chapter = change.chapter;
            screen.gap()?;
            let title = screen.style.strong(chapter);
            screen.line(title)?;
        }
        tell(change, screen)?;
    }
    Ok(())
}

fn summary(old: &Charter, new: &Charter, changes: &[ClauseChange]) -> String {
    let of = |word: &str| changes.iter().filter(|it| it.change.word() == word).count();
    let names = match old.name == new.name {
        true => format!("\u{201c}{}\u{201d}", new.name),
        false => format!("\u{201c}{}\u{201d} and \u{201c}{}\u{201d}", old.name, new.name),
    };
    if changes.is_empty() {
        return format!("{names}: both charters say the same.");
    }
    let counts = ["changed", "added", "removed", "reworded"].map(|word| (word, of(word)));
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<_> = counts
        .enumerate()
        .map(|(nth, (word, clauses))| match (nth, word) {
            (0, "reworded") => {
                format!("{} reworded, which means the same", count(clauses, "clause"))
            }
            (0, _) => format!("{} {word}", count(clauses, "clause")),
            (_, "reworded") => format!("{clauses} reworded and meaning the same"),
            _ => format!("{clauses} {word}"),
        })
        .collect();
    format!("{names}: {}.", counts.join(", "))
}

fn tell(change: &ClauseChange, screen: &mut Screen) -> anyhow::Result<()> {
    let id = screen.style.faint(&format!("[{}]", change.clause));
    let follows = screen.style.follows_mark();
    match &change.change {
        Change::Added(says) => screen.paragraph(&format!("  + {says} {id}"), 4)?,
        Change::Removed(said) => screen.paragraph(&format!("  - {said} {id}"), 4)?,
        Change::Reworded { was, is } if was == is => {
            let text = format!("  = written another way, it means the same: {is} {id}");
            screen.paragraph(&text, 4)?;
        }
        Change::Changed { was, is } | Change::Reworded { was, is } => {
            let sign = if change.change.is_of_terms() { "~" } else { "=" };
            screen.paragraph(&format!("  {sign} {was}"), 4)?;
            screen.paragraph(&format!("    {follows} {is} {id}"), 4)?;
        }
    }
    Ok(())
}

/// A change for programs.
pub(super) fn as_json(change: &ClauseChange) -> serde_json::Value {
    let (was, is) = match &change.change {
        Change::Added(is) => (None, Some(is)),
        Change::Removed(was) => (Some(was), None),
        Change::Changed { was, is } | Change::Reworded { was, is } => (Some(was), Some(is)),
    };
    json!({
        "clause": change.clause,
        "chapter": change.chapter,
        "part": change.group.word(),
        "change": change.change.word(),
        "terms": change.change.is_of_terms(),
        "was": was,
        "is": is,
    })
}
