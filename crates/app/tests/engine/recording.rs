//! Recording facts and settling leads.

use crate::charters::FIRST;
use crate::company::{Company, Says, Told, at, id};
use app::{AppError, Batch, LeadFilter, RebuildReport};
use facts::{Kind, Position, SubjectId};
use lifecycle::Change;
use store::{Appended, PlaceKind, Recording, StoreError};
use testkit::On;

const MONDAY: &str = "2026-03-02T09:00:00Z";

fn demo_request(key: u64) -> Told {
    Told::new(1, key, at("2026-03-02T10:00:00Z"), Kind::Touch, "form.demo_request")
}

fn recording_the_same_facts_twice_changes_nothing(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let facts = Batch::of(company.facts(&[demo_request(1), demo_request(2)]));
    let now = at("2026-03-02T10:05:00Z");
    let first = company.engine.record(&facts, now).unwrap();
    assert_eq!(first, Appended { new: 2, already_known: 0 });
    company.engine.settle(now).unwrap();
    let before = company.engine.counts(now).unwrap();
    let again = company.engine.record(&facts, at("2026-03-02T10:06:00Z")).unwrap();
    assert_eq!(again, Appended { new: 0, already_known: 2 });
    assert_eq!(company.engine.settle(at("2026-03-02T10:06:00Z")).unwrap().leads, 0);
    assert_eq!(company.engine.counts(now).unwrap(), before);
}

fn a_lead_is_settled_in_the_same_transaction_as_what_a_person_did(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let now = at("2026-03-02T10:05:00Z");
    company.engine.settle(now).unwrap();
    let settled = company.record_and_settle(&[demo_request(1)], now);
    assert_eq!(settled.leads, 1);
    let list = company.engine.leads(&LeadFilter::default(), now).unwrap();
    assert_eq!(list.rows.len(), 1);
    let row = &list.rows[0];
    assert_eq!((row.stage.as_str(), row.place, row.who.as_str()), ("mql", PlaceKind::Queue, "sdr"));
    assert_eq!(row.promise, "first-touch");
    assert_eq!(row.due, Some(at("2026-03-02T14:00:00Z")), "four business hours, to the minute");
    company.check_is_clean(now);
}

fn a_fact_about_nobody_is_refused_and_nothing_of_its_batch_is_kept(on: On) {
    let mut company = Company::on(on);
    let mut stray = demo_request(2);
    stray.about = SubjectId(77);
    let batch = Batch::of(company.facts(&[demo_request(1), stray]));
    let refused = company.engine.record(&batch, at(MONDAY));
    assert!(matches!(refused, Err(AppError::Store(StoreError::UnknownSubject(SubjectId(77))))));
    assert_eq!(company.engine.counts(at(MONDAY)).unwrap().ledger.facts, 0);
}

fn facts_wait_unsettled_until_a_charter_is_adopted(on: On) {
    let mut company = Company::on(on);
    let now = at("2026-03-02T10:05:00Z");
    company.record(&[demo_request(1)], now);
    assert_eq!(company.engine.settle(now).unwrap().leads, 0);
    company.adopt(FIRST, now, now);
    company.engine.settle(now).unwrap();
    assert_eq!(company.stages(1), ["inquiry", "mql"]);
    let page = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert!(page.history.iter().any(|line| line.retrospective), "made before the adoption");
    assert!(page.history.iter().any(|line| !line.retrospective), "its clocks began at adoption");
    for line in &page.history {
        assert_eq!(line.retrospective, line.decision.at < now);
    }
}

fn time_alone_breaks_a_promise_and_waking_twice_breaks_it_once(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.record_and_settle(&[demo_request(1)], at("2026-03-02T10:05:00Z"));
    let late = at("2026-03-02T14:00:00.000001Z");
    let woken = company.engine.wake(late).unwrap();
    assert_eq!(company.history(1, lifecycle::What::ClockBroken), ["made"]);
    assert!(woken.changes >= 1);
    assert_eq!(company.engine.wake(late).unwrap().leads, 0);
    company.check_is_clean(late);
}

fn a_clock_that_is_set_back_undoes_nothing(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.record_and_settle(&[demo_request(1)], at("2026-03-02T10:05:00Z"));
    company.engine.wake(at("2026-03-02T16:00:00Z")).unwrap();
    let click = Told::new(1, 5, at("2026-03-02T11:00:00Z"), Kind::Touch, "email.clicked");
    company.record_and_settle(&[click], at("2026-03-02T10:30:00Z"));
    assert_eq!(company.history(1, lifecycle::What::ClockBroken), ["made"]);
}

fn a_fact_dated_ahead_decides_when_its_time_comes(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let now = at("2026-03-02T09:30:00Z");
    company.record_and_settle(&[demo_request(1)], now);
    assert_eq!(company.stages(1), [""; 0]);
    let due = company.engine.counts(now).unwrap().next_wake;
    assert_eq!(due, Some(at("2026-03-02T10:00:00Z")));
    company.engine.wake(at("2026-03-02T10:00:00Z")).unwrap();
    assert_eq!(company.stages(1), ["inquiry", "mql"]);
    company.check_is_clean(at("2026-03-02T10:00:00Z"));
}

