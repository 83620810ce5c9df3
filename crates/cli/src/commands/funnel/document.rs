//! The funnel for programs.

use super::times::id;
use crate::ledger::as_of_json;
use app::{FunnelAnswer, FunnelQuestion, FunnelSlice};
use facts::Instant;
use insight::{Certainty, Disorder, Path, Summary, Velocity};
use serde_json::{Value, json};

pub(super) fn document(
    answer: &FunnelAnswer,
    question: &FunnelQuestion,
    as_known: Option<Instant>,
) -> Value {
    let path = &answer.path;
    let slices = answer.slices.iter().map(|one| slice(path, one));
    let mut document = slice(path, &answer.whole);
    if let Value::Object(members) = &mut document {
        members.remove("value");
        members.insert("unit".to_owned(), json!("leads"));
        members.insert("as_of".to_owned(), as_of_json(&answer.as_of));
        members.insert("as_known".to_owned(), json!(as_known.map(|at| at.to_string())));
        members.insert("by".to_owned(), json!(question.by));
        members.insert("from".to_owned(), json!(question.from.map(|at| at.to_string())));
        members.insert("until".to_owned(), json!(question.until.map(|at| at.to_string())));
        members.insert("slices".to_owned(), json!(slices.collect::<Vec<_>>()));
        let disorders = answer.disorders.iter().map(|one| disorder(path, one));
        members.insert("disorders".to_owned(), json!(disorders.collect::<Vec<_>>()));
    }
    document
}

fn slice(path: &Path, slice: &FunnelSlice) -> Value {
    let stages = slice.funnel.stages.iter().map(|figures| {
        let stage = &path.stages()[figures.stage];
        json!({
            "id": stage.id,
            "name": stage.name,
            "side": stage.side.word(),
            "entered": figures.entered.count(),
            "reached": figures.reached.count(),
            "waiting": figures.waiting.count(),
            "assumed": figures.assumed.count(),
            "certainty": figures.certainty().word(),
            "share_of_first": figures.of_first.value(),
            "share_of_previous": figures.of_previous.value(),
        })
    });
    let beside = slice.funnel.beside.iter().map(|figures| {
        let stage = &path.stages()[figures.stage];
        json!({ "id": stage.id, "name": stage.name, "side": stage.side.word(),
                "entered": figures.entered.count(), "resting": figures.resting.count() })
    });
    let velocities = slice.velocities.iter().map(|one| velocity(path, one));
    json!({
        "value": slice.value,
        "leads": slice.funnel.leads.count(),
        "stages": stages.collect::<Vec<_>>(),
        "beside": beside.collect::<Vec<_>>(),
        "velocities": velocities.collect::<Vec<_>>(),
        "between": slice.between.as_ref().map(|between| velocity(path, between)),
    })
}

fn velocity(path: &Path, velocity: &Velocity) -> Value {
    let assumed = velocity.assumed().count();
    json!({
        "from": id(path, velocity.from),
        "to": id(path, velocity.to),
        "n": velocity.passages.len(),
        "calendar_days": velocity.calendar_days.map(summary),
        "elapsed_days": velocity.elapsed_days.map(summary),
        "known_by_day_only": velocity.passages.iter().filter(|passage| passage.by_day).count(),
        "assumed": assumed,
        "certainty": Certainty::of(assumed, velocity.passages.len()).word(),
        "waiting": velocity.waiting.count(),
        "gone": velocity.gone.count(),
        "skipped": velocity.skipped.count(),
    })
}

fn summary(summary: Summary) -> Value {
    let Summary { median, mean, p75, p90, max, .. } = summary;
    json!({ "median": median, "mean": mean, "p75": p75, "p90": p90, "max": max })
}

fn disorder(path: &Path, disorder: &Disorder) -> Value {
    json!({
        "lead": disorder.lead.to_string(),
        "earlier": id(path, disorder.earlier),
        "earlier_at": disorder.earlier_at.at.to_string(),
        "later": id(path, disorder.later),
        "later_at": disorder.later_at.at.to_string(),
    })
}
