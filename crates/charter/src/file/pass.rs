//! `[pass]`: what opens a pass.

use super::reading::Reading;
use super::section::{Entry, Section};
use crate::diagnostic::ProblemCode;
use crate::language::selector;
use crate::model::PassTerms;
use facts::{Kind, Schema, Selector};

/// Every touch and a new opportunity, where nothing is written.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> PassTerms {
    let default = || {
        let names = schema.touches.iter().map(String::as_str).chain([Kind::Opportunity.word()]);
        PassTerms { opens_on: names.filter_map(Selector::new).collect() }
    };
    let Some(mut section) = root.section("pass", "[pass]", reading) else { return default() };
    let entry = section.entry("opens_on");
    section.finish(reading);
    let Some(entry) = entry else { return default() };
    PassTerms { opens_on: openers(&entry, schema, reading) }
}

/// What opens a pass: touches, activities, and the words for assignments and opportunities.
pub(super) fn openers<'a>(
    entry: &Entry<'a>,
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> Vec<Selector> {
    let words = [Kind::Assignment.word(), Kind::Opportunity.word()];
    let Some(texts) = reading.texts(entry, false) else { return Vec::new() };
    if texts.is_empty() {
        let message = "nothing opens a pass";
        let help = "write what does, such as `opens_on = [\"form.*\", \"opportunity\"]`";
        reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
    }
    let mut opens_on = Vec::new();
    for text in texts {
        let word = words.contains(&text.value).then(|| Selector::new(text.value)).flatten();
        match word.map_or_else(|| selector(text.value, schema), Ok) {
            Ok(selector) => opens_on.push(selector),
            Err((message, help)) => {
                let help = format!("{help}; `assignment` and `opportunity` open a pass too");
                reading.add(text.span, ProblemCode::UnknownName, message, help);
            }
        }
    }
    opens_on
}
