//! Every metric, with its definition and its value.

use super::AsOfDocument;
use app::{MetricsAnswer, MetricsQuestion, MetricsSlice};
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
    /// As known at this time; absent for as known now.
    pub(crate) as_known: Option<String>,
    /// The period that this one is held against.
    pub(crate) compared: Option<ComparedPeriod>,
    /// Each metric, over all.
    pub(crate) metrics: Vec<MetricDocument>,
    /// By what the slices are told apart.
    pub(crate) by: Option<String>,
    /// Each metric by what was asked for, the slices that most is counted in first. What the slices
    /// of a metric count is together what it counts. Open the list of one with `only` and `value`.
    pub(crate) slices: Vec<MetricsSliceDocument>,
}

/// The period that another is held against.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct ComparedPeriod {
    pub(crate) from: String,
    pub(crate) until: String,
    /// Whether some of it was before the first charter.
    pub(crate) is_assumed: bool,
}

/// Every metric over what has one value.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
#[schema(as = MetricsSlice)]
pub(crate) struct MetricsSliceDocument {
    /// The value; absent where it is not known.
    pub(crate) value: Option<String>,
    /// Each metric, in the order of the whole.
    pub(crate) metrics: Vec<SlicedMetric>,
}

/// What a metric comes to in a slice.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct SlicedMetric {
    #[schema(example = "win_rate")]
    pub(crate) id: &'static str,
    #[serde(flatten)]
    pub(crate) figure: MetricFigure,
    /// The same of the other period.
    pub(crate) before: Option<MetricFigure>,
    pub(crate) change: Option<MetricChange>,
}

/// What a metric comes to.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct MetricFigure {
    /// Nothing where there is nothing to say it of.
    pub(crate) value: Option<f64>,
    /// How many are behind it: the length of the list that it opens.
    pub(crate) behind: usize,
    /// How many it is a share of.
    pub(crate) of_count: Option<usize>,
    /// The interval that holds a share with a confidence of 95 % (Wilson 1927).
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// Whether there are too few to say much: fewer than 30.
    pub(crate) is_small: bool,
}

/// By how much a metric differs from the other period.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct MetricChange {
    /// The value less that of the other period, in the metric's unit.
    pub(crate) value: Option<f64>,
    /// Of a share, the interval that holds the difference with a confidence of 95 % (Newcombe
    /// 1998, method 10).
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
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
    #[serde(flatten)]
    pub(crate) figure: MetricFigure,
    /// The same of the other period.
    pub(crate) before: Option<MetricFigure>,
    pub(crate) change: Option<MetricChange>,
}

impl MetricsDocument {
    pub(crate) fn of(answer: &MetricsAnswer, question: &MetricsQuestion, now: Instant) -> Self {
        let (from, until) = answer.period;
        let before = |place: usize| answer.compared.as_ref().map(|other| &other.values[place]);
        let values = answer.values.iter().enumerate();
        let compared = answer.compared.as_ref().map(|other| ComparedPeriod {
            from: other.period.0.to_string(),
            until: other.period.1.to_string(),
            is_assumed: other.is_assumed,
        });
        Self {
            as_of: AsOfDocument::of(&answer.as_of, now),
            from: from.to_string(),
            until: until.to_string(),
            currency: answer.currency.clone(),
            is_assumed: answer.is_assumed,
            as_known: question.as_known.map(|then| then.to_string()),
            compared,
            metrics: values.map(|(place, it)| MetricDocument::of(it, before(place))).collect(),
            by: question.by.clone(),
            slices: answer.slices.iter().map(|it| MetricsSliceDocument::of(answer, it)).collect(),
        }
    }
}

impl MetricDocument {
    fn of(value: &MetricValue, before: Option<&MetricValue>) -> Self {
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
            figure: MetricFigure::of(value),
            before: before.map(MetricFigure::of),
            change: before.map(|before| MetricChange::of(value, before)),
        }
    }
}

impl MetricsSliceDocument {
    fn of(answer: &MetricsAnswer, slice: &MetricsSlice) -> Self {
        let mut others = answer.compared.iter().flat_map(|other| &other.slices);
        let other = others.find(|other| other.value == slice.value);
        let metric = |(place, value): (usize, &MetricValue)| {
            let before = other.map(|other| &other.values[place]);
            SlicedMetric {
                id: value.metric.id,
                figure: MetricFigure::of(value),
                before: before.map(MetricFigure::of),
                change: before.map(|before| MetricChange::of(value, before)),
            }
        };
        let metrics = slice.values.iter().enumerate().map(metric).collect();
        Self { value: slice.value.clone(), metrics }
    }
}

impl MetricFigure {
    pub(crate) fn of(value: &MetricValue) -> Self {
        Self {
            value: value.value,
            behind: value.behind.len(),
            of_count: value.of.as_ref().map(Vec::len),
            low: value.interval.map(|it| it.low),
            high: value.interval.map(|it| it.high),
            is_small: value.is_small(),
        }
    }
}

impl MetricChange {
    fn of(value: &MetricValue, before: &MetricValue) -> Self {
        let less = value.less(before);
        Self {
            value: value.value.zip(before.value).map(|(now, before)| now - before),
            low: less.map(|less| less.interval.low),
            high: less.map(|less| less.interval.high),
        }
    }
}
