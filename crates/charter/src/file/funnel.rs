//! `[funnel]`: the agreed funnel dynamics.

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::{Entry, Section};
use super::stage::{self, Draft};
use super::text::Text;
use crate::diagnostic::ProblemCode;
use crate::duration;
use crate::terms::FunnelTarget;

const EXAMPLE: &str = "{ rate = 0.65, within = \"2d\" }";

/// The targets in the order of the file.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> Vec<FunnelTarget> {
    let Some(section) = root.section("funnel", "[funnel]", reading) else { return Vec::new() };
    let mut entries = section.entries();
    reading.at_most(&mut entries, CLAUSES_MAX, "funnel targets", section.span.clone());
    let mut targets: Vec<FunnelTarget> = Vec::new();
    for entry in entries {
        let Some(target) = target(&entry, stages, reading) else { continue };
        if targets.iter().any(|other| (other.from, other.to) == (target.from, target.to)) {
            let message = format!("`{}` has a target already", entry.key.value);
            let help = "keep one of the two";
            reading.add(entry.key.span, ProblemCode::Duplicate, message, help);
            continue;
        }
        targets.push(target);
    }
    targets
}

fn target<'a>(
    entry: &Entry<'a>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> Option<FunnelTarget> {
    let ends = path_between(&entry.key, stages, reading);
    if !entry.item.is_table_like() {
        reading.wrong_type(entry, "a rate", EXAMPLE);
        return None;
    }
    let mut section = reading.section(entry, &format!("\"{}\"", entry.key.value))?;
    let rate = section.needed("rate", "0.65", reading);
    let within = section.text("within", reading);
    section.finish(reading);
    let rate = rate.and_then(|entry| reading.share(&entry));
    let within = within.map(|text| reading.parsed(&text, "a length of time", duration::seconds));
    let (from, to) = ends?;
    Some(FunnelTarget {
        from,
        to,
        rate: rate?,
        within: match within {
            None => None,
            Some(within) => Some(within?),
        },
    })
}

/// The two stages of `mql -> sal`, of which the second comes later on the path.
pub(super) fn path_between<'a>(
    text: &Text<'a>,
    stages: &[Draft<'a>],
    reading: &mut Reading<'a>,
) -> Option<(usize, usize)> {
    let (from, to) = reading.parsed(text, "a way from one stage to another", |written| {
        let help = "write `\"mql -> sal\"`, with the ids of two stages";
        let (from, to) = written.split_once("->").ok_or(help)?;
        Ok::<_, String>((from.trim().to_owned(), to.trim().to_owned()))
    })?;
    let (from, to) =
        (stage::find(text, &from, stages, reading), stage::find(text, &to, stages, reading));
    let (from, to) = (from?, to?);
    let on_path = |stage: usize| stages[stage].kind.is_on_path() || !stages[stage].kind_is_sure;
    let beside = [from, to].into_iter().find(|stage| !on_path(*stage));
    let message = match beside {
        Some(stage) => format!("`{}` does not lie on the path", stages[stage].id),
        None if to <= from => {
            format!("`{}` does not come after `{}`", stages[to].id, stages[from].id)
        }
        None => return Some((from, to)),
    };
    let help = "name two stages of the path, the earlier one first";
    reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
    None
}
