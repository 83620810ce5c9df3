//! Writes that carry a key of their own.

use super::Firm;
use app::people::{Claim, Role};
use store::Answered;
use testkit::On;

const FIRST: [u8; 32] = [1; 32];
const SECOND: [u8; 32] = [2; 32];

fn a_write_under_a_key_is_begun_once_and_then_answered_as_before(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    let rita = firm.hire(&ada, "rita", Role::Rep);
    let now = firm.now;
    let mut claim = |actor, key, request| firm.engine.claim(actor, key, request, now).unwrap();
    assert_eq!(claim(&ada, "k", &FIRST), Claim::New);
    assert_eq!(claim(&ada, "k", &FIRST), Claim::Begun);
    assert_eq!(claim(&ada, "k", &SECOND), Claim::Another);
    assert_eq!(claim(&rita, "k", &SECOND), Claim::New, "keys are one's own");
    let kind = "application/json".to_owned();
    let answered = Answered { status: 201, kind, body: Some(b"{}".to_vec()) };
    firm.engine.keep_answer(&ada, "k", &answered).unwrap();
    let mut claim = |actor, key, request| firm.engine.claim(actor, key, request, now).unwrap();
    assert_eq!(claim(&ada, "k", &FIRST), Claim::Done(answered));
    assert_eq!(claim(&ada, "k", &SECOND), Claim::Another);
    firm.engine.release(&ada, "k").unwrap();
    assert!(matches!(firm.engine.claim(&ada, "k", &FIRST, now).unwrap(), Claim::Done(_)));
    firm.engine.release(&rita, "k").unwrap();
    assert_eq!(firm.engine.claim(&rita, "k", &FIRST, now).unwrap(), Claim::New);
}

fn an_answer_without_its_body_is_kept_as_such_and_forgotten_after_a_day(on: On) {
    let mut firm = Firm::on(on);
    let ada = firm.administrator();
    assert_eq!(firm.engine.claim(&ada, "k", &FIRST, firm.now).unwrap(), Claim::New);
    let answered = Answered { status: 204, kind: String::new(), body: None };
    firm.engine.keep_answer(&ada, "k", &answered).unwrap();
    firm.pass(23);
    assert_eq!(firm.engine.claim(&ada, "k", &FIRST, firm.now).unwrap(), Claim::Done(answered));
    firm.pass(1);
    assert_eq!(firm.engine.claim(&ada, "k", &SECOND, firm.now).unwrap(), Claim::New);
}

testkit::on_both!(
    a_write_under_a_key_is_begun_once_and_then_answered_as_before,
    an_answer_without_its_body_is_kept_as_such_and_forgotten_after_a_day,
);
