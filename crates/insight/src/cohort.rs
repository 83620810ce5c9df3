//! Which leads a figure is about.

use crate::journey::Journey;
use facts::{Instant, Symbol};
use std::collections::BTreeMap;

/// The leads that began within a period: those that first entered any stage in it.
///
/// A lead belongs to the period in which it began, whenever it went on, so that a later stage of
/// the same funnel speaks of the same leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cohort {
    /// From this instant on.
    pub from: Instant,
    /// Before this instant.
    pub until: Instant,
}

impl Cohort {
    /// Every lead that ever began.
    pub const ALL: Self = Self { from: Instant(i64::MIN), until: Instant::NEVER };

    /// Whether a lead belongs.
    #[must_use]
    pub fn includes(&self, journey: &Journey) -> bool {
        journey.began().is_some_and(|began| self.from <= began.at && began.at < self.until)
    }
}

/// The journeys by their slice, the empty word for those of whom it is not known.
#[must_use]
pub fn by_slice(journeys: Vec<Journey>) -> BTreeMap<Symbol, Vec<Journey>> {
    let mut slices: BTreeMap<Symbol, Vec<Journey>> = BTreeMap::new();
    for journey in journeys {
        slices.entry(journey.slice).or_default().push(journey);
    }
    slices
}
