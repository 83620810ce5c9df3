//! The audit as one page.

use super::{Told, closing};
use crate::failure::Refusal;
use crate::screen::Screen;
use app::tell::audit::{Article, article, noun};
use app::tell::count;
use facts::Instant;
use insight::AuditFindings;
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Writes it to a file that is not there yet.
pub(super) fn write(
    path: &Path,
    told: &Told<'_>,
    names: bool,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let audit = told.audit;
    // What is odd quotes values of the files, which may be names.
    let odd = if names { closing::odd(told) } else { counted(told) };
    let page = article(&Article {
        answer: &audit.answer,
        taken: &closing::taken(told),
        odd: &odd,
        names: names.then_some(&audit.names),
        made_at: now,
    });
    let shown = path.display().to_string();
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let written = opened.and_then(|mut file| file.write_all(page.as_bytes()));
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            let message = "there is a file of this name, and it is left as it is";
            Refusal::new("file_exists", message, "name another file with --html").at(&shown)
        }
        _ => {
            let message = format!("the page cannot be written: {error}");
            let help = "name a file in a folder that is there";
            Refusal::new("cannot_write", message, help).at(&shown)
        }
    })?;
    let found = &audit.answer.findings;
    let all = found.findings.len();
    if screen.is_json() {
        screen.document(&json!({ "path": shown, "bytes": page.len(), "findings": all }))?;
        return Ok(());
    }
    let nobody = if names { "It names people" } else { "It names nobody" };
    screen.line(format!(
        "{shown} tells what happened to {}, with {} in pictures. {nobody}, and needs no network.",
        count(found.cases, noun(found.audited)),
        count(all.min(AuditFindings::FIRST), "finding"),
    ))?;
    Ok(())
}

/// How many rows and files were not read, and no more of them.
fn counted(told: &Told<'_>) -> Vec<String> {
    let rejected = told.audit.import.counts().rows_rejected as usize;
    let unread = told.exports.unread.len();
    let said = [(rejected, "row"), (unread, "file")];
    let some = said.into_iter().filter(|(n, _)| *n > 0);
    some.map(|(n, noun)| format!("{} could not be read and are not counted", count(n, noun)))
        .collect()
}
