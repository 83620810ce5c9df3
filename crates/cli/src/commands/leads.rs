//! `tandem leads`.

use crate::arguments::{Global, LeadsArguments};
use crate::exit::Exit;
use crate::ledger::{Ledger, as_of_json};
use crate::names::Named;
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::turn;
use crate::words::{Clockwork, count, number};
use app::{AppError, Engine, LeadFilter, LeadRow};
use charter::Charter;
use facts::Instant;
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
        return Err(AppError::UnknownName { what: "stage", name: id.clone() }.into());
    }
    let filter = LeadFilter {
        stage: asked.stage.clone(),
        trait_is: asked.trait_is.clone(),
        text: asked.text.clone(),
        open_only: asked.open,
        limit: asked.limit,
        ..LeadFilter::default()
    };
    let list = engine.leads(&filter, now)?;
    let mut leads = Vec::new();
    for row in list.rows {
        leads.push((Named::of(&engine, row.lead)?, row));
    }
    if screen.is_json() {
        let rows: Vec<_> = leads.iter().map(|(named, row)| as_json(named, row)).collect();
        let as_of = as_of_json(&engine.as_of(now)?);
        screen.document(&json!({ "as_of": as_of, "leads": rows, "more": list.next.is_some() }))?;
        return Ok(Exit::Fine);
    }
    screen.line(sentence(asked, &leads, list.next.is_some()))?;
    if !leads.is_empty() {
        screen.gap()?;
        show(charter, &leads, now, screen)?;
        screen.gap()?;
        let id = &leads[0].0.lead;
        screen.line(screen.style.faint(&format!("Why is the first one there? tandem why {id}")))?;
    }
    waiting(&engine, now, screen)?;
    Ok(Exit::Fine)
}

/// Says when figures are old.
pub(super) fn waiting(engine: &Engine, now: Instant, screen: &mut Screen) -> anyhow::Result<()> {
    let as_of = engine.as_of(now)?;
    if as_of.waiting > 0 {
        let leads = count(as_of.waiting as usize, "lead");
        screen.line(format!("{leads} may have moved since: run `tandem settle`."))?;
    }
    if as_of.trial {
        screen.line("The charter runs as a trial, unsigned: nobody is told of anything.")?;
    }
    Ok(())
}

fn sentence(asked: &LeadsArguments, leads: &[(Named, LeadRow)], more: bool) -> String {
    let late = leads.iter().filter(|(_, row)| row.broken).count();
    let kind = if asked.open { "open lead" } else { "lead" };
    if leads.is_empty() {
        return format!("No {kind} is like that.");
    }
    let shown = count(leads.len(), kind);
    let first = if more { format!("The {shown} due first") } else { shown };
    match late {
        0 => format!("{first}."),
        late => format!("{first}; {} waited longer than agreed.", number(late)),
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
    let mut table = Table::new(
        &style,
        &[
            ("Lead", Left),
            ("Stage", Left),
            ("Whose turn", Left),
            ("Next", Left),
            ("Fit", Right),
            ("Engagement", Right),
            ("Id", Left),
        ],
    );
    for (named, row) in leads {
        let stage = turn::stage(charter, &row.stage);
        table.row(vec![
            named.call_with_company(),
            stage.map_or_else(|| "-".to_owned(), |(name, side)| style.side(side, name)),
            turn::whose(row),
            turn::due(&style, &clock, row, now),
            format!("{:.0}", row.fit),
            format!("{:.0}", row.engagement),
            named.lead.to_string(),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
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
        "entered_precision": super::why::precision_word(row.precision),
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
