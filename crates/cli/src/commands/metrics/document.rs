//! Metrics for programs.

use crate::ledger::as_of_json;
use app::{MetricsAnswer, MetricsQuestion, MetricsSlice};
use insight::{Metric, MetricValue};
use serde_json::{Value, json};

pub(super) fn document(answer: &MetricsAnswer, question: &MetricsQuestion) -> Value {
    let (from, until) = answer.period;
    json!({
        "as_of": as_of_json(&answer.as_of),
        "from": from.to_string(),
        "until": until.to_string(),
        "currency": answer.currency,
        "certainty": if answer.is_assumed { "mixed" } else { "exact" },
        "as_known": question.as_known.map(|then| then.to_string()),
        "where": question.only.as_ref().map(|(by, value)| json!({ "by": by, "value": value })),
        "compared": answer.compared.as_ref().map(|before| json!({
            "from": before.period.0.to_string(),
            "until": before.period.1.to_string(),
            "certainty": if before.is_assumed { "mixed" } else { "exact" },
        })),
        "metrics": answer.values.iter().enumerate().map(|(place, it)| {
            let mut document = value(it);
            with_before(&mut document, it, answer.compared.as_ref().map(|it| &it.values[place]));
            document
        }).collect::<Vec<_>>(),
        "by": question.by,
        "slices": answer.slices.iter().map(|it| slice(answer, it)).collect::<Vec<_>>(),
    })
}

/// Every figure of a slice, beside that of the other period.
fn slice(answer: &MetricsAnswer, slice: &MetricsSlice) -> Value {
    let mut others = answer.compared.iter().flat_map(|other| &other.slices);
    let before = others.find(|other| other.value == slice.value);
    let figures = slice.values.iter().enumerate().map(|(place, value)| {
        let mut document = figure(value);
        document["id"] = json!(value.metric.id);
        with_before(&mut document, value, before.map(|it| &it.values[place]));
        document
    });
    json!({ "value": slice.value, "metrics": figures.collect::<Vec<_>>() })
}

fn with_before(document: &mut Value, value: &MetricValue, before: Option<&MetricValue>) {
    let Some(before) = before else { return };
    let less = value.less(before);
    document["before"] = figure(before);
    document["change"] = json!({
        "value": value.value.zip(before.value).map(|(now, before)| now - before),
        "low": less.map(|less| less.interval.low),
        "high": less.map(|less| less.interval.high),
    });
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
    if let (Value::Object(all), Value::Object(figure)) = (&mut document, figure(value)) {
        all.extend(figure);
    }
    document
}

/// A figure without its definition.
fn figure(value: &MetricValue) -> Value {
    json!({
        "value": value.value,
        "behind": value.behind.len(),
        "of_count": value.of.as_ref().map(Vec::len),
        "low": value.interval.map(|it| it.low),
        "high": value.interval.map(|it| it.high),
        "is_small": value.is_small(),
    })
}
