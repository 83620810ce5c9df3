//! `tandem coverage`: territories by segments, and buying committees.

use super::funnel::write_leads;
use crate::arguments::{CoverageArguments, Global};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::{Ledger, as_of_json};
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::unknown;
use app::tell::{Named, cell_name, committees_in_words, coverage_in_words, number};
use app::{CommitteeFilter, CommitteeList, CoverageAnswer, CoverageCell, CoverageQuestion, Engine};
use facts::Instant;
use serde_json::{Value, json};

/// Shows cells, or accounts.
pub(crate) fn run(
    global: &Global,
    asked: &CoverageArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    if asked.accounts {
        return accounts(&engine, asked, now, screen);
    }
    let question =
        CoverageQuestion { territory: asked.territory.clone(), segment: asked.segment.clone() };
    screen.progress("counting…");
    let answer =
        engine.coverage(&question, now).map_err(|error| unknown::told(&engine, now, error))?;
    screen.progress_done();
    if let (Some(figure), Some(of)) = (&asked.list, &asked.of) {
        let cell = of.split_once('/').unwrap_or((of, ""));
        let leads = answer.behind(cell, figure).ok_or_else(|| {
            let message = format!("there is no figure `{figure}` of the cell `{of}`");
            let help = "name a cell as `tandem coverage --json` does, and `leads`, `open`, \
                        `with_sales`, `unassigned` or `won`";
            Refusal::new("unknown_figure", message, help)
        })?;
        write_leads(&engine, figure, leads.ids(), screen)?;
    } else if screen.is_json() {
        screen.document(&document(&answer))?;
    } else {
        screen.paragraph(&coverage_in_words(&answer), 0)?;
        show(&answer, screen)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

fn show(answer: &CoverageAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    screen.gap()?;
    let columns = [
        ("Cell", Align::Left),
        ("leads", Align::Right),
        ("open", Align::Right),
        ("with sales", Align::Right),
        ("nobody has", Align::Right),
        ("won", Align::Right),
        ("load of capacity", Align::Right),
        ("most by", Align::Left),
    ];
    let mut table = Table::new(&style, &columns);
    for cell in &answer.cells {
        let most = cell.campaigns.first().or_else(|| cell.sources.first());
        table.row(vec![
            cell_name(cell),
            number(cell.leads.count()),
            number(cell.open.count()),
            number(cell.with_sales.count()),
            number(cell.unassigned.count()),
            number(cell.won.count()),
            load(cell),
            most.map_or_else(String::new, |(name, _)| name.clone()),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

fn load(cell: &CoverageCell) -> String {
    match (cell.people.is_empty(), cell.capacity) {
        (true, _) => "nobody".to_owned(),
        (false, Some(capacity)) => format!("{} of {capacity}", cell.load),
        (false, None) => format!("{} of –", cell.load),
    }
}

fn document(answer: &CoverageAnswer) -> Value {
    let counted = |counts: &[(String, usize)]| {
        let counts = counts.iter().map(|(name, leads)| json!({ "name": name, "leads": leads }));
        counts.collect::<Vec<_>>()
    };
    let cell = |cell: &CoverageCell| {
        json!({
            "territory": cell.territory,
            "segment": cell.segment,
            "leads": cell.leads.count(),
            "open": cell.open.count(),
            "with_sales": cell.with_sales.count(),
            "unassigned": cell.unassigned.count(),
            "won": cell.won.count(),
            "campaigns": counted(&cell.campaigns),
            "sources": counted(&cell.sources),
            "people": cell.people.len(),
            "load": cell.load,
            "capacity": cell.capacity,
            "is_full": cell.is_full(),
        })
    };
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": coverage_in_words(answer),
        "territory": answer.territory,
        "segment": answer.segment,
        "cells": answer.cells.iter().map(cell).collect::<Vec<_>>(),
    })
}

fn accounts(
    engine: &Engine,
    asked: &CoverageArguments,
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let filter =
        CommitteeFilter { all: asked.all, limit: asked.limit, ..CommitteeFilter::default() };
    screen.progress("looking…");
    let list = engine.committees(&filter, now)?;
    screen.progress_done();
    let mut rows = Vec::new();
    for committee in &list.rows {
        let name = Named::of(engine, committee.row.account)?.call();
        let missing = committee.missing().map(|role| list.roles[role].clone());
        rows.push((name, missing, committee));
    }
    let sentence = committees_in_words(&list, asked.all);
    if screen.is_json() {
        let accounts = rows.iter().map(|(name, missing, committee)| {
            json!({
                "id": committee.row.account.to_string(),
                "name": name,
                "is_target": committee.is_target,
                "fit": committee.row.fit,
                "engagement": committee.row.engagement,
                "people": people(&list, &committee.people),
                "others": committee.others,
                "covered": committee.covered(),
                "missing": missing,
            })
        });
        screen.document(&json!({
            "as_of": as_of_json(&engine.as_of(now)?),
            "sentence": sentence,
            "roles": list.roles,
            "missing_next": people(&list, &list.missing),
            "count": list.count,
            "complete": list.complete,
            "accounts": accounts.collect::<Vec<_>>(),
        }))?;
        return Ok(Exit::Fine);
    }
    screen.paragraph(&sentence, 0)?;
    screen.gap()?;
    let style = screen.style;
    let columns = [
        ("Account", Align::Left),
        ("fit", Align::Right),
        ("engagement", Align::Right),
        ("roles", Align::Right),
        ("missing next", Align::Left),
    ];
    let mut table = Table::new(&style, &columns);
    for (name, missing, committee) in rows {
        table.row(vec![
            name,
            format!("{:.0}", committee.row.fit),
            format!("{:.0}", committee.row.engagement),
            format!("{} of {}", committee.covered(), list.roles.len()),
            missing.unwrap_or_default(),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(Exit::Fine)
}

/// So many of each role.
fn people(list: &CommitteeList, counts: &[usize]) -> Value {
    list.roles.iter().cloned().zip(counts.iter().map(|count| json!(count))).collect()
}
