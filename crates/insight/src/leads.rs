//! A figure with the leads behind it.

use facts::SubjectId;

/// A figure that counts leads: the list is the figure, each lead once, in order of id.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Leads(Vec<SubjectId>);

/// How certain a figure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Certainty {
    /// All of it was decided while a charter was adopted, from facts dated well enough.
    Exact,
    /// All of it was decided in retrospect, or rests on facts without a date.
    Assumed,
    /// Some of it is exact and some assumed.
    Mixed,
}

impl Leads {
    /// How many.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Who.
    #[must_use]
    pub fn ids(&self) -> &[SubjectId] {
        &self.0
    }

    /// Whether this lead is among them.
    #[must_use]
    pub fn contains(&self, lead: SubjectId) -> bool {
        self.0.binary_search(&lead).is_ok()
    }
}

impl FromIterator<SubjectId> for Leads {
    fn from_iter<I: IntoIterator<Item = SubjectId>>(leads: I) -> Self {
        let mut ids: Vec<_> = leads.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids)
    }
}

impl Certainty {
    /// Of a figure of which so many are assumed. Nothing is exactly nothing.
    #[must_use]
    pub fn of(assumed: usize, all: usize) -> Self {
        match assumed {
            0 => Self::Exact,
            some if some >= all => Self::Assumed,
            _ => Self::Mixed,
        }
    }

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Assumed => "assumed",
            Self::Mixed => "mixed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lead_counts_once() {
        let leads: Leads = [3, 1, 3].map(SubjectId).into_iter().collect();
        assert_eq!(leads.count(), 2);
        assert_eq!(leads.ids(), [SubjectId(1), SubjectId(3)]);
        assert!(leads.contains(SubjectId(3)) && !leads.contains(SubjectId(2)));
    }

    #[test]
    fn a_figure_says_how_certain_it_is() {
        assert_eq!(Certainty::of(0, 0), Certainty::Exact);
        assert_eq!(Certainty::of(2, 2), Certainty::Assumed);
        assert_eq!(Certainty::of(1, 2), Certainty::Mixed);
    }
}