fn everything_is_there_again_after_reopening(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let employees = Told::new(10, 1, at("2026-03-01T10:00:00Z"), Kind::Trait, "account.employees")
        .saying(Says::Number(200.0));
    let link = Told::new(1, 7, at("2026-03-02T09:30:00Z"), Kind::Link, "account")
        .saying(Says::Subject(id(10)));
    let now = at("2026-03-02T10:05:00Z");
    company.record_and_settle(&[employees, link, demo_request(1)], now);
    let before = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert_eq!(before.traits.len(), 1);
    let mut company = company.reopen();
    company.engine.settle(now).unwrap();
    assert_eq!(company.engine.lead(&id(1).to_string(), now).unwrap(), before);
    company.check_is_clean(now);
    let report = company.engine.rebuild(false, now).unwrap();

    assert_eq!(report, RebuildReport { leads: 8, members_agree: true, ..RebuildReport::default() });
    assert_eq!(company.engine.counts(now).unwrap().ledger.unsettled, 0);
}

fn a_rebuild_names_what_differs_and_repairs_it(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let link = Told::new(1, 7, at("2026-03-02T09:30:00Z"), Kind::Link, "account")
        .saying(Says::Subject(id(10)));
    let now = at("2026-03-02T10:05:00Z");
    company.record(&[link, demo_request(1)], now);
    company.engine.settle(now).unwrap();
    let good = company.engine.lead(&id(1).to_string(), now).unwrap();
    let made = company.engine.store().view().standing_decisions(id(1)).unwrap()[0];
    let recording =
        Recording { known_position: Position(2), recorded_at: now, adopted_at: at(MONDAY) };
    // What is derived is damaged: a decision withdrawn, a list's row lost, a member forgotten.
    let mut writer = company.engine.store_mut().begin().unwrap();
    writer.append_changes(id(1), &[Change::Withdrawn(made)], &recording).unwrap();
    writer.put_projection(id(1), None).unwrap();
    writer.replace_members(&[]).unwrap();
    writer.commit().unwrap();
    let sample = company.engine.check_sample(100, now).unwrap();
    assert_eq!(sample.differing, 1, "a sample of all finds what differs in decisions");
    let found = company.engine.rebuild(true, now).unwrap();
    assert!(!found.is_clean() && !found.members_agree);
    assert_eq!(found.differing, 1);
    let difference = &found.differences[0];
    assert_eq!((difference.lead, &difference.changes[..]), (id(1), &[Change::Made(made)][..]));
    assert!(matches!(difference.projections, Some((None, Some(_)))));
    assert_eq!(company.engine.rebuild(false, now).unwrap(), found, "it says what it repairs");
    company.check_is_clean(now);
    assert_eq!(company.engine.check_sample(100, now).unwrap().differing, 0);
    assert_eq!(company.engine.check_sample(3, now).unwrap().leads, 3, "every third of eight");
    let repaired = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert_eq!((repaired.row, repaired.decisions), (good.row, good.decisions));
    assert_eq!(repaired.history.len(), good.history.len() + 2, "history is appended to");
}

fn a_check_finds_engagement_as_it_was_settled_however_often_and_whenever_that_was(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.engine.settle(at(MONDAY)).unwrap();
    let touch = |key, when| Told::new(1, key, at(when), Kind::Touch, "webinar.attended");
    company
        .record_and_settle(&[touch(1, "2026-03-02T10:00:00.700Z")], at("2026-03-02T10:05:00.200Z"));
    company
        .record_and_settle(&[touch(2, "2026-03-02T10:30:00.900Z")], at("2026-03-02T11:00:00.400Z"));
    // Nothing falls due meanwhile; decay in two steps of cut seconds is not decay in one.
    for later in ["2026-03-02T11:00:00.400Z", "2026-03-02T12:00:00.300Z", "2026-03-04T09:00:00.1Z"]
    {
        company.check_is_clean(at(later));
    }
    let mut writer = company.engine.store_mut().begin().unwrap();
    let mut damaged = writer.view().projection(id(1)).unwrap().unwrap();
    damaged.engagement *= 1.0 + f64::EPSILON;
    writer.put_projection(id(1), Some(&damaged)).unwrap();
    writer.commit().unwrap();
    let later = at("2026-03-04T09:00:00.1Z");
    let found = company.engine.rebuild(true, later).unwrap();
    assert_eq!((found.leads, found.differing), (8, 1), "to the last bit");
    assert_eq!(company.engine.rebuild(false, later).unwrap(), found);
    company.check_is_clean(later);
}

testkit::on_both!(
    recording_the_same_facts_twice_changes_nothing,
    a_lead_is_settled_in_the_same_transaction_as_what_a_person_did,
    a_fact_about_nobody_is_refused_and_nothing_of_its_batch_is_kept,
    facts_wait_unsettled_until_a_charter_is_adopted,
    time_alone_breaks_a_promise_and_waking_twice_breaks_it_once,
    a_clock_that_is_set_back_undoes_nothing,
    a_fact_dated_ahead_decides_when_its_time_comes,
    everything_is_there_again_after_reopening,
    a_rebuild_names_what_differs_and_repairs_it,
    a_check_finds_engagement_as_it_was_settled_however_often_and_whenever_that_was,
);
