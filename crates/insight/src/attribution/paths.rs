//! Touches before results, as columns.

use crate::error::InsightError;
use std::ops::Range;

/// A touch as a path has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TouchBefore {
    /// What it is counted by, numbered from 0.
    pub value: u16,
    /// How many seconds before the end of the path it was; longer than 136 years is that.
    pub age_s: u32,
}

/// What a path led to. A path that several leads went is one with several results.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PathEnd {
    /// How many results it led to.
    pub results: u32,
    /// How often it was gone and led to none, for good.
    pub without: u32,
    /// What the results are worth together, in minor units of the currency (cents).
    pub amount_minor: i64,
    /// How many of its touches came before the first hand-off to sales; `None` without one.
    pub before_handoff: Option<u32>,
}

/// Paths, one after the other: 6 bytes a touch and 24 bytes a path.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TouchPaths {
    pub(super) values: Vec<u16>,
    pub(super) ages_s: Vec<u32>,
    /// Where each path ends among the touches.
    pub(super) ends: Vec<u32>,
    pub(super) results: Vec<u32>,
    pub(super) without: Vec<u32>,
    pub(super) amounts_minor: Vec<i64>,
    /// As [`PathEnd::before_handoff`]; the greatest number stands for `None`.
    pub(super) before_handoff: Vec<u32>,
    pub(super) value_count: usize,
}

const NO_HANDOFF: u32 = u32::MAX;

impl TouchPaths {
    /// The most touches of all paths together.
    pub const TOUCHES_MAX: usize = u32::MAX as usize - 1;
    /// The most different values: each needs a place in a matrix of all with all.
    pub const VALUES_MAX: usize = 500;

    /// Room for so many paths of so many touches together.
    #[must_use]
    pub fn with_capacity(paths: usize, touches: usize) -> Self {
        Self {
            values: Vec::with_capacity(touches),
            ages_s: Vec::with_capacity(touches),
            ends: Vec::with_capacity(paths),
            results: Vec::with_capacity(paths),
            without: Vec::with_capacity(paths),
            amounts_minor: Vec::with_capacity(paths),
            before_handoff: Vec::with_capacity(paths),
            value_count: 0,
        }
    }

    /// Adds a path, its touches the earliest first.
    ///
    /// # Errors
    /// [`InsightError::TooManyTouches`] above [`TouchPaths::TOUCHES_MAX`] in all, and
    /// [`InsightError::TooManyValues`] for a value of [`TouchPaths::VALUES_MAX`] or more; the path
    /// is then left out.
    pub fn push(
        &mut self,
        touches: impl IntoIterator<Item = TouchBefore>,
        end: PathEnd,
    ) -> Result<(), InsightError> {
        let start = self.values.len();
        let mut value_count = self.value_count;
        for touch in touches {
            value_count = value_count.max(usize::from(touch.value) + 1);
            self.values.push(touch.value);
            self.ages_s.push(touch.age_s);
        }
        let refused = if value_count > Self::VALUES_MAX {
            Some(InsightError::TooManyValues { most: Self::VALUES_MAX })
        } else if self.values.len() > Self::TOUCHES_MAX {
            Some(InsightError::TooManyTouches { most: Self::TOUCHES_MAX })
        } else {
            None
        };
        if let Some(refused) = refused {
            self.values.truncate(start);
            self.ages_s.truncate(start);
            return Err(refused);
        }
        self.value_count = value_count;
        self.ends.push(self.values.len() as u32);
        self.results.push(end.results);
        self.without.push(end.without);
        self.amounts_minor.push(end.amount_minor);
        self.before_handoff.push(end.before_handoff.unwrap_or(NO_HANDOFF));
        Ok(())
    }

    /// How many paths there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One more than the greatest value.
    #[must_use]
    pub fn value_count(&self) -> usize {
        self.value_count
    }

    /// How many touches there are in all.
    #[must_use]
    pub fn touch_count(&self) -> usize {
        self.values.len()
    }

    /// The values of a path's touches within a window, the earliest first.
    #[must_use]
    pub fn values_of(&self, path: usize, window_s: u32) -> &[u16] {
        &self.values[self.within(path, window_s)]
    }

    /// Which touches of a path are less than a window before its end.
    pub(super) fn within(&self, path: usize, window_s: u32) -> Range<usize> {
        let all = self.range(path);
        let early = self.ages_s[all.clone()].iter().take_while(|age| **age >= window_s).count();
        all.start + early..all.end
    }

    /// Which touch of a path within a window is the last before the first hand-off, counted from
    /// the first within the window.
    pub(super) fn handed_over_after(&self, path: usize, within: &Range<usize>) -> Option<usize> {
        let before = self.before_handoff[path];
        let before = (before != NO_HANDOFF).then_some(before as usize)?;
        (self.range(path).start + before).checked_sub(within.start)?.checked_sub(1)
    }

    pub(super) fn range(&self, path: usize) -> Range<usize> {
        let start = path.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        start..self.ends[path] as usize
    }
}
