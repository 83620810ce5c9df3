//! `[attribution]`: how a result is shared among the touches before it.

use super::reading::Reading;
use super::section::Section;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::duration;
use crate::terms::{Attribution, AttributionModel};
use facts::Seconds;

/// Nothing was agreed where nothing is written. The window is 180 days, and the half-life of
/// `time_decay` 7 days, where they are not.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Option<Attribution> {
    let mut section = root.section("attribution", "[attribution]", reading)?;
    let model = section.needed_text("model", "\"w_shaped\"", reading);
    let window = section.text("window", reading);
    let half_life = section.text("half_life", reading);
    section.finish(reading);
    let time = |text: Option<&super::text::Text<'a>>, default, reading: &mut Reading<'a>| match text
    {
        None => Some(default),
        Some(text) => reading.parsed(text, "a length of time", duration::seconds),
    };
    let window = time(window.as_ref(), Seconds::days(180), reading);
    let decays = time(half_life.as_ref(), Seconds::days(7), reading);
    let model = model.and_then(|text| {
        reading.parsed(&text, "a model of attribution", |word| {
            let half_life = decays.unwrap_or(Seconds::DAY);
            AttributionModel::from_word(word, half_life)
                .ok_or_else(|| did_you_mean(word, AttributionModel::WORDS, "model"))
        })
    })?;
    if let (Some(text), false) = (half_life, matches!(model, AttributionModel::TimeDecay { .. })) {
        let message = format!("the model `{}` has no half-life", model.word());
        let help = "remove `half_life`, or write `model = \"time_decay\"`";
        reading.add(text.span, ProblemCode::Inconsistent, message, help);
    }
    Some(Attribution { model, window: window? })
}
