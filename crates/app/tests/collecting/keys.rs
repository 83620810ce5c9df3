//! Who may send, and what events mean.

use crate::desk::{Desk, now};
use app::{AppError, CollectRefused};
use store::WriteKey;

#[test]
fn a_write_key_is_kept_as_its_hash_and_every_change_is_in_the_audit_trail() {
    let mut desk = Desk::new();
    let sites = ["https://www.example.com/".to_owned()];
    let made = desk.engine.make_write_key("website", &sites, "kim", now()).unwrap();
    let view = desk.engine.store().view();
    let key = view.write_key_of(&WriteKey::digest(&made.key)).unwrap().unwrap();
    assert_eq!((key.id, &*key.name), (made.id, "website"));
    assert!(key.allows("https://www.example.com") && !key.allows("https://other.example"));
    let file = std::fs::read(desk.path()).unwrap();
    let is_there = |text: &str| file.windows(text.len()).any(|part| part == text.as_bytes());
    assert!(!is_there(&made.key));
    let revoked = desk.engine.revoke_write_key(made.id, "kim", now()).unwrap();
    assert_eq!(revoked.revoked_at, Some(now()));
    desk.engine.revoke_write_key(made.id, "kim", now()).unwrap();
    let audit = desk.engine.store().view().audit(9).unwrap();
    let changes: Vec<_> = audit.iter().map(|entry| entry.what.as_str()).collect();
    assert_eq!(changes[..2], ["write_key.revoked", "write_key.made"]);
    assert!(audit.iter().all(|entry| !entry.after.contains(&made.key)));
    let unknown = desk.engine.revoke_write_key(store::WriteKeyId(99), "kim", now());
    assert!(matches!(unknown, Err(AppError::Collect(CollectRefused::UnknownWriteKey(99)))));
}

#[test]
fn what_events_mean_is_checked_before_it_is_kept() {
    let mut desk = Desk::new();
    let wrong = desk.engine.set_event_mapping("[events]\nx = 7", "kim", now());
    assert!(matches!(wrong, Err(AppError::Collect(CollectRefused::EventMapping(_)))));
    let text = "[events]\n\"A\" = \"form.a\"";
    desk.engine.set_event_mapping(text, "kim", now()).unwrap();
    desk.engine.set_event_mapping(text, "kim", now()).unwrap();
    let view = desk.engine.store().view();
    assert_eq!(view.event_mapping().unwrap().as_deref(), Some(text));
    let changes = view.audit(9).unwrap();
    assert_eq!(changes.iter().filter(|entry| entry.what == "event_mapping.set").count(), 1);
}
