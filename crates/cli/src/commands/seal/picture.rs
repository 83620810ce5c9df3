//! Sealed periods in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{Clockwork, number};
use app::{Restated, RestatedMetric};
use facts::Precision;
use insight::{Metric, MetricUnit};
use store::Seal;

pub(super) fn list(seals: &[Seal], clock: &Clockwork, screen: &mut Screen) -> anyhow::Result<()> {
    if seals.is_empty() {
        screen.paragraph("No period is sealed: tandem seal make 2026-01 seals January.", 0)?;
        return Ok(());
    }
    let style = screen.style;
    let right = |name| (name, Align::Right);
    let left = |name| (name, Align::Left);
    let columns =
        [right("Seal"), left("From"), left("Before"), right("Charter"), left("Sealed"), left("By")];
    let mut table = Table::new(&style, &columns);
    for seal in seals {
        table.row(vec![
            seal.id.to_string(),
            clock.start(seal.from),
            clock.start(seal.until),
            seal.version.0.to_string(),
            clock.when(seal.sealed_at, Precision::Instant),
            seal.who.clone(),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

pub(super) fn restated(
    restated: &Restated,
    clock: &Clockwork,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let (seal, style) = (&restated.seal, screen.style);
    let said = format!(
        "From {} on and before {}, as {} reported it on {}:",
        clock.start(seal.from),
        clock.start(seal.until),
        seal.who,
        clock.when(seal.sealed_at, Precision::Instant)
    );
    screen.paragraph(&said, 0)?;
    screen.gap()?;
    let right = |name| (name, Align::Right);
    let columns = [
        ("", Align::Left),
        right("Reported"),
        right("Now"),
        right("Change"),
        ("Because", Align::Left),
    ];
    let mut table = Table::new(&style, &columns);
    for metric in &restated.metrics {
        let change = match metric.change() {
            Some(change) if metric.is_restated() => told(metric.metric, Some(change), true),
            _ => String::new(),
        };
        table.row(vec![
            metric.metric.name.to_owned(),
            told(metric.metric, metric.reported.value, false),
            told(metric.metric, metric.now.value, false),
            change,
            because(metric),
        ]);
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    Ok(())
}

/// The causes of a metric, with how much came and went for each.
fn because(metric: &RestatedMetric) -> String {
    let lines = metric.restatements.lines.iter().filter(|line| !line.is_empty());
    let mut said: Vec<String> = lines
        .map(|line| {
            let (added, removed) = (number(line.added.len()), number(line.removed.len()));
            format!("{} +{added} \u{2212}{removed}", line.cause.word())
        })
        .collect();
    if metric.unexplained != 0 {
        said.push(format!("counted otherwise {:+}", -metric.unexplained));
    }
    said.join(", ")
}

/// A value in its unit.
fn told(metric: &Metric, value: Option<f64>, is_signed: bool) -> String {
    let Some(value) = value else { return "-".to_owned() };
    let sign = if is_signed && value >= 0.0 { "+" } else { "" };
    match metric.unit {
        MetricUnit::Share => format!("{sign}{:.1}\u{a0}%", value * 100.0),
        MetricUnit::Count | MetricUnit::Money if value.fract() == 0.0 => {
            format!("{sign}{value:.0}")
        }
        _ => format!("{sign}{value:.1}"),
    }
}
