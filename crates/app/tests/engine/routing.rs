//! Hand-offs are given to people by routes and settings.

use crate::company::{Company, Says, Told, at, id};
use app::{AppError, Routed};
use facts::{Instant, Kind, Origin};
use lifecycle::Standing;
use store::PlaceKind;

const SAAS: &str = include_str!("../../../../charters/b2b-saas.toml");
const TO_TEAM: &str = "[[route]]\nid = \"all\"\nto = \"team:sdr\"\n";
const TWO: &str = "[team.sdr]\nmembers = [\"ana\", \"ben\"]\n";

/// Under the ready charter with routes, since March began.
fn company(routes: &str) -> Company {
    let mut company = Company::new();
    company.adopt(
        &format!("{SAAS}\n{routes}"),
        at("2026-03-01T00:00:00Z"),
        at("2026-03-01T00:00:00Z"),
    );
    company
}

fn hour(hour: i64) -> Instant {
    Instant(at("2026-03-02T09:00:00Z").0 + hour * Instant::PER_HOUR)
}

/// A lead asks for a demo at an hour.
fn demo(lead: u64, when: i64) -> Told {
    Told::new(lead, 100 + lead, hour(when), Kind::Touch, "form.demo_request")
}

fn settle_and_route(company: &mut Company, now: Instant) -> Routed {
    company.engine.wake(now).unwrap();
    let routed = company.engine.route_waiting(now).unwrap();
    company.engine.settle(now).unwrap();
    routed
}

/// Who has a lead; empty while nobody does.
fn who(company: &Company, lead: u64) -> String {
    let rest = company.engine.store().view().projection(id(lead)).unwrap().unwrap();
    match rest.place {
        PlaceKind::Assignee => company.engine.vocabulary().word(rest.who).to_owned(),
        _ => String::new(),
    }
}

fn given(count: u64) -> Routed {
    Routed { given: count, ..Routed::default() }
}

#[test]
fn hand_offs_wait_for_settings_and_are_given_in_turn_whoever_waits_longest_first() {
    let mut company = company(TO_TEAM);
    company.record(&[demo(2, 0), demo(1, 1), demo(0, 2)], hour(3));
    assert_eq!(settle_and_route(&mut company, hour(3)), Routed::default(), "nobody is known");
    company.engine.apply_settings(TWO, hour(4), "operations", hour(4)).unwrap();
    assert_eq!(settle_and_route(&mut company, hour(5)), given(3));
    assert_eq!([2, 1, 0].map(|lead| who(&company, lead)), ["ana", "ben", "ana"]);
    let routed = company.engine.routed(id(0)).unwrap();
    assert_eq!((routed[0].clause.as_str(), routed[0].target.as_str()), ("route.all", "team:sdr"));
    assert_eq!((routed[0].chosen.as_str(), routed[0].at), ("ana", hour(5)));
    let loads: Vec<_> = routed[0].considered.iter().map(|one| (one.standing, one.load)).collect();
    assert_eq!(loads, [(Standing::Chosen, 1), (Standing::Free, 1)]);
    assert_eq!(settle_and_route(&mut company, hour(6)), Routed::default(), "once");
    company.check_is_clean(hour(6));

    // Whose turn it is is known by another process too.
    let mut company = company.reopen();
    company.record(&[demo(3, 7)], hour(7));
    assert_eq!(settle_and_route(&mut company, hour(7)), given(1));
    assert_eq!(who(&company, 3), "ben");
}

