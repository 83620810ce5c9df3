//! `[[promise]]`: what one side owes the other.

use super::PROMISES_MAX;
use super::breach;
use super::calendar;
use super::counted;
use super::promise_end;
use super::reading::Reading;
use super::section::Section;
use super::stage::{self, Draft as Stage};
use crate::diagnostic::ProblemCode;
use crate::duration;
use crate::language::Scope;
use crate::model::{CalendarTerms, Handoff, Promise, PromiseEnd, Side, Within};
use crate::rule::Rule;
use crate::terms::CountedPromise;
use facts::Seconds;
use std::ops::Range;

/// Keys of promises that are counted by period.
const COUNTED: [&str; 3] = ["at_least", "per", "accepted_share_at_least"];

/// A promise, and what of it was understood.
pub(super) struct Draft {
    pub(super) promise: Promise,
    /// The stage it runs in, if that was understood.
    pub(super) from: Option<usize>,
    /// Whether all of it was understood.
    pub(super) is_sound: bool,
    /// Where `when` and `until` are written.
    pub(super) when_place: Option<Range<usize>>,
    pub(super) until_place: Option<Range<usize>>,
}

/// The promises of a file.
#[derive(Default)]
pub(super) struct Promises {
    /// Those with a clock, in the order of the file.
    pub(super) drafts: Vec<Draft>,
    /// Those about a number in a period, in the order of the file.
    pub(super) counted: Vec<CountedPromise>,
    /// The ids of the latter, those among them that were not understood too.
    counted_ids: Vec<String>,
}

impl Promises {
    /// The ids of promises with a clock.
    pub(super) fn clock_ids(&self) -> Vec<String> {
        self.drafts.iter().map(|draft| draft.promise.id.clone()).collect()
    }

    /// The ids of all promises.
    pub(super) fn all_ids(&self) -> Vec<String> {
        self.clock_ids().into_iter().chain(self.counted_ids.iter().cloned()).collect()
    }
}

/// The promises, with their rules.
pub(super) fn read<'a>(
    root: &mut Section<'a>,
    stages: &[Stage<'a>],
    (handoffs, calendars): (&[Handoff], &[CalendarTerms]),
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Promises {
    let mut sections = root.sections("promise", "[[promise]]", reading);
    let span = sections.last().map_or(0..0, |section| section.span.clone());
    reading.at_most(&mut sections, PROMISES_MAX, "promises", span);
    let mut promises = Promises::default();
    for mut section in sections {
        let all = promises.all_ids();
        let taken: Vec<&str> = all.iter().map(String::as_str).collect();
        if section.entry("count").is_some() {
            let (id, promise) = counted::read(section, &taken, stages, handoffs, reading);
            promises.counted_ids.extend(id);
            promises.counted.extend(promise);
            continue;
        }
        let before = reading.problems();
        let mut draft = draft(section, &taken, (stages, handoffs, calendars), scope, reading);
        draft.is_sound = reading.problems() == before;
        promises.drafts.push(draft);
    }
    promises
}

fn draft<'a>(
    mut section: Section<'a>,
    taken: &[&str],
    (stages, handoffs, calendars): (&[Stage<'a>], &[Handoff], &[CalendarTerms]),
    scope: &Scope<'_>,
    reading: &mut Reading<'a>,
) -> Draft {
    let id = section.needed_text("id", "\"first-touch\"", reading);
    let by = section.needed_text("by", "\"sales\"", reading);
    let when = section.text("when", reading);
    let from = section.needed_text("from", "\"stage:mql\"", reading);
    let until = section.needed("until", "\"human_outreach\"", reading);
    let within = section.needed_text("within", "\"4 business hours\"", reading);
    let calendar = section.text("calendar", reading);
    let on_breach = section.entry("on_breach");
    for key in COUNTED {
        if let Some(entry) = section.entry(key) {
            let message = format!("`{key}` is for promises that count");
            let help = "remove it, or say what is counted, such as `count = \"stage:mql\"`";
            reading.add(entry.key.span, ProblemCode::Inconsistent, message, help);
        }
    }
    section.finish(reading);

    let when_place = when.as_ref().map(|text| text.span.clone());
    let until_place = until.as_ref().map(|entry| entry.span.clone());
    let id = id.and_then(|text| reading.id(&text, "promise", taken)).unwrap_or_default();
    let by = by.and_then(|text| stage::read_side(&text, reading)).unwrap_or(Side::Sales);
    let from = from.and_then(|text| stage::find_reference(&text, stages, reading));
    let until =
        until.and_then(|entry| promise_end::read(&entry, from, stages, scope.schema, reading));
    let within =
        within.and_then(|text| reading.parsed(&text, "a length of time", duration::within));
    let place = breach::Place { from, stages, handoffs };
    let breach = breach::read(on_breach.as_ref(), by, &place, reading);
    let after = breach.steps.iter().map(|step| step.after);
    let is_business = after.chain([within]).flatten().any(Within::is_business);
    let is_sure = within.is_some();
    let calendar = calendar.and_then(|text| {
        let found = calendar::find(&text, calendars, reading);
        if is_sure && !is_business {
            let message = "nothing in this promise is counted in business time";
            let help = "remove `calendar`, or give business hours: `within = \"8 business hours\"`";
            reading.add(text.span, ProblemCode::Inconsistent, message, help);
        }
        found
    });
    let promise = Promise {
        id,
        by,
        from: from.unwrap_or(0),
        when: when.as_ref().map_or(Rule::Always(true), |text| reading.rule(text, scope)),
        when_text: when.map_or_else(String::new, |text| text.value.to_owned()),
        until: until.unwrap_or(PromiseEnd::Leaves),
        within: within.unwrap_or(Within::Wall(Seconds::DAY)),
        calendar: calendar.unwrap_or(0),
        tell: breach.tell,
        steps: breach.steps,
    };
    Draft { promise, from, is_sound: true, when_place, until_place }
}
