//! Whom messages are about.

use crate::desk::{Desk, now};
use facts::SubjectKind;
use serde_json::json;

#[test]
fn what_a_browser_did_counts_once_it_is_known_whose_it_is() {
    let mut desk = Desk::new();
    desk.send(&[
        json!({"type": "page", "anonymousId": "b", "messageId": "1", "properties": {"path": "/pricing"},
               "timestamp": "2026-03-01T10:00:00Z"}),
        json!({"type": "track", "anonymousId": "b", "messageId": "2", "event": "Demo Requested",
               "timestamp": "2026-03-01T10:05:00Z"}),
    ]);
    desk.settle();
    assert_eq!(desk.touches("anonymous:b"), ["page.pricing", "form.demo_request"]);
    desk.send(&[json!({"type": "identify", "anonymousId": "b", "userId": "u", "messageId": "3",
        "timestamp": "2026-03-02T10:00:00Z", "traits": {"email": "Ann@Example.com", "title": "VP"}})]);
    desk.send(&[json!({"type": "track", "userId": "u", "messageId": "4", "event": "Signed Up",
        "timestamp": "2026-03-02T11:00:00Z"})]);
    desk.settle();
    assert_eq!(desk.touches("user:u"), ["page.pricing", "form.demo_request", "form.trial_signup"]);
    assert_eq!(desk.find("ann@example.com"), desk.find("user:u"), "the address is theirs");
    let browser = desk.find("anonymous:b");
    let page = desk.engine.lead(&browser.to_string(), now()).unwrap();
    assert!(page.story.is_empty() && page.row.is_none(), "the browser is no lead of its own");
    let page = desk.engine.lead("ann@example.com", now()).unwrap();
    assert!(page.decisions.iter().any(|line| line.target == "mql"), "the request was decided on");
    assert!(page.personal.iter().any(|value| value.value == "Ann@Example.com"));
}

#[test]
fn an_address_alone_says_who_a_browser_is() {
    let mut desk = Desk::new();
    desk.send(&[
        json!({"type": "page", "anonymousId": "b", "messageId": "1"}),
        json!({"type": "identify", "anonymousId": "b", "messageId": "2", "traits": {"email": "ann@example.com"}}),
    ]);
    desk.settle();
    assert_eq!(desk.touches("email:ann@example.com"), ["page.viewed"]);
    assert_ne!(desk.find("anonymous:b"), desk.find("ann@example.com"));
}

#[test]
fn two_users_with_one_address_are_one_and_a_post_of_a_company_joins_nobody() {
    let mut desk = Desk::new();
    for (user, email, id) in [
        ("u", "ann@example.com", "1"),
        ("v", "ann@example.com", "2"),
        ("w", "info@example.com", "3"),
        ("x", "info@example.com", "4"),
    ] {
        desk.send(&[
            json!({"type": "identify", "userId": user, "messageId": id, "traits": {"email": email}}),
            json!({"type": "track", "userId": user, "messageId": format!("{id}t"), "event": format!("By {user}")}),
        ]);
    }
    desk.settle();
    assert_eq!(desk.stands_as("user:u"), desk.stands_as("user:v"));
    let mut touches = desk.touches("user:v");
    touches.sort();
    assert_eq!(touches, ["event.by_u", "event.by_v"]);
    assert_ne!(desk.stands_as("user:w"), desk.stands_as("user:x"));
}

#[test]
fn a_shared_browser_joins_nobody_with_anybody() {
    let mut desk = Desk::new();
    for (user, day) in [("u", "01"), ("v", "02")] {
        desk.send(&[json!({"type": "identify", "anonymousId": "kiosk", "userId": user,
            "messageId": user, "timestamp": format!("2026-03-{day}T10:00:00Z")})]);
    }
    desk.settle();
    assert_ne!(desk.stands_as("user:u"), desk.stands_as("user:v"));
    assert_eq!(desk.stands_as("anonymous:kiosk"), desk.find("user:v"), "the last one in time");
}

#[test]
fn an_alias_joins_what_was_sent_under_both_ids() {
    let mut desk = Desk::new();
    desk.send(&[
        json!({"type": "track", "userId": "old", "messageId": "1", "event": "One"}),
        json!({"type": "track", "anonymousId": "older", "messageId": "2", "event": "Two"}),
        json!({"type": "alias", "userId": "new", "previousId": "old", "messageId": "3"}),
        json!({"type": "alias", "userId": "new", "previousId": "older", "messageId": "4"}),
        json!({"type": "track", "userId": "new", "messageId": "5", "event": "Three"}),
    ]);
    desk.settle();
    let mut touches = desk.touches("user:new");
    touches.sort();
    assert_eq!(touches, ["event.one", "event.three", "event.two"]);
}

