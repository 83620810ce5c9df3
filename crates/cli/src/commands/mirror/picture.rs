//! The mirror in tables.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{count, number, percent};
use app::{MirrorAnswer, MirrorDimension};
use insight::{Difference, Images, MirrorRow};

/// The most values of a trait that are shown; JSON has all.
const SHOWN: usize = 8;
/// The most traits that are shown when none was asked for.
const TRAITS_SHOWN: usize = 4;

/// The traits asked for, or those in which both sides differ.
pub(super) fn show(answer: &MirrorAnswer, asked: bool, screen: &mut Screen) -> anyhow::Result<()> {
    let shown = |dimension: &&MirrorDimension| {
        let mirror = &dimension.mirror;
        !mirror.rows.is_empty() && (asked || mirror.strongest().is_some())
    };
    let most = if asked { usize::MAX } else { TRAITS_SHOWN };
    for dimension in answer.dimensions.iter().filter(shown).take(most) {
        table(answer, dimension, screen)?;
    }
    let more = answer.dimensions.iter().filter(shown).count().saturating_sub(most);
    if more > 0 {
        screen.gap()?;
        screen.line(
            screen
                .style
                .faint(&format!("In {} more they differ; --json has all.", count(more, "trait"))),
        )?;
    }
    Ok(())
}

fn table(
    answer: &MirrorAnswer,
    dimension: &MirrorDimension,
    screen: &mut Screen,
) -> anyhow::Result<()> {
    let style = screen.style;
    screen.gap()?;
    screen.line(style.strong(&format!("By {}", dimension.name)))?;
    let right = |name| (name, Align::Right);
    let mut columns = vec![("", Align::Left), right("Sent"), right("of sent")];
    if answer.accepted_at.is_some() {
        columns.push(right("of accepted"));
    }
    columns.extend([right("Won"), right("of won"), right("Difference"), right("95 %")]);
    let mut table = Table::new(&style, &columns);
    let has_accepted = answer.accepted_at.is_some();
    for row in dimension.mirror.rows.iter().take(SHOWN) {
        table.row(cells(dimension, row, has_accepted, style.unicode));
    }
    let unknown = &dimension.mirror.unknown;
    if !unknown.sent.is_empty() {
        table.row(unknown_cells(unknown, columns.len(), has_accepted));
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    let rows = &dimension.mirror.rows;
    let more = rows.len().saturating_sub(SHOWN);
    if more > 0 {
        screen.line(style.faint(&format!("  and {more} more; --json has all")))?;
    }
    if rows.iter().take(SHOWN).any(MirrorRow::is_small) {
        screen.line(style.faint("  (few): a small sample, which says little"))?;
    }
    Ok(())
}

fn cells(
    dimension: &MirrorDimension,
    row: &MirrorRow,
    has_accepted: bool,
    unicode: bool,
) -> Vec<String> {
    let few = if row.is_small() { " (few)" } else { "" };
    let mut cells = vec![
        format!("{}{few}", dimension.value(row.value)),
        number(row.sent.part),
        percent(row.sent),
    ];
    if has_accepted {
        cells.push(percent(row.accepted));
    }
    cells.extend([number(row.won.part), percent(row.won)]);
    cells.extend(difference(row.won_less_sent, unicode));
    cells
}

/// `-51`, `-54 to -46`, in points of a hundred.
fn difference(difference: Option<Difference>, unicode: bool) -> [String; 2] {
    let Some(Difference { value, interval }) = difference else {
        return ["-".to_owned(), String::new()];
    };
    let points = |value: f64| {
        let points = (value * 100.0).round();
        let text = format!("{:+}", if points == 0.0 { 0.0 } else { points });
        let text = if points == 0.0 { "0".to_owned() } else { text };
        if unicode { text.replace('-', "\u{2212}") } else { text }
    };
    let within = format!("{} to {}", points(interval.low), points(interval.high));
    [points(value), within.replace(' ', "\u{a0}")]
}

fn unknown_cells(unknown: &Images, columns: usize, has_accepted: bool) -> Vec<String> {
    let mut cells = vec![String::new(); columns];
    cells[0] = "(not known)".to_owned();
    cells[1] = number(unknown.sent.count());
    cells[if has_accepted { 4 } else { 3 }] = number(unknown.won.count());
    cells
}
