//! A learned scorecard in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{clauses_in_words, line_in_words, number, percent, refused_in_words};
use app::{Card, ScorecardAnswer};
use insight::{CardLine, Certainty, Interval, RefusedColumn, Share};
use std::path::Path;

/// The table, what it is worth, and what was refused.
pub(super) fn show(
    answer: &ScorecardAnswer,
    written: Option<&Path>,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    if let Ok(card) = &answer.card {
        lines(&card.table.lines, screen)?;
        calibration(card, screen)?;
        columns("Refused, since it looks filled in afterwards", &card.table.refused, screen)?;
        columns("Trusted, though it looks filled in afterwards", &card.table.trusted, screen)?;
        screen.gap()?;
        screen.paragraph(&clauses_in_words(card), 0)?;
        match written {
            Some(path) => screen.line(format!("It is in {}.", path.display()))?,
            None => screen.line("Have it written: tandem scorecard --write learned.toml")?,
        }
    }
    notes(answer, screen)
}

fn lines(lines: &[CardLine], screen: &mut Screen) -> anyhow::Result<()> {
    screen.gap()?;
    let style = screen.style;
    let columns = [
        ("Points", Align::Right),
        ("for", Align::Left),
        ("Leads", Align::Right),
        ("came to it", Align::Right),
    ];
    let mut table = Table::new(&style, &columns);
    for line in lines {
        table.row(vec![
            format!("{:+}", line.points),
            line_in_words(line),
            number(line.leads),
            percent(Share { part: line.with_outcome, whole: line.leads }),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

fn calibration(card: &Card, screen: &mut Screen) -> anyhow::Result<()> {
    screen.gap()?;
    let style = screen.style;
    screen.line(style.strong("On leads that it has not seen"))?;
    let columns = [
        ("Points", Align::Left),
        ("Leads", Align::Right),
        ("expected", Align::Right),
        ("came to it", Align::Right),
        ("95 %", Align::Right),
    ];
    let mut table = Table::new(&style, &columns);
    for row in &card.table.calibration {
        table.row(vec![
            format!("{} to {}", row.low, row.high),
            number(row.leads.count()),
            format!("{:.0}\u{a0}%", row.expected * 100.0),
            percent(row.observed),
            row.interval.map_or_else(String::new, |it: Interval| {
                format!("{:.0}\u{a0}to\u{a0}{:.0}\u{a0}%", it.low * 100.0, it.high * 100.0)
            }),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

fn columns(title: &str, columns: &[RefusedColumn], screen: &mut Screen) -> anyhow::Result<()> {
    if columns.is_empty() {
        return Ok(());
    }
    screen.gap()?;
    let style = screen.style;
    screen.line(style.strong(title))?;
    for column in columns {
        screen.paragraph(&format!("{}: {}", column.name, refused_in_words(column)), 2)?;
    }
    Ok(())
}

fn notes(answer: &ScorecardAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let mut notes = vec![format!(
        "Estimated. {} handed over, {} worked with a known end, {} worked still, {} never worked.",
        number(answer.sent.count()),
        number(answer.worked.count()),
        number(answer.undecided.count()),
        number(answer.unworked.count()),
    )];
    if answer.is_work_assumed {
        notes.push("Nothing says who was worked, so all are taken to have been.".to_owned());
    }
    if let Some(days) = answer.patience_days {
        notes.push(format!(
            "An open lead counts as not won after {days:.0} days, by which nine of ten that were won \
             had been."
        ));
    }
    if answer.certainty() != Certainty::Exact {
        notes.push(format!(
            "Assumed, since nobody knows when or it was before the first charter: {} of {} ends.",
            number(answer.assumed),
            number(answer.worked.count())
        ));
    }
    if let Ok(card) = &answer.card
        && !card.table.silent.is_empty()
    {
        notes.push(format!(
            "Of no use, or of too little for so few leads: {}.",
            card.table.silent.join(", ")
        ));
    }
    screen.gap()?;
    let style = screen.style;
    screen.paragraph(&style.faint(&notes.join(" ")), 0)?;
    Ok(())
}
