use super::*;

const NOON: Instant = Instant(1_772_366_400_000_000);

fn delivery() -> Delivery {
    Delivery { received_at: NOON, number: 1 }
}

fn one(body: &str, call: Call) -> Result<Message<'_>, String> {
    let Reading { mut messages, refusals } = read(body.as_bytes(), call, &delivery()).unwrap();
    messages.pop().ok_or_else(|| refusals[0].to_string())
}

#[test]
fn a_batch_gives_its_good_messages_and_the_place_of_each_bad_one() {
    let body = r#"{"sentAt": "2026-03-01T11:00:00Z", "batch": [
        {"type": "track", "userId": 42, "event": "Demo Requested", "messageId": "m-1",
         "timestamp": "2026-03-01T10:59:50Z", "properties": {"deep": [{"x": 1}]}, "integrations": {"All": false}},
        {"type": "track", "userId": "u", "messageId": "m-2"},
        {"type": "dance", "userId": "u"},
        {"type": "page", "anonymousId": ["a"]},
        {"type": "identify", "traits": {}},
        {"type": "group", "userId": "u", "groupId": "g", "traits": []},
        {"type": "track", "userId": "u", "event": "x", "timestamp": "yesterday"},
        {"type": "track", "userId": "u", "event": "x", "context": {"campaign": {"name": 1.5}}},
        7
    ]}"#;
    let reading = read(body.as_bytes(), Call::Batch, &delivery()).unwrap();
    let message = &reading.messages[0];
    assert_eq!(message.who.user.as_deref(), Some("42"), "the number of a row is an id too");
    assert_eq!(message.at, Instant(NOON.0 - 10 * Instant::PER_SECOND), "by our clock");
    assert_eq!(message.said, Said::Track(Cow::Borrowed("Demo Requested")));
    let refused: Vec<_> = reading.refusals.iter().map(|it| (it.index, it.path.as_str())).collect();
    let wanted = [
        (1, "batch[1].event"),
        (2, "batch[2].type"),
        (3, "batch[3].anonymousId"),
        (4, "batch[4].userId"),
        (5, "batch[5].traits"),
        (6, "batch[6].timestamp"),
        (7, "batch[7].context.campaign.name"),
        (8, "batch[8]"),
    ];
    assert_eq!(refused, wanted);
    assert_eq!(reading.messages.len(), 1);
}

#[test]
fn a_body_of_which_nothing_can_be_read_says_why() {
    let refused = |body: &[u8], call| read(body, call, &delivery()).unwrap_err().code();
    assert_eq!(refused(b"", Call::Track), "body_not_json");
    assert_eq!(refused(b"[]", Call::Batch), "body_not_json");
    assert_eq!(refused(b"{\"batch\": [}", Call::Batch), "body_not_json");
    assert_eq!(refused(b"{\"event\": \"\xff\"}", Call::Track), "body_not_json");
    assert_eq!(refused(b"{}", Call::Batch), "batch_missing");
    assert_eq!(refused(b"{\"batch\": {}}", Call::Batch), "batch_missing");
    assert_eq!(refused(b"{\"batch\": [], \"sentAt\": \"now\"}", Call::Batch), "sent_at_malformed");
    let long = format!("{{\"batch\": [{}7]}}", "7,".repeat(BATCH_EVENTS_MAX));
    assert_eq!(refused(long.as_bytes(), Call::Batch), "batch_too_long");
    let large = format!("{{\"x\": \"{}\"}}", "x".repeat(BODY_BYTES_MAX));
    assert_eq!(refused(large.as_bytes(), Call::Track), "body_too_large");
}

#[test]
fn a_message_that_is_too_large_is_refused_alone() {
    let large = "x".repeat(EVENT_BYTES_MAX);
    let body = format!(
        r#"{{"batch": [{{"type":"track","userId":"u","event":"a","properties":{{"x":"{large}"}}}},
                       {{"type":"track","userId":"u","event":"b"}}]}}"#
    );
    let reading = read(body.as_bytes(), Call::Batch, &delivery()).unwrap();
    assert_eq!((reading.messages.len(), reading.refusals.len()), (1, 1));
    assert_eq!(reading.refusals[0].path, "batch[0]");
    assert!(reading.refusals[0].reason.contains("more than 32768"));
}