#[test]
fn whom_a_person_parted_no_message_joins_again() {
    let mut desk = Desk::new();
    let identify = |id: &str| {
        json!({"type": "identify", "anonymousId": "b", "userId": "u", "messageId": id,
               "timestamp": "2026-03-01T10:00:00Z"})
    };
    desk.send(&[identify("1")]);
    let browser = desk.find("anonymous:b");
    desk.engine.unmerge(browser, "kim", now()).unwrap();
    let page = json!({"type": "page", "anonymousId": "b", "userId": "u", "messageId": "3"});
    desk.send(&[identify("2"), page]);
    assert_eq!(desk.stands_as("anonymous:b"), browser);
}

#[test]
fn a_group_is_the_account_of_its_domain_and_its_traits_reach_the_lead() {
    let mut desk = Desk::new();
    desk.send(&[json!({"type": "group", "userId": "u", "groupId": "g", "messageId": "1",
        "timestamp": "2026-03-01T10:00:00Z",
        "traits": {"name": "Example Ltd", "website": "www.example.com", "employees": 120}})]);
    desk.send(&[json!({"type": "group", "userId": "v", "groupId": "other-id", "messageId": "2",
        "traits": {"domain": "example.com"}})]);
    desk.settle();
    let view = desk.engine.store().view();
    let account = view.identified("group", "g").unwrap().unwrap();
    assert_eq!(view.kind_of(account).unwrap(), Some(SubjectKind::Account));
    assert_eq!(view.identified("group", "other-id").unwrap(), Some(account));
    let page = desk.engine.lead("user:v", now()).unwrap();
    assert!(page.traits.iter().any(|known| known.name == "account.employees"), "{:?}", page.traits);
}

#[test]
fn what_scanners_do_is_counted_and_in_no_story_and_no_score() {
    let mut desk = Desk::new();
    let agent = json!({"userAgent": "Mozilla/5.0 (compatible; BarracudaCentral)"});
    desk.send(&[
        json!({"type": "track", "userId": "u", "messageId": "1", "event": "Plan Compared"}),
        json!({"type": "track", "userId": "u", "messageId": "2", "event": "Demo Requested", "context": agent}),
        json!({"type": "identify", "userId": "u", "anonymousId": "b", "messageId": "3",
               "traits": {"title": "CEO"}, "context": agent}),
    ]);
    desk.settle();
    let page = desk.engine.lead("user:u", now()).unwrap();
    assert_eq!(desk.touches("user:u"), ["event.plan_compared"]);
    assert!(page.decisions.iter().all(|line| line.target != "mql"), "a scanner asks for no demo");
    assert!(page.traits.is_empty());
    let [line] = &page.automatic[..] else { panic!("{:?}", page.automatic) };
    assert_eq!((&*line.name, &*line.by, line.times), ("form.demo_request", "Barracuda", 1));
    assert_eq!(desk.automatic("user:u"), 1);
    assert!(
        desk.engine.find_lead("anonymous:b").is_err(),
        "it says nothing of whose browser it is"
    );
}

#[test]
fn whoever_was_erased_is_somebody_else_when_they_come_again() {
    let mut desk = Desk::new();
    let track = |id: &str| json!({"type": "track", "userId": "u", "messageId": id, "event": "One"});
    desk.send(&[track("1")]);
    let erased = desk.find("user:u");
    desk.engine.erase("user:u", "kim", now()).unwrap();
    desk.send(&[track("2")]);
    assert_ne!(desk.find("user:u"), erased);
}

#[test]
fn a_browser_of_two_users_on_one_day_is_nobodys_until_somebody_says_whose() {
    let page = |user: Option<&str>, time: &str, id: &str| {
        let mut message = json!({"type": "page", "anonymousId": "b", "messageId": id,
            "timestamp": time, "properties": {"path": "/pricing"}});
        if let Some(user) = user {
            message["userId"] = json!(user);
        }
        message
    };
    let mut desk = Desk::new();
    desk.send(&[
        page(None, "2026-03-01T08:00:00Z", "1"),
        page(Some("u"), "2026-03-01T09:00:00Z", "2"),
        page(Some("v"), "2026-03-01T10:00:00Z", "3"),
    ]);
    desk.settle();
    assert_eq!(desk.stands_as("anonymous:b"), desk.find("anonymous:b"));
    for own in ["anonymous:b", "user:u", "user:v"] {
        assert_eq!(desk.touches(own), ["page.pricing"], "{own}");
    }
    desk.send(&[json!({"type": "identify", "anonymousId": "b", "userId": "u", "messageId": "4",
        "timestamp": "2026-03-01T09:30:00Z"})]);
    desk.settle();
    assert_eq!(desk.touches("user:u").len(), 2, "somebody said whose it is");
    desk.send(&[page(Some("v"), "2026-03-02T10:00:00Z", "5")]);
    desk.settle();
    assert_eq!(desk.touches("user:u").len(), 1);
    assert_eq!(desk.touches("user:v").len(), 3, "another day, one user alone");
}
