//! Messages of Segment's libraries: real ones are read, and none whatsoever breaks the reader.

use connect::segment::{
    Call, Delivery, EventMapping, ID_BYTES_MAX, Meaning, Message, inflate, read,
};
use facts::{Instant, Kind};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;

const CORPUS: [(&str, Call); 3] = [
    (include_str!("segment_corpus/batch.json"), Call::Batch),
    (include_str!("segment_corpus/odd.json"), Call::Batch),
    (include_str!("segment_corpus/track.json"), Call::Track),
];
const CALLS: [Call; 7] =
    [Call::Identify, Call::Track, Call::Page, Call::Screen, Call::Group, Call::Alias, Call::Batch];

fn delivery() -> Delivery {
    Delivery { received_at: Instant::parse("2026-03-01T12:00:00Z").unwrap(), number: 3 }
}

/// What must hold of every message and of what it means.
fn check(message: &Message<'_>) {
    assert!(message.who.user.is_some() || message.who.anonymous.is_some());
    assert!(message.at <= delivery().received_at && message.at >= Instant::EARLIEST);
    let ids = [&message.who.user, &message.who.anonymous];
    for id in ids.into_iter().flatten() {
        assert!(!id.is_empty() && id.len() <= ID_BYTES_MAX && !id.contains('\0'));
    }
    let meaning = Meaning::of(message, &EventMapping::default());
    let keys: BTreeSet<_> = meaning.facts.iter().map(|fact| fact.key).collect();
    assert_eq!(keys.len(), meaning.facts.len(), "each fact has a key of its own");
    for fact in &meaning.facts {
        assert!(facts::Selector::new(&fact.name).is_some(), "{}", fact.name);
        if let connect::RawValue::Text(text) = &fact.value {
            assert!(!text.contains('@') && !text.contains('\0'), "{text}");
        }
        assert!(meaning.scanner.is_none() || fact.kind == Kind::Touch);
    }
}

fn check_body(body: &[u8]) {
    for call in CALLS {
        if let Ok(reading) = read(body, call, &delivery()) {
            reading.messages.iter().for_each(check);
            let again = read(body, call, &delivery()).unwrap();
            assert_eq!(again, reading, "the same bytes mean the same");
            for refusal in &reading.refusals {
                let told = [&refusal.path, &refusal.reason, &refusal.help];
                assert!(told.iter().all(|text| !text.is_empty()), "{refusal:?}");
            }
        }
    }
    let _ = inflate(body);
}

fn runner() -> TestRunner {
    let cases = std::env::var("TANDEM_CASES").ok().and_then(|cases| cases.parse().ok());
    TestRunner::new(Config { cases: cases.unwrap_or(256), ..Config::default() })
}

#[test]
fn the_corpus_is_read_but_for_what_is_wrong_in_it() {
    let found: Vec<_> = CORPUS
        .iter()
        .map(|(text, call)| {
            check_body(text.as_bytes());
            let reading = read(text.as_bytes(), *call, &delivery()).unwrap();
            let refused = reading.refusals.iter().map(|refusal| refusal.path.clone()).collect();
            (reading.messages.len(), refused)
        })
        .collect();
    let odd = ["batch[4]", "batch[5]"].map(str::to_owned).to_vec();
    assert_eq!(found, [(3, Vec::new()), (5, odd), (1, Vec::new())]);
}

#[test]
fn no_bytes_whatsoever_break_the_reader() {
    let bytes = prop::collection::vec(any::<u8>(), 0..400);
    runner()
        .run(&bytes, |bytes| {
            check_body(&bytes);
            Ok(())
        })
        .unwrap();
}

#[test]
fn no_change_to_a_real_body_breaks_the_reader() {
    let pieces = prop::sample::select(vec![
        "null",
        "{}",
        "[]",
        "\"\"",
        "7",
        "-1e9",
        "true",
        "\\u0000",
        "\\ud800",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "é",
        "@",
        "\"type\":\"track\"",
        "\"userId\":",
        "2026-13-45T99:00:00Z",
    ]);
    let change = (any::<prop::sample::Index>(), 0..40_usize, pieces);
    let changes = (0..CORPUS.len(), prop::collection::vec(change, 1..5));
    runner()
        .run(&changes, |(which, changes)| {
            let mut text = CORPUS[which].0.as_bytes().to_vec();
            for (at, removed, piece) in changes {
                let at = at.index(text.len() + 1);
                let end = (at + removed).min(text.len());
                text.splice(at..end, piece.bytes());
            }
            check_body(&text);
            Ok(())
        })
        .unwrap();
}

#[test]
#[cfg_attr(not(real_data), ignore = "real data is missing")]
fn messages_of_segments_own_tests_are_read() {
    let folder = std::path::Path::new(env!("TANDEM_DATA")).join("segment_payloads");
    let mut read_of = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|end| end != "json") {
            continue;
        }
        let text = std::fs::read(&path).unwrap();
        let reading = read(&text, Call::Batch, &delivery()).unwrap();
        assert_eq!(reading.refusals, [], "{}", path.display());
        reading.messages.iter().for_each(check);
        read_of += reading.messages.len();
    }
    assert!(read_of > 4, "{read_of}");
}
