//! Many stories, one after the other in the same columns.

use crate::{Row, Story};
use facts::{FactKey, SubjectId};

/// Many stories in shared columns: 32 bytes a fact and 16 a lead.
#[derive(Clone, Debug, Default)]
pub struct Timelines {
    leads: Vec<SubjectId>,
    ends: Vec<usize>,
    rows: Vec<Row>,
    keys: Vec<FactKey>,
}

impl Timelines {
    /// With room for so many leads and facts.
    #[must_use]
    pub fn with_capacity(leads: usize, facts: usize) -> Self {
        Self {
            leads: Vec::with_capacity(leads),
            ends: Vec::with_capacity(leads),
            rows: Vec::with_capacity(facts),
            keys: Vec::with_capacity(facts),
        }
    }

    /// From columns: the leads, how many rows there are up to the end of each one's story, the
    /// rows, and their keys. `None` where these do not fit together.
    #[must_use]
    pub fn of_columns(
        leads: Vec<SubjectId>,
        ends: Vec<usize>,
        rows: Vec<Row>,
        keys: Vec<FactKey>,
    ) -> Option<Self> {
        let fits = leads.len() == ends.len()
            && rows.len() == keys.len()
            && ends.is_sorted()
            && ends.last().copied().unwrap_or_default() == rows.len();
        fits.then_some(Self { leads, ends, rows, keys })
    }

    /// Appends a story.
    pub fn push(&mut self, story: Story<'_>) {
        self.leads.push(story.lead);
        self.rows.extend_from_slice(story.rows);
        self.keys.extend_from_slice(story.keys);
        self.ends.push(self.rows.len());
    }

    /// How many stories there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.leads.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.leads.is_empty()
    }

    /// How many facts there are in all.
    #[must_use]
    pub fn fact_count(&self) -> usize {
        self.rows.len()
    }

    /// The story at an index below [`Timelines::len`].
    ///
    /// # Panics
    /// When the index is not below it.
    #[must_use]
    pub fn story(&self, index: usize) -> Story<'_> {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        let range = start..self.ends[index];
        Story { lead: self.leads[index], rows: &self.rows[range.clone()], keys: &self.keys[range] }
    }

    /// All stories in order.
    pub fn stories(&self) -> impl ExactSizeIterator<Item = Story<'_>> {
        (0..self.len()).map(|index| self.story(index))
    }
}
