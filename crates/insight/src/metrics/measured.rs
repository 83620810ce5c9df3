//! What a metric counts, one by one, so that its value can be told whole or in slices.

use super::registry::Metric;
use super::value::MetricValue;
use super::waits::median_with_waiting;
use crate::summary::quantile;
use facts::{Instant, SubjectId, Symbol};
use std::collections::BTreeMap;

/// One thing that a metric counts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Counted {
    /// The lead or the opportunity.
    pub subject: SubjectId,
    /// The instant by which it counts: the metric's anchor.
    pub at: Instant,
    /// Whether it is of the part that a share is of, or of the later period of a growth; of other
    /// metrics always.
    pub is_part: bool,
    /// What it is worth, or how long it took; `None` where that is not known, and of a wait while
    /// it goes on.
    pub worth: Option<f64>,
    /// By what it is sliced; the empty word where that is not known, or nobody asked.
    pub slice: Symbol,
}

/// How a metric's value follows from what it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Measure {
    /// How many there are.
    Count,
    /// How many are of the part, of all.
    Share,
    /// By how much more are of the part than are not.
    Growth,
    /// The median of what they are worth; who has no worth counts as more than any other.
    MedianWithWaiting,
    /// The median of what they are worth, of those that have a worth.
    Median,
    /// What they are worth together, of those that have a worth.
    Sum,
    /// What they are worth on average, of those that have a worth.
    Average,
    /// What the part is worth, of what all are worth; nothing where one has no worth.
    ShareOfWorth,
}

/// A metric with everything that it counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Measured {
    /// The metric's id.
    pub id: &'static str,
    /// How its value follows.
    pub measure: Measure,
    /// What it counts. A subject stands here as often as it counts.
    pub counted: Vec<Counted>,
}

impl Counted {
    /// A lead or opportunity that counts, without a worth and without a slice.
    #[must_use]
    pub const fn new(subject: SubjectId, at: Instant) -> Self {
        Self { subject, at, is_part: true, worth: None, slice: Symbol::EMPTY }
    }
}

impl Measured {
    /// A metric with what it counts.
    #[must_use]
    pub fn new(id: &'static str, measure: Measure, counted: Vec<Counted>) -> Self {
        Self { id, measure, counted }
    }

    /// Its value over all that it counts.
    #[must_use]
    pub fn value(&self) -> MetricValue {
        self.value_of(&|_| true)
    }

    /// Its value over what is in a slice.
    #[must_use]
    pub fn value_in(&self, slice: Symbol) -> MetricValue {
        self.value_of(&|counted| counted.slice == slice)
    }

    /// How many things each slice has. Together they are all that is counted.
    #[must_use]
    pub fn slices(&self) -> BTreeMap<Symbol, usize> {
        let mut sizes = BTreeMap::new();
        for counted in &self.counted {
            *sizes.entry(counted.slice).or_insert(0) += 1;
        }
        sizes
    }

    fn value_of(&self, picked: &dyn Fn(&Counted) -> bool) -> MetricValue {
        let picked = || self.counted.iter().filter(|counted| picked(counted));
        let all = || picked().map(|counted| counted.subject).collect::<Vec<_>>();
        let part = || picked().filter(|it| it.is_part).map(|it| it.subject).collect::<Vec<_>>();
        let worths = || picked().filter_map(|counted| counted.worth);
        match self.measure {
            Measure::Count => MetricValue::count(self.id, all()),
            Measure::Share => MetricValue::share(self.id, part(), all()),
            Measure::Growth => {
                let before = picked().filter(|it| !it.is_part).map(|it| it.subject).collect();
                MetricValue::growth(self.id, part(), before)
            }
            Measure::MedianWithWaiting => {
                let waits: Vec<_> = picked().map(|counted| counted.worth).collect();
                MetricValue::of(self.id, median_with_waiting(&waits), all())
            }
            Measure::Median => {
                let mut sorted: Vec<_> = worths().collect();
                sorted.sort_unstable_by(f64::total_cmp);
                MetricValue::of(self.id, quantile(&sorted, 0.5), all())
            }
            Measure::Sum => MetricValue::of(self.id, Some(worths().sum()), all()),
            Measure::Average => {
                let (count, sum) = (worths().count(), worths().sum::<f64>());
                let average = (count > 0).then(|| sum / count as f64);
                MetricValue::of(self.id, average, all())
            }
            Measure::ShareOfWorth => {
                let whole: f64 = worths().sum();
                let of_part: f64 = picked().filter(|it| it.is_part).filter_map(|it| it.worth).sum();
                let is_known = whole > 0.0 && picked().all(|counted| counted.worth.is_some());
                let value = MetricValue::of(self.id, is_known.then(|| of_part / whole), part());
                MetricValue { of: Some(all()), ..value }
            }
        }
    }
}

