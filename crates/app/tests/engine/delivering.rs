//! Messages leave at least once, under their key, whatever happens in between.

use crate::charters::{FIRST, second as second_charter};
use crate::company::{Company, Told, at};
use crate::post::{Firm, Post, refused};
use app::{Delivery, Draft, Engine};
use connect::sending::{Parcel, SendError};
use facts::{Instant, Kind, Origin, Seconds};
use std::collections::BTreeSet;
use std::sync::Mutex;
use store::MessageState;
use testkit::On;

const MONDAY: &str = "2026-03-02T09:00:00Z";

fn second(seconds: i64) -> Instant {
    at(MONDAY).plus(Seconds(seconds))
}

/// So many leads ask for a demo: each is told to Ana and to Ben.
fn company(on: On, leads: u64) -> Company {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    company.add(100..100 + leads, facts::SubjectKind::Person);
    let demo = |lead: u64| {
        Told::new(lead, lead, second(0), Kind::Touch, "form.demo_request").told_by(Origin::System)
    };
    let told: Vec<_> = (100..100 + leads).map(demo).collect();
    company.record_and_settle(&told, second(0));
    company
}

fn keys(parcels: &[Parcel]) -> Vec<String> {
    parcels.iter().map(|parcel| Post::message(parcel).key.clone()).collect()
}

fn count(company: &Company, state: MessageState) -> u64 {
    let counts = company.engine.store().view().message_counts().unwrap();
    counts.iter().find(|(known, _)| *known == state).map_or(0, |(_, count)| *count)
}

fn what_fails_is_tried_again_under_its_key_and_ends_as_a_dead_letter(on: On) {
    let mut company = company(on, 1);
    let post = Post::default();
    post.failures.lock().unwrap().extend([refused(), refused(), refused()]);
    let delivered = post.deliver(&mut company.engine, second(1));
    assert_eq!((delivered.sent, delivered.failed), (0, 2));
    assert_eq!(post.deliver(&mut company.engine, second(15)).failed, 0, "not yet");
    let delivered = post.deliver(&mut company.engine, second(16));
    assert_eq!((delivered.sent, delivered.failed), (1, 1));
    let mut now = second(16);
    let mut attempts = 2;
    while count(&company, MessageState::Waiting) > 0 {
        now = company.engine.store().view().next_message_at().unwrap();
        post.failures.lock().unwrap().push_back(refused());
        let delivered = post.deliver(&mut company.engine, now);
        assert_eq!(delivered.sent, 0);
        attempts += 1;
    }
    assert_eq!(attempts, Engine::ATTEMPTS_MAX);
    let hours = now.micros_since(second(0)) / Instant::PER_HOUR;
    assert!((40..50).contains(&hours), "after {hours} hours");
    let dead = company.engine.store().view().messages(MessageState::Dead, 0, 10).unwrap();
    assert_eq!((dead.len(), dead[0].last_error.as_str()), (1, "refused"));
    // An operator sends it again.
    let mut writer = company.engine.store_mut().begin().unwrap();
    assert!(writer.resend_message(dead[0].id, now).unwrap());
    writer.commit().unwrap();
    post.take();
    post.failures.lock().unwrap().clear();
    assert_eq!(post.deliver(&mut company.engine, now).sent, 1);
    assert_eq!(keys(&post.take()), [dead[0].message.key.clone()]);
}

fn what_can_never_be_taken_is_given_up_at_once(on: On) {
    let mut company = company(on, 1);
    let post = Post::default();
    let never = SendError { what: "no such address".to_owned(), lasts: true, may_be_out: false };
    post.failures.lock().unwrap().push_back(never);
    let delivered = post.deliver(&mut company.engine, second(1));
    assert_eq!((delivered.sent, delivered.dead), (1, 1));
}

