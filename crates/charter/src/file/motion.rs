//! `[[motion]]`: how a pass begins, and the stages that it goes through.

use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft as Stage};
use super::text::Text;
use crate::diagnostic::ProblemCode;
use crate::language::Scope;
use crate::model::Motion;
use crate::rule::Rule;

/// The most motions.
const MOTIONS_MAX: usize = 16;

/// A motion before its rule is read, since rules may name motions.
pub(super) struct Draft<'a> {
    pub(super) id: String,
    when: Option<Text<'a>>,
    stages: Option<Vec<usize>>,
}

/// The motions in the order of the file.
pub(super) fn drafts<'a>(
    root: &mut Section<'a>,
    stages: &[Stage<'a>],
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
        let span = section.span.clone();
        section.finish(reading);
        if let Some(always) = drafts.last().filter(|draft| draft.when.is_none()) {
            let message = format!("no pass begins here: every other is `{}` already", always.id);
            let help = "write the motion without `when` last: it is that of all other passes";
            reading.add(span, ProblemCode::Inconsistent, message, help);
        }
        let stages = path.and_then(|entry| {
            let texts = reading.texts(&entry, false)?;
            path_of(&texts, &entry.span, stages, reading)
        });
        let taken: Vec<&str> = drafts.iter().map(|draft| draft.id.as_str()).collect();
        let Some(id) = id.and_then(|text| reading.id(&text, "motion", &taken)) else { continue };
        drafts.push(Draft { id, when, stages });
    }
    drafts
}

/// The stages that a motion goes through: of the path, in its order, from its first on.
fn path_of<'a>(
    texts: &[Text<'a>],
    span: &std::ops::Range<usize>,
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
        } else {
            None
        };
        if let Some((message, help)) = problem {
            reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
            return None;
        }
        path.push(stage);
    }
    if path.first() != Some(&0) {
        let first = stages.first().map_or("inquiry", |stage| stage.id.as_str());
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
    let finish = |draft: Draft<'a>| Motion {
        id: draft.id,
        when: draft.when.as_ref().map_or(Rule::Always(true), |text| reading.rule(text, &scope)),
        text: draft.when.map_or_else(String::new, |text| text.value.to_owned()),
        stages: draft.stages,
    };
    drafts.into_iter().map(finish).collect()
}
