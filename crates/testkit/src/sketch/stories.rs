//! Random stories.

use crate::scene::{LEAD, Said, Scene};
use facts::{FactKey, Kind, Origin, Precision, SubjectId};
use jiff::ToSpan;
use jiff::civil::{DateTime, datetime};
use proptest::prelude::*;

/// When stories begin, in the charter's zone: a month before the clocks change in many zones.
pub const FROM: &str = "2026-02-20 00:00";
/// An instant after everything in a story.
pub const UNTIL: &str = "2026-08-01 00:00";
const START: DateTime = datetime(2026, 2, 20, 0, 0, 0, 0);

/// Another person, who may be merged into the lead.
pub const OTHER_PERSON: SubjectId = SubjectId(8);
/// The account that people belong to most often.
pub const ACCOUNT: SubjectId = SubjectId(21);
const OTHER_ACCOUNT: SubjectId = SubjectId(22);
const DEAL: SubjectId = SubjectId(31);

/// One thing that happens, before it is recorded.
#[derive(Clone, Debug)]
pub struct Event {
    /// Hours since the start, 0 to 2,399.
    hour: u16,
    /// Which one.
    what: u8,
    /// What it says.
    value: u8,
    /// Whether only the day is known.
    day: bool,
    /// Whether, for activities, a person wrote it down later.
    by_hand: bool,
    /// Hours until it is known.
    delay: u16,
}

/// So many events; `plain` ones only: about the lead itself, dated, not corrected later.
pub fn events(count: usize, plain: bool) -> impl Strategy<Value = Vec<Event>> {
    let whats = if plain { 0..14_u8 } else { 0..20_u8 };
    let event = (
        // Few different hours, so that much happens at once.
        prop_oneof![(0_u16..100).prop_map(|day| day * 24), 0_u16..2_400, Just(600)],
        whats,
        any::<u8>(),
        prop::bool::weighted(0.2),
        prop::bool::weighted(if plain { 0.0 } else { 0.1 }),
        prop_oneof![3 => Just(0_u16), 1 => 0_u16..500],
    );
    prop::collection::vec(
        event.prop_map(|(hour, what, value, day, by_hand, delay)| Event {
            hour,
            what,
            value,
            day,
            by_hand,
            delay,
        }),
        0..count,
    )
}

/// Records the events in the order in which they become known.
///
/// # Panics
/// Never: the words and times are all sound.
pub fn record(scene: &mut Scene, events: &[Event]) {
    let mut events = events.to_vec();
    events.sort_by_key(|event| event.hour + event.delay);
    let mut keys: Vec<FactKey> = Vec::new();
    for event in &events {
        let key = one(scene, event, &keys);
        keys.push(key);
        let recorded = scene.log.last_mut().expect("one was recorded");
        recorded.fact.precision = if event.day { Precision::Day } else { Precision::Instant };
        let known = recorded.fact.occurred_at.0;
        let delay = if event.day { 24 } else { 0 } + i64::from(event.delay);
        recorded.recorded_at.0 = known + delay * 3_600_000_000;
    }
    // The recorder's clock never goes back.
    let mut latest = facts::Instant::EARLIEST;
    for recorded in &mut scene.log {
        latest = latest.max(recorded.recorded_at);
        recorded.recorded_at = latest;
    }
}

fn one(scene: &mut Scene, event: &Event, keys: &[FactKey]) -> FactKey {
    let at = START + i64::from(event.hour).hours();
    let at =
        if event.day { at.date().to_string() } else { at.strftime("%Y-%m-%d %H:%M").to_string() };
    let pick = |words: &'static [&'static str]| words[usize::from(event.value) % words.len()];
    let mut say = |kind, name, said| scene.about(LEAD, &at, kind, name, said);
    match event.what {
        0..4 => say(
            Kind::Touch,
            pick(&[
                "page.pricing",
                "page.blog",
                "email.clicked",
                "webinar.attended",
                "form.demo_request",
            ]),
            Said::Nothing,
        ),
        4 => say(
            Kind::Trait,
            "lead.seniority",
            Said::Word(pick(&["director", "student", "vp", "manager", ""])),
        ),
        5 => say(
            Kind::Trait,
            "account.employees",
            Said::Number(pick(&["5", "50", "900"]).parse().expect("a number")),
        ),
        6 => {
            let key = say(Kind::Trait, "lead.opted_out", Said::Nothing);
            scene.last().value = facts::Value::Flag(event.value.is_multiple_of(4));
            key
        }
        7 | 8 => {
            let name = pick(&["call.attempt", "call.connected", "meeting.held", "email.sent"]);
            let key = say(Kind::Activity, name, Said::Nothing);
            scene.last().origin = match (event.by_hand, event.value % 3) {
                (true, _) => Origin::HandLogged,
                (false, 0) => Origin::System,
                (false, _) => Origin::Human,
            };
            key
        }
        9 | 10 => {
            let (verdict, reason) = match event.value % 6 {
                0..2 => ("accepted", ""),
                2 => ("rejected", "not_icp"),
                3 => ("recycled", "no_budget"),
                4 => ("recycled", "undeclared"),
                _ => ("disqualified", "student"),
            };
            say(Kind::Verdict, verdict, Said::Word(reason))
        }
        11 => say(Kind::Assignment, "assignment", Said::Word(pick(&["ana", "ben"]))),
        12 => {
            say(Kind::Opportunity, "opportunity.stage", Said::Word(pick(&["open", "lost", "won"])))
        }
        13 if event.value.is_multiple_of(3) => say(Kind::Reopening, "reopening", Said::Nothing),
        13 => say(
            Kind::Opportunity,
            "opportunity.amount",
            Said::Number(f64::from(event.value) * 10.0),
        ),
        14 => say(
            Kind::Link,
            pick(&["account", "account", "account.end"]),
            Said::Subject(if event.value.is_multiple_of(2) { ACCOUNT } else { OTHER_ACCOUNT }),
        ),
        15 => {
            let account = if event.value.is_multiple_of(2) { ACCOUNT } else { OTHER_ACCOUNT };
            let employees = Said::Number(f64::from(event.value));
            scene.about(account, &at, Kind::Trait, "account.employees", employees)
        }
        16 => scene.about(
            OTHER_PERSON,
            &at,
            Kind::Link,
            pick(&["merge", "merge", "merge.end"]),
            Said::Subject(LEAD),
        ),
        17 => scene.about(
            OTHER_PERSON,
            &at,
            Kind::Touch,
            pick(&["webinar.attended", "page.pricing"]),
            Said::Nothing,
        ),
        18 => match event.value % 4 {
            3 => scene.about(DEAL, &at, Kind::Link, "account.opportunity", Said::Subject(ACCOUNT)),
            0 => scene.about(DEAL, &at, Kind::Link, "lead", Said::Subject(LEAD)),
            1 => scene.about(
                DEAL,
                &at,
                Kind::Opportunity,
                "opportunity.stage",
                Said::Word(pick(&["won", "open"])),
            ),
            _ => scene.about(DEAL, &at, Kind::Link, "lead.end", Said::Subject(LEAD)),
        },
        _ => match keys.get(usize::from(event.value) % keys.len().max(1)) {
            Some(&key) => say(Kind::Retraction, "retraction", Said::Fact(key)),
            None => say(Kind::Touch, "page.blog", Said::Nothing),
        },
    }
}