#[test]
fn who_is_full_or_away_is_given_none_and_the_rest_waits_until_somebody_is_free() {
    let mut company = company(TO_TEAM);
    let settings = "[team.sdr]\nmembers = [\"ana\", \"ben\", \"cy\"]\n[person.ana]\ncapacity = 1\n\
                    [person.ben]\ncapacity = 0\n[person.cy]\nabsent = [{ from = 2026-03-01, to = 2026-03-03 }]\n";
    company.engine.apply_settings(settings, hour(0), "operations", hour(0)).unwrap();
    company.record(&[demo(0, 1), demo(1, 2), demo(2, 3)], hour(4));
    let routed = settle_and_route(&mut company, hour(4));
    assert_eq!(routed, Routed { given: 1, nobody_free: 2, in_queue: 0 });
    assert_eq!([0, 1, 2].map(|lead| who(&company, lead)), ["ana", "", ""]);
    let considered = &company.engine.routed(id(0)).unwrap()[0].considered;
    let standings: Vec<_> = considered.iter().map(|one| one.standing).collect();
    assert_eq!(standings, [Standing::Chosen, Standing::Full, Standing::Away]);
    // Ana sends hers back, and has room for the one that waits longest.
    let back = Told::new(0, 7, hour(5), Kind::Verdict, "rejected").saying(Says::Word("not_icp"));
    company.record(&[back], hour(5));
    assert_eq!(settle_and_route(&mut company, hour(6)).given, 1);
    assert_eq!(who(&company, 1), "ana");
    // On the fourth Cy is back.
    assert_eq!(settle_and_route(&mut company, hour(48)).given, 1);
    assert_eq!(who(&company, 2), "cy");
    company.check_is_clean(hour(48));
}

#[test]
fn the_first_route_that_holds_is_taken_and_a_queue_is_left_alone() {
    let routes = "[[route]]\nwhen = \"lead.seniority == 'vp'\"\nto = \"person:eve\"\n\
                  [[route]]\nwhen = \"lead.seniority == 'manager'\"\nto = \"queue:sdr\"\n\
                  [[route]]\nwhen = \"known('lead.seniority')\"\nto = \"team:sdr\"\n";
    let mut company = company(routes);
    company.engine.apply_settings(TWO, hour(0), "operations", hour(0)).unwrap();
    let is = |lead: u64, word: &'static str| {
        Told::new(lead, 50 + lead, hour(0), Kind::Trait, "lead.seniority").saying(Says::Word(word))
    };
    company.record(&[is(0, "vp"), is(1, "manager"), is(2, "director")], hour(1));
    company.record(&[demo(0, 1), demo(1, 1), demo(2, 1), demo(3, 1)], hour(2));
    let routed = settle_and_route(&mut company, hour(2));
    assert_eq!(routed, Routed { given: 2, nobody_free: 0, in_queue: 2 });
    assert_eq!([0, 1, 2, 3].map(|lead| who(&company, lead)), ["eve", "", "ana", ""]);
}

#[test]
fn whoever_works_the_account_is_given_its_next_lead() {
    let mut company = company(&format!("{TO_TEAM}share = \"account_assignee\"\n"));
    company.engine.apply_settings(TWO, hour(0), "operations", hour(0)).unwrap();
    let of = |lead: u64, account: u64| {
        Told::new(lead, 60 + lead, hour(0), Kind::Link, "account")
            .saying(Says::Subject(id(account)))
    };
    company.record(&[of(0, 10), of(1, 11), of(2, 11), of(3, 11)], hour(1));
    company.record(&[demo(0, 1), demo(1, 2)], hour(2));
    settle_and_route(&mut company, hour(2));
    assert_eq!([0, 1].map(|lead| who(&company, lead)), ["ana", "ben"]);
    company.record(&[demo(2, 3), demo(3, 3)], hour(3));
    settle_and_route(&mut company, hour(3));
    assert_eq!([2, 3].map(|lead| who(&company, lead)), ["ben", "ben"], "not by load");
}

#[test]
fn an_assignee_stays_when_the_hand_off_is_withdrawn() {
    let mut company = company(TO_TEAM);
    company.engine.apply_settings(TWO, hour(0), "operations", hour(0)).unwrap();
    let read = Told::new(0, 1, hour(0), Kind::Touch, "content.downloaded");
    company.record(&[read, demo(0, 1)], hour(1));
    assert_eq!(settle_and_route(&mut company, hour(2)), given(1));
    let call = Told::new(0, 2, hour(3), Kind::Activity, "call.connected");
    let wrong = Told::new(0, 3, hour(4), Kind::Retraction, "retraction").saying(Says::Key(100));
    company.record(&[call, wrong.told_by(Origin::System)], hour(4));
    assert_eq!(settle_and_route(&mut company, hour(5)), Routed::default());
    assert_eq!(company.stages(0), ["inquiry"], "the hand-off is gone");
    assert_eq!(who(&company, 0), "ana");
    company.check_is_clean(hour(5));
}