impl Metric {
    /// How its value follows from what it counts.
    ///
    /// Shares that are not of numbers, and averages, have no interval: only a part of a number has
    /// one (see [`crate::Interval::of`]).
    #[must_use]
    pub fn measure(&self) -> Measure {
        match self.id {
            "lead_velocity_rate" => Measure::Growth,
            "first_response" | "outreach_before_verdict" => Measure::MedianWithWaiting,
            "win_rate_by_value" => Measure::ShareOfWorth,
            "won_amount" => Measure::Sum,
            "average_deal" => Measure::Average,
            "cycle_length" => Measure::Median,
            _ if self.of.is_empty() => Measure::Count,
            _ => Measure::Share,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::share::Share;
    use proptest::prelude::*;

    fn counted(id: u64, is_part: bool, worth: Option<f64>, slice: u32) -> Counted {
        Counted { is_part, worth, slice: Symbol(slice), ..Counted::new(SubjectId(id), Instant(0)) }
    }

    #[test]
    fn each_measure_says_what_a_hand_would_count() {
        let some = vec![
            counted(1, true, Some(4.0), 1),
            counted(2, true, Some(2.0), 1),
            counted(3, false, Some(2.0), 2),
            counted(4, false, None, 2),
        ];
        let value = |measure| Measured::new("win_rate", measure, some.clone()).value().value;
        assert_eq!(value(Measure::Count), Some(4.0));
        assert_eq!(value(Measure::Share), Some(0.5));
        assert_eq!(value(Measure::Growth), Some(0.0));
        assert_eq!(value(Measure::Median), Some(2.0));
        assert_eq!(value(Measure::MedianWithWaiting), Some(3.0));
        assert_eq!(value(Measure::Sum), Some(8.0));
        assert_eq!(value(Measure::Average), Some(8.0 / 3.0));
        assert_eq!(value(Measure::ShareOfWorth), None, "one has no worth");
        let first = Measured::new("win_rate_by_value", Measure::ShareOfWorth, some);
        assert_eq!(first.value_in(Symbol(1)).value, Some(1.0));
    }

    proptest! {
        /// Invariant 4: slices leave nobody out and count nobody twice.
        #[test]
        fn slices_share_out_what_the_whole_counts(
            some in prop::collection::vec((0_u64..40, any::<bool>(), 0_u32..5), 0..60),
        ) {
            let some = some.into_iter().map(|(id, part, slice)| counted(id, part, None, slice));
            let measured = Measured::new("acceptance_rate", Measure::Share, some.collect());
            let whole = measured.value();
            let mut sum = Share { part: 0, whole: 0 };
            for (slice, size) in measured.slices() {
                let value = measured.value_in(slice);
                prop_assert_eq!(value.of.as_ref().map(Vec::len), Some(size));
                sum.part += value.behind.len();
                sum.whole += size;
            }
            prop_assert_eq!(sum.part, whole.behind.len());
            prop_assert_eq!(Some(sum.whole), whole.of.map(|of| of.len()));
        }
    }
}
