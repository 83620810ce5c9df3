//! Metrics for programs.

use crate::ledger::as_of_json;
use app::MetricsAnswer;
use insight::{Metric, MetricValue};
use serde_json::{Value, json};

pub(super) fn document(answer: &MetricsAnswer) -> Value {
    let (from, until) = answer.period;
    json!({
        "as_of": as_of_json(&answer.as_of),
        "from": from.to_string(),
        "until": until.to_string(),
        "currency": answer.currency,
        "certainty": if answer.is_assumed { "mixed" } else { "exact" },
        "metrics": answer.values.iter().map(value).collect::<Vec<_>>(),
    })
}

/// Every metric without its value.
pub(super) fn definitions() -> Value {
    json!({ "metrics": Metric::ALL.iter().map(definition).collect::<Vec<_>>() })
}

fn definition(metric: &Metric) -> Value {
    json!({
        "id": metric.id,
        "name": metric.name,
        "definition": metric.definition,
        "counts": metric.counts,
        "unit": metric.unit.word(),
        "of": Some(metric.of).filter(|of| !of.is_empty()),
        "anchor": metric.anchor,
        "undecided": metric.undecided,
        "time": metric.time.word(),
        "side": metric.side.map(charter::Side::word),
        "has_period": metric.has_period(),
    })
}

fn value(value: &MetricValue) -> Value {
    let mut document = definition(value.metric);
    document["value"] = json!(value.value);
    document["behind"] = json!(value.behind.len());
    document["of_count"] = json!(value.of.as_ref().map(Vec::len));
    document["low"] = json!(value.interval.map(|it| it.low));
    document["high"] = json!(value.interval.map(|it| it.high));
    document
}
