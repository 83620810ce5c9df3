//! A lead's facts in order.

use crate::Row;
use facts::{FactKey, SubjectId};

/// A lead's facts in order, borrowed from columns of equal length.
#[derive(Clone, Copy, Debug)]
pub struct Story<'a> {
    /// The lead.
    pub lead: SubjectId,
    /// Its facts in order.
    pub rows: &'a [Row],
    /// The key of each fact.
    pub keys: &'a [FactKey],
}

/// A lead's facts in order, owned.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnedStory {
    /// The lead.
    pub lead: SubjectId,
    /// Its facts in order.
    pub rows: Vec<Row>,
    /// The key of each fact.
    pub keys: Vec<FactKey>,
}

impl OwnedStory {
    /// The story as the fold reads it.
    #[must_use]
    pub fn as_story(&self) -> Story<'_> {
        Story { lead: self.lead, rows: &self.rows, keys: &self.keys }
    }
}
