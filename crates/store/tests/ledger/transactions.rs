//! All of it or nothing.

use crate::{ANN, BEN, Ledger, now};
use ::facts::{FactKey, Instant, Position, Precision, SubjectId, Symbol, Value};
use lifecycle::{Cause, Change, Decision, DecisionKey, VersionNumber, What};
use store::{NextDue, PlaceKind, Projection, Recording, Store, StoreError};
use testkit::On;

fn decision(nth: u16, minute: i64) -> Decision {
    let what = What::StageEntered;
    Decision {
        key: DecisionKey { what, clause: Symbol(1), pass: FactKey(u64::MAX), nth },
        at: Instant(now().0 + minute * 60_000_000),
        order: nth,
        precision: Precision::Day,
        due: if nth == 0 { Instant::NEVER } else { now() },
        cause: if nth == 0 { Cause::Adoption } else { Cause::Time(Some(FactKey(9))) },
        version: VersionNumber(1),
        terms: VersionNumber(1),
        pass: 1,
        target: Symbol(2),
    }
}

fn recording() -> Recording {
    Recording { known_position: Position(1), recorded_at: now(), adopted_at: now() }
}

fn a_transaction_that_is_dropped_leaves_nothing_half_done(on: On) {
    let mut ledger = Ledger::on(on);
    let fact = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    let mut writer = ledger.store.begin().unwrap();
    writer.append_facts(&[fact], &ledger.words, now(), None).unwrap();
    writer.append_changes(ANN, &[Change::Made(decision(0, 0))], &recording()).unwrap();
    drop(writer);
    let check = |store: &Store| {
        let counts = store.view().counts().unwrap();
        assert_eq!((counts.facts, counts.changes, counts.unsettled), (0, 0, 0));
        assert_eq!(store.view().vocabulary().unwrap().code_count(), 0);
    };
    check(&ledger.store);
    // What the lost transaction would have saved is saved by the next one.
    assert_eq!(ledger.append(&[fact], now()).new, 1);
    assert_eq!(ledger.store.view().vocabulary().unwrap().code_count(), 1);
    let path = ledger.path();
    drop(ledger.store);
    assert_eq!(Store::open(&path).unwrap().view().tail().unwrap(), Position(1));
}

fn a_refused_fact_takes_the_whole_batch_with_it(on: On) {
    let mut ledger = Ledger::on(on);
    let good = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    let stray = ledger.fact(SubjectId(99), 1, "form.contact", Value::Nothing);
    let link_to_nobody = ledger.fact(ANN, 2, "account", Value::Subject(SubjectId(98)));
    for (bad, id) in [(stray, 99), (link_to_nobody, 98)] {
        let mut writer = ledger.store.begin().unwrap();
        let refused = writer.append_facts(&[good, bad], &ledger.words, now(), None);
        assert!(matches!(refused, Err(StoreError::UnknownSubject(SubjectId(n))) if n == id));
        drop(writer);
        assert_eq!(ledger.store.view().tail().unwrap(), Position(0));
    }
}

fn corrections_are_read_back_with_what_they_correct(on: On) {
    let mut ledger = Ledger::on(on);
    let (first, second, moved) = (decision(0, 0), decision(1, 5), decision(1, -5));
    let changes = [
        Change::Made(first),
        Change::Made(second),
        Change::Moved { from: second, to: moved },
        Change::Withdrawn(first),
    ];
    let mut writer = ledger.store.begin().unwrap();
    writer.append_changes(ANN, &changes[..2], &recording()).unwrap();
    writer.append_changes(BEN, &changes[..1], &recording()).unwrap();
    writer.append_changes(ANN, &changes[2..], &recording()).unwrap();
    writer.commit().unwrap();
    let view = ledger.store.view();
    let recorded = view.changes(ANN).unwrap();
    assert_eq!(recorded.iter().map(|r| r.change).collect::<Vec<_>>(), changes);
    assert_eq!(recorded.iter().map(|r| r.sequence).collect::<Vec<_>>(), [1, 2, 4, 5]);
    let retrospective: Vec<_> = recorded.iter().map(|r| r.retrospective).collect();
    assert_eq!(retrospective, [false, false, true, false], "before the adoption");
    assert_eq!(view.standing_decisions(ANN).unwrap(), [moved]);
    assert_eq!(view.standing_decisions(BEN).unwrap(), [first]);
    assert_eq!(view.decided_leads().unwrap(), [BEN, ANN]);
}

