//! `[[route]]`: who is given the leads that are handed over.

mod reach;

use super::CLAUSES_MAX;
use super::reading::Reading;
use super::section::Section;
use super::text::Text;
use crate::diagnostic::{ProblemCode, did_you_mean};
use crate::language::{Scope, Speaks, TraitsOnly};
use crate::model::Handoff;
use crate::rule::Rule;
use crate::terms::{Route, RouteTo, Sharing};
use std::ops::Range;

/// The routes in the order of the file: the first that holds is taken.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    handoffs: &[Handoff],
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Vec<Route> {
    let mut sections = root.sections("route", "[[route]]", reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, CLAUSES_MAX, "routes", span);
    let scope = Scope { speaks: Speaks::TraitsOnly(TraitsOnly::Route), ..*scope };
    let mut routes: Vec<Route> = Vec::new();
    for section in sections {
        let (span, before) = (section.span.clone(), reading.problems());
        let Some(route) = route(&routes, section, handoffs, &scope, reading) else { continue };
        if reading.problems() == before {
            check_reach(&route, &routes, handoffs, span, reading);
        }
        routes.push(route);
    }
    routes
}

fn route<'a>(
    above: &[Route],
    mut section: Section<'a>,
    handoffs: &[Handoff],
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Option<Route> {
    let span = section.span.clone();
    let id = section.text("id", reading);
    let handoff = section.text("handoff", reading);
    let when = section.text("when", reading);
    let to = section.needed_text("to", "\"team:sdr\"", reading);
    let share = section.text("share", reading);
    section.finish(reading);
    let taken: Vec<&str> = above.iter().map(|route| route.id.as_str()).collect();
    let id = match id {
        Some(text) => reading.id(&text, "route", &taken)?,
        None => (above.len() + 1).to_string(),
    };
    if handoffs.is_empty() {
        let help = "add a `[[handoff]]`: a lead is given to somebody when it is handed over";
        reading.add(span, ProblemCode::Inconsistent, "no hand-off needs this route", help);
    }
    let about: Option<Vec<usize>> = match &handoff {
        None => Some((0..handoffs.len()).collect()),
        Some(text) => handoff_of(text, handoffs, reading).map(|index| vec![index]),
    };
    let sharing = match &share {
        None => Some(Sharing::default()),
        Some(text) => reading.parsed(text, "a way to share out leads", sharing),
    };
    let to_text = to?;
    let to = reading.parsed(&to_text, "somebody to give leads to", route_to)?;
    if let (RouteTo::Queue(queue), Some(about)) = (&to, &about) {
        check_queue(queue, &to_text, about.iter().map(|&index| &handoffs[index]), reading);
    }
    if let (RouteTo::Person(_) | RouteTo::Queue(_), Some(share)) = (&to, &share) {
        let message = "there is nobody to share leads out among";
        let help = "remove `share`, or give the leads to a team, such as `team:sdr`";
        reading.add(share.span.clone(), ProblemCode::Inconsistent, message, help);
    }
    let (when, text) = reading.rule_or(when.as_ref(), true, scope);
    Some(Route { id, handoffs: about?, when, text, to, sharing: sharing? })
}

fn sharing(word: &str) -> Result<Sharing, String> {
    let found = Sharing::ALL.into_iter().find(|sharing| sharing.word() == word);
    found.ok_or_else(|| did_you_mean(word, Sharing::ALL.map(Sharing::word), "way"))
}

fn route_to(text: &str) -> Result<RouteTo, String> {
    let help = || "write `team:<id>`, `person:<id>` or `queue:<id>`, such as `team:sdr`".to_owned();
    let (kind, id) = text.split_once(':').ok_or_else(help)?;
    let valid = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@' | ' ');
    if !(1..=100).contains(&id.chars().count()) || !id.chars().all(valid) {
        return Err(help());
    }
    match kind {
        "team" => Ok(RouteTo::Team(id.to_owned())),
        "person" => Ok(RouteTo::Person(id.to_owned())),
        "queue" => Ok(RouteTo::Queue(id.to_owned())),
        _ => Err(help()),
    }
}

fn handoff_of<'a>(
    text: &Text<'a>,
    handoffs: &[Handoff],
    reading: &mut Reading<'a>,
) -> Option<usize> {
    let index = handoffs.iter().position(|handoff| handoff.id == text.value);
    if index.is_none() {
        let names = handoffs.iter().map(|handoff| handoff.id.as_str());
        let help = did_you_mean(text.value, names, "hand-off");
        let message = format!("no hand-off is called `{}`", text.value);
        reading.add(text.span.clone(), ProblemCode::UnknownName, message, help);
    }
    index
}

/// A lead waits in the queue of its hand-off, and in no other.
fn check_queue<'a, 'b>(
    queue: &str,
    text: &Text<'a>,
    about: impl Iterator<Item = &'b Handoff>,
    reading: &mut Reading<'a>,
) {
    let others: Vec<_> =
        about.map(|handoff| handoff.to.as_str()).filter(|to| *to != queue).collect();
    if let Some(other) = others.first() {
        let message = format!("leads of this route wait for `{other}`, and not for `{queue}`");
        let help = format!(
            "write `queue:{other}`, or name with `handoff` the one that hands over to `{queue}`"
        );
        reading.add(text.span.clone(), ProblemCode::Inconsistent, message, help);
    }
}

/// Of routes that overlap the first is taken; one that is never taken says something that nobody
/// agreed on.
fn check_reach<'a>(
    route: &Route,
    above: &[Route],
    handoffs: &[Handoff],
    span: Range<usize>,
    reading: &mut Reading<'a>,
) {
    let never = |handoff: &usize| {
        let earlier = above.iter().filter(|other| other.handoffs.contains(handoff));
        let earlier: Vec<&Rule> = earlier.map(|other| &other.when).collect();
        !reach::is_reached(&route.when, &earlier)
    };
    if route.handoffs.is_empty() || !route.handoffs.iter().all(never) {
        return;
    }
    let alone = !reach::is_reached(&route.when, &[]);
    let (message, help) = if alone {
        let help = "change its `when`, so that it can hold".to_owned();
        ("no lead can ever take this route".to_owned(), help)
    } else {
        // One without an id is called by its place.
        let called = |id: &str| match id.bytes().all(|byte| byte.is_ascii_digit()) {
            true => format!("route {id}"),
            false => format!("`{id}`"),
        };
        let by: Vec<_> = above.iter().map(|other| called(&other.id)).collect();
        let by = if by.len() == 1 { by.concat() } else { format!("one of {}", by.join(", ")) };
        let of =
            if handoffs.len() > 1 && route.handoffs.len() == 1 { " of its hand-off" } else { "" };
        (
            format!("every lead{of} that fits this route is taken by {by} above"),
            "of routes that overlap the first is taken: move this one up, or make it say more"
                .to_owned(),
        )
    };
    reading.add(span, ProblemCode::Inconsistent, message, help);
}
