//! The sentence and the picture of a funnel.

use crate::show::{Bar, Style, bars};
use app::tell::{count, number, percent};
use charter::StageKind;
use insight::{Funnel, Path, Share};

/// How many came, how many came to the end, and where most were lost.
pub(crate) fn sentence(path: &Path, funnel: &Funnel) -> String {
    let (Some(first), Some(last)) = (funnel.stages.first(), funnel.stages.last()) else {
        return "The charter has no path.".to_owned();
    };
    if funnel.leads.is_empty() {
        return "No lead has entered a stage yet.".to_owned();
    }
    let names = path.stages();
    let end = &names[last.stage].name;
    let all = first.reached.count();
    let whole = format!(
        "{} came in, and {} reached {end} ({}).",
        count(all, "lead"),
        number(last.reached.count()),
        percent(last.of_first),
    );
    let loss = funnel
        .stages
        .windows(2)
        .max_by_key(|pair| pair[0].reached.count() - pair[1].reached.count());
    let Some([before, after]) = loss else { return whole };
    let lost = before.reached.count() - after.reached.count();
    if lost == 0 {
        return whole;
    }
    format!(
        "{whole} Most stay behind between {} and {}: {} of {}.",
        names[before.stage].name,
        names[after.stage].name,
        number(lost),
        number(before.reached.count()),
    )
}

/// A bar for each stage of the path, in its side's colour, then those beside it.
pub(crate) fn stage_bars(style: &Style, path: &Path, funnel: &Funnel) -> Vec<String> {
    let stages = funnel.stages.iter().enumerate().map(|(index, figures)| {
        let stage = &path.stages()[figures.stage];
        let side = stage.side;
        let step = if index == 0 || figures.of_previous.whole == 0 {
            String::new()
        } else {
            let of = if style.width < 90 { "" } else { " of the stage before" };
            format!("  {:>6}{of}", percent(figures.of_previous))
        };
        let waits = match (stage.kind, figures.waiting.count()) {
            (StageKind::Open, waiting) if waiting > 0 => {
                format!(" {} {} there now", style.dot(), number(waiting))
            }
            _ => String::new(),
        };
        Bar {
            label: style.side(side, &stage.name),
            share: figures.of_first.value().unwrap_or(0.0),
            paint: Box::new(move |style, drawn| style.side(side, drawn)),
            note: format!("{:>7}{step}{waits}", number(figures.reached.count())),
        }
    });
    let all = funnel.stages.first().map_or(0, |first| first.reached.count());
    let beside = funnel.beside.iter().filter(|beside| !beside.resting.is_empty()).map(|beside| {
        let resting = beside.resting.count();
        Bar {
            label: style.faint(&path.stages()[beside.stage].name),
            share: Share { part: resting, whole: all }.value().unwrap_or(0.0),
            paint: Box::new(Style::faint),
            note: format!("{:>7}  there now, beside the path", number(resting)),
        }
    });
    bars(style, stages.chain(beside).collect())
}
