//! The mirror for programs.

use crate::ledger::as_of_json;
use app::tell::mirror_in_words;
use app::{MirrorAnswer, MirrorDimension};
use insight::{Comparison, Difference, Images, Mirror, MirrorRow};
use serde_json::{Value, json};

pub(super) fn document(answer: &MirrorAnswer) -> Value {
    let stage = |index: usize| answer.path.stages()[index].id.clone();
    json!({
        "as_of": as_of_json(&answer.as_of),
        "sentence": mirror_in_words(answer),
        "sent_at": stage(answer.sent_at),
        "accepted_at": answer.accepted_at.map(stage),
        "won_at": stage(answer.won_at),
        "sent": answer.sent.count(),
        "still_open": answer.open.count(),
        "traits": answer.dimensions.iter().map(dimension).collect::<Vec<_>>(),
        "left_out": answer
            .left_out
            .iter()
            .map(|it| json!({ "trait": it.name, "values": it.values }))
            .collect::<Vec<_>>(),
    })
}

fn dimension(dimension: &MirrorDimension) -> Value {
    let mirror = &dimension.mirror;
    let strongest = mirror.strongest().map(|row| dimension.value(row.value));
    json!({
        "trait": dimension.name,
        "certainty": mirror.certainty().word(),
        "comparison": comparison(mirror),
        "known": counts(&mirror.known),
        "not_known": counts(&mirror.unknown),
        "strongest": strongest,
        "values": mirror.rows.iter().map(|row| value(dimension, row)).collect::<Vec<_>>(),
    })
}

fn comparison(mirror: &Mirror) -> Value {
    match mirror.comparison {
        Comparison::Sound => json!({ "is": "sound" }),
        Comparison::TooFewWon { won } => {
            json!({ "is": "too_few_won", "won": won, "needed": Mirror::WON_LEAST })
        }
        Comparison::KnownUnevenly { sent, won } => json!({
            "is": "known_unevenly",
            "known_of_sent": sent.value(),
            "known_of_won": won.value(),
        }),
        Comparison::TellsOutcome { auc_milli } => {
            json!({ "is": "tells_outcome", "auc": f64::from(auc_milli) / 1_000.0 })
        }
        Comparison::OneValue => json!({ "is": "one_value" }),
    }
}

fn counts(images: &Images) -> Value {
    json!({
        "sent": images.sent.count(),
        "accepted": images.accepted.count(),
        "won": images.won.count(),
    })
}

fn value(dimension: &MirrorDimension, row: &MirrorRow) -> Value {
    let difference = |found: Option<Difference>| {
        found.map(
            |it| json!({ "value": it.value, "low": it.interval.low, "high": it.interval.high }),
        )
    };
    json!({
        "value": dimension.value(row.value),
        "small": row.is_small(),
        "leads": counts(&row.images),
        "share_of_sent": row.sent.value(),
        "share_of_accepted": row.accepted.value(),
        "share_of_won": row.won.value(),
        "accepted_less_sent": difference(row.accepted_less_sent),
        "won_less_sent": difference(row.won_less_sent),
    })
}
