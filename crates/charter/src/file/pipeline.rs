//! `[[pipeline]]`: a kind of business that leads travel towards, and the path to it.

use super::motion::path_of;
use super::pass::openers;
use super::promise::Draft as Promise;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::stage::{self, Draft as Stage};
use super::text::Text;
use crate::diagnostic::ProblemCode;
use crate::model::{After, BreachAct, Pipeline, StageKind, VerdictTerms};
use facts::Schema;
use std::ops::Range;

/// The most pipelines.
const PIPELINES_MAX: usize = 16;

/// A pipeline and where it is written in which stage its leads rest.
pub(super) struct Draft {
    pub(super) pipeline: Pipeline,
    rests_in: Option<Range<usize>>,
}

/// The pipelines in the order of the file.
pub(super) fn drafts<'a>(
    root: &mut Section<'a>,
    stages: &[Stage<'a>],
    schema: &Schema,
    reading: &mut Reading<'a>,
) -> Vec<Draft> {
    let mut sections = root.sections("pipeline", "[[pipeline]]", reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, PIPELINES_MAX, "pipelines", span);
    let mut drafts: Vec<Draft> = Vec::new();
    for mut section in sections {
        let id = section.needed_text("id", "\"expansion\"", reading);
        let name = section.needed_text("name", "\"Expansion\"", reading);
        let path = section.needed("stages", "[\"sql\", \"opportunity\", \"customer\"]", reading);
        let more = More {
            after: section.text("after", reading),
            opens_on: section.entry("opens_on"),
            rests_in: section.text("rests_in", reading),
        };
        let span = section.span.clone();
        section.finish(reading);
        let is_first = more.after.is_none();
        let known = || drafts.iter().map(|draft| &draft.pipeline);
        if is_first && let Some(first) = known().find(|known| known.after.is_none()) {
            let message = format!("`{}` begins with `[pass]` already", first.id);
            let help = "say `after` which won stage this one begins: `after = \"stage:customer\"`";
            reading.add(span.clone(), ProblemCode::Inconsistent, message, help);
        }
        let path = path.and_then(|entry| {
            let texts = reading.texts(&entry, false)?;
            let begins = is_first.then_some(0);
            path_of(&texts, &entry.span, begins, None, stages, reading)
        });
        let rests_in = more.rests_in.as_ref().map(|text| text.span.clone());
        let after = more.read(&span, stages, schema, reading);
        let taken: Vec<&str> = known().map(|known| known.id.as_str()).collect();
        let id = id.and_then(|text| reading.id(&text, "pipeline", &taken));
        let name = name.map(|text| reading.name(&text));
        let begins = path.as_ref().and_then(|path| path.first()).map(|first| &stages[*first]);
        if let Some(begins) = begins.filter(|begins| begins.kind == StageKind::Won) {
            let message =
                format!("a pass of this pipeline would be won as it begins, in `{}`", begins.id);
            let help =
                "let its path begin in an open stage, such as the one where sales works on it";
            reading.add(span, ProblemCode::Inconsistent, message, help);
            continue;
        }
        let (Some(id), Some(name), Some(stages)) = (id, name, path) else { continue };
        if is_first || after.is_some() {
            drafts.push(Draft { pipeline: Pipeline { id, name, after, stages }, rests_in });
        }
    }
    drafts
}

/// Refuses that others than customers come to where customers rest.
pub(super) fn finish(
    drafts: Vec<Draft>,
    stages: &[Stage<'_>],
    verdicts: &[VerdictTerms],
    promises: &[Promise],
    reading: &mut Reading<'_>,
) -> Vec<Pipeline> {
    for Draft { pipeline, rests_in } in &drafts {
        let (Some(after), Some(place)) = (&pipeline.after, rests_in) else { continue };
        let rests = after.rests_in;
        let steps = promises.iter().flat_map(|draft| &draft.promise.steps);
        let who = if verdicts.iter().any(|terms| terms.rests_in == Some(rests)) {
            "whom sales gives back"
        } else if steps.into_iter().any(|step| step.does == BreachAct::Return(rests)) {
            "whom a breach returns"
        } else if stages[rests].place().1.is_some() {
            "for whom its rule holds"
        } else {
            continue;
        };
        let message =
            format!("leads {who} come to `{}` too, and they are no customers", stages[rests].id);
        let help = "name a stage of the kind `nurture` to which nothing else leads, with a promise \
                    that bounds the rest in it";
        reading.add(place.clone(), ProblemCode::Inconsistent, message, help);
    }
    drafts.into_iter().map(|draft| draft.pipeline).collect()
}

/// What a pipeline says that goes on after another.
struct More<'a> {
    after: Option<Text<'a>>,
    opens_on: Option<Entry<'a>>,
    rests_in: Option<Text<'a>>,
}

impl<'a> More<'a> {
    /// `None` for the pipeline that `[pass]` opens, and where something was found.
    fn read(
        self,
        span: &Range<usize>,
        stages: &[Stage<'a>],
        schema: &Schema,
        reading: &mut Reading<'a>,
    ) -> Option<After> {
        let Some(after) = self.after else {
            let keys = [self.opens_on.map(|it| it.key.span), self.rests_in.map(|it| it.span)];
            for place in keys.into_iter().flatten() {
                let message = "only a pipeline with `after` says what opens it and where it rests";
                let help = "add `after = \"stage:customer\"`, or write it under `[pass]` and \
                            `[verdict.<word>]`";
                reading.add(place, ProblemCode::Inconsistent, message, help);
            }
            return None;
        };
        let stage = find_of(&after, StageKind::Won, "is not won", stages, reading);
        let opens_on = match self.opens_on {
            Some(entry) => Some(openers(&entry, schema, reading)),
            None => {
                let help = "say what does: `opens_on = [\"form.upgrade\", \"opportunity\"]`";
                let message = "nothing opens a pass of this pipeline";
                reading.add(span.clone(), ProblemCode::MissingKey, message, help);
                None
            }
        };
        let Some(rests_in) = self.rests_in else {
            let message = "a pass of this pipeline that is not won has nowhere to rest";
            let help = "add `rests_in = \"care\"`: a stage of the kind `nurture` for customers, with \
                        a promise that bounds the rest in it";
            reading.add(span.clone(), ProblemCode::MissingKey, message, help);
            return None;
        };
        let rests = find_of(&rests_in, StageKind::Nurture, "is no nurture", stages, reading)?;
        Some(After { stage: stage?, opens_on: opens_on?, rests_in: rests })
    }
}

/// A stage of a kind, written as `stage:customer` or `customer`.
fn find_of<'a>(
    text: &Text<'a>,
    kind: StageKind,
    is_not: &str,
    stages: &[Stage<'a>],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let id = text.value.strip_prefix("stage:").unwrap_or(text.value);
    let stage = stage::find(text, id, stages, reading)?;
    if stages[stage].kind != kind && stages[stage].kind_is_sure {
        let fitting = stages.iter().find(|stage| stage.kind == kind);
        let help = fitting.map_or_else(
            || "declare such a stage first".to_owned(),
            |stage| format!("name one that is, such as `{}`", stage.id),
        );
        let message = format!("`{id}` {is_not}");
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
        return None;
    }
    Some(stage)
}
