//! Slices of the funnel, side by side.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{number, percent};
use app::{FunnelAnswer, FunnelSlice};

/// The most slices that a table shows; JSON has all.
const SHOWN: usize = 30;

pub(super) fn show(answer: &FunnelAnswer, by: &str, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    screen.gap()?;
    screen.line(style.strong(&format!("By {by}")))?;
    let path = answer.path.on_path();
    let mut columns = vec![("", Align::Left)];
    columns.extend(path.iter().map(|stage| (stage.name.as_str(), Align::Right)));
    columns.push(("First to last", Align::Right));
    let mut table = Table::new(&style, &columns);
    for slice in answer.slices.iter().take(SHOWN) {
        table.row(row(slice, by));
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    if matches!(by, "motion" | "pipeline") && answer.slices.len() > 1 {
        let note = format!(
            "  A lead counts in each {by} that one of its passes had, with those passes alone."
        );
        screen.line(style.faint(&note))?;
    }
    let more = answer.slices.len().saturating_sub(SHOWN);
    if more > 0 {
        screen.line(style.faint(&format!("  and {more} more; --json has all")))?;
    }
    Ok(())
}

/// What is no trait, but derived by the charter: a lead without it belongs to none.
fn is_derived(by: &str) -> bool {
    !by.contains('.')
}

fn row(slice: &FunnelSlice, by: &str) -> Vec<String> {
    let none = if is_derived(by) { "(none)" } else { "(not known)" };
    let mut cells = vec![slice.value.clone().unwrap_or_else(|| none.to_owned())];
    cells.extend(slice.funnel.stages.iter().map(|stage| number(stage.reached.count())));
    let last = slice.funnel.stages.last();
    cells.push(last.map_or_else(String::new, |last| percent(last.of_first)));
    cells
}
