//! Every metric, with its definition and its value.

use super::AsOfDocument;
use app::MetricsAnswer;
use facts::Instant;
use insight::MetricValue;
use serde::Serialize;
use utoipa::ToSchema;

/// Every metric over a period.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Metrics)]
pub(crate) struct MetricsDocument {
    pub(crate) as_of: AsOfDocument,
    pub(crate) from: String,
    pub(crate) until: String,
    pub(crate) currency: String,
    /// Whether some of the period was before the first charter.
    pub(crate) is_assumed: bool,
    pub(crate) metrics: Vec<MetricDocument>,
}

/// A metric: what it means, and what it comes to.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = Metric)]
pub(crate) struct MetricDocument {
    #[schema(example = "win_rate")]
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) definition: &'static str,
    /// What it counts, or is an average of: `leads`, `verdicts`, `opportunities`, …
    pub(crate) counts: &'static str,
    /// `count`, `share`, `money`, `days` or `hours`.
    pub(crate) unit: &'static str,
    /// What it is a share of.
    pub(crate) of: Option<&'static str>,
    /// Which instant decides whether something is of the period.
    pub(crate) anchor: &'static str,
    /// What is done with what is not decided yet.
    pub(crate) undecided: &'static str,
    /// `none`, `business` or `wall`.
    pub(crate) time: &'static str,
    /// `marketing` or `sales`; nothing where both answer for it.
    pub(crate) side: Option<&'static str>,
    /// Nothing where there is nothing to say it of.
    pub(crate) value: Option<f64>,
    /// How many are behind it: the length of the list that it opens.
    pub(crate) behind: usize,
    /// How many it is a share of.
    pub(crate) of_count: Option<usize>,
    /// The interval that holds a share with a confidence of 95 %.
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
}

impl MetricsDocument {
    pub(crate) fn of(answer: &MetricsAnswer, now: Instant) -> Self {
        let (from, until) = answer.period;
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            from: from.to_string(),
            until: until.to_string(),
            currency: answer.currency.clone(),
            is_assumed: answer.is_assumed,
            metrics: answer.values.iter().map(MetricDocument::of).collect(),
        }
    }
}

impl MetricDocument {
    fn of(value: &MetricValue) -> Self {
        let metric = value.metric;
        Self {
            id: metric.id,
            name: metric.name,
            definition: metric.definition,
            counts: metric.counts,
            unit: metric.unit.word(),
            of: Some(metric.of).filter(|of| !of.is_empty()),
            anchor: metric.anchor,
            undecided: metric.undecided,
            time: metric.time.word(),
            side: metric.side.map(charter::Side::word),
            value: value.value,
            behind: value.behind.len(),
            of_count: value.of.as_ref().map(Vec::len),
            low: value.interval.map(|it| it.low),
            high: value.interval.map(|it| it.high),
        }
    }
}
