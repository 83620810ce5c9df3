//! `tandem audit`: what happened to the leads of an export, and what it cannot say.

mod closing;
mod document;
mod page;
mod picture;

use super::exports::Exports;
use super::import::step;
use crate::arguments::{AuditArguments, Global};
use crate::clock;
use crate::exit::Exit;
use crate::failure::{BadMapping, Refusal};
use crate::screen::Screen;
use crate::show::spark;
use app::tell::{Clockwork, audit as words, certainty};
use app::{AuditAnswer, AuditQuestion, FilesAudit, Progress, ReadyCharter, audit_files};
use connect::Mapping;
use connect::suggest::{Suggestion, comes_later};
use insight::{AuditFindings, Finding};
use std::fs;
use std::path::Path;

/// Looks at an export.
pub(crate) fn run(
    global: &Global,
    asked: &AuditArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let exports = Exports::look(&asked.files, screen)?;
    // A given mapping says what there is to say; what was guessed beside it does not matter.
    let suggestion = match &asked.mapping {
        Some(_) => None,
        None => Some(exports.suggest(global, &asked.answers)?),
    };
    let mapping = match (&asked.mapping, &suggestion) {
        (Some(path), _) => given(path)?,
        (None, Some(suggestion)) => suggested(suggestion)?,
        (None, None) => anyhow::bail!("there is neither a mapping nor a suggestion"),
    };
    let leads = suggestion.as_ref().map(|it| format!("{}.lead", it.name));
    let question = AuditQuestion {
        mapping: &mapping,
        folder: &exports.folder,
        leads: leads.as_deref(),
        charter: ReadyCharter::B2B_SAAS.text,
        later: &comes_later,
    };
    let mut tell = |progress: Progress<'_>| screen.progress(&step(progress));
    let now = clock::now(global)?;
    let audit = audit_files(&question, now, &mut tell)?;
    screen.progress_done();
    let told = Told { audit: &audit, suggestion: suggestion.as_ref(), exports: &exports };
    if let Some(path) = &asked.html {
        page::write(path, &told, asked.names, now, screen)?;
    } else if screen.is_json() {
        screen.document(&document::document(&told))?;
    } else {
        article(&told, &mapping.timezone, screen)?;
    }
    Ok(Exit::Fine)
}

/// Everything that is told.
struct Told<'a> {
    audit: &'a FilesAudit,
    suggestion: Option<&'a Suggestion>,
    exports: &'a Exports,
}

fn given(path: &Path) -> anyhow::Result<Mapping> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        let message = format!("the mapping cannot be read: {error}");
        Refusal::new("unreadable", message, "name a mapping's TOML file with --mapping").at(&shown)
    })?;
    Ok(Mapping::read(&text).map_err(|problems| BadMapping { path: shown, problems })?)
}

/// What was suggested is a mapping as any other.
fn suggested(suggestion: &Suggestion) -> anyhow::Result<Mapping> {
    let path = "the suggested mapping".to_owned();
    Ok(Mapping::read(&suggestion.mapping).map_err(|problems| BadMapping { path, problems })?)
}

/// The article: what there is, findings, and what to know before trusting them.
fn article(told: &Told<'_>, zone: &str, screen: &mut Screen) -> anyhow::Result<()> {
    let answer = &told.audit.answer;
    let findings = &answer.findings;
    heading(findings, zone, screen)?;
    if findings.findings.is_empty() {
        screen.gap()?;
        screen.paragraph("Nothing can be said of how these leads fared; the reasons follow.", 0)?;
    }
    let first = findings.findings.iter().take(AuditFindings::FIRST);
    for (index, finding) in first.enumerate() {
        tell(answer, index + 1, finding, screen)?;
    }
    let more = findings.findings.get(AuditFindings::FIRST..).unwrap_or_default();
    if !more.is_empty() {
        screen.gap()?;
        screen.line(screen.style.strong("Also"))?;
        for finding in more {
            let said = words::sentence(answer, finding);
            screen.paragraph(&format!("  {} {said}", screen.style.dot()), 4)?;
        }
    }
    closing::tell(told, screen)
}

fn heading(findings: &AuditFindings, zone: &str, screen: &mut Screen) -> anyhow::Result<()> {
    let clock = Clockwork::new(zone);
    let noun = words::noun(findings.audited);
    let cases = app::tell::count(findings.cases, noun);
    let Some((first, last)) = findings.period else {
        screen.line(screen.style.strong(&cases))?;
        return Ok(());
    };
    let style = screen.style;
    screen.line(format!(
        "{}  {} {} {}",
        style.strong(&cases),
        style.faint(&clock.date(first)),
        spark(&style, &findings.arrivals),
        style.faint(&clock.date(last)),
    ))?;
    Ok(())
}

fn tell(
    answer: &AuditAnswer,
    place: usize,
    finding: &Finding,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    screen.gap()?;
    let said = words::sentence(answer, finding);
    let style = screen.style;
    let wrapped = style.wrapped(&format!("{place}. {said}"), 3);
    for line in wrapped.lines() {
        screen.line(style.strong(line))?;
    }
    for line in picture::picture(&style, answer, finding) {
        screen.line(line)?;
    }
    let mut notes = vec![certainty(finding.certainty()).to_owned()];
    notes.extend(words::notes(answer, finding));
    let notes = notes.join("; ");
    let note = style.wrapped(&format!("   {notes}"), 3);
    for line in note.lines() {
        screen.line(style.faint(line))?;
    }
    Ok(())
}
