//! No lead gathers dust: every open stage has a promise that bounds its rest.

use super::promise::Draft as Promise;
use super::reading::Reading;
use super::stage::Draft as Stage;
use crate::diagnostic::ProblemCode;
use crate::model::{PromiseEnd, StageKind};
use crate::rule::Rule;

/// Whose stages they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Lead,
    Account,
}

impl Whose {
    const fn noun(self) -> &'static str {
        match self {
            Self::Lead => "a lead",
            Self::Account => "an account",
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Lead => "",
            Self::Account => "account.",
        }
    }
}

/// Refuses open stages in which a lead could rest for ever.
pub(super) fn check<'a>(
    stages: &[Stage<'a>],
    promises: &[Promise],
    whose: Whose,
    reading: &mut Reading<'a>,
) {
    for (index, stage) in stages.iter().enumerate() {
        let bounds = |draft: &Promise| match draft.is_sound {
            true => draft.from == Some(index) && bounds_rest(draft),
            // What was not understood may be the promise that is looked for.
            false => draft.from.is_none_or(|from| from == index),
        };
        if !stage.kind.is_open() || !stage.kind_is_sure || promises.iter().any(bounds) {
            continue;
        }
        let id = &stage.id;
        let message =
            format!("{} could rest in `{id}` for ever: no promise bounds it", whose.noun());
        reading.add(
            stage.span.clone(),
            ProblemCode::UnboundedRest,
            message,
            proposal(stage, whose),
        );
    }
}

fn bounds_rest(draft: &Promise) -> bool {
    let promise = &draft.promise;
    let always = promise.when == Rule::Always(true);
    always && matches!(promise.until, PromiseEnd::Leaves | PromiseEnd::Reaches(_))
}

/// The promise to add, ready to be pasted.
fn proposal(stage: &Stage<'_>, whose: Whose) -> String {
    let (noun, prefix) =
        (whose.noun().trim_start_matches("an ").trim_start_matches("a "), whose.prefix());
    let id = &stage.id;
    let days = if stage.kind == StageKind::Nurture { 180 } else { 30 };
    let side = stage.side.word();
    format!(
        "add a promise without `when` that ends when the {noun} leaves:\n\
         [[{prefix}promise]]\n\
         id = \"{id}-rest\"\n\
         by = \"{side}\"\n\
         from = \"stage:{id}\"\n\
         until = \"leaves\"\n\
         within = \"{days} days\"\n\
         on_breach = [\"tell {side}_head\"]"
    )
}
