//! `[temperature]`: names for levels of engagement.

use super::reading::Reading;
use super::section::Section;
use crate::diagnostic::ProblemCode;
use crate::model::Temperature;

const POINTS_MAX: f64 = 1e6;

/// Hot from 60 and warm from 25 where nothing is written.
pub(super) fn read<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Temperature {
    let mut temperature = Temperature { hot: 60.0, warm: 25.0 };
    let Some(mut section) = root.section("temperature", "[temperature]", reading) else {
        return temperature;
    };
    let before = reading.problems();
    for (key, level) in [("hot", &mut temperature.hot), ("warm", &mut temperature.warm)] {
        let entry = section.entry(key);
        if let Some(number) = entry.and_then(|entry| reading.number(&entry, 0.0, POINTS_MAX)) {
            *level = number;
        }
    }
    let span = section.span.clone();
    section.finish(reading);
    if reading.problems() == before && temperature.hot <= temperature.warm {
        let message = format!(
            "hot begins at {} points and warm at {}, which leaves nothing warm",
            temperature.hot, temperature.warm
        );
        reading.add(span, ProblemCode::Inconsistent, message, "let hot begin above warm");
    }
    temperature
}
