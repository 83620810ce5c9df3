//! Facts, the words they use, and whose stories they belong to.

use crate::{ACME, ANN, BEN, Ledger, at, now};
use ::facts::{FactKey, Instant, Position, Value, Vocabulary};
use store::Appended;
use testkit::On;

fn facts_are_read_back_as_they_were_appended_in_order(on: On) {
    let mut ledger = Ledger::on(on);
    let word = ledger.words.intern("no_budget").unwrap();
    let values = [
        Value::Nothing,
        Value::Number(-0.5),
        Value::Text(word),
        Value::Flag(true),
        Value::Moment(now()),
        Value::Fact(FactKey(u64::MAX)),
    ];
    let facts: Vec<_> = (0_u64..)
        .zip(values)
        .map(|(key, value)| ledger.fact(BEN, u64::MAX - key, "form.contact", value))
        .collect();
    assert_eq!(ledger.append(&facts, now()), Appended { new: 6, already_known: 0 });
    let mut read = Vec::new();
    ledger.store.view().each_fact(|recorded| read.push(recorded)).unwrap();
    let positions: Vec<_> = read.iter().map(|recorded| recorded.position.0).collect();
    assert_eq!(positions, [1, 2, 3, 4, 5, 6]);
    assert!(read.iter().all(|recorded| recorded.recorded_at == now()));
    assert_eq!(read.iter().map(|recorded| recorded.fact).collect::<Vec<_>>(), facts);
    let words = ledger.store.view().vocabulary().unwrap();
    assert_eq!(words.words(), ledger.words.words());
    assert!(words.names().eq(ledger.words.names()));
}

fn a_fact_known_already_takes_no_position_and_unsettles_nobody(on: On) {
    let mut ledger = Ledger::on(on);
    let first = ledger.fact(ANN, 7, "form.contact", Value::Nothing);
    let same_key = ledger.fact(ANN, 7, "form.trial", Value::Nothing);
    let other = ledger.fact(BEN, 7, "form.contact", Value::Nothing);
    ledger.append(&[first, same_key], now());
    ledger.settle();
    let appended = ledger.append(&[first, other, first], now());
    assert_eq!(appended, Appended { new: 1, already_known: 2 });
    assert_eq!(ledger.store.view().tail().unwrap(), Position(2));
    assert_eq!(ledger.unsettled(), [BEN]);
}

fn what_was_ever_linked_is_gathered_whichever_link_comes_first(on: On) {
    let mut ledger = Ledger::on(on);
    // Ben is merged into Ann before he is linked to his account.
    let merge = ledger.fact(BEN, 1, "merge", Value::Subject(ANN));
    let joins = ledger.fact(BEN, 2, "account", Value::Subject(ACME));
    let parts = ledger.fact(BEN, 3, "merge.end", Value::Subject(ANN));
    for fact in [merge, joins, parts] {
        ledger.append(&[fact], now());
    }
    let view = ledger.store.view();
    assert_eq!(view.members(ANN).unwrap(), [BEN, ACME]);
    assert_eq!(view.members(BEN).unwrap(), [ACME]);
    let mut gathered = Vec::new();
    view.facts_of_lead(ANN, &mut gathered).unwrap();
    assert_eq!(gathered.len(), 3);
    ledger.settle();
    let size = ledger.fact(ACME, 4, "page.product", Value::Nothing);
    ledger.append(&[size], now());
    assert_eq!(ledger.unsettled(), [ANN, BEN], "both stories may change");
    let mut whole = ledger.store.view().whole_ledger().unwrap();
    let mut again = Vec::new();
    whole.facts_of_lead(ANN, &mut again);
    assert_eq!(again.len(), 4);
    assert!(whole.rejoin(&ledger.words), "as the facts alone say");
}

fn a_mark_given_later_is_not_cleared_by_who_settled_an_earlier_one(on: On) {
    let mut ledger = Ledger::on(on);
    let first = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    ledger.append(&[first], now());
    let marked = ledger.store.view().unsettled(0, 10).unwrap()[0];
    let second = ledger.fact(ANN, 2, "form.contact", Value::Nothing);
    ledger.append(&[second], now());
    let mut writer = ledger.store.begin().unwrap();
    assert!(!writer.clear(marked).unwrap());
    writer.commit().unwrap();
    assert_eq!(ledger.unsettled(), [ANN]);
    ledger.settle();
    let third = ledger.fact(ANN, 3, "form.contact", Value::Nothing);
    ledger.append(&[third], now());
    let mark = ledger.store.view().unsettled(0, 10).unwrap()[0].mark;
    assert!(mark > marked.mark + 1, "a mark is never given twice");
}

fn the_position_of_a_moment_is_the_last_fact_recorded_by_then(on: On) {
    let mut ledger = Ledger::on(on);
    let times = ["2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "2026-03-02T09:30:00Z"];
    for (key, time) in (0_u64..).zip(times) {
        let facts = [
            ledger.fact(ANN, 2 * key, "form.contact", Value::Nothing),
            ledger.fact(ANN, 2 * key + 1, "form.contact", Value::Nothing),
        ];
        ledger.append(&facts, at(time));
    }
    let position = |time| ledger.store.view().position_at(time).unwrap().0;
    assert_eq!(position(at("2026-03-02T08:59:59Z")), 0);
    assert_eq!(position(at("2026-03-02T09:00:00Z")), 2);
    assert_eq!(position(at("2026-03-02T09:59:59Z")), 2);
    assert_eq!(position(at("2026-03-02T10:00:00Z")), 6, "the recorder's clock never goes back");
    assert_eq!(position(Instant::NEVER), 6);
}

fn a_vocabulary_older_than_the_file_is_refused(on: On) {
    let mut ledger = Ledger::on(on);
    let fact = ledger.fact(ANN, 1, "form.contact", Value::Nothing);
    ledger.append(&[fact], now());
    let mut writer = ledger.store.begin().unwrap();
    assert!(writer.append_facts(&[fact], &Vocabulary::default(), now(), None).is_err());
}

testkit::on_both!(
    facts_are_read_back_as_they_were_appended_in_order,
    a_fact_known_already_takes_no_position_and_unsettles_nobody,
    what_was_ever_linked_is_gathered_whichever_link_comes_first,
    a_mark_given_later_is_not_cleared_by_who_settled_an_earlier_one,
    the_position_of_a_moment_is_the_last_fact_recorded_by_then,
    a_vocabulary_older_than_the_file_is_refused,
);
