//! Messages wait, are claimed by one, and are told once more or corrected.

use crate::{ANN, Ledger, now};
use ::facts::{Instant, Seconds};
use store::{Attempted, MessageState, NewMessage, OutboxMessage, Store};
use testkit::On;

fn message(about: &str, to: &str) -> NewMessage {
    NewMessage {
        key: format!("{about}>{to}"),
        about: about.to_owned(),
        kind: "promise_broken".to_owned(),
        subject: Some(ANN),
        channel: "email".to_owned(),
        recipient: to.to_owned(),
        payload: "{}".to_owned(),
        digest: String::new(),
        not_before: now(),
    }
}

fn add(store: &mut Store, messages: &[NewMessage]) -> u64 {
    let mut writer = store.begin().unwrap();
    let added = writer.add_messages(messages, now()).unwrap();
    writer.commit().unwrap();
    added
}

fn withdraw(store: &mut Store, about: &str) -> Vec<OutboxMessage> {
    let mut writer = store.begin().unwrap();
    let out = writer.withdraw_messages(about, later(1)).unwrap();
    writer.commit().unwrap();
    out
}

fn later(seconds: i64) -> Instant {
    now().plus(Seconds(seconds))
}

fn claim(store: &mut Store, at: Instant, limit: u32) -> Vec<OutboxMessage> {
    store.claim_messages("to_address", at, at.plus(Seconds(60)), limit).unwrap()
}

fn state(store: &Store, key: &str) -> MessageState {
    store.view().message(key).unwrap().unwrap().state
}

fn a_message_is_read_back_as_added_and_once(on: On) {
    let mut ledger = Ledger::on(on);
    let of_nobody = NewMessage { subject: None, ..message("b", "ben") };
    assert_eq!(add(&mut ledger.store, &[message("a", "ann"), of_nobody.clone()]), 2);
    assert_eq!(add(&mut ledger.store, &[message("a", "ann")]), 0, "its key is known");
    let all = ledger.store.view().messages(MessageState::Waiting, 0, 10).unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!((&all[0].message, &all[1].message), (&message("a", "ann"), &of_nobody));
    assert_eq!((all[0].acts_at, all[0].ended_at), (now(), Instant::NEVER));
    let after = ledger.store.view().messages(MessageState::Waiting, all[0].id, 10).unwrap();
    assert_eq!(after, all[1..]);
    let of_ben = ledger.store.view().messages_for("ben", i64::MAX, 10).unwrap();
    assert_eq!(of_ben, all[1..]);
    assert_eq!(ledger.store.view().message_counts().unwrap(), [(MessageState::Waiting, 2)]);
    assert_eq!(ledger.store.view().next_message_at().unwrap(), now());
}

fn each_message_is_claimed_by_one_of_several_nodes_at_a_time(on: On) {
    let mut ledger = Ledger::on(on);
    let messages: Vec<_> = (0..200).map(|n| message(&format!("about {n}"), "ann")).collect();
    add(&mut ledger.store, &messages);
    let path = ledger.path();
    let node = || {
        let mut store = Store::open(&path).unwrap();
        let mut keys = Vec::new();
        loop {
            let claimed = claim(&mut store, now(), 7);
            if claimed.is_empty() {
                return keys;
            }
            keys.extend(claimed.into_iter().map(|claimed| claimed.message.key));
        }
    };
    let mut keys: Vec<_> = std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..3).map(|_| scope.spawn(node)).collect();
        nodes.into_iter().flat_map(|node| node.join().unwrap()).collect()
    });
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 200, "each once, and all");
    assert!(claim(&mut ledger.store, later(59), 10).is_empty(), "until the claims end");
    assert_eq!(claim(&mut ledger.store, later(60), 10).len(), 10, "a node that died lost them");
}

fn a_digest_is_claimed_whole_or_not_at_all(on: On) {
    let mut ledger = Ledger::on(on);
    let part =
        |n: u32| NewMessage { digest: "monday".to_owned(), ..message(&n.to_string(), "ann") };
    add(&mut ledger.store, &(0..30).map(part).collect::<Vec<_>>());
    assert!(claim(&mut ledger.store, now(), 50).is_empty(), "they do not leave alone");
    assert_eq!(ledger.store.view().due_digests(now(), 5).unwrap(), ["monday"]);
    let path = ledger.path();
    let node = || {
        let mut store = Store::open(&path).unwrap();
        store.claim_digest("monday", now(), later(60)).unwrap().len()
    };
    let claimed: Vec<_> = std::thread::scope(|scope| {
        let nodes: Vec<_> = (0..3).map(|_| scope.spawn(node)).collect();
        nodes.into_iter().map(|node| node.join().unwrap()).collect()
    });
    assert_eq!(claimed.iter().max(), Some(&30), "{claimed:?}");
    assert_eq!(claimed.iter().sum::<usize>(), 30, "{claimed:?}");
    assert!(ledger.store.view().due_digests(now(), 5).unwrap().is_empty());
}

