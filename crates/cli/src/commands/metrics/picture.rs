//! Metrics in a table.

use crate::as_known;
use crate::only;
use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{Clockwork, days, number};
use app::{MetricsAnswer, MetricsQuestion};
use charter::Side;
use insight::{Metric, MetricTime, MetricUnit, MetricValue};

pub(super) fn show(
    answer: &MetricsAnswer,
    question: &MetricsQuestion,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    let (from, until) = answer.period;
    screen.paragraph(
        &format!(
            "{}{}From {} on and before {}:",
            as_known::opening(question.as_known, clock),
            only::opening(question.only.as_ref()),
            clock.start(from),
            clock.start(until)
        ),
        0,
    )?;
    screen.gap()?;
    let right = |name| (name, Align::Right);
    let mut columns = vec![
        ("", Align::Left),
        right("Value"),
        right("95 %"),
        right("Counts"),
        ("of", Align::Left),
    ];
    if answer.compared.is_some() {
        columns.insert(2, right("Before"));
    }
    let mut table = Table::new(&style, &columns);
    for (place, value) in answer.values.iter().enumerate() {
        let mut row = cells(value, &answer.currency);
        if let Some(before) = &answer.compared {
            row.insert(2, shown(&before.values[place], &answer.currency));
        }
        table.row(row);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    if let Some(before) = &answer.compared {
        let (from, until) = before.period;
        let (from, until) = (clock.start(from), clock.start(until));
        screen.gap()?;
        screen
            .paragraph(&style.faint(&format!("Before: from {from} on and before {until}.")), 0)?;
    }
    if let Some(by) = &question.by {
        slices(answer, by, screen)?;
    }
    let mut note = "Dust is as of now. What each means: tandem metrics --definitions.".to_owned();
    if answer.is_assumed {
        note += " Some of the period was before the first charter: what was decided then is \
                 assumed.";
    }
    screen.gap()?;
    screen.paragraph(&style.faint(&note), 0)?;
    Ok(())
}

/// The figures of each slice, metric by metric: those of which something is known.
fn slices(answer: &MetricsAnswer, by: &str, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    for (place, whole) in answer.values.iter().enumerate() {
        let of_slice = answer.slices.iter().map(|slice| (slice, &slice.values[place]));
        let some = |value: &MetricValue| {
            !value.behind.is_empty() || value.of.as_ref().is_some_and(|of| !of.is_empty())
        };
        let of_slice: Vec<_> = of_slice.filter(|(_, value)| some(value)).collect();
        if of_slice.is_empty() {
            continue;
        }
        screen.gap()?;
        screen.line(style.strong(&format!("{} by {by}", whole.metric.name)))?;
        let right = |name| (name, Align::Right);
        let columns = [
            ("", Align::Left),
            right("Value"),
            right("95 %"),
            right("Counts"),
            ("of", Align::Left),
        ];
        let mut table = Table::new(&style, &columns);
        for (slice, value) in of_slice {
            let mut row = cells(value, &answer.currency);
            row[0] = slice.value.clone().unwrap_or_else(|| "not known".to_owned());
            if value.is_small() {
                row[4] = format!("{} few", row[4]).trim().to_owned();
            }
            table.row(row);
        }
        for line in table.lines() {
            screen.line(line)?;
        }
    }
    Ok(())
}

fn shown(value: &MetricValue, currency: &str) -> String {
    let metric = value.metric;
    let shown = value.value.map_or_else(
        || "-".to_owned(),
        |it| match metric.unit {
            MetricUnit::Count if it.fract() == 0.0 => number(it as usize),
            MetricUnit::Count => format!("{it:.1}"),
            MetricUnit::Share => format!("{:.1} %", it * 100.0),
            MetricUnit::Money => format!("{} {currency}", number(it.round().max(0.0) as usize)),
            MetricUnit::Days => format!("{} d", days(it)),
            MetricUnit::Hours => format!("{it:.1} h"),
        },
    );
    shown.replace(' ', "\u{a0}")
}

fn cells(value: &MetricValue, currency: &str) -> Vec<String> {
    let metric = value.metric;
    let shown = shown(value, currency);
    let interval = value.interval.map_or_else(String::new, |it| {
        format!("{:.0}\u{a0}to\u{a0}{:.0}\u{a0}%", it.low * 100.0, it.high * 100.0)
    });
    let whole = value.of.as_ref().map_or_else(String::new, |of| number(of.len()));
    let counts = match value.behind.len() {
        1 => format!("1 {}", one(metric.counts)),
        some => format!("{} {}", number(some), metric.counts),
    };
    vec![metric.name.to_owned(), shown, interval, counts, whole]
}

/// `opportunity` for `opportunities`.
fn one(counts: &str) -> String {
    match counts.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => counts.trim_end_matches('s').to_owned(),
    }
}

/// What each metric means.
pub(super) fn definitions(screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    for metric in Metric::ALL {
        screen.line(style.strong(&format!("{}  {}", metric.name, metric.id)))?;
        screen.paragraph(&format!("  {}.", sentence(metric)), 2)?;
    }
    Ok(())
}

fn sentence(metric: &Metric) -> String {
    let mut said = metric.definition.to_owned();
    if !metric.of.is_empty() {
        said += &format!("; of {}", metric.of);
    }
    said += &format!(". It counts {}, by {}", metric.counts, metric.anchor);
    said += &format!("; {}", metric.undecided);
    if metric.time == MetricTime::Business {
        said += "; in working hours of the charter's calendar";
    }
    match metric.side {
        Some(Side::Marketing) => said + ". Marketing answers for it",
        Some(Side::Sales) => said + ". Sales answers for it",
        None => said + ". Both sides answer for it",
    }
}
