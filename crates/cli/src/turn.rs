//! Whose turn it is, and until when, in words.

use crate::show::Style;
use crate::words::{Clockwork, length};
use app::LeadRow;
use charter::{Charter, Side};
use facts::Instant;
use store::PlaceKind;

/// Whose turn it is: `ben`, `the queue of the SDR`, `the sales team`.
pub(crate) fn whose(row: &LeadRow) -> String {
    match row.place {
        PlaceKind::Nowhere => "nobody".to_owned(),
        PlaceKind::Assignee => row.who.clone(),
        PlaceKind::Queue if row.who.len() <= 3 => format!("{} queue", row.who.to_uppercase()),
        PlaceKind::Queue => format!("{} queue", row.who),
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
    let left = due.micros_since(now);
    if row.broken || left < 0 {
        return style.late(&format!("{} late {}", style.late_mark(), length(left)));
    }
    format!("due {}, {} left", clock.soon(due, now), length(left))
}
