//! How long leads take.

use crate::screen::Screen;
use crate::show::{Align, Table};
use app::tell::{days, number};
use app::{FunnelAnswer, FunnelSlice};
use insight::{Milestone, Path, Velocity};

pub(super) fn show(answer: &FunnelAnswer, screen: &mut Screen) -> anyhow::Result<()> {
    let style = screen.style;
    let asked: Vec<(Option<&FunnelSlice>, &Velocity)> = answer.whole.between.as_ref().map_or_else(
        || answer.whole.velocities.iter().map(|velocity| (None, velocity)).collect(),
        |between| {
            let slices = answer.slices.iter();
            let slices = slices.filter_map(|slice| Some((Some(slice), slice.between.as_ref()?)));
            std::iter::once((None, between)).chain(slices).collect()
        },
    );
    screen.gap()?;
    screen.line(style.strong("How long it takes, in calendar days"))?;
    let columns = ["Leads", "Median", "Mean", "p75", "p90", "Longest", "Waiting", "Gone"];
    let columns = columns.map(|name| (name, Align::Right));
    let mut table = Table::new(&style, &[&[("", Align::Left)], &columns[..]].concat());
    for (slice, velocity) in asked {
        let name = match slice {
            None => way(&answer.path, velocity, screen),
            Some(slice) => {
                format!("  {}", slice.value.clone().unwrap_or_else(|| "(not known)".to_owned()))
            }
        };
        table.row(row(name, velocity));
    }
    for line in table.lines() {
        screen.line(line)?;
    }
    let note = "Waiting may still come; gone rest now without having come.";
    screen.paragraph(&style.faint(&format!("  {note}")), 2)?;
    Ok(())
}

fn row(name: String, velocity: &Velocity) -> Vec<String> {
    let mut cells = vec![name, number(velocity.passages.len())];
    match &velocity.calendar_days {
        None => cells.extend(std::iter::repeat_n("-".to_owned(), 5)),
        Some(summary) => {
            let figures = [summary.median, summary.mean, summary.p75, summary.p90, summary.max];
            cells.extend(figures.map(days));
        }
    }
    cells.push(number(velocity.waiting.count()));
    cells.push(number(velocity.gone.count()));
    cells
}

fn way(path: &Path, velocity: &Velocity, screen: &Screen) -> String {
    let follows = screen.style.follows_mark();
    format!("{} {follows} {}", name(path, velocity.from), name(path, velocity.to))
}

/// A milestone for people.
pub(super) fn name(path: &Path, milestone: Milestone) -> String {
    match milestone {
        Milestone::FirstTouch => "first touch".to_owned(),
        Milestone::Stage(stage) => path.stages()[stage].name.clone(),
    }
}

/// A milestone for programs.
pub(super) fn id(path: &Path, milestone: Milestone) -> String {
    match milestone {
        Milestone::FirstTouch => app::FunnelQuestion::FIRST_TOUCH.to_owned(),
        Milestone::Stage(stage) => path.stages()[stage].id.clone(),
    }
}
