//! `[[motion]]`: how a pass begins, and the stages that it goes through.

use super::pipeline::Draft as Pipeline;
use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft as Stage};
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::language::Scope;
use crate::model::Motion;

/// The most motions.
const MOTIONS_MAX: usize = 16;

/// A motion before its rule is read, since rules may name motions.
pub(super) struct Draft<'a> {
    pub(super) id: String,
    pipeline: Option<usize>,
    when: Option<Text<'a>>,
    stages: Option<Vec<usize>>,
}

/// The motions in the order of the file; after them, for each pipeline without a motion that takes
/// all other passes, one of its id that does.
pub(super) fn drafts<'a>(
    root: &mut Section<'a>,
    stages: &[Stage<'a>],
    pipelines: &[Pipeline],
    reading: &mut Reading<'a>,
) -> Vec<Draft<'a>> {
    let mut sections = root.sections("motion", "[[motion]]", reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, MOTIONS_MAX, "motions", span);
    let mut drafts: Vec<Draft<'a>> = Vec::new();
    for mut section in sections {
        let id = section.needed_text("id", "\"inbound\"", reading);
        let when = section.text("when", reading);
        let path = section.entry("stages");
        let pipeline = section.text("pipeline", reading);
        let span = section.span.clone();
        section.finish(reading);
        let pipeline = match pipeline {
            Some(text) => match find(&text, pipelines, reading) {
                Some(index) => Some(index),
                None => continue,
            },
            None => pipelines.iter().position(|draft| draft.pipeline.after.is_none()),
        };
        let mut before = drafts.iter().filter(|draft| draft.pipeline == pipeline);
        if let Some(always) = before.find(|draft| draft.when.is_none()) {
            let message = format!("no pass begins here: every other is `{}` already", always.id);
            let help = "write the motion without `when` last: it is that of all other passes";
            reading.add(span, ProblemCode::Inconsistent, message, help);
        }
        let stages = path.and_then(|entry| {
            let texts = reading.texts(&entry, false)?;
            let within = pipeline.map(|index| &pipelines[index].pipeline);
            let begins = within.map_or(Some(0), |within| within.stages.first().copied());
            path_of(&texts, &entry.span, begins, within, stages, reading)
        });
        let whole = || pipeline.map(|index| pipelines[index].pipeline.stages.clone());
        let stages = stages.or_else(whole);
        let taken: Vec<&str> = drafts.iter().map(|draft| draft.id.as_str()).collect();
        let Some(id) = id.and_then(|text| reading.id(&text, "motion", &taken)) else { continue };
        drafts.push(Draft { id, pipeline, when, stages });
    }
    for (index, Pipeline { pipeline, .. }) in pipelines.iter().enumerate() {
        let mut own = drafts.iter().filter(|draft| draft.pipeline == Some(index));
        if own.any(|draft| draft.when.is_none()) {
            continue;
        }
        let id = pipeline.id.clone();
        if drafts.iter().any(|draft| draft.id == id) {
            let message =
                format!("the motion `{id}` is called as a pipeline, and is not all of it");
            let help = "choose another id for the motion";
            reading.add(root.span.clone(), ProblemCode::Duplicate, message, help);
            continue;
        }
        let stages = Some(pipeline.stages.clone());
        drafts.push(Draft { id, pipeline: Some(index), when: None, stages });
    }
    drafts
}

fn find<'a>(text: &Text<'a>, pipelines: &[Pipeline], reading: &mut Reading<'a>) -> Option<usize> {
    let index = pipelines.iter().position(|draft| draft.pipeline.id == text.value);
    if index.is_none() {
        let names = pipelines.iter().map(|draft| draft.pipeline.id.as_str());
        let help = did_you_mean(text.value, names, "pipeline");
        let message = format!("no pipeline is called `{}`", text.value);
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
    }
    index
}

/// The stages that a motion or a pipeline goes through: of the path, in its order, from the one in
/// which it begins; of a pipeline's path, where it is `within` one.
pub(super) fn path_of<'a>(
    texts: &[Text<'a>],
    span: &std::ops::Range<usize>,
    begins: Option<usize>,
    within: Option<&crate::model::Pipeline>,
    stages: &[Stage<'a>],
    reading: &mut Reading<'a>,
) -> Option<Vec<usize>> {
    let mut path: Vec<usize> = Vec::new();
    for text in texts {
        let id = text.value.strip_prefix("stage:").unwrap_or(text.value);
        let stage = stage::find(text, id, stages, reading)?;
        let problem = if !stages[stage].kind.is_on_path() && stages[stage].kind_is_sure {
            Some((
                format!("`{id}` does not lie on the path"),
                "a lead rests in it in any motion: remove it",
            ))
        } else if path.last().is_some_and(|last| *last >= stage) {
            Some((
                format!("`{id}` comes earlier on the path"),
                "name the stages in the order of the path, each once",
            ))
        } else if within.is_some_and(|pipeline| !pipeline.stages.contains(&stage)) {
            Some((
                format!("`{id}` is no stage of the pipeline"),
                "add it to the `stages` of the pipeline, or remove it here",
            ))
        } else {
            None
        };
        if let Some((message, help)) = problem {
            reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            return None;
        }
        path.push(stage);
    }
    if path.is_empty() || begins.is_some_and(|begins| path.first() != Some(&begins)) {
        let first = stages.get(begins.unwrap_or(0)).map_or("inquiry", |stage| stage.id.as_str());
        let message = format!("a pass begins in `{first}`");
        let help = format!("name it first: `stages = [\"{first}\", \"...\"]`");
        reading.add(span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(path)
}

/// The motions with their rules, which may not ask for the motion.
pub(super) fn finish<'a>(
    drafts: Vec<Draft<'a>>,
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Motion> {
    let scope = Scope { motions: &[], ..*scope };
    let finish = |draft: Draft<'a>| {
        let (when, text) = reading.rule_or(draft.when.as_ref(), true, &scope);
        Motion { id: draft.id, pipeline: draft.pipeline, when, text, stages: draft.stages }
    };
    drafts.into_iter().map(finish).collect()
}
