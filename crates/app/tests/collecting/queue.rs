//! Many at once, each acknowledged when it is on the disk.

use crate::desk::{Desk, meanings, now};
use app::{AppError, CollectRefused, Collector, Engine, Site};
use serde_json::json;
use std::sync::Arc;
use store::Place;

fn collector(desk: &Desk) -> Collector {
    let place = Place::from(desk.path().as_path());
    let site =
        Site { place, snapshots_in: None, readers_max: 1, figures_bytes_max: Site::FIGURES_BYTES };
    Collector::start(&site, Box::new(now)).unwrap()
}

#[test]
fn whatever_was_acknowledged_is_there_once() {
    let mut desk = Desk::new();
    let collector = collector(&desk);
    std::thread::scope(|scope| {
        for sender in 0..8 {
            let collector = &collector;
            scope.spawn(move || {
                for number in 0..25 {
                    let user = format!("u{}", (sender + number) % 5);
                    let id = format!("{sender}-{number}");
                    // Everything is sent twice, by two senders that share every other message.
                    let shared = format!("{}-{number}", sender / 2);
                    collector
                        .submit_and_wait(meanings(&[
                            json!({"type": "track", "userId": user, "messageId": id, "event": "Own"}),
                            json!({"type": "track", "userId": format!("s{}", number % 3),
                                   "messageId": format!("shared {shared}"), "event": "Shared"}),
                        ]))
                        .unwrap();
                }
            });
        }
    });
    let collected = collector.collected();
    assert_eq!(collected.messages, 8 * 25 * 2);
    assert_eq!((collected.facts_new, collected.facts_known), (8 * 25 + 4 * 25, 4 * 25));
    collector.stop();
    desk.engine.refresh().unwrap();
    desk.settle();
    let counts = desk.engine.store().view().counts().unwrap();
    assert_eq!((counts.persons, counts.facts, counts.unsettled), (8, 300, 0));
}

#[test]
fn more_than_may_wait_is_refused_and_nothing_of_it_is_taken() {
    let desk = Desk::new();
    let collector = collector(&desk);
    // Whoever holds the file keeps the collector waiting.
    let mut other = Engine::open(desk.path().as_path()).unwrap();
    let writer = other.store_mut().begin().unwrap();
    let one = meanings(&[json!({"type": "track", "userId": "u", "event": "One"})]);
    let many = vec![one[0].clone(); Collector::WAITING_MAX];
    collector.submit(many, Box::new(|_| ())).unwrap();
    let refused = collector.submit_and_wait(one.clone()).unwrap_err();
    assert!(matches!(&*refused, AppError::Collect(CollectRefused::Full(_))), "{refused}");
    assert_eq!(
        refused.to_string(),
        "more than 100000 messages wait to be recorded: send again in 1 s"
    );
    drop(writer);
    collector.stop();
    assert_eq!(desk.engine.store().view().counts().unwrap().facts, 1, "they are one message");
}

#[test]
fn a_key_is_good_until_it_is_revoked() {
    let mut desk = Desk::new();
    let made = desk.engine.make_write_key("website", &[], "kim", now()).unwrap();
    let collector = collector(&desk);
    assert!(collector.sender(&made.key).unwrap().is_some());
    assert!(collector.sender("nobody's").unwrap().is_none());
    desk.engine.revoke_write_key(made.id, "kim", now()).unwrap();
    let again = self::collector(&desk);
    assert!(again.sender(&made.key).unwrap().is_none());
    let text = "[events]\n\"A\" = \"form.a\"";
    desk.engine.set_event_mapping(text, "kim", now()).unwrap();
    let again = self::collector(&desk);
    assert!(again.mapping().unwrap().event("a").is_some());
    let _: Arc<_> = again.mapping().unwrap();
}
