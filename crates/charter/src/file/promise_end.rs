//! `until`: what keeps a promise.

use super::reading::Reading;
use super::section::Entry;
use super::stage::{self, Draft};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::language::selector;
use crate::model::PromiseEnd;
use facts::Schema;

const WORDS: [(&str, PromiseEnd); 4] = [
    ("human_outreach", PromiseEnd::HumanOutreach),
    ("verdict", PromiseEnd::AnyVerdict),
    ("assigned", PromiseEnd::Assigned),
    ("leaves", PromiseEnd::Leaves),
];

/// A word, a stage, or one or several names of facts.
pub(super) fn read<'a>(
    entry: &Entry<'a>,
    from: Option<usize>,
    stages: &[Draft<'a>],
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> Option<PromiseEnd> {
    let texts = reading.texts(entry, true)?;
    if let [text] = texts.as_slice() {
        if let Some((_, end)) = WORDS.into_iter().find(|(word, _)| *word == text.value) {
            return Some(end);
        }
        if text.value.starts_with("stage:") {
            return reached(text, from, stages, reading);
        }
    }
    if texts.is_empty() {
        let help = "write what keeps it, such as `until = \"human_outreach\"`";
        reading.add(
            entry.span.clone(),
            ProblemCode::OutOfBounds,
            "nothing keeps this promise",
            help,
        );
        return None;
    }
    let before = reading.problems();
    let mut selectors = Vec::new();
    for text in &texts {
        let alone = WORDS.iter().any(|(word, _)| *word == text.value);
        if alone || text.value.starts_with("stage:") {
            let message = format!("`{}` cannot stand in a list", text.value);
            let help = "write it alone, or list names of touches and activities only";
            reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            continue;
        }
        match selector(text.value, schema) {
            Ok(selector) => selectors.push(selector),
            Err((message, help)) => unknown(text, message, &help, reading),
        }
    }
    (reading.problems() == before).then_some(PromiseEnd::Facts(selectors))
}

fn reached<'a>(
    text: &Text<'a>,
    from: Option<usize>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> Option<PromiseEnd> {
    let target = stage::find_reference(text, stages, reading)?;
    let on_path = stages[target].kind.is_on_path();
    let behind = from.is_some_and(|from| stages[from].kind.is_on_path() && target <= from);
    if !on_path || behind {
        let message = match (on_path, from) {
            (true, Some(from)) => format!(
                "`{}` does not come after `{}`: the promise could not be kept",
                stages[target].id, stages[from].id
            ),
            _ => format!("`{}` does not lie on the path", stages[target].id),
        };
        let help = "name a later stage of the path, or `leaves` for any way out of the stage";
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(PromiseEnd::Reaches(target))
}

fn unknown<'a>(text: &Text<'a>, message: String, help: &str, reading: &mut Reading<'a>) {
    let words = WORDS.map(|(word, _)| word);
    let guess = did_you_mean(text.value, words, "word");
    let help = match guess.starts_with("did") {
        true => guess,
        false => format!("{help}; or use `{}` or `stage:<id>`", words.join("`, `")),
    };
    reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
}
