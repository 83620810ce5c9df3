//! `tandem charter read`: the agreement in plain English.

use super::{problems, text_of};
use crate::arguments::Global;
use crate::exit::Exit;
use crate::ledger::Ledger;
use crate::screen::Screen;
use charter::{Charter, Side, clause_in_words, settings_in_words};
use serde_json::json;
use std::path::Path;

/// Reads a charter back.
pub(crate) fn read(
    global: &Global,
    path: Option<&Path>,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let charter = match path {
        Some(path) => match charter::read(&text_of(path)?) {
            Ok(charter) => charter,
            Err(found) => {
                problems(path, &found, screen)?;
                return Ok(Exit::Refused);
            }
        },
        None => {
            let Ledger { engine, now } = Ledger::open(global)?;
            engine.reign()?.at(now).1.charter.clone()
        }
    };
    let chapters = chapters(&charter);
    if screen.is_json() {
        let chapters: Vec<_> = chapters
            .iter()
            .map(|chapter| {
                let clauses = chapter.clauses.iter();
                let clauses: Vec<_> =
                    clauses.map(|(id, says)| json!({ "clause": id, "says": says })).collect();
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
        for (clause, says) in &chapter.clauses {
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
    matches!(kind, "stage" | "promise" | "handoff").then_some(id)
}

struct Chapter {
    title: &'static str,
    side: Option<Side>,
    clauses: Vec<(String, String)>,
}

fn chapters(charter: &Charter) -> Vec<Chapter> {
    let chapter = |title, side, ids: Vec<String>| {
        let clauses = ids
            .into_iter()
            .filter_map(|id| clause_in_words(charter, &id).map(|says| (id, says)))
            .collect();
        Chapter { title, side, clauses }
    };
    let promises = |side| {
        let own = charter.promises.iter().filter(|promise| promise.by == side);
        own.map(|promise| format!("promise.{}", promise.id)).collect::<Vec<_>>()
    };
    let stages = charter.stages.iter();
    let verdicts = charter.verdicts.iter().flat_map(|terms| {
        let word = terms.verdict.word();
        let reasons = terms.reasons.iter().filter(|(_, after)| after.is_some());
        let reasons = reasons.map(move |(reason, _)| format!("verdict.{word}.{reason}"));
        std::iter::once(format!("verdict.{word}")).chain(reasons)
    });
    let points = (1..=charter.engagement.points.len()).map(|n| format!("engagement.{n}"));
    let all = vec![
        chapter(
            "Who they are: fit",
            None,
            charter.fit.iter().map(|clause| clause.id.clone()).collect(),
        ),
        chapter("What they do: engagement", None, points.collect()),
        chapter(
            "The path",
            None,
            std::iter::once("pass".to_owned())
                .chain(stages.map(|stage| format!("stage.{}", stage.id)))
                .collect(),
        ),
        chapter(
            "Hand-offs",
            None,
            charter.handoffs.iter().map(|handoff| format!("handoff.{}", handoff.id)).collect(),
        ),
        chapter("What marketing promises", Some(Side::Marketing), promises(Side::Marketing)),
        chapter("What sales promises", Some(Side::Sales), promises(Side::Sales)),
        chapter("What sales may answer", None, verdicts.collect()),
    ];
    let settings =
        Chapter { title: "What also holds", side: None, clauses: settings_in_words(charter) };
    all.into_iter().chain([settings]).filter(|chapter| !chapter.clauses.is_empty()).collect()
}
