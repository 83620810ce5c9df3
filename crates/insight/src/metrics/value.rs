//! What a metric comes to.

use super::measured::Measure;
use super::registry::Metric;
use crate::interval::{Difference, Interval};
use crate::share::Share;
use facts::SubjectId;

/// What a metric comes to, with what is behind it.
#[derive(Clone, PartialEq, Debug)]
pub struct MetricValue {
    /// Which metric.
    pub metric: &'static Metric,
    /// Its value in its unit; `None` where there is nothing to say it of.
    pub value: Option<f64>,
    /// What it counts: of a share the part, of an average everything. A subject stands here as
    /// often as it counts.
    pub behind: Vec<SubjectId>,
    /// What it is a share of; `None` where it is no share, and for growth what was before.
    pub of: Option<Vec<SubjectId>>,
    /// Where a share lies with a confidence of 95 %, were these a sample.
    pub interval: Option<Interval>,
}

impl MetricValue {
    /// A number of subjects.
    ///
    /// # Panics
    /// As all of these: when no metric has this id.
    #[must_use]
    pub fn count(id: &str, behind: Vec<SubjectId>) -> Self {
        let value = Some(behind.len() as f64);
        Self { value, ..Self::new(id, behind) }
    }

    /// A share: of `whole`, the part of it.
    #[must_use]
    pub fn share(id: &str, part: Vec<SubjectId>, whole: Vec<SubjectId>) -> Self {
        let share = Share { part: part.len(), whole: whole.len() };
        Self {
            value: share.value(),
            interval: Interval::of(share),
            of: Some(whole),
            ..Self::new(id, part)
        }
    }

    /// By how much more there are than before.
    #[must_use]
    pub fn growth(id: &str, now: Vec<SubjectId>, before: Vec<SubjectId>) -> Self {
        let share = Share { part: now.len(), whole: before.len() };
        Self { value: share.value().map(|it| it - 1.0), of: Some(before), ..Self::new(id, now) }
    }

    /// An average, or a sum.
    #[must_use]
    pub fn of(id: &str, value: Option<f64>, behind: Vec<SubjectId>) -> Self {
        Self { value, ..Self::new(id, behind) }
    }

    /// Fewer than these behind a share or an average are a small sample.
    pub const SMALL: usize = 30;

    /// Whether it says little, because one more or less behind it would move it much. Counts and
    /// sums are what they are.
    #[must_use]
    pub fn is_small(&self) -> bool {
        let sampled = match self.metric.measure() {
            Measure::Count | Measure::Sum => return false,
            _ => self.of.as_ref().map_or(self.behind.len(), Vec::len),
        };
        sampled < Self::SMALL
    }

    /// By how much a share differs from that of another period, which has nothing in common with
    /// this one; `None` of what is no share of a number.
    #[must_use]
    pub fn less(&self, before: &Self) -> Option<Difference> {
        let share = |value: &Self| {
            let whole = value.of.as_ref().filter(|_| value.interval.is_some())?.len();
            Some(Share { part: value.behind.len(), whole })
        };
        Difference::between(share(self)?, share(before)?)
    }

    fn new(id: &str, behind: Vec<SubjectId>) -> Self {
        let metric = Metric::by_id(id).unwrap_or_else(|| panic!("there is no metric `{id}`"));
        Self { metric, value: None, behind, of: None, interval: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(count: u64) -> Vec<SubjectId> {
        (0..count).map(SubjectId).collect()
    }

    #[test]
    fn shares_of_two_periods_differ_with_an_interval_and_few_say_little() {
        let (now, before) = (
            MetricValue::share("win_rate", ids(9), ids(10)),
            MetricValue::share("win_rate", ids(3), ids(10)),
        );
        let less = now.less(&before).unwrap();
        assert!((less.value - 0.6).abs() < 1e-12, "Newcombe 1998, table II");
        assert!((less.interval.low - 0.1705).abs() < 5e-5);
        assert!(now.is_small() && !MetricValue::share("win_rate", ids(9), ids(30)).is_small());
        let count = MetricValue::count("leads_new", ids(3));
        assert!(!count.is_small() && count.less(&count).is_none());
    }

    #[test]
    fn values_follow_from_what_is_behind_them() {
        assert_eq!(MetricValue::count("leads_new", ids(3)).value, Some(3.0));
        let share = MetricValue::share("win_rate", ids(1), ids(4));
        assert_eq!(share.value, Some(0.25));
        assert!(share.interval.is_some_and(|it| it.low > 0.0 && it.high < 1.0));
        let grown = MetricValue::growth("lead_velocity_rate", ids(6), ids(4));
        assert_eq!(grown.value, Some(0.5));
        assert_eq!(MetricValue::growth("lead_velocity_rate", ids(6), ids(0)).value, None);
        assert_eq!(MetricValue::share("win_rate", ids(0), ids(0)).value, None);
    }
}
