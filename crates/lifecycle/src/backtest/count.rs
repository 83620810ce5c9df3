//! Counts and bounded lists that say how much of them is assumed.

/// How sure something is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Sureness {
    /// Derived from facts dated as precisely as the question needs.
    #[default]
    Exact,
    /// Resting on history before adoption, or on facts dated for want of a date.
    Assumed,
    /// What nobody can know: it follows from a step after a breach, as if nobody had answered.
    Estimated,
}

impl Sureness {
    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Assumed => "assumed",
            Self::Estimated => "estimated",
        }
    }
}

/// How many, and how many of these are assumed or estimated; the others are exact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// How many.
    pub all: u64,
    /// How many of them rest on history before adoption, or on facts dated for want of a date.
    pub assumed: u64,
    /// How many of them follow from a step after a breach that people might have answered, as if
    /// nobody had: of these there may be none, and there are no more.
    pub estimated: u64,
}

impl Count {
    /// How many are exact.
    #[must_use]
    pub const fn exact(self) -> u64 {
        self.all - self.assumed - self.estimated
    }

    pub(crate) const fn add(&mut self, sure: Sureness) {
        self.all += 1;
        self.assumed += matches!(sure, Sureness::Assumed) as u64;
        self.estimated += matches!(sure, Sureness::Estimated) as u64;
    }

    pub(super) const fn merge(&mut self, other: Self) {
        self.all += other.all;
        self.assumed += other.assumed;
        self.estimated += other.estimated;
    }
}

/// The first of a list in order of leads, with how long the whole of it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed<T> {
    /// How many there are in all.
    pub count: Count,
    /// The first of them, at most as many as were asked for.
    pub first: Vec<T>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { count: Count::default(), first: Vec::new() }
    }
}

impl<T> Listed<T> {
    /// Whether the list was cut.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.count.all > self.first.len() as u64
    }

    pub(super) fn push(&mut self, item: T, sure: Sureness, most: usize) {
        self.count.add(sure);
        if self.first.len() < most {
            self.first.push(item);
        }
    }

    /// Appends the list of later leads.
    pub(super) fn merge(&mut self, other: Self, most: usize) {
        self.count.merge(other.count);
        let room = most.saturating_sub(self.first.len());
        self.first.extend(other.first.into_iter().take(room));
    }
}
