//! Signing in with a password, sessions, and guessing.

use super::{Firm, PASSWORD, is_nowhere};
use app::AppError;
use app::people::{PasswordHash, PeopleError, Role, SecretKind};
use testkit::On;

const HOME: &str = "192.0.2.1";

fn whoever_has_the_password_is_recognised_until_they_sign_out(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let session = firm.sign_in(" Ada@Example.com", PASSWORD, HOME).unwrap();
    let actor = firm.recognise(&session).unwrap();
    assert_eq!((actor.handle.as_str(), actor.role), ("ada", Role::Administrator));
    firm.engine.sign_out(&actor, firm.now).unwrap();
    assert_eq!(firm.recognise(&session), None);
    let trail = firm.trail();
    assert_eq!(&trail[trail.len() - 2..], ["ada session.started", "ada session.ended"]);
}

fn a_wrong_password_and_an_address_of_nobody_get_the_same_answer(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let wrong = firm.sign_in("ada@example.com", "wrong horse battery", HOME).unwrap_err();
    let nobody = firm.sign_in("eve@example.com", PASSWORD, HOME).unwrap_err();
    let nonsense = firm.sign_in("no address", PASSWORD, HOME).unwrap_err();
    for refused in [wrong, nobody, nonsense] {
        assert!(matches!(refused, AppError::People(PeopleError::WrongPassword)), "{refused}");
    }
}

fn after_ten_failures_even_the_right_password_waits_a_quarter_of_an_hour(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    for _ in 0..9 {
        firm.sign_in("ada@example.com", "wrong horse battery", HOME).unwrap_err();
    }
    assert!(firm.sign_in("ada@example.com", PASSWORD, HOME).is_ok(), "which forgets failures");
    for _ in 0..10 {
        firm.sign_in("ada@example.com", "wrong horse battery", HOME).unwrap_err();
    }
    let refused = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap_err();
    assert!(
        matches!(refused, AppError::People(PeopleError::TooManyAttempts { until, .. }) if until > firm.now)
    );
    assert!(firm.sign_in("ada@example.com", PASSWORD, "192.0.2.2").is_ok(), "from elsewhere");
    firm.now.0 += app::Engine::SIGN_IN_WINDOW_US;
    assert!(firm.sign_in("ada@example.com", PASSWORD, HOME).is_ok());
}

fn attempts_count_before_the_password_is_looked_at_so_that_many_at_once_are_bounded(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let mut begun = Vec::new();
    for _ in 0..30 {
        begun.extend(firm.engine.begin_sign_in("ada@example.com", HOME, firm.now));
    }
    assert_eq!(begun.len(), 10);
}

fn one_address_that_tries_many_accounts_is_stopped_too(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let refused = (0..400).find(|nth| {
        let email = format!("user{nth}@example.com");
        firm.engine.begin_sign_in(&email, HOME, firm.now).is_err()
    });
    assert_eq!(refused, Some(300));
    assert!(firm.sign_in("ada@example.com", PASSWORD, "192.0.2.2").is_ok());
}

fn a_session_ends_a_week_after_it_was_last_used_and_after_a_month_in_any_case(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let idle = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap();
    firm.pass(7 * 24 - 1);
    assert!(firm.recognise(&idle).is_some());
    firm.pass(1);
    assert!(firm.recognise(&idle).is_none());
    let used = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap();
    for _ in 0..29 {
        firm.pass(24);
        let recognised = firm.engine.of_session(&used, firm.now).unwrap().unwrap();
        assert!(recognised.is_to_be_noted);
        firm.engine.note_seen(&recognised.actor, firm.now).unwrap();
        assert!(!firm.engine.of_session(&used, firm.now).unwrap().unwrap().is_to_be_noted);
    }
    firm.pass(23);
    assert!(firm.recognise(&used).is_some());
    firm.pass(1);
    assert!(firm.recognise(&used).is_none(), "after 30 days");
}

fn a_new_password_ends_all_other_sessions_and_is_the_one_that_counts(on: On) {
    let mut firm = Firm::on(on);
    firm.administrator();
    let here = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap();
    let there = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap();
    let actor = firm.recognise(&here).unwrap();
    let own = firm.engine.own_password(&actor).unwrap();
    assert!(own.fits(PASSWORD) && !own.fits("wrong horse battery"));
    let other = "another horse entirely";
    let hash = PasswordHash::make(other, [2; 16]).unwrap();
    firm.engine.change_own_password(&actor, &hash, firm.now).unwrap();
    assert!(firm.recognise(&here).is_some() && firm.recognise(&there).is_none());
    assert!(firm.sign_in("ada@example.com", PASSWORD, HOME).is_err());
    assert!(firm.sign_in("ada@example.com", other, HOME).is_ok());
}

fn a_link_for_a_new_password_works_once_and_ends_all_sessions(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    let session = firm.sign_in("rita@example.com", PASSWORD, HOME).unwrap();
    let (id, secret) = (firm.id(), firm.secret());
    firm.engine.make_password_link(&ada, rita.user, id, &secret, firm.now).unwrap();
    let hash = PasswordHash::make("another horse entirely", [2; 16]).unwrap();
    firm.engine.set_password_by_link(&secret, &hash, firm.now).unwrap();
    assert!(firm.recognise(&session).is_none());
    assert!(firm.sign_in("rita@example.com", "another horse entirely", HOME).is_ok());
    let again = firm.engine.set_password_by_link(&secret, &hash, firm.now).unwrap_err();
    assert!(matches!(again, AppError::People(PeopleError::LinkGone)), "{again}");
    let (id, secret) = (firm.id(), firm.secret());
    let refused = firm.engine.make_password_link(&rita, ada.user, id, &secret, firm.now);
    assert!(
        matches!(refused, Err(AppError::People(PeopleError::NotAllowed { .. }))),
        "{refused:?}"
    );
}

#[test]
fn no_secret_and_no_password_is_anywhere_in_the_file() {
    let mut firm = Firm::on(On::Sqlite);
    let ada = firm.administrator();
    let session = firm.sign_in("ada@example.com", PASSWORD, HOME).unwrap();
    is_nowhere(&firm, &session, SecretKind::Session);
    let link = firm.invite(&ada, "rita", Role::Rep).unwrap();
    is_nowhere(&firm, &link, SecretKind::Link);
    let user = firm.engine.store().view().password_by_email("ada@example.com").unwrap().unwrap();
    assert!(user.password.unwrap().starts_with("$argon2id$"));
}

testkit::on_both!(
    whoever_has_the_password_is_recognised_until_they_sign_out,
    a_wrong_password_and_an_address_of_nobody_get_the_same_answer,
    after_ten_failures_even_the_right_password_waits_a_quarter_of_an_hour,
    attempts_count_before_the_password_is_looked_at_so_that_many_at_once_are_bounded,
    one_address_that_tries_many_accounts_is_stopped_too,
    a_session_ends_a_week_after_it_was_last_used_and_after_a_month_in_any_case,
    a_new_password_ends_all_other_sessions_and_is_the_one_that_counts,
    a_link_for_a_new_password_works_once_and_ends_all_sessions,
);
