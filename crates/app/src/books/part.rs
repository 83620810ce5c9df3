//! What is known of some leads, in the order of their ids.

use facts::SubjectId;
use lifecycle::Decision;
use store::Projection;
use timeline::{Story, Timelines};

/// What is known of some leads, in the order of their ids.
#[derive(Debug, Default)]
pub(crate) struct Part {
    stories: Timelines,
    /// Where each rests; nothing for one that was not settled yet.
    rests: Vec<Option<Projection>>,
    /// The decisions that stand, those of one lead after those of the other.
    decisions: Vec<Decision>,
    /// Where those of each lead end.
    ends: Vec<usize>,
}

/// What is known of one lead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// Its story; without rows where there is nothing to tell any more.
    pub(crate) story: Story<'a>,
    /// Where it rests; nothing for one that was not settled yet.
    pub(crate) rest: Option<&'a Projection>,
    /// The decisions that stand, in the order in which they took effect.
    pub(crate) decisions: &'a [Decision],
}

impl Part {
    pub(crate) fn with_capacity(leads: usize, facts: usize) -> Self {
        Self {
            stories: Timelines::with_capacity(leads, facts),
            rests: Vec::with_capacity(leads),
            decisions: Vec::new(),
            ends: Vec::with_capacity(leads),
        }
    }

    pub(crate) fn push(&mut self, known: Known<'_>) {
        self.stories.push(known.story);
        self.rests.push(known.rest.copied());
        self.decisions.extend_from_slice(known.decisions);
        self.ends.push(self.decisions.len());
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The last lead.
    pub(crate) fn last(&self) -> Option<SubjectId> {
        Some(self.known(self.len().checked_sub(1)?).story.lead)
    }

    pub(crate) fn known(&self, index: usize) -> Known<'_> {
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        Known {
            story: self.stories.story(index),
            rest: self.rests[index].as_ref(),
            decisions: &self.decisions[start..self.ends[index]],
        }
    }

    pub(crate) fn all(&self) -> impl ExactSizeIterator<Item = Known<'_>> {
        (0..self.len()).map(|index| self.known(index))
    }
}
