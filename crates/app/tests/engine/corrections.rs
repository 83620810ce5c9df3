//! What is learned late, taken back, merged and parted.

use crate::charters::{FIRST, second};
use crate::company::{Company, Says, Told, at, id};
use app::{Adoption, AppError};
use facts::{Kind, Origin};
use lifecycle::What;

const MONDAY: &str = "2026-03-02T09:00:00Z";

fn demo_request(lead: u64, key: u64) -> Told {
    Told::new(lead, key, at("2026-03-02T10:00:00Z"), Kind::Touch, "form.demo_request")
}

fn started() -> Company {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.engine.settle(at(MONDAY)).unwrap();
    company.record_and_settle(&[demo_request(1, 1)], at("2026-03-02T10:05:00Z"));
    company
}

#[test]
fn a_late_call_withdraws_the_breach_and_the_list_follows() {
    let mut company = started();
    let breached = at("2026-03-02T15:00:00Z");
    company.engine.wake(breached).unwrap();
    assert_eq!(company.history(1, What::ClockBroken), ["made"]);
    let call = Told::new(1, 2, at("2026-03-02T13:00:00Z"), Kind::Activity, "call.attempt");
    let now = at("2026-03-03T08:00:00Z");
    company.record_and_settle(&[call], now);
    assert_eq!(company.history(1, What::ClockBroken), ["made", "withdrawn"]);
    assert_eq!(company.history(1, What::ClockKept), ["made"]);
    let row = company.engine.lead(&id(1).to_string(), now).unwrap().row.unwrap();
    assert_eq!((row.promise.as_str(), row.broken), ("mql-moves-on", false));
    assert_eq!(row.first_outreach_at, Some(at("2026-03-02T13:00:00Z")));
    company.check_is_clean(now);
}

#[test]
fn a_call_written_down_by_hand_afterwards_never_undoes_a_breach() {
    let mut company = started();
    company.engine.wake(at("2026-03-02T15:00:00Z")).unwrap();
    let call = Told::new(1, 2, at("2026-03-02T13:00:00Z"), Kind::Activity, "call.attempt")
        .told_by(Origin::HandLogged);
    company.record_and_settle(&[call], at("2026-03-03T08:00:00Z"));
    assert_eq!(company.history(1, What::ClockBroken), ["made"]);
    assert_eq!(company.history(1, What::ClockAnsweredLate), ["made"]);
}

#[test]
fn an_earlier_touch_that_arrives_late_moves_decisions() {
    let mut company = started();
    let earlier = Told::new(1, 0, at("2026-03-02T09:30:00Z"), Kind::Touch, "webinar.attended");
    company.record_and_settle(&[earlier], at("2026-03-02T11:00:00Z"));
    let history = company.history(1, What::PassOpened);
    assert_eq!(history, ["made", "withdrawn", "made"], "the fact that opens it names the pass");
    assert_eq!(company.stages(1), ["inquiry", "mql"]);
    company.check_is_clean(at("2026-03-02T11:00:00Z"));
}

#[test]
fn a_retraction_takes_back_what_followed() {
    let mut company = started();
    let retraction =
        Told::new(1, 9, at("2026-03-02T10:30:00Z"), Kind::Retraction, "wrong").saying(Says::Key(1));
    company.record_and_settle(&[retraction], at("2026-03-02T10:31:00Z"));
    assert_eq!(company.stages(1), [""; 0]);
    let page = company.engine.lead(&id(1).to_string(), at(MONDAY)).unwrap();
    assert_eq!(page.row, None);
    company.check_is_clean(at("2026-03-02T10:31:00Z"));
}

