//! Each message once, whatever the order of arrival.

use crate::desk::Desk;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

#[test]
fn a_message_that_comes_again_changes_nothing() {
    let mut desk = Desk::new();
    let messages = [
        json!({"type": "page", "anonymousId": "b", "userId": "u", "messageId": "1"}),
        json!({"type": "identify", "anonymousId": "b", "userId": "u", "messageId": "2",
               "traits": {"email": "ann@example.com", "title": "VP"}}),
        json!({"type": "group", "userId": "u", "groupId": "g", "messageId": "3"}),
    ];
    let first = desk.send(&messages);
    assert!(first.facts_new > 0 && first.facts_known == 0);
    let again = desk.send(&messages);
    assert_eq!((again.facts_new, again.persons_new, again.accounts_new), (0, 0, 0));
    // Another process remembers nothing.
    desk.names = app::CollectedNames::default();
    let again = desk.send(&messages);
    assert_eq!((again.facts_new, again.persons_new, again.accounts_new), (0, 0, 0));
    assert_eq!(again.facts_known, first.facts_new);
}

#[test]
fn a_check_leaves_out_whoever_messages_came_about_and_nobody_settled_yet() {
    let mut desk = Desk::new();
    let page = |id: &str| json!({"type": "page", "userId": "u", "messageId": id});
    desk.send(&[page("1")]);
    desk.settle();
    desk.send(&[
        page("2"),
        json!({"type": "track", "event": "Webinar Attended", "userId": "u",
                                 "messageId": "3"}),
    ]);
    let report = desk.engine.rebuild(true, crate::desk::now()).unwrap();
    assert!(report.is_clean(), "{report:#?}");
    assert_eq!(report.waiting, 1);
    desk.settle();
    let report = desk.engine.rebuild(true, crate::desk::now()).unwrap();
    assert!(report.is_clean() && report.waiting == 0, "{report:#?}");
}

/// A message of a small world: two browsers, two users, two addresses.
fn message() -> impl Strategy<Value = Value> {
    let browser = prop::option::of(prop::sample::select(vec!["b1", "b2"]));
    let user = prop::option::of(prop::sample::select(vec!["u1", "u2"]));
    let email = prop::option::of(prop::sample::select(vec!["ann@example.com", "bo@example.org"]));
    let kind = prop::sample::select(vec!["page", "track", "identify", "alias"]);
    (browser, user, email, kind, 0..72_i64).prop_filter_map(
        "about nobody",
        |(browser, user, email, kind, hour)| {
            if browser.is_none() && user.is_none() || kind == "alias" && user.is_none() {
                return None;
            }
            let time = format!("2026-03-{:02}T{:02}:00:00Z", 1 + hour / 24, hour % 24);
            let mut message = json!({"type": kind, "timestamp": time, "event": "Demo Requested",
                                     "previousId": "u0"});
            let fields = [("anonymousId", browser), ("userId", user)];
            for (field, value) in fields {
                if let Some(value) = value {
                    message[field] = json!(value);
                }
            }
            if let Some(email) = email.filter(|_| kind == "identify") {
                message["traits"] = json!({"email": email, "title": hour.to_string()});
            }
            Some(message)
        },
    )
}

fn cases() -> u32 {
    std::env::var("TANDEM_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

#[test]
fn any_order_of_arrival_ends_in_the_same_stories_and_decisions() {
    let worlds = prop::collection::vec(message(), 1..14).prop_flat_map(|mut messages| {
        for (number, message) in messages.iter_mut().enumerate() {
            message["messageId"] = json!(format!("m-{number}"));
        }
        let shuffled = Just(messages.clone()).prop_shuffle();
        (Just(messages), shuffled, 1..5_usize)
    });
    let mut runner = TestRunner::new(Config { cases: cases(), ..Config::default() });
    runner
        .run(&worlds, |(messages, shuffled, together)| {
            let (mut one, mut other) = (Desk::new(), Desk::new());
            one.send(&messages);
            for some in shuffled.chunks(together) {
                other.send(some);
                other.settle();
            }
            one.settle();
            other.settle();
            prop_assert_eq!(one.told(), other.told());
            Ok(())
        })
        .unwrap();
}