fn a_slow_node_changes_nothing_that_another_has_taken_over(on: On) {
    let mut ledger = Ledger::on(on);
    add(&mut ledger.store, &[message("a", "ann")]);
    let slow = claim(&mut ledger.store, now(), 1).remove(0);
    let quick = claim(&mut ledger.store, later(60), 1).remove(0);
    assert_eq!((slow.attempts, quick.attempts), (1, 2));
    let store = &mut ledger.store;
    assert!(!store.note_attempt(&slow, &Attempted::Sent, later(61)).unwrap());
    assert_eq!(state(store, "a>ann"), MessageState::Claimed);
    let failed = |again_at| Attempted::Failed { why: "no".to_owned(), may_be_out: false, again_at };
    assert!(store.note_attempt(&quick, &failed(later(90)), later(62)).unwrap());
    let waiting = store.view().message("a>ann").unwrap().unwrap();
    assert_eq!((waiting.state, waiting.acts_at), (MessageState::Waiting, later(90)));
    assert_eq!((waiting.last_error.as_str(), waiting.may_be_out), ("no", false));
    let last = claim(store, later(90), 1).remove(0);
    let given_up = Attempted::GivenUp { why: "never".to_owned(), may_be_out: false };
    assert!(store.note_attempt(&last, &given_up, later(91)).unwrap());
    assert_eq!(store.view().next_message_at().unwrap(), Instant::NEVER);
    let mut writer = store.begin().unwrap();
    assert!(writer.resend_message(last.id, later(99)).unwrap());
    assert!(!writer.resend_message(last.id, later(99)).unwrap(), "it waits already");
    writer.commit().unwrap();
    let again = claim(store, later(99), 1).remove(0);
    assert_eq!((again.attempts, again.message.key.as_str()), (1, "a>ann"));
    assert!(store.note_attempt(&again, &Attempted::Sent, later(99)).unwrap());
    assert_eq!(state(store, "a>ann"), MessageState::Sent);
}

fn what_was_not_sent_is_withdrawn_and_what_may_be_out_is_to_be_corrected(on: On) {
    let mut ledger = Ledger::on(on);
    let people = ["waits", "claimed", "sent", "failed", "lost"];
    let store = &mut ledger.store;
    for (n, person) in people.iter().enumerate() {
        let not_before = later(n as i64);
        add(store, &[NewMessage { not_before, ..message("a", person) }]);
    }
    let mut claimed = claim(store, later(9), 5);
    assert_eq!(claimed.iter().map(|it| it.message.recipient.as_str()).collect::<Vec<_>>(), people);
    let failed = |may_be_out| {
        let (why, again_at) = ("no".to_owned(), later(500));
        Attempted::Failed { why, may_be_out, again_at }
    };
    for (index, came_to) in
        [(0, failed(false)), (2, Attempted::Sent), (3, failed(false)), (4, failed(true))]
    {
        assert!(store.note_attempt(&claimed[index], &came_to, later(10)).unwrap());
    }
    let out = withdraw(store, "a");
    let out: Vec<_> = out.iter().map(|it| it.message.recipient.as_str()).collect();
    assert_eq!(out, ["claimed", "sent", "lost"], "whoever has it or may have it");
    assert_eq!(state(store, "a>waits"), MessageState::Cancelled);
    assert_eq!(state(store, "a>sent"), MessageState::Corrected);
    let flying = claimed.remove(1);
    assert!(!store.note_attempt(&flying, &Attempted::Sent, later(11)).unwrap());
    assert!(withdraw(store, "a").is_empty(), "and once");
    assert!(claim(store, later(900), 10).is_empty());
}