#[test]
fn merging_tells_one_story_and_unlinking_restores_both() {
    let mut company = started();
    let now = at("2026-03-02T11:00:00Z");
    let click = Told::new(2, 1, at("2026-03-02T09:15:00Z"), Kind::Touch, "email.clicked");
    company.record_and_settle(&[click], now);
    let (one, other) = (company.stages(1), company.stages(2));
    assert_eq!((one.len(), other.len()), (2, 1));

    let merge = Told::new(2, 3, at("2026-03-02T11:00:00Z"), Kind::Link, "merge")
        .saying(Says::Subject(id(1)));
    let settled = company.record_and_settle(&[merge], at("2026-03-02T11:01:00Z"));
    assert_eq!(settled.leads, 2);
    assert_eq!(company.stages(2), [""; 0], "its facts are told in the other's story");
    let page = company.engine.lead(&id(1).to_string(), now).unwrap();
    assert_eq!(page.decisions[0].at, at("2026-03-02T09:15:00Z"));
    assert_eq!(company.engine.counts(now).unwrap().ledger.leads, 1);
    company.check_is_clean(at("2026-03-02T11:01:00Z"));

    let parted = Told::new(2, 4, at("2026-03-02T12:00:00Z"), Kind::Link, "merge.end")
        .saying(Says::Subject(id(1)));
    company.record_and_settle(&[parted], at("2026-03-02T12:01:00Z"));
    assert_eq!((company.stages(1), company.stages(2)), (one, other));
    company.check_is_clean(at("2026-03-02T12:01:00Z"));
}

#[test]
fn people_merged_in_a_circle_leave_one_lead() {
    let mut company = started();
    company.record(&[demo_request(2, 1)], at("2026-03-02T10:10:00Z"));
    let merge = |from, to, key| {
        Told::new(from, key, at("2026-03-02T11:00:00Z"), Kind::Link, "merge")
            .saying(Says::Subject(id(to)))
    };
    let now = at("2026-03-02T11:01:00Z");
    company.record_and_settle(&[merge(1, 2, 11)], now);
    company.record_and_settle(&[merge(2, 1, 12)], now);
    assert_eq!(company.engine.counts(now).unwrap().ledger.leads, 1);
    company.check_is_clean(now);
}

#[test]
fn a_fact_about_an_account_settles_everybody_in_it() {
    let mut company = started();
    let link = |lead, key| {
        Told::new(lead, key, at("2026-03-02T09:00:00Z"), Kind::Link, "account")
            .saying(Says::Subject(id(10)))
    };
    let now = at("2026-03-02T10:10:00Z");
    company.record_and_settle(&[link(1, 20), link(2, 20)], now);
    let employees = Told::new(10, 1, at("2026-03-02T10:15:00Z"), Kind::Trait, "account.employees")
        .saying(Says::Number(80.0));
    assert_eq!(company.record_and_settle(&[employees], at("2026-03-02T10:20:00Z")).leads, 2);
    let row = company.engine.lead(&id(2).to_string(), now).unwrap().row.unwrap();
    assert_eq!(row.fit, 20.0);
}

#[test]
fn a_version_decides_from_its_instant_on_and_not_before() {
    let mut company = started();
    let webinar = |lead, key, when| Told::new(lead, key, at(when), Kind::Touch, "webinar.attended");
    let grown = Told::new(3, 4, at("2026-03-02T09:00:00Z"), Kind::Trait, "lead.seniority")
        .saying(Says::Word("vp"));
    company.record_and_settle(
        &[grown, webinar(3, 5, "2026-03-02T10:00:00Z")],
        at("2026-03-02T10:05:00Z"),
    );
    assert_eq!(company.stages(3), ["inquiry"], "20 points are too few under the first version");
    let signed = at("2026-03-02T12:00:00Z");
    let force = at("2026-03-03T09:00:00Z");
    company.adopt(&second(), force, signed);
    company.engine.settle(signed).unwrap();
    assert_eq!(company.stages(3), ["inquiry"], "not in force yet");
    company.engine.wake(force).unwrap();
    let page = company.engine.lead(&id(3).to_string(), force).unwrap();
    let entered = page.decisions.iter().find(|line| line.target == "mql").unwrap();
    assert_eq!((entered.at, entered.version.0), (force, 2));
    company.check_is_clean(force);
}

#[test]
fn a_version_cannot_be_backdated_and_a_broken_charter_is_refused_whole() {
    let mut company = started();
    let now = at("2026-03-02T12:00:00Z");
    let backdated = Adoption { text: FIRST, from: at(MONDAY), who: "a head", trial: false };
    assert!(matches!(
        company.engine.adopt_charter(&backdated, now),
        Err(AppError::Backdated { .. })
    ));
    let broken = Adoption { text: "[charter]\nname = 3", from: now, who: "a head", trial: false };
    assert!(matches!(company.engine.adopt_charter(&broken, now), Err(AppError::Charter(_))));
    assert_eq!(company.engine.versions().len(), 1);
    assert_eq!(company.reopen().engine.versions().len(), 1);
}
