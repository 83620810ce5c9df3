//! Leads that lie together in a table, so that all of them are read at once and not one by one.

use crate::columns::of_id;
use crate::database::{Cell, cells};
use crate::error::StoreError;
use crate::store::View;
use facts::SubjectId;

/// From so many leads on it is worth finding out.
const LEADS_MIN: usize = 256;
/// So many rows between the first and the last, for each lead, are read rather than looked for.
const ROWS_EACH: usize = 6;

/// Leads with few others between them, and where each is in a list.
pub(crate) struct Neighbours {
    /// As they are stored, in order, with their places.
    places: Vec<(i64, usize)>,
}

impl Neighbours {
    /// The leads, if reading all rows between the first and the last is less work than to look for
    /// each; `count` counts rows between two ids, no further than a limit.
    pub(crate) fn among(
        view: &View<'_>,
        leads: &[SubjectId],
        count: &'static str,
    ) -> Result<Option<Self>, StoreError> {
        if leads.len() < LEADS_MIN {
            return Ok(None);
        }
        let mut places: Vec<_> = leads.iter().map(|lead| of_id(*lead)).zip(0..).collect();
        places.sort_unstable();
        // A list may name a lead twice, which has one place here.
        if places.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return Ok(None);
        }
        let neighbours = Self { places };
        let most = (leads.len() * ROWS_EACH) as i64;
        let [low, high] = neighbours.bounds();
        let between = view
            .database
            .one(count, &[low, high, Cell::from(most + 1)], |row| row.take::<i64>())?;
        Ok((between <= most).then_some(neighbours))
    }

    /// The first and the last, as they are stored.
    pub(crate) fn bounds(&self) -> [Cell<'static>; 2] {
        let low = self.places.first().map_or(0, |place| place.0);
        let high = self.places.last().map_or(-1, |place| place.0);
        cells![low, high]
    }

    /// Where a lead is in the list, if it is.
    pub(crate) fn index_of(&self, lead: SubjectId) -> Option<usize> {
        let found = self.places.binary_search_by_key(&of_id(lead), |place| place.0).ok()?;
        Some(self.places[found].1)
    }
}