fn where_a_lead_rests_is_read_back_as_written_and_wakes_when_due(on: On) {
    let mut ledger = Ledger::on(on);
    let rests = Projection {
        version: VersionNumber(2),
        stage: Symbol(3),
        place: PlaceKind::Assignee,
        who: Symbol(4),
        pass: 5,
        pass_open: true,
        entered_at: now(),
        precision: Precision::Minute,
        fit_milli: -1_500,
        engagement: 0.1,
        next_due: Some(NextDue { at: now(), promise: Symbol(6), broken: true }),
        wake_at: Instant(now().0 + 1),
        returns_at: Instant::NEVER,
        first_touch_at: Instant::NEVER,
        first_outreach_at: now(),
        settled_position: Position(7),
        settled_until: now(),
    };
    let sleeps = Projection { wake_at: Instant::NEVER, next_due: None, ..rests };
    let mut writer = ledger.store.begin().unwrap();
    writer.put_projection(ANN, Some(&rests)).unwrap();
    writer.put_projection(BEN, Some(&sleeps)).unwrap();
    writer.commit().unwrap();
    let view = ledger.store.view();
    assert_eq!(view.projection(ANN).unwrap(), Some(rests));
    assert_eq!(view.projection(BEN).unwrap(), Some(sleeps));
    assert_eq!(view.next_wake().unwrap(), rests.wake_at);
    assert!(view.leads_to_wake(now(), 10).unwrap().is_empty());
    assert_eq!(view.leads_to_wake(rests.wake_at, 10).unwrap(), [ANN], "and never who sleeps");
    let mut writer = ledger.store.begin().unwrap();
    writer.put_projection(ANN, None).unwrap();
    writer.commit().unwrap();
    assert_eq!(ledger.store.view().projection(ANN).unwrap(), None);
}

fn two_writers_take_turns_and_one_that_knows_too_little_is_told(on: On) {
    let mut ledger = Ledger::on(on);
    let mut other = Store::open(&ledger.path()).unwrap();
    let fact = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    ledger.append(&[fact], now());
    let error = other.begin().unwrap_err();
    assert!(matches!(error, StoreError::ChangedElsewhere) && error.is_passing());
    other.refresh().unwrap();
    assert!(other.begin().is_ok());
}

fn leads_that_lie_together_are_read_as_each_of_them_is(on: On) {
    let mut ledger = Ledger::on(on);
    // Ids on both sides of where they change their sign as they are stored.
    let lead = |number: u64| SubjectId((i64::MAX as u64 - 300).wrapping_add(number));
    let together: Vec<_> = (0..600).map(lead).collect();
    let apart = SubjectId(7);
    let mut writer = ledger.store.begin().unwrap();
    for &lead in together.iter().filter(|lead| lead.0 % 3 > 0).chain([&apart]) {
        let changes = [Change::Made(decision(0, 0)), Change::Made(decision(1, lead.0 as i64 % 9))];
        writer.append_changes(lead, &changes[..1 + lead.0 as usize % 2], &recording()).unwrap();
    }
    writer.commit().unwrap();
    let view = ledger.store.view();
    let mut asked = together.clone();
    asked.reverse();
    for leads in [&together[..], &together[..280], &together[310..], &asked[..]] {
        let each: Vec<_> =
            leads.iter().map(|lead| view.standing_decisions(*lead).unwrap()).collect();
        assert!(each.iter().any(|decided| decided.len() == 2));
        assert_eq!(view.standing_decisions_of(leads).unwrap(), each);
    }
}

testkit::on_both!(
    leads_that_lie_together_are_read_as_each_of_them_is,
    a_transaction_that_is_dropped_leaves_nothing_half_done,
    a_refused_fact_takes_the_whole_batch_with_it,
    corrections_are_read_back_with_what_they_correct,
    where_a_lead_rests_is_read_back_as_written_and_wakes_when_due,
    two_writers_take_turns_and_one_that_knows_too_little_is_told,
);
