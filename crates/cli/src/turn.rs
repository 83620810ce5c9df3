//! Whose turn it is, and until when, in words.

use crate::show::Style;
use app::LeadRow;
use app::tell::{Clockwork, queue_in_words};
use charter::{Charter, Side};
use facts::{Instant, Precision};
use store::PlaceKind;

/// Whose turn it is: `ben`, `the queue of the SDR`, `the sales team`.
pub(crate) fn whose(row: &LeadRow) -> String {
    match row.place {
        PlaceKind::Nowhere => "nobody".to_owned(),
        PlaceKind::Assignee => row.who.clone(),
        PlaceKind::Queue => queue_in_words(&row.who),
        PlaceKind::Team => format!("{} team", row.who),
        PlaceKind::Nurture => "nurture program".to_owned(),
    }
}

/// The stage's name and the side that is responsible for it.
pub(crate) fn stage<'a>(charter: &'a Charter, id: &str) -> Option<(&'a str, Side)> {
    let stage = charter.stages.iter().find(|stage| stage.id == id)?;
    Some((&stage.name, stage.side))
}

/// `due 14:30, 1 h 12 m left`, `▲ late 2 d 3 h`; empty where nothing is due.
pub(crate) fn due(style: &Style, clock: &Clockwork, row: &LeadRow, now: Instant) -> String {
    let Some(due) = row.due else { return String::new() };
    let apart = clock.apart(due, now, row.precision >= Precision::Day);
    if row.broken {
        return style.late(&format!("{} late {apart}", style.late_mark()));
    }
    format!("due {}, {apart} left", clock.soon(due, now))
}
