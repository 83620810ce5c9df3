//! `on_breach`: whom a breach is told, and what follows while nobody answers.

use super::reading::Reading;
use super::section::Entry;
use super::stage::{self, Draft as Stage};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::duration;
use crate::model::{BreachAct, BreachStep, Handoff, Side, StageKind};

/// The most steps after a breach.
const STEPS_MAX: usize = 8;
const HELP: &str = "write `tell sales_head`, `reassign`, `return` or `return to nurture`, and \
                    before it `after 2 business hours:` where there is time for an answer";

/// What a promise says of its breach.
pub(super) struct Breach {
    /// Who is told at once.
    pub(super) tell: Vec<String>,
    /// What follows.
    pub(super) steps: Vec<BreachStep>,
}

/// What the steps of a promise may speak of.
pub(super) struct Place<'r, 'a> {
    /// The stage in which the promise runs, if that was understood.
    pub(super) from: Option<usize>,
    pub(super) stages: &'r [Stage<'a>],
    pub(super) handoffs: &'r [Handoff],
}

/// `["tell assignee", "after 2 business hours: tell sales_head"]`; where nothing is written, the
/// head of the side that gave the promise is told.
pub(super) fn read<'a>(
    entry: Option<&Entry<'a>>,
    by: Side,
    place: &Place<'_, 'a>,
    reading: &mut Reading<'a>,
) -> Breach {
    let mut breach = Breach { tell: Vec::new(), steps: Vec::new() };
    let Some(entry) = entry else {
        breach.tell.push(head(by).to_owned());
        return breach;
    };
    let texts = reading.texts(entry, true).unwrap_or_default();
    if texts.is_empty() && entry.item.is_array() {
        let help = "write whom, such as `[\"tell assignee\"]`";
        let message = "a breach is told to nobody";
        reading.add(entry.span.clone(), ProblemCode::OutOfBounds, message, help);
    }
    for text in &texts {
        if let Some(BreachStep { does: BreachAct::Return(_), .. }) = breach.steps.last() {
            let message = "nothing comes after `return`: the lead has left";
            let help = "write it last, or remove what comes after it";
            reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            break;
        }
        match step(text, place, reading) {
            Some(BreachStep { after: None, does: BreachAct::Tell(role) }) => breach.tell.push(role),
            Some(step) => breach.steps.push(step),
            None => {}
        }
    }
    reading.at_most(&mut breach.steps, STEPS_MAX, "steps after a breach", entry.span.clone());
    breach
}

/// Whom a breach is told when the promise does not say: the head of the side that gave it.
fn head(by: Side) -> &'static str {
    match by {
        Side::Marketing => "marketing_head",
        Side::Sales => "sales_head",
    }
}

/// `after 2 business hours: tell sales_head`.
fn step<'a>(
    text: &Text<'a>,
    place: &Place<'_, 'a>,
    reading: &mut Reading<'a>,
) -> Option<BreachStep> {
    let (after, does) = match text.value.trim().strip_prefix("after ") {
        None => (None, text.value.trim()),
        Some(rest) => {
            let Some((time, does)) = rest.split_once(':') else {
                let message = format!("`{}` is no step after a breach", text.value);
                let help =
                    "write what happens after a colon: `after 2 business hours: tell sales_head`";
                reading.add(text.span.clone(), ProblemCode::Malformed, message, help);
                return None;
            };
            let time = Text { value: time.trim(), span: text.span.clone() };
            let after = reading.parsed(&time, "a length of time", duration::within)?;
            (Some(after), does.trim())
        }
    };
    let does = act(does, text, place, reading)?;
    Some(BreachStep { after, does })
}

fn act<'a>(
    does: &str,
    text: &Text<'a>,
    place: &Place<'_, 'a>,
    reading: &mut Reading<'a>,
) -> Option<BreachAct> {
    if let Some(role) = does.strip_prefix("tell ").map(str::trim) {
        let valid = !role.is_empty()
            && role.len() <= 100
            && role.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
        if !valid {
            let message = format!("`{role}` is not a role");
            reading.add(text.span.clone(), ProblemCode::Malformed, message, HELP);
        }
        return valid.then(|| BreachAct::Tell(role.to_owned()));
    }
    let to = does.strip_prefix("return to ").map(str::trim);
    match (does, to) {
        ("reassign", _) => reassign(text, place, reading),
        ("return", _) => {
            let nurture = place.stages.iter().position(|stage| stage.kind == StageKind::Nurture);
            if nurture.is_none() {
                let message = "there is no stage to return to";
                let help = "add a stage of the kind `nurture`";
                reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            }
            returned(nurture?, text, place, reading)
        }
        (_, Some(id)) => {
            let stage = stage::find(text, id, place.stages, reading)?;
            if place.stages[stage].kind != StageKind::Nurture && place.stages[stage].kind_is_sure {
                let message = format!("a lead cannot return to `{id}`: it does not rest there");
                let help = "name a stage of the kind `nurture`";
                reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
                return None;
            }
            returned(stage, text, place, reading)
        }
        _ => {
            let word = does.split_whitespace().next().unwrap_or_default();
            let guess = did_you_mean(word, ["tell", "reassign", "return", "after"], "word");
            let guess = if guess.starts_with("did") { format!("{guess} ") } else { String::new() };
            let message = format!("`{}` is no step after a breach", text.value);
            reading.add(text.span.clone(), ProblemCode::Malformed, message, guess + HELP);
            None
        }
    }
}

/// A lead is assigned anew where it was handed over.
fn reassign<'a>(
    text: &Text<'a>,
    place: &Place<'_, 'a>,
    reading: &mut Reading<'a>,
) -> Option<BreachAct> {
    let Some(from) = place.from else { return Some(BreachAct::Reassign) };
    if place.handoffs.iter().any(|handoff| handoff.at <= from) && is_worked(from, place) {
        return Some(BreachAct::Reassign);
    }
    let message = format!("nobody has taken over a lead in `{}`", place.stages[from].id);
    let help = "hand it over at this stage or an earlier one with `[[handoff]]`, or tell somebody";
    reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
    None
}

fn returned<'a>(
    to: usize,
    text: &Text<'a>,
    place: &Place<'_, 'a>,
    reading: &mut Reading<'a>,
) -> Option<BreachAct> {
    if let Some(from) = place.from.filter(|&from| !is_worked(from, place)) {
        let message = format!("a lead in `{}` rests already", place.stages[from].id);
        let help = "return from an open stage of the path, and tell somebody here";
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(BreachAct::Return(to))
}

/// Whether a stage is an open one of the path, as far as that was understood.
fn is_worked(stage: usize, place: &Place<'_, '_>) -> bool {
    place.stages[stage].kind == StageKind::Open || !place.stages[stage].kind_is_sure
}
