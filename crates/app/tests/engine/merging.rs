//! Merging two leads, and parting them again.

use crate::company::{Company, Told, at, id};
use app::AppError;
use facts::{Instant, Kind};
use lifecycle::Decision;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

fn told(about: u64, key: u64, when: &str, name: &'static str) -> Told {
    let kind = if name.starts_with("call") { Kind::Activity } else { Kind::Touch };
    Told::new(about, key, at(when), kind, name)
}

/// Two leads with stories of their own; lead 2 came first.
fn company() -> Company {
    let mut company = Company::new();
    company.adopt(CHARTER, at("2026-01-01T00:00:00Z"), at("2026-01-01T00:00:00Z"));
    company.record_and_settle(
        &[
            told(2, 1, "2026-02-02T10:00:00Z", "page.pricing"),
            told(2, 2, "2026-02-03T10:00:00Z", "webinar.attended"),
        ],
        at("2026-02-03T12:00:00Z"),
    );
    company.record_and_settle(
        &[
            told(1, 1, "2026-02-04T10:00:00Z", "form.demo_request"),
            told(1, 2, "2026-02-05T10:00:00Z", "call.attempt"),
        ],
        at("2026-02-05T12:00:00Z"),
    );
    company
}

fn decisions(company: &Company, lead: u64) -> Vec<Decision> {
    company.engine.store().view().standing_decisions(id(lead)).unwrap()
}

const LATER: &str = "2026-02-06T12:00:00Z";

#[test]
fn the_one_known_first_survives_and_tells_both_stories() {
    let mut company = company();
    let merged = company.engine.merge(id(1), id(2), "kim", at(LATER)).unwrap();
    assert_eq!((merged.survivor, merged.other), (id(2), id(1)));
    let page = company.engine.lead(&id(2).to_string(), Instant::NEVER).unwrap();
    assert_eq!(page.story.iter().filter(|line| line.kind == Kind::Touch).count(), 3);
    assert!(decisions(&company, 1).is_empty(), "the other has no story of its own");
    assert!(company.stages(2).iter().any(|stage| stage == "mql"), "the demo request counts");
    company.engine.wake(at(LATER)).unwrap();
    company.check_is_clean(at(LATER));
}

#[test]
fn parting_restores_every_decision_of_both() {
    let mut company = company();
    company.engine.wake(at(LATER)).unwrap();
    let before = [1, 2].map(|lead| decisions(&company, lead));
    assert!(before.iter().all(|decisions| !decisions.is_empty()));
    for round in 0..3 {
        company.engine.merge(id(1), id(2), "kim", at(LATER)).unwrap();
        assert_ne!([1, 2].map(|lead| decisions(&company, lead)), before, "round {round}");
        company.engine.unmerge(id(1), "kim", at(LATER)).unwrap();
        assert_eq!([1, 2].map(|lead| decisions(&company, lead)), before, "round {round}");
    }
    company.check_is_clean(at(LATER));
}

#[test]
fn merges_chain_and_a_second_one_is_refused() {
    let mut company = company();
    company.record_and_settle(&[told(3, 1, "2026-02-06T10:00:00Z", "page.blog")], at(LATER));
    company.engine.merge(id(1), id(2), "kim", at(LATER)).unwrap();
    let merged = company.engine.merge(id(3), id(1), "kim", at(LATER)).unwrap();
    assert_eq!((merged.survivor, merged.other), (id(2), id(3)), "1 stands under 2");
    let again = company.engine.merge(id(3), id(1), "kim", at(LATER));
    assert!(matches!(again, Err(AppError::AlreadyMerged { survivor, .. }) if survivor == id(2)));
    let wrong = company.engine.unmerge(id(2), "kim", at(LATER));
    assert!(
        matches!(wrong, Err(AppError::NotMerged { merged_here, .. }) if merged_here.len() == 2)
    );
    let account = company.engine.merge(id(1), id(10), "kim", at(LATER));
    assert!(matches!(account, Err(AppError::UnknownLead(_))));
    company.engine.wake(at(LATER)).unwrap();
    company.check_is_clean(at(LATER));
}

#[test]
fn of_a_merge_and_its_end_the_later_choice_holds_also_when_the_clock_was_set_back() {
    let mut company = company();
    company.engine.wake(at(LATER)).unwrap();
    let before = [1, 2].map(|lead| decisions(&company, lead));
    company.engine.merge(id(1), id(2), "kim", at(LATER)).unwrap();
    company.engine.unmerge(id(1), "kim", at("2026-02-06T11:00:00Z")).unwrap();
    assert_eq!([1, 2].map(|lead| decisions(&company, lead)), before);
    let again = company.engine.merge(id(1), id(2), "kim", at("2026-02-06T11:00:00Z")).unwrap();
    assert_eq!(again.other, id(1));
    assert!(decisions(&company, 1).is_empty());
}
