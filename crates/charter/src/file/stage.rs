//! `[[stage]]`: the path and what lies beside it.

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::Section;
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::language::Scope;
use crate::model::{Side, Stage, StageKind};
use std::ops::Range;

/// A stage before its rule is read, since rules may name stages further down.
pub(super) struct Draft<'a> {
    pub(super) id: String,
    pub(super) span: Range<usize>,
    pub(super) kind: StageKind,
    /// Whether the kind was understood.
    pub(super) kind_is_sure: bool,
    name: String,
    pub(super) side: Side,
    enter: Option<Text<'a>>,
}

impl Draft<'_> {
    /// Where it is written: its header, and its rule if it has one.
    pub(super) fn place(&self) -> (Range<usize>, Option<Range<usize>>) {
        (self.span.clone(), self.enter.as_ref().map(|text| text.span.clone()))
    }
}

/// The stages: first the path, then those beside it.
pub(super) fn drafts<'a>(root: &mut Section<'a>, reading: &mut Reading<'a>) -> Vec<Draft<'a>> {
    let mut sections = root.sections("stage", "[[stage]]", reading);
    if sections.is_empty() {
        let help = format!(
            "add `{}` with `id = \"inquiry\"`, `name = \"Inquiry\"`, `side = \"marketing\"`",
            root.below("[[stage]]")
        );
        let message = format!("{} needs at least one stage", root.what);
        reading.add(root.span.clone(), ProblemCode::MissingKey, message, help);
    }
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, CLAUSES_MAX, "stages", span);
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    for section in sections {
        let taken: Vec<&str> = drafts.iter().map(|draft| draft.id.as_str()).collect();
        let draft = draft(section, &taken, reading);
        drafts.extend(draft);
    }
    drafts.sort_by_key(|draft| !draft.kind.is_on_path());
    check_path(&drafts, reading);
    drafts
}

fn draft<'a>(
    mut section: Section<'a>,
    taken: &[&str],
    reading: &mut Reading<'a>,
) -> Option<Draft<'a>> {
    let id = section.needed_text("id", "\"mql\"", reading);
    let name = section.needed_text("name", "\"Marketing qualified\"", reading);
    let side = section.needed_text("side", "\"marketing\"", reading);
    let kind = section.text("kind", reading);
    let enter = section.text("enter", reading);
    let span = section.span.clone();
    section.finish(reading);
    let side = side.and_then(|text| read_side(&text, reading));
    let (kind, kind_is_sure) = match kind {
        None => (StageKind::Open, true),
        Some(text) => reading
            .parsed(&text, "a kind of stage", read_kind)
            .map_or((StageKind::Open, false), |kind| (kind, true)),
    };
    let name = name.map(|text| reading.name(&text)).unwrap_or_default();
    let id = id.and_then(|text| reading.id(&text, "stage", taken))?;
    Some(Draft { id, span, kind, kind_is_sure, name, side: side.unwrap_or(Side::Sales), enter })
}

/// `marketing` or `sales`.
pub(super) fn read_side<'a>(text: &Text<'a>, reading: &mut Reading<'a>) -> Option<Side> {
    reading.parsed(text, "a side", |word| match word {
        "marketing" => Ok(Side::Marketing),
        "sales" => Ok(Side::Sales),
        _ => Err(did_you_mean(word, ["marketing", "sales"], "side")),
    })
}

fn read_kind(word: &str) -> Result<StageKind, String> {
    match word {
        "open" => Ok(StageKind::Open),
        "won" => Ok(StageKind::Won),
        "nurture" => Ok(StageKind::Nurture),
        "disqualified" => Ok(StageKind::Disqualified),
        _ => Err(did_you_mean(word, ["open", "won", "nurture", "disqualified"], "kind")),
    }
}

/// A pass begins in the first stage of the path; every other has a rule that leads into it.
fn check_path<'a>(drafts: &[Draft<'a>], reading: &mut Reading<'a>) {
    let path = drafts.iter().filter(|draft| draft.kind.is_on_path() && draft.kind_is_sure);
    for (place, draft) in path.enumerate() {
        match (&draft.enter, place) {
            (Some(enter), 0) => {
                let message = format!("`{}` is the first stage: a pass begins there", draft.id);
                let help = "remove `enter`, or write a stage without it above";
                reading.add(enter.span.clone(), ProblemCode::Inconsistent, message, help);
            }
            (None, 1..) => {
                let message = format!("the stage `{}` has no rule that leads into it", draft.id);
                let help = "add `enter = \"...\"`; only the first stage of the path has none";
                reading.add(draft.span.clone(), ProblemCode::MissingKey, message, help);
            }
            _ => {}
        }
        if place == 0 && draft.kind == StageKind::Won {
            let message = format!("the first stage, `{}`, is won already", draft.id);
            let help = "begin the path with an open stage, such as `inquiry`";
            reading.add(draft.span.clone(), ProblemCode::Inconsistent, message, help);
        }
    }
    if let Some(first) = drafts.first()
        && !first.kind.is_on_path()
    {
        let help = "add an open stage without `enter`: a pass begins there";
        let message = "no stage lies on the path";
        reading.add(first.span.clone(), ProblemCode::Inconsistent, message, help);
    }
}

/// The index of the stage that a text names as `mql`.
pub(super) fn find<'a>(
    text: &Text<'a>,
    id: &str,
    drafts: &[Draft<'_>],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let index = drafts.iter().position(|draft| draft.id == id);
    if index.is_none() {
        let help = did_you_mean(id, drafts.iter().map(|draft| draft.id.as_str()), "stage");
        let message = format!("no stage is called `{id}`");
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
    }
    index
}

/// The index of the stage that a text names as `stage:mql`.
pub(super) fn find_reference<'a>(
    text: &Text<'a>,
    drafts: &[Draft<'_>],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let id = reading.parsed(text, "a reference to a stage", |value| {
        let names = || drafts.iter().map(|draft| draft.id.as_str());
        let known = names().any(|id| id == value);
        let example = if known { value } else { names().next().unwrap_or("mql") };
        value
            .strip_prefix("stage:")
            .map(str::to_owned)
            .ok_or(format!("write `\"stage:{example}\"`"))
    })?;
    find(text, &id, drafts, reading)
}

/// The stages with their rules.
pub(super) fn finish<'a>(
    drafts: Vec<Draft<'a>>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Stage> {
    let finish = |draft: Draft<'a>| Stage {
        id: draft.id,
        name: draft.name,
        side: draft.side,
        kind: draft.kind,
        enter: draft.enter.as_ref().map(|text| reading.rule(text, scope)),
        text: draft.enter.map_or_else(String::new, |text| text.value.to_owned()),
    };
    drafts.into_iter().map(finish).collect()
}
