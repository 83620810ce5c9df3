//! `tandem reconcile`: why two figures differ, lead by lead.

use super::funnel::write_leads;
use crate::arguments::{Global, ReconcileArguments};
use crate::as_known;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::Ledger;
use crate::only;
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::unknown;
use app::tell::{Clockwork, count, number};
use app::{FigureTerms, ReconciledFigures};
use facts::{Instant, SubjectId};
use insight::ReconciledLine;
use serde_json::{Value, json};

/// Says why two figures differ.
pub(crate) fn run(
    global: &Global,
    asked: &ReconcileArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { mut engine, now } = Ledger::open(global)?;
    let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
    let first = FigureTerms {
        stage: asked.stage.clone(),
        anchor: asked.anchor.parse()?,
        from: asked.from.clone(),
        until: asked.to.clone(),
        zone: asked.zone.clone(),
        as_known: as_known::moment(asked.as_known.as_deref(), &clock, now)?,
        version: asked.version,
        only: only::read(asked.only.as_deref())?,
    };
    let mut other = first.clone();
    for term in &asked.against {
        change(&mut other, term, &clock, now)?;
    }
    screen.progress("comparing…");
    let then = first.as_known.or(other.as_known);
    let found = engine.reconcile(&first, &other, now);
    let found = found.map_err(|error| match error {
        app::AppError::UnknownName { .. } => unknown::told(&engine, now, error),
        error => as_known::told(&engine, then, now, error),
    })?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = behind(&found, figure).ok_or_else(|| {
            let help =
                "write CAUSE:added or CAUSE:removed with a cause that is shown; or first, other";
            Refusal::new("unknown_figure", format!("there is no figure `{figure}`"), help)
        })?;
        write_leads(&engine, figure, &leads, screen)?;
    } else if screen.is_json() {
        screen.document(&document(&found))?;
    } else {
        show(&found, screen)?;
    }
    Ok(Exit::Fine)
}

/// Changes a term of the other figure.
fn change(
    terms: &mut FigureTerms,
    term: &str,
    clock: &Clockwork,
    now: Instant,
) -> anyhow::Result<()> {
    let (name, value) = term.split_once('=').unwrap_or((term, ""));
    let said = Some(value).filter(|value| !value.is_empty());
    let text = said.map(ToOwned::to_owned);
    match name {
        "stage" => terms.stage = text,
        "anchor" => terms.anchor = said.map(str::parse).transpose()?.unwrap_or_default(),
        "from" => terms.from = text,
        "to" => terms.until = text,
        "zone" => terms.zone = text,
        "as_known" => terms.as_known = as_known::moment(said, clock, now)?,
        "version" => {
            let read = said.map(str::parse).transpose();
            let wrong =
                |_| Refusal::new("bad_term", format!("`{value}` is no version"), "write a number");
            terms.version = read.map_err(wrong)?;
        }
        "where" => terms.only = only::read(said)?,
        _ => {
            let help =
                "write one of stage, anchor, from, to, zone, as_known, version, where, and =VALUE";
            return Err(Refusal::new("bad_term", format!("figures have no `{name}`"), help).into());
        }
    }
    Ok(())
}

fn behind(found: &ReconciledFigures, figure: &str) -> Option<Vec<SubjectId>> {
    let leads = &found.leads;
    let set = match figure {
        "first" => &leads.first,
        "other" => &leads.other,
        _ => {
            let (cause, change) = figure.split_once(':')?;
            let line = leads.lines.iter().find(|line| line.cause.word() == cause)?;
            match change {
                "added" => &line.added,
                "removed" => &line.removed,
                _ => return None,
            }
        }
    };
    Some(set.iter().copied().collect())
}

fn document(found: &ReconciledFigures) -> Value {
    let leads = &found.leads;
    let causes = leads.lines.iter().map(|line| {
        json!({
            "cause": line.cause.word(),
            "meaning": line.cause.meaning(),
            "added": line.added.len(),
            "removed": line.removed.len(),
            "change": line.change(),
        })
    });
    json!({
        "unit": "leads",
        "first": leads.first.len(),
        "other": leads.other.len(),
        "difference": leads.other.len() as i64 - leads.first.len() as i64,
        "both": leads.first.intersection(&leads.other).count(),
        "causes": causes.collect::<Vec<_>>(),
    })
}

fn show(found: &ReconciledFigures, screen: &mut Screen) -> anyhow::Result<()> {
    let leads = &found.leads;
    let both = leads.first.intersection(&leads.other).count();
    let said = format!(
        "{} against {}: {} in both.",
        number(leads.first.len()),
        count(leads.other.len(), "lead"),
        number(both)
    );
    screen.paragraph(&said, 0)?;
    if leads.lines.iter().all(ReconciledLine::is_empty) {
        screen.paragraph("They are the same leads.", 0)?;
        return Ok(());
    }
    screen.gap()?;
    let style = screen.style;
    let right = |name| (name, Align::Right);
    let columns =
        [("Cause", Align::Left), right("More"), right("Fewer"), right("Change"), ("", Align::Left)];
    let mut table = Table::new(&style, &columns);
    for line in leads.lines.iter().filter(|line| !line.is_empty()) {
        table.row(vec![
            line.cause.word().to_owned(),
            format!("+{}", number(line.added.len())),
            format!("\u{2212}{}", number(line.removed.len())),
            format!("{:+}", line.change()),
            line.cause.meaning().to_owned(),
        ]);
    }
    let difference = leads.other.len() as i64 - leads.first.len() as i64;
    let sum = format!("{difference:+}");
    table.row(vec!["together".to_owned(), String::new(), String::new(), sum, String::new()]);
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}
