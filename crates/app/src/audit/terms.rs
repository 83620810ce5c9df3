//! The terms that an audit holds against what happened: the promises of a ready charter, from the
//! hand-over on.
//!
//! An export rarely tells enough to decide when a lead would have become marketing qualified. What
//! it tells is that somebody handed it over: it came, or was given to a person. So the first stage
//! is the one at whose door marketing hands over, and the promises of sales run from there.

use crate::AppError;
use charter::Charter;
use insight::Case;
use toml_edit::{DocumentMut, Item, Table, value};

/// What is taken over of the ready charter.
const TAKEN: [&str; 5] = ["charter", "calendar", "stage", "promise", "verdict"];
/// Stages before the hand-over.
const BEFORE: [&str; 2] = ["inquiry", "engaged"];
/// The stage of the hand-over.
pub(super) const HANDED_OVER: &str = "mql";

/// The terms, in the zone of an export.
pub(super) fn of(text: &str, zone: &str, cases: &[Case]) -> Result<Charter, AppError> {
    let from_assignment = cases.iter().any(|case| case.given.is_some());
    let text = cut(text, zone, from_assignment);
    charter::read(&text).map_err(|problems| AppError::Charter(Box::new(problems)))
}

/// The text of the ready charter, cut down. What is no TOML stays as it is, and is refused with
/// its place.
fn cut(text: &str, zone: &str, from_assignment: bool) -> String {
    let Ok(mut document) = text.parse::<DocumentMut>() else { return text.to_owned() };
    let names: Vec<String> = document.iter().map(|(name, _)| name.to_owned()).collect();
    for name in names.iter().filter(|name| !TAKEN.contains(&name.as_str())) {
        document.remove(name);
    }
    if let Some(heading) = document.get_mut("charter").and_then(Item::as_table_mut) {
        for key in heading.iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>() {
            if !["name", "timezone", "currency"].contains(&key.as_str()) {
                heading.remove(&key);
            }
        }
        heading.insert("timezone", value(zone));
    }
    if let Some(stages) = document.get_mut("stage").and_then(Item::as_array_of_tables_mut) {
        stages.retain(|stage| !BEFORE.contains(&text_of(stage, "id")));
        for stage in stages.iter_mut().filter(|stage| text_of(stage, "id") == HANDED_OVER) {
            stage.remove("enter");
        }
    }
    if let Some(promises) = document.get_mut("promise").and_then(Item::as_array_of_tables_mut) {
        // What depends on scores, or is counted per month, an export cannot judge.
        promises.retain(|promise| {
            let before =
                BEFORE.iter().any(|stage| text_of(promise, "from") == format!("stage:{stage}"));
            !before && !promise.contains_key("when") && promise.contains_key("from")
        });
        for promise in promises.iter_mut() {
            promise.remove("on_breach");
        }
    }
    if let Some(recycled) = document.get_mut("verdict").and_then(|it| it.get_mut("recycled"))
        && let Some(recycled) = recycled.as_table_like_mut()
    {
        recycled.insert("returns_to", value(HANDED_OVER));
    }
    let opens = if from_assignment { "assignment" } else { "form.*" };
    let mut pass = Table::new();
    pass.insert("opens_on", value(toml_edit::Array::from_iter([opens])));
    document.insert("pass", Item::Table(pass));
    document.to_string()
}

fn text_of<'a>(table: &'a Table, key: &str) -> &'a str {
    table.get(key).and_then(Item::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_charter_is_sound_from_the_hand_over_on() {
        let text = include_str!("../../../../charters/b2b-saas.toml");
        for given in [true, false] {
            let text = cut(text, "Asia/Kolkata", given);
            let charter = charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"));
            assert_eq!(charter.stages[0].id, HANDED_OVER);
            assert_eq!(charter.timezone, "Asia/Kolkata");
            assert!(charter.promises.iter().any(|promise| promise.id == "first-touch"));
            assert!(charter.promises.iter().all(|promise| promise.when_text.is_empty()));
        }
    }
}
