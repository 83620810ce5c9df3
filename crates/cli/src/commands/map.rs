//! `tandem map suggest`: what the columns of unknown files most likely mean.

use super::exports::Exports;
use crate::arguments::{Global, SuggestArguments};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::screen::Screen;
use app::tell::count;
use connect::suggest::{FileGuess, Guess, Joined, Note, Question, Suggestion};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Suggests a mapping.
pub(crate) fn suggest(
    global: &Global,
    asked: &SuggestArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let exports = Exports::look(&asked.files, screen)?;
    let suggestion = exports.suggest(global, &asked.answers)?;
    if let Some(out) = &asked.out {
        write(out, &suggestion.mapping)?;
    }
    if screen.is_json() {
        screen.document(&document(&suggestion, &exports.unread))?;
    } else if let Some(out) = &asked.out {
        tell(&suggestion, &exports, out, screen)?;
    } else {
        screen.line(&suggestion.mapping)?;
    }
    Ok(Exit::Fine)
}

/// A mapping that somebody corrected is never written over.
fn write(path: &Path, mapping: &str) -> anyhow::Result<()> {
    if path.exists() {
        let message = format!("{} is there already", path.display());
        let help = "name another file, or move that one away first";
        return Err(Refusal::new("file_exists", message, help).into());
    }
    fs::write(path, mapping).map_err(|error| {
        let message = format!("the mapping cannot be written: {error}");
        Refusal::new("cannot_write", message, "name a file in a folder that is there")
            .at(path.display().to_string())
            .into()
    })
}

fn tell(
    suggestion: &Suggestion,
    exports: &Exports,
    out: &Path,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let guesses = count(suggestion.guesses.len(), "guess").replace("guesss", "guesses");
    screen.line(format!("{} reads these files, with {guesses} marked in it.", out.display()))?;
    screen.gap()?;
    for file in &suggestion.files {
        let name = screen.style.strong(&file.path);
        screen.paragraph(&format!("  {name}: {}", said_of(file)), 4)?;
    }
    for (name, why) in &exports.unread {
        let late = screen.style.late(&format!("{} not read", screen.style.late_mark()));
        screen.paragraph(&format!("  {late} {name}: {why}"), 4)?;
    }
    questions(&suggestion.questions, screen)?;
    screen.gap()?;
    let folder = exports.folder.display();
    screen.paragraph(
        &format!(
            "Next: look through it, then tandem import {folder} --map {} --dry-run",
            out.display()
        ),
        2,
    )?;
    Ok(())
}

/// What a file is taken for.
pub(crate) fn said_of(file: &FileGuess) -> String {
    let product = file.product.map_or_else(String::new, |product| format!("{} ", product.name()));
    let left = if file.is_read { "" } else { ", left out" };
    format!("{product}{}{left} ({})", file.role.in_words(), file.why)
}

/// The questions whose answers would help, each with the flag that answers it.
pub(crate) fn questions(questions: &[Question], screen: &mut Screen) -> anyhow::Result<()> {
    if questions.is_empty() {
        return Ok(());
    }
    screen.gap()?;
    screen.line(screen.style.strong(match questions.len() {
        1 => "One question would make this better",
        _ => "A few questions would make this better",
    }))?;
    for question in questions {
        screen.paragraph(
            &format!(
                "  {} {} Until then: {}. Answer with {}",
                screen.style.dot(),
                question.text,
                question.assumed,
                question.flag
            ),
            4,
        )?;
    }
    Ok(())
}

fn document(suggestion: &Suggestion, unread: &[(String, String)]) -> Value {
    json!({
        "name": suggestion.name,
        "as_of": suggestion.as_of,
        "has_leads": suggestion.has_leads,
        "mapping": suggestion.mapping,
        "files": suggestion.files.iter().map(file_json).collect::<Vec<_>>(),
        "unread": unread.iter().map(|(file, why)| json!({ "file": file, "why": why })).collect::<Vec<_>>(),
        "joins": suggestion.joins.iter().map(join_json).collect::<Vec<_>>(),
        "guesses": guesses_json(&suggestion.guesses),
        "notes": notes_json(&suggestion.notes),
        "questions": questions_json(&suggestion.questions),
    })
}

pub(crate) fn file_json(file: &FileGuess) -> Value {
    json!({
        "file": file.path,
        "role": file.role.word(),
        "product": file.product.map(connect::suggest::Product::word),
        "why": file.why,
        "is_read": file.is_read,
        "lead_column": file.lead,
    })
}

fn join_json(join: &Joined) -> Value {
    let place = |(file, column): &(String, String)| json!({ "file": file, "column": column });
    let missing = join.missing.iter().map(
        |missing| json!({ "value": missing.value, "rows": missing.rows, "meant": missing.meant }),
    );
    json!({ "from": place(&join.from), "to": place(&join.to), "share": join.share,
            "missing": missing.collect::<Vec<_>>() })
}

pub(crate) fn guesses_json(guesses: &[Guess]) -> Vec<Value> {
    let guesses = guesses.iter();
    guesses
        .map(|it| json!({ "file": it.file, "column": it.column, "what": it.what, "why": it.why }))
        .collect()
}

pub(crate) fn notes_json(notes: &[Note]) -> Vec<Value> {
    let notes = notes.iter();
    notes
        .map(|it| {
            json!({ "id": it.id, "file": it.file, "column": it.column, "text": it.text,
                          "rows": it.rows })
        })
        .collect()
}

pub(crate) fn questions_json(questions: &[Question]) -> Vec<Value> {
    let questions = questions.iter();
    questions
        .map(|it| json!({ "id": it.id, "text": it.text, "assumed": it.assumed, "flag": it.flag }))
        .collect()
}
