//! What a metric comes to.

use super::registry::Metric;
use crate::interval::Interval;
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