/// Invariant 7: what was given and not yet settled is not given again.
#[test]
fn a_lead_that_was_given_and_not_settled_yet_is_given_once() {
    let mut company = company(TO_TEAM);
    company.engine.apply_settings(TWO, hour(0), "operations", hour(0)).unwrap();
    company.record(&[demo(0, 1)], hour(1));
    company.engine.wake(hour(2)).unwrap();
    assert_eq!(company.engine.route_waiting(hour(2)).unwrap(), given(1));
    let mut company = company.reopen();
    assert_eq!(company.engine.route_waiting(hour(2)).unwrap(), Routed::default());
    assert_eq!(settle_and_route(&mut company, hour(3)), Routed::default());
    assert_eq!(company.engine.routed(id(0)).unwrap().len(), 1);
    assert_eq!(who(&company, 0), "ana");
}

#[test]
fn what_another_server_gave_and_nobody_settled_counts_for_capacity() {
    let mut company = company(TO_TEAM);
    let settings = "[team.sdr]\nmembers = [\"ana\"]\n[person.ana]\ncapacity = 1\n";
    company.engine.apply_settings(settings, hour(0), "operations", hour(0)).unwrap();
    company.record(&[demo(0, 1), demo(1, 2)], hour(3));
    company.engine.wake(hour(3)).unwrap();
    let full = Routed { nobody_free: 1, ..Routed::default() };
    assert_eq!(company.engine.route_waiting(hour(3)).unwrap(), Routed { given: 1, ..full });
    // The other server comes by before this one has settled what it gave.
    let mut other = app::Engine::open(&company.path()).unwrap();
    assert_eq!(other.route_waiting(hour(3)).unwrap(), full);
    assert_eq!(settle_and_route(&mut company, hour(4)), full);
    assert_eq!([0, 1].map(|lead| who(&company, lead)), ["ana", ""]);
    company.check_is_clean(hour(4));
}

#[test]
fn settings_hold_from_their_time_on_and_not_in_the_past_of_others() {
    let mut company = company(TO_TEAM);
    let one = |name: &str| format!("[team.sdr]\nmembers = [\"{name}\"]\n");
    let apply = |company: &mut Company, name: &str, from: i64, now: i64| {
        company.engine.apply_settings(&one(name), hour(from), "operations", hour(now))
    };
    apply(&mut company, "ana", -48, 0).expect("the first may hold in the past");
    apply(&mut company, "ben", 10, 1).unwrap();
    assert!(matches!(apply(&mut company, "cy", 1, 2), Err(AppError::SettingsBackdated { .. })));
    let now = |company: &Company, at: i64| {
        let settings = company.engine.settings(hour(at)).unwrap().unwrap();
        (settings.roster.team("sdr")[0].person.clone(), settings.until)
    };
    assert_eq!(now(&company, 5), ("ana".to_owned(), Some(hour(10))));
    assert_eq!(now(&company, 10), ("ben".to_owned(), None));
    assert!(company.engine.settings(hour(-49)).unwrap().is_none());
    // What comes to hold earlier takes the place of what was to hold later.
    apply(&mut company, "dan", 6, 3).unwrap();
    assert_eq!(now(&company, 5), ("ana".to_owned(), Some(hour(6))));
    assert_eq!(now(&company, 20), ("dan".to_owned(), None));
    let bad = company.engine.apply_settings("[team.sdr]\n", hour(30), "operations", hour(4));
    assert!(matches!(bad, Err(AppError::Settings(_))));
    let audit = company.engine.store().view().audit(1).unwrap();
    assert_eq!((audit[0].what.as_str(), audit[0].who.as_str()), ("settings.applied", "operations"));
}
