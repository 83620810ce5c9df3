//! The funnel as a workbook.

use super::funnel::{Funnel, Slice};
use connect::{Cell, Sheet};

const HEAD: [&str; 10] = [
    "Stage",
    "Side",
    "Reached",
    "Entered",
    "Waiting",
    "Share of the stage before",
    "Share of the first stage",
    "Agreed rate",
    "Actual rate",
    "Certainty",
];

/// Its sheets: the stages, what is beside the path, how long it takes, and, where it is sliced,
/// the stages of each slice. The figures are those of the answer, to the digit.
pub(crate) fn sheets(funnel: &Funnel) -> Vec<Sheet> {
    let head = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut sheets = vec![
        Sheet { name: "Stages".to_owned(), head: head(&HEAD), rows: stages(&funnel.whole) },
        Sheet {
            name: "Beside the path".to_owned(),
            head: head(&["Stage", "Side", "Entered", "Resting"]),
            rows: beside(&funnel.whole),
        },
        Sheet {
            name: "How long it takes".to_owned(),
            head: head(&["From", "To", "Leads", "Median days", "Slowest tenth, days"]),
            rows: paces(&funnel.whole),
        },
    ];
    if let Some(by) = &funnel.by {
        let rows = funnel.slices.iter().flat_map(|slice| {
            let value = slice.value.clone().unwrap_or_else(|| "not known".to_owned());
            stages(slice)
                .into_iter()
                .map(move |row| std::iter::once(Cell::Text(value.clone())).chain(row).collect())
        });
        let names: Vec<_> = std::iter::once(by.as_str()).chain(HEAD).collect();
        sheets.push(Sheet { name: "Slices".to_owned(), head: head(&names), rows: rows.collect() });
    }
    sheets.push(Sheet {
        name: "About".to_owned(),
        head: head(&["What", "Is"]),
        rows: about(funnel),
    });
    sheets
}

fn count(n: usize) -> Cell {
    Cell::Number(n as f64)
}

fn share(share: Option<f64>) -> Cell {
    share.map_or(Cell::Empty, Cell::Share)
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn stages(slice: &Slice) -> Vec<Vec<Cell>> {
    let rows = slice.stages.iter().map(|stage| {
        let target = stage.target.as_ref();
        vec![
            text(&stage.name),
            text(stage.side),
            count(stage.reached),
            count(stage.entered),
            count(stage.waiting),
            share(stage.share_of_previous),
            share(stage.share_of_first),
            share(target.map(|target| target.rate)),
            share(target.and_then(|target| target.actual)),
            text(stage.certainty),
        ]
    });
    rows.collect()
}

fn beside(slice: &Slice) -> Vec<Vec<Cell>> {
    let rows = slice.beside.iter().map(|stage| {
        vec![text(&stage.name), text(stage.side), count(stage.entered), count(stage.resting)]
    });
    rows.collect()
}

fn paces(slice: &Slice) -> Vec<Vec<Cell>> {
    let days = |days: Option<f64>| days.map_or(Cell::Empty, Cell::Number);
    let rows = slice.velocities.iter().map(|pace| {
        let elapsed = pace.elapsed_days.as_ref();
        vec![
            text(&pace.from),
            text(&pace.to),
            count(pace.n),
            days(elapsed.map(|spread| spread.median)),
            days(elapsed.map(|spread| spread.p90)),
        ]
    });
    rows.collect()
}

fn about(funnel: &Funnel) -> Vec<Vec<Cell>> {
    let period = |at: &Option<String>| at.clone().unwrap_or_else(|| "any time".to_owned());
    let known = funnel.as_known.clone().unwrap_or_else(|| "now".to_owned());
    [
        ("Counted", funnel.unit.to_owned()),
        ("Leads that began from", period(&funnel.from)),
        ("Leads that began until", period(&funnel.until)),
        ("As known at", known),
        ("Asked at", funnel.as_of.now.clone()),
    ]
    .into_iter()
    .map(|(what, is)| vec![text(what), Cell::Text(is)])
    .collect()
}