fn a_node_that_dies_between_claiming_and_sending_loses_nothing(on: On) {
    let mut company = company(on, 1);
    let post = Post::default();
    company.engine.address_notices(&Firm, second(1)).unwrap();
    let claimed =
        company.engine.store_mut().claim_messages("to_address", second(1), second(91), 8).unwrap();
    assert_eq!(claimed.len(), 2);
    let mut company = company.reopen();
    assert_eq!(post.deliver(&mut company.engine, second(60)).sent, 0, "it may still be at it");
    assert_eq!(post.deliver(&mut company.engine, second(91)).sent, 2);
    let sent: BTreeSet<_> = keys(&post.take()).into_iter().collect();
    assert_eq!(sent, claimed.into_iter().map(|it| it.message.key).collect());
}

fn two_nodes_that_deliver_at_once_send_each_message_once(on: On) {
    let company = company(on, 60);
    let post = Post::default();
    let path = company.path();
    let node = || {
        let engine = Mutex::new(Engine::open(&path).unwrap());
        let delivery = Delivery {
            directory: &Firm,
            senders: &post,
            public_url: "https://tandem.example.com",
            draw: &|| 0.5,
        };
        app::deliver(&engine, &delivery, second(1)).unwrap().sent
    };
    let sent: u64 = std::thread::scope(|scope| {
        let nodes = [scope.spawn(node), scope.spawn(node)];
        nodes.into_iter().map(|node| node.join().unwrap()).sum()
    });
    let keys = keys(&post.take());
    assert_eq!(keys.len(), 120);
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 120, "each once");
    assert_eq!(sent, 120);
    assert_eq!(count(&company, MessageState::Sent), 60 + 120, "the notices and the messages");
}

fn what_nobody_can_be_told_of_is_a_dead_letter(on: On) {
    let mut company = Company::on(on);
    let nobody = FIRST.replacen("to = \"sdr\"", "to = \"nobody-here\"", 1);
    company.adopt(&nobody, at(MONDAY), at(MONDAY));
    let demo = Told::new(1, 1, second(0), Kind::Touch, "form.demo_request");
    company.record_and_settle(&[demo.told_by(Origin::System)], second(0));
    Post::default().deliver(&mut company.engine, second(1));
    let dead = company.engine.store().view().messages(MessageState::Dead, 0, 10).unwrap();
    assert_eq!(dead.len(), 1);
    assert!(
        dead[0].last_error.contains("`role:nobody-here` is nobody's"),
        "{}",
        dead[0].last_error
    );
}

/// Who is asked for a signature; what is taken back before it leaves never does, and who was asked
/// is told.
fn a_signature_that_is_not_wanted_any_more_is_taken_back(on: On) {
    let mut company = Company::on(on);
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let post = Post::default();
    let draft = |text: String| Draft { title: "More time".to_owned(), text, takes_force: None };
    let id = company.engine.propose(&draft(second_charter()), "sue", second(0)).unwrap();
    post.deliver(&mut company.engine, second(1));
    let asked = "A proposal waits for your signature";
    assert_eq!(post.news(), [format!("max: {asked}"), format!("sue: {asked}")]);
    // The text changes: what was asked under the former one does not hold, and the new one is asked.
    let other = second_charter().replace("12 business hours", "11 business hours");
    company.engine.redraft(id, &draft(other), "sue", second(2)).unwrap();
    company.engine.withdraw(id, "sue", second(3)).unwrap();
    post.deliver(&mut company.engine, second(4));
    let gone = "A proposal that waited for your signature was changed or withdrawn";
    assert_eq!(post.news(), [format!("max: {gone}"), format!("sue: {gone}")], "each once");
    assert_eq!(count(&company, MessageState::Waiting), 0);
}

testkit::on_both!(
    a_signature_that_is_not_wanted_any_more_is_taken_back,
    what_fails_is_tried_again_under_its_key_and_ends_as_a_dead_letter,
    what_can_never_be_taken_is_given_up_at_once,
    a_node_that_dies_between_claiming_and_sending_loses_nothing,
    two_nodes_that_deliver_at_once_send_each_message_once,
    what_nobody_can_be_told_of_is_a_dead_letter,
);
