//! What holds whatever happens, in whatever order.

use crate::charters::{FIRST, second};
use crate::company::{Company, Told, id};
use crate::scripts::{Script, Step, first_day, in_any_order, scripts};
use app::{Engine, FunnelQuestion, LeadAsKnown};
use facts::{Instant, Position, Seconds, SubjectId};
use lifecycle::Decision;
use proptest::prelude::*;
use std::collections::BTreeMap;
use store::{Holiday, PlaceKind, Projection};

/// What the ledger said of every lead once everything was settled.
#[derive(Clone, PartialEq, Debug)]
struct Picture {
    position: Position,
    now: Instant,
    leads: BTreeMap<SubjectId, (Vec<Decision>, Shown)>,
}

/// What lists show of a lead, but for what depends on when it was settled.
type Shown = (String, PlaceKind, u16, bool, Instant, i64, Option<(Instant, bool)>, [Instant; 4]);

fn shown(company: &Company, p: &Projection) -> Shown {
    (
        company.engine.vocabulary().word(p.stage).to_owned(),
        p.place,
        p.pass,
        p.pass_open,
        p.entered_at,
        p.fit_milli,
        p.next_due.map(|due| (due.at, due.broken)),
        [p.wake_at, p.returns_at, p.first_touch_at, p.first_outreach_at],
    )
}

fn picture(company: &Company, now: Instant) -> Picture {
    let view = company.engine.store().view();
    let projected = view.projected_leads().unwrap().into_iter();
    let leads = projected.map(|lead| {
        let projection = view.projection(lead).unwrap().unwrap();
        let decisions = view.standing_decisions(lead).unwrap();
        (lead, (decisions, shown(company, &projection)))
    });
    Picture { position: view.tail().unwrap(), now, leads: leads.collect() }
}

fn picture_as_known(company: &mut Company, position: Position, now: Instant) -> Picture {
    let known = company.engine.as_known(position, now).unwrap();
    let leads = known.into_iter().map(|LeadAsKnown { lead, decisions, projection }| {
        (lead, (decisions, shown(company, &projection.unwrap())))
    });
    Picture { position, now, leads: leads.collect() }
}

/// Plays a script; returns when it ended and what was known whenever all was settled.
fn play(company: &mut Company, script: &Script) -> (Instant, Vec<Picture>) {
    play_and_look(company, script, |_, _| {})
}

/// As [`play`], and looks at the company after each step.
fn play_and_look(
    company: &mut Company,
    script: &Script,
    mut look: impl FnMut(&Company, Instant),
) -> (Instant, Vec<Picture>) {
    let mut now = first_day();
    let mut pictures = Vec::new();
    company.adopt(FIRST, now, now);
    for (minutes, step) in script {
        now = now.plus(Seconds(minutes * 60));
        match step {
            Step::Record(told) => company.record(told, now),
            Step::RecordAndSettle(told) => {
                company.record_and_settle(told, now);
            }
            Step::Wake => {
                company.engine.wake(now).unwrap();
                pictures.push(picture(company, now));
            }
            Step::Adopt(hours) => {
                let from = now.plus(Seconds::hours(*hours));
                let last = company.engine.versions().last().unwrap().in_force_from;
                let text = if company.engine.versions().len() % 2 == 1 {
                    second()
                } else {
                    FIRST.to_owned()
                };
                company.adopt(&text, from.max(last), now);
            }
            Step::Holiday(day, closed) => {
                let date = jiff::civil::date(2026, 3, 2)
                    .checked_add(jiff::Span::new().days(*day))
                    .unwrap();
                let holiday = Holiday { date, name: "a day".to_owned(), closed: *closed };
                company.engine.set_holidays(&[holiday], "operations", now).unwrap();
            }
        }
        look(company, now);
    }
    (now, pictures)
}

proptest! {
    #![proptest_config(testkit::cases(120))]

    #[test]
    fn live_equals_a_rebuild_from_the_ledger(script in scripts()) {
        let mut company = Company::new();
        let (now, _) = play(&mut company, &script);
        let unsettled = company.engine.rebuild(true, now).unwrap();
        prop_assert!(unsettled.is_clean(), "but for those that wait: {unsettled:#?}");
        company.engine.wake(now).unwrap();
        let report = company.engine.rebuild(true, now).unwrap();
        prop_assert!(report.is_clean() && report.waiting == 0, "{report:#?}");
    }

    #[test]
    fn figures_from_memory_are_those_of_the_ledger(script in scripts()) {
        let mut company = Company::new();
        let mut remembering = Engine::open(&company.path()).unwrap().remembering(1 << 30);
        let question = FunnelQuestion { by: Some("motion".to_owned()), ..FunnelQuestion::default() };
        play_and_look(&mut company, &script, |company, now| {
            remembering.refresh().unwrap();
            let funnel = |engine: &Engine| engine.funnel(&question, now).unwrap();
            assert_eq!(funnel(&remembering), funnel(&company.engine));
            let promises = |engine: &Engine| engine.promises(now).unwrap();
            assert_eq!(promises(&remembering), promises(&company.engine));
        });
    }

    #[test]
    fn as_known_is_what_was_known_then(script in scripts()) {
        let mut company = Company::new();
        let (_, pictures) = play(&mut company, &script);
        for then in pictures {
            let found = company.engine.store().view().position_at(then.now).unwrap();
            prop_assert_eq!(found, then.position);
            let known = picture_as_known(&mut company, then.position, then.now);
            prop_assert_eq!(known, then);
        }
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(
        (told, shuffled) in in_any_order().prop_flat_map(|told| {
            (Just(told.clone()), Just(told).prop_shuffle())
        }),
        parts in prop::collection::vec(1..10_usize, 1..20),
    ) {
        let end = first_day().plus(Seconds::days(40));
        let mut at_once = Company::new();
        at_once.adopt(FIRST, first_day(), first_day());
        at_once.record(&told, first_day());
        at_once.engine.wake(end).unwrap();
        let mut bit_by_bit = Company::new();
        bit_by_bit.engine = Engine::open(&bit_by_bit.path()).unwrap().with_whole_from(3);
        bit_by_bit.adopt(FIRST, first_day(), first_day());
        arrive(&mut bit_by_bit, &shuffled, &parts);
        bit_by_bit.engine.wake(end).unwrap();
        prop_assert_eq!(in_words(&at_once, end), in_words(&bit_by_bit, end));
    }
}

/// Records facts in parts, settling or waking after each.
fn arrive(company: &mut Company, told: &[Told], parts: &[usize]) {
    let mut rest = told;
    let mut now = first_day();
    for (index, size) in parts.iter().cycle().enumerate() {
        if rest.is_empty() {
            break;
        }
        let (part, later) = rest.split_at((*size).min(rest.len()));
        rest = later;
        now = now.plus(Seconds::hours(20));
        match index % 3 {
            0 => company.record(part, now),
            1 => {
                company.record_and_settle(part, now);
            }
            _ => {
                company.record(part, now);
                company.engine.wake(now).unwrap();
            }
        }
    }
}

/// Decisions and lists in words, since two ledgers give words different numbers. Engagement is
/// rounded, since it decayed in one step or in several.
fn in_words(company: &Company, now: Instant) -> Vec<String> {
    let page = |lead: u64| {
        let mut page = company.engine.lead(&id(lead).to_string(), now).unwrap();
        if let Some(row) = &mut page.row {
            row.engagement = (row.engagement * 1e6).round();
        }
        format!("{:#?} {:#?} {:#?}", page.row, page.decisions, page.traits)
    };
    (0..8).map(page).collect()
}
