//! `tandem alignment`: how well both sides are aligned.

use super::funnel::write_leads;
use crate::arguments::{AlignmentArguments, Global};
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::ledger::{Ledger, as_of_json};
use crate::screen::Screen;
use crate::show::{Align, Table};
use crate::unknown;
use app::tell::{Clockwork, alignment_in_words, index_in_words, part_in_words, part_name};
use app::{AlignmentAnswer, AlignmentPeriod};
use insight::AlignmentPart;
use serde_json::{Value, json};

/// Shows the index, its parts and its trend.
pub(crate) fn run(
    global: &Global,
    asked: &AlignmentArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let Ledger { engine, now } = Ledger::open(global)?;
    screen.progress("comparing…");
    let answer = engine.alignment(now)?;
    screen.progress_done();
    if let Some(figure) = &asked.list {
        let leads = answer.behind(figure).ok_or_else(|| {
            let names = ["acceptance", "kept_by_marketing", "kept_by_sales"].map(str::to_owned);
            let help = unknown::help("part", figure, &names);
            Refusal::new("unknown_figure", format!("no leads are behind `{figure}`"), help)
        })?;
        write_leads(&engine, figure, leads, screen)?;
    } else if screen.is_json() {
        screen.document(&document(&answer))?;
    } else {
        let clock = Clockwork::new(&engine.reign()?.at(now).1.charter.timezone);
        show(&answer, &clock, screen)?;
        super::leads::waiting(&engine, now, screen)?;
    }
    Ok(Exit::Fine)
}

fn show(answer: &AlignmentAnswer, clock: &Clockwork, screen: &mut Screen) -> anyhow::Result<()> {
    screen.paragraph(&alignment_in_words(answer), 0)?;
    screen.gap()?;
    for part in &answer.now.parts {
        screen.paragraph(&part_in_words(part, answer.mirror_by.as_deref()), 2)?;
    }
    screen.gap()?;
    let style = screen.style;
    screen.line(style.strong("Month by month, by verdicts and promises"))?;
    let names = answer.now.parts.iter().take(3).map(|part| part_name(part.kind));
    let mut columns = vec![("From", Align::Left), ("Index", Align::Right)];
    columns.extend(names.map(|name| (name, Align::Right)));
    let mut table = Table::new(&style, &columns);
    for month in &answer.months {
        let percent = |part: &AlignmentPart| {
            let value = part.value.map(|value| format!("{:.0}\u{a0}%", value * 100.0));
            value.unwrap_or_else(|| "–".to_owned())
        };
        let mut cells = vec![clock.date(month.from), index_in_words(month)];
        cells.extend(month.parts.iter().map(percent));
        table.row(cells);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

fn document(answer: &AlignmentAnswer) -> Value {
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": alignment_in_words(answer),
        "mirror_by": answer.mirror_by,
        "now": period(&answer.now, answer.mirror_by.as_deref()),
        "months": answer.months.iter().map(|it| period(it, None)).collect::<Vec<_>>(),
    })
}

fn period(period: &AlignmentPeriod, mirror_by: Option<&str>) -> Value {
    let parts = period.parts.iter().map(|part| {
        json!({
            "part": part.kind.word(),
            "reading": part_in_words(part, mirror_by),
            "value": part.value,
            "low": part.interval.map(|it| it.low),
            "high": part.interval.map(|it| it.high),
            "counted": part.part.len(),
            "of": part.of.len(),
        })
    });
    json!({
        "from": period.from.to_string(),
        "until": period.until.to_string(),
        "index": period.index,
        "parts": parts.collect::<Vec<_>>(),
    })
}
