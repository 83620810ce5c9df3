//! Sealed periods for programs.

use app::{Restated, RestatedMetric};
use serde_json::{Value, json};
use store::Seal;

pub(super) fn seal(seal: &Seal) -> Value {
    let hash: String = seal.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "id": seal.id,
        "from": seal.from.to_string(),
        "until": seal.until.to_string(),
        "position": seal.position.0,
        "version": seal.version.0,
        "sealed_at": seal.sealed_at.to_string(),
        "who": seal.who,
        "hash": hash,
    })
}

pub(super) fn restated(restated: &Restated) -> Value {
    json!({
        "seal": seal(&restated.seal),
        "currency": restated.currency,
        "metrics": restated.metrics.iter().map(metric).collect::<Vec<_>>(),
    })
}

fn metric(restated: &RestatedMetric) -> Value {
    let lines = restated.restatements.lines.iter().filter(|line| !line.is_empty());
    let lines = lines.map(|line| {
        json!({
            "cause": line.cause.word(),
            "added": line.added.len(),
            "removed": line.removed.len(),
            "change": line.change(),
            "worth": restated.worth_of(line),
        })
    });
    json!({
        "id": restated.metric.id,
        "name": restated.metric.name,
        "unit": restated.metric.unit.word(),
        "counts": restated.metric.counts,
        "reported": {
            "value": restated.reported.value,
            "behind": restated.reported.behind,
            "of_count": restated.reported.of_count,
        },
        "now": {
            "value": restated.now.value,
            "behind": restated.now.behind.len(),
            "of_count": restated.now.of.as_ref().map(Vec::len),
        },
        "change": restated.change(),
        "counted_then": restated.restatements.first.len(),
        "counted_now": restated.restatements.other.len(),
        "restatements": lines.collect::<Vec<_>>(),
        "unexplained": restated.unexplained,
    })
}
