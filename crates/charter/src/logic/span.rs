//! The numbers that a comparison admits.

use crate::rule::Compare;

/// All numbers between two bounds, either of which may be left out.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Span {
    low: f64,
    low_included: bool,
    high: f64,
    high_included: bool,
}

impl Span {
    const ALL: Self = Self {
        low: f64::NEG_INFINITY,
        low_included: true,
        high: f64::INFINITY,
        high_included: true,
    };

    /// The numbers for which a comparison holds or, when not `holds`, does not; `None` for "other
    /// than", which leaves two stretches.
    pub(super) fn of(compare: Compare, value: f64, holds: bool) -> Option<Self> {
        let above = |included| Self { low: value, low_included: included, ..Self::ALL };
        let below = |included| Self { high: value, high_included: included, ..Self::ALL };
        Some(match (compare, holds) {
            (Compare::AtLeast, true) => above(true),
            (Compare::AtLeast, false) => below(false),
            (Compare::MoreThan, true) => above(false),
            (Compare::MoreThan, false) => below(true),
            (Compare::Equal, true) => Self { high: value, ..above(true) },
            (Compare::Equal, false) => return None,
        })
    }

    /// Whether every number of this one is in the other.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let low = self.low > other.low
            || self.low == other.low && (other.low_included || !self.low_included);
        let high = self.high < other.high
            || self.high == other.high && (other.high_included || !self.high_included);
        low && high
    }

    /// Whether a number is in it.
    pub(super) fn holds(&self, number: f64) -> bool {
        Self { low: number, low_included: true, high: number, high_included: true }.is_within(self)
    }
}
