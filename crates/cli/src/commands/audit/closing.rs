//! What to know before trusting an audit: what was odd, what was guessed, what cannot be said.

use super::Told;
use crate::commands::map::{questions, said_of};
use crate::screen::Screen;
use app::tell::audit::limit_in_words;
use app::tell::{count, number};
use app::{FilesAudit, NoteCode};
use connect::suggest::AsOfFrom;

/// The most lines of each list; JSON has all.
const SHOWN: usize = 12;

pub(super) fn tell(told: &Told<'_>, screen: &mut Screen) -> anyhow::Result<()> {
    list("What these files cannot say", &cannot(told), screen)?;
    list("Odd in the data", &odd(told), screen)?;
    list("Taken to be so", &taken(told), screen)?;
    if let Some(suggestion) = told.suggestion {
        questions(&suggestion.questions, screen)?;
    }
    let folder = told.exports.folder.display();
    screen.gap()?;
    let style = screen.style;
    let next = format!(
        "Correct what was taken wrongly: tandem map suggest {folder} > mapping.toml, then tandem audit \
         {folder} --mapping mapping.toml. Exact, assumed and estimated are three words here: nothing above \
         is estimated."
    );
    let wrapped = style.wrapped(&next, 0);
    for line in wrapped.lines() {
        screen.line(style.faint(line))?;
    }
    Ok(())
}

fn list(title: &str, lines: &[String], screen: &mut Screen) -> anyhow::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    screen.gap()?;
    screen.line(screen.style.strong(title))?;
    for line in lines.iter().take(SHOWN) {
        screen.paragraph(&format!("  {} {line}", screen.style.dot()), 4)?;
    }
    let more = lines.len().saturating_sub(SHOWN);
    if more > 0 {
        screen.line(screen.style.faint(&format!("  and {more} more; --json has all")))?;
    }
    Ok(())
}

fn cannot(told: &Told<'_>) -> Vec<String> {
    let limits = told.audit.answer.findings.limits.iter();
    limits
        .map(|limit| {
            let (text, needs) = limit_in_words(*limit);
            format!("{text} Needed: {needs}.")
        })
        .collect()
}

/// What is odd: by the look of the columns, and by what the import says.
pub(super) fn odd(told: &Told<'_>) -> Vec<String> {
    let FilesAudit { answer, import, .. } = told.audit;
    let mut odd = Vec::new();
    let rejected = import.counts().rows_rejected;
    if rejected > 0 {
        let first = import.files.iter().flat_map(|file| &file.rejects).next();
        let first = first.map_or_else(String::new, |reject| format!(", first {reject}"));
        odd.push(format!(
            "{} could not be read and are not counted{first}",
            count(rejected as usize, "row")
        ));
    }
    for file in &import.files {
        odd.extend(
            file.stopped.iter().map(|why| format!("{} was not read to its end: {why}", file.path)),
        );
    }
    odd.extend(told.exports.unread.iter().map(|(file, why)| format!("{file} was not read: {why}")));
    // What is assumed is said with each figure, and unknown names concern a charter.
    let telling = |code: NoteCode| {
        matches!(
            code,
            NoteCode::OrderContradicted
                | NoteCode::JoinsNothing
                | NoteCode::NamesTwo
                | NoteCode::RepeatedRow
        )
    };
    odd.extend(import.notes.iter().filter(|note| telling(note.code)).map(ToString::to_string));
    if let Some(suggestion) = told.suggestion {
        odd.extend(suggestion.notes.iter().map(|note| format!("{}: {}", note.file, note.text)));
    }
    let alone = answer.deals_alone;
    if answer.findings.audited == insight::Audited::Leads && alone > 0 {
        odd.push(format!(
            "{} in these files belong to no lead, and are in no figure",
            count(alone, "deal")
        ));
    }
    odd
}

/// What was taken to be so.
pub(super) fn taken(told: &Told<'_>) -> Vec<String> {
    let Some(suggestion) = told.suggestion else { return Vec::new() };
    let files = suggestion.files.iter().map(|file| format!("{}: {}", file.path, said_of(file)));
    let guesses = suggestion
        .guesses
        .iter()
        .map(|guess| format!("{}: {} ({})", guess.file, guess.what, guess.why));
    let mut taken: Vec<String> = files.chain(guesses).collect();
    let from = match suggestion.as_of_from {
        AsOfFrom::Said => "the date that was given",
        AsOfFrom::LastDate => "the last date in the files",
        AsOfFrom::Today => "today, as no column says when anything happened",
    };
    taken.push(format!("What no column dates holds since {from}, {}", suggestion.as_of));
    taken.push(format!("A day begins at midnight in {}", told.audit.answer.charter.timezone));
    if told.audit.answer.findings.cases == 0 {
        taken.push(format!("{} leads were found", number(0)));
    }
    taken
}