#[test]
fn a_message_is_named_by_its_id_or_by_what_it_says_and_when() {
    let key = |body: &str| one(body, Call::Track).unwrap().key;
    let named =
        r#"{"userId": "u", "event": "a", "messageId": "m", "sentAt": "2026-03-01T00:00:00Z"}"#;
    let again =
        r#"{"messageId": "m", "event": "a", "userId": "u", "sentAt": "2026-03-02T00:00:00Z"}"#;
    assert_eq!(key(named), key(again));
    let dated = r#"{"userId": "u", "event": "a", "timestamp": "2026-03-01T00:00:00Z"}"#;
    let resent = r#"{"userId": "u", "event": "a", "timestamp": "2026-03-01T00:00:00Z", "sentAt": "2026-03-01T00:00:09Z"}"#;
    let later = r#"{"userId": "u", "event": "a", "timestamp": "2026-03-01T00:00:01Z"}"#;
    assert_eq!(key(dated), key(resent));
    assert_ne!(key(dated), key(later));
    let body = br#"{"batch": [{"type":"track","userId":"u","event":"a"},{"type":"track","userId":"u","event":"a"}]}"#;
    let keys = |number| {
        let delivery = Delivery { number, ..delivery() };
        let reading = read(body, Call::Batch, &delivery).unwrap();
        reading.messages.iter().map(|it| it.key).collect::<Vec<_>>()
    };
    assert_ne!(keys(1)[0], keys(1)[1], "two that nothing tells apart are two");
    assert_ne!(keys(1), keys(2));
}

#[test]
fn the_path_of_a_page_is_found_wherever_it_is_said() {
    let path = |body: &str| match one(body, Call::Page).unwrap().said {
        Said::Page(viewed) => viewed.path.map(Cow::into_owned),
        _ => None,
    };
    for (body, wanted) in [
        (r#"{"userId":"u","properties":{"path":"/a"}}"#, Some("/a")),
        (r#"{"userId":"u","properties":{"url":"https://example.com/b?c=1#d"}}"#, Some("/b")),
        (r#"{"userId":"u","context":{"page":{"url":"https://example.com"}}}"#, Some("/")),
        (r#"{"userId":"u","context":{"page":{"path":"/e"}}}"#, Some("/e")),
        (r#"{"userId":"u"}"#, None),
    ] {
        assert_eq!(path(body).as_deref(), wanted, "{body}");
    }
}

#[test]
fn texts_are_read_as_json_means_them() {
    let user = |body: &str| one(body, Call::Alias).map(|it| it.who.user.unwrap().into_owned());
    assert_eq!(user(r#"{"userId":"  é\u00e9\"  ","previousId":"p"}"#).unwrap(), "éé\"");
    let refused = user(r#"{"userId":"a\u0000b","previousId":"p"}"#).unwrap_err();
    assert_eq!(refused, "`userId`: the text holds the character 0; leave it out");
    let refused = user(r#"{"userId":"\ud800","previousId":"p"}"#).unwrap_err();
    assert!(refused.contains("half of a letter"), "{refused}");
    let refused = user(r#"{"anonymousId":"a","previousId":"p"}"#).unwrap_err();
    assert!(refused.starts_with("`userId`"), "an alias needs the id that holds: {refused}");
    let long = format!(r#"{{"userId":"{}","previousId":"p"}}"#, "u".repeat(ID_BYTES_MAX + 1));
    assert!(user(&long).unwrap_err().contains("501 bytes"));
}

#[test]
fn a_write_key_in_the_body_is_found() {
    assert_eq!(write_key(br#"{"writeKey": "k", "batch": []}"#), Ok(Some("k".to_owned())));
    assert_eq!(write_key(br#"{"batch": []}"#), Ok(None));
    assert!(write_key(b"k").is_err());
}
