//! `tandem leads`.

use crate::arguments::{Global, LeadsArguments};
use crate::exit::Exit;
use crate::ledger::{Ledger, as_of_json};
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::{turn, unknown};
use app::tell::Named;
use app::tell::{Clockwork, count, number};
use app::{AppError, Engine, Kin, LeadFilter, LeadRow};
use charter::Charter;
use facts::Instant;
use insight::Belonging;
use serde_json::{Value, json};

/// Lists leads, the most urgent first.
pub(crate) fn run(
    global: &Global,
    asked: &LeadsArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    let charter = &engine.reign()?.at(now).1.charter;
    if let Some(id) = &asked.stage
        && turn::stage(charter, id).is_none()
    {
        let unknown = AppError::UnknownName { what: "stage", name: id.clone() };
        return Err(unknown::told(&engine, now, unknown));
    }
    let filter = LeadFilter {
        stage: asked.stage.clone(),
        trait_is: asked.trait_is.clone(),
        kin: kin(asked),
        text: asked.text.clone(),
        open_only: asked.open,
        limit: asked.limit,
        ..LeadFilter::default()
    };
    let list = engine.leads(&filter, now).map_err(|error| unknown::told(&engine, now, error))?;
    let mut leads = Vec::new();
    for row in list.rows {
        let belonging = engine.belonging(row.lead, now)?;
        leads.push((Named::of(&engine, row.lead)?, row, belonging));
    }
    if screen.is_json() {
        let rows: Vec<_> = leads
            .iter()
            .map(|(named, row, belonging)| {
                let mut lead = as_json(named, row);
                add_belonging(&mut lead, belonging);
                lead
            })
            .collect();
        let as_of = as_of_json(&engine.as_of(now)?);
        let more = list.next.is_some();
        let total = if more { engine.leads_count(&filter, now)? } else { rows.len() };
        screen.document(&json!({ "as_of": as_of, "total": total, "leads": rows, "more": more }))?;
        return Ok(Exit::Fine);
    }
    let leads: Vec<_> = leads.into_iter().map(|(named, row, _)| (named, row)).collect();
    let all = if list.next.is_some() { engine.leads_count(&filter, now)? } else { leads.len() };
    screen.paragraph(&sentence(asked, &leads, all), 0)?;
    if !leads.is_empty() {
        screen.gap()?;
        show(charter, &leads, now, screen)?;
        screen.gap()?;
        let id = &leads[0].0.lead;
        let hint = format!("Why is the first one there? tandem why {id}");
        screen.paragraph(&screen.style.faint(&hint), 2)?;
    }
    waiting(&engine, now, screen)?;
    Ok(Exit::Fine)
}

/// The persona, unit, motion and pipeline that are asked for.
fn kin(asked: &LeadsArguments) -> Vec<(Kin, String)> {
    let all = [
        (Kin::Persona, &asked.persona),
        (Kin::Unit, &asked.unit),
        (Kin::Motion, &asked.motion),
        (Kin::Pipeline, &asked.pipeline),
    ];
    all.into_iter().filter_map(|(kin, id)| Some((kin, id.clone()?))).collect()
}

/// Adds to a lead, for programs, what the charter makes of it.
pub(super) fn add_belonging(lead: &mut Value, belonging: &Belonging) {
    if let Value::Object(members) = lead {
        members.insert("persona".to_owned(), json!(belonging.persona));
        members.insert("unit".to_owned(), json!(belonging.unit));
        members.insert("motion".to_owned(), json!(belonging.motion));
        members.insert("pipeline".to_owned(), json!(belonging.pipeline));
    }
}

/// Says when figures are old.
pub(super) fn waiting(engine: &Engine, now: Instant, screen: &mut Screen) -> anyhow::Result<()> {
    let as_of = engine.as_of(now)?;
    if as_of.waiting > 0 {
        let leads = count(as_of.waiting as usize, "lead");
        screen.paragraph(&format!("{leads} may have moved since: run `tandem settle`."), 0)?;
    }
    if as_of.trial {
        screen.line("The charter runs as a trial, unsigned: nobody is told of anything.")?;
    }
    Ok(())
}

fn sentence(asked: &LeadsArguments, leads: &[(Named, LeadRow)], all: usize) -> String {
    let late = leads.iter().filter(|(_, row)| row.broken).count();
    let kind = if asked.open { "open lead" } else { "lead" };
    if leads.is_empty() {
        return format!("No {kind} is like that.");
    }
    let first = count(all, kind);
    let late = match late {
        0 => String::new(),
        late if all > leads.len() => {
            format!("; {} of these waited longer than agreed", number(late))
        }
        late => format!("; {} waited longer than agreed", number(late)),
    };
    if all == leads.len() {
        return format!("{first}{late}.");
    }
    let shown = number(leads.len());
    match leads.iter().any(|(_, row)| row.due.is_some()) {
        true => format!("{first}, the {shown} due first{late}; --limit shows more."),
        false => format!("{first}, none with anything due; here are {shown}, --limit shows more."),
    }
}

fn show(
    charter: &Charter,
    leads: &[(Named, LeadRow)],
    now: Instant,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    use Align::{Left, Right};
    let style = screen.style;
    let clock = Clockwork::new(&charter.timezone);
    let scores = style.width >= 90 && has_scores(charter);
    let mut columns = vec![("Lead", Left), ("Stage", Left), ("Whose turn", Left), ("Next", Left)];
    if scores {
        columns.extend([("Fit", Right), ("Engagement", Right)]);
    }
    columns.push(("Id", Left));
    let mut table = Table::new(&style, &columns);
    for (named, row) in leads {
        let stage = turn::stage(charter, &row.stage);
        let mut cells = vec![
            named.call_with_company(),
            stage.map_or_else(|| "-".to_owned(), |(name, side)| style.side(side, name)),
            turn::whose(row),
            turn::due(&style, &clock, row, now)
                .replace("late ", "late\u{a0}")
                .replace(" d", "\u{a0}d"),
        ];
        if scores {
            cells.extend([row.fit, row.engagement].map(|points| format!("{points:.0}")));
        }
        cells.push(named.lead.to_string());
        table.row(cells);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

/// Whether the charter gives points for anything.
fn has_scores(charter: &Charter) -> bool {
    !charter.fit.is_empty() || !charter.engagement.points.is_empty()
}

/// A lead in a list, for programs.
pub(super) fn as_json(named: &Named, row: &LeadRow) -> Value {
    let time = |at: Option<Instant>| at.map(|at| at.to_string());
    json!({
        "lead": named.as_json(),
        "stage": row.stage,
        "place": row.place.word(),
        "who": row.who,
        "pass": row.pass,
        "entered_at": time(row.entered_at),
        "entered_precision": row.precision.word(),
        "fit": row.fit,
        "engagement": row.engagement,
        "due": time(row.due),
        "promise": (!row.promise.is_empty()).then_some(&row.promise),
        "late": row.broken,
        "returns_at": time(row.returns_at),
        "first_touch_at": time(row.first_touch_at),
        "first_outreach_at": time(row.first_outreach_at),
    })
}
