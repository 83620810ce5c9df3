//! Metrics in a table.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::MetricsAnswer;
use app::tell::{Clockwork, days, number};
use charter::Side;
use insight::{Metric, MetricTime, MetricUnit, MetricValue};

pub(super) fn show(
    answer: &MetricsAnswer,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    let (from, until) = answer.period;
    screen.paragraph(
        &format!("From {} on and before {}:", clock.start(from), clock.start(until)),
        0,
    )?;
    screen.gap()?;
    let right = |name| (name, Align::Right);
    let columns =
        [("", Align::Left), right("Value"), right("95 %"), right("Counts"), ("of", Align::Left)];
    let mut table = Table::new(&style, &columns);
    for value in &answer.values {
        table.row(cells(value, &answer.currency));
    }
    for line in table.lines() {
        screen.line(line)?;
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

fn cells(value: &MetricValue, currency: &str) -> Vec<String> {
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
    let interval = value.interval.map_or_else(String::new, |it| {
        format!("{:.0}\u{a0}to\u{a0}{:.0}\u{a0}%", it.low * 100.0, it.high * 100.0)
    });
    let whole = value.of.as_ref().map_or_else(String::new, |of| number(of.len()));
    let counts = match value.behind.len() {
        1 => format!("1 {}", one(metric.counts)),
        some => format!("{} {}", number(some), metric.counts),
    };
    vec![metric.name.to_owned(), shown.replace(' ', "\u{a0}"), interval, counts, whole]
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