fn what_was_withdrawn_is_told_again_with_its_turn_in_the_key(on: On) {
    let mut ledger = Ledger::on(on);
    let store = &mut ledger.store;
    add(store, &[message("a", "ann")]);
    withdraw(store, "a");
    assert_eq!(add(store, &[message("a", "ann")]), 1);
    assert_eq!(add(store, &[message("a", "ann")]), 0);
    let claimed = claim(store, now(), 5).remove(0);
    assert_eq!(claimed.message.key, "a>ann/2");
    store.note_attempt(&claimed, &Attempted::Sent, now()).unwrap();
    assert_eq!(withdraw(store, "a").len(), 1);
    add(store, &[message("a", "ann")]);
    assert_eq!(claim(store, now(), 5).remove(0).message.key, "a>ann/3");
}

fn what_ended_long_ago_is_forgotten_but_for_dead_letters(on: On) {
    let mut ledger = Ledger::on(on);
    let store = &mut ledger.store;
    add(store, &[message("sent", "ann"), message("dead", "ann"), message("waits", "ann")]);
    let mut writer = store.begin().unwrap();
    for (key, state) in [("sent>ann", MessageState::Sent), ("dead>ann", MessageState::Dead)] {
        let id = writer.view().message(key).unwrap().unwrap().id;
        writer.end_message(id, state, "", now()).unwrap();
    }
    assert_eq!(writer.forget_messages(now(), 10).unwrap(), 0);
    assert_eq!(writer.forget_messages(later(1), 10).unwrap(), 1);
    let dead = writer.view().message("dead>ann").unwrap().unwrap();
    assert!(writer.discard_message(dead.id, later(2)).unwrap());
    assert!(!writer.discard_message(dead.id, later(2)).unwrap());
    writer.commit().unwrap();
    assert!(store.view().message("sent>ann").unwrap().is_none());
    assert_eq!(state(store, "dead>ann"), MessageState::Cancelled);
}

fn preferences_and_webhooks_are_read_back_as_set(on: On) {
    use store::{Preference, Rhythm, Webhook, WebhookFormat};
    let mut ledger = Ledger::on(on);
    let store = &mut ledger.store;
    let preference = |rhythm| Preference {
        person: "u1".to_owned(),
        kind: "promise_broken".to_owned(),
        channel: "email".to_owned(),
        rhythm,
    };
    let webhook = Webhook {
        id: "w1".to_owned(),
        format: WebhookFormat::Teams,
        url: "https://chat.example.com/1".to_owned(),
        kinds: vec!["escalated".to_owned(), "lead_assigned".to_owned()],
        audience: "role:sales_head".to_owned(),
        secret: vec![0, 255, 7],
        former_secret: Vec::new(),
        former_until: Instant::EARLIEST,
        disabled: false,
        created_at: now(),
        created_by: "u1".to_owned(),
    };
    for rhythm in [
        Rhythm::Off,
        Rhythm::Immediate,
        Rhythm::Daily { hour: 23 },
        Rhythm::Weekly { weekday: 7, hour: 0 },
    ] {
        let mut writer = store.begin().unwrap();
        writer.put_preference(&preference(rhythm)).unwrap();
        writer.put_webhook(&webhook).unwrap();
        writer.commit().unwrap();
        assert_eq!(store.view().preferences_of("u1").unwrap(), [preference(rhythm)]);
    }
    assert_eq!(store.view().webhooks().unwrap(), std::slice::from_ref(&webhook));
    let changed = Webhook { disabled: true, former_secret: vec![9], ..webhook };
    let mut writer = store.begin().unwrap();
    writer.put_webhook(&changed).unwrap();
    writer.remove_preference("u1", "promise_broken", "email").unwrap();
    writer.commit().unwrap();
    assert_eq!(store.view().webhook("w1").unwrap(), Some(changed));
    assert!(store.view().preferences_of("u1").unwrap().is_empty());
    let mut writer = store.begin().unwrap();
    assert!(writer.remove_webhook("w1").unwrap() && !writer.remove_webhook("w1").unwrap());
}

testkit::on_both!(
    a_message_is_read_back_as_added_and_once,
    each_message_is_claimed_by_one_of_several_nodes_at_a_time,
    a_digest_is_claimed_whole_or_not_at_all,
    a_slow_node_changes_nothing_that_another_has_taken_over,
    what_was_not_sent_is_withdrawn_and_what_may_be_out_is_to_be_corrected,
    what_was_withdrawn_is_told_again_with_its_turn_in_the_key,
    what_ended_long_ago_is_forgotten_but_for_dead_letters,
    preferences_and_webhooks_are_read_back_as_set,
);
