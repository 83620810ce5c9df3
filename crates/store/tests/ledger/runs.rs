//! What is known is known exactly and for ever, however much there is.

use crate::{ANN, BEN, Ledger, now};
use ::facts::{Fact, FactKey, Position, Value};
use std::collections::BTreeSet;
use store::{Appended, Store};
use testkit::On;

/// Numbers that look random and are the same every time.
fn mixed(number: u64) -> u64 {
    let z = number.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z ^ (z >> 31)
}

/// Batches of all sizes, with facts that are repeated at once, soon and late, are held against a
/// plain set; others append in between, and some of it never happens.
fn facts_are_known_exactly_however_they_come(on: On) {
    let mut ledger = Ledger::on(on);
    let mut other: Option<Store> = None;
    let fact = ledger.fact(ANN, 0, "form.contact", Value::Nothing);
    ledger.append(&[fact], now());
    let (mut model, mut order) = (BTreeSet::from([(ANN, fact.key)]), vec![fact]);
    for round in 0..60_u64 {
        let size = [1, 3, 90, 500, 5_000][(mixed(round) % 5) as usize];
        let facts: Vec<_> = (0..size)
            .map(|nth| {
                let drawn = mixed(round << 32 | nth);
                let subject = if drawn.is_multiple_of(3) { ANN } else { BEN };
                let repeated = order[(drawn >> 8) as usize % order.len()];
                match drawn % 10 {
                    0 => repeated,
                    _ => Fact { subject, key: FactKey(mixed(drawn)), ..fact },
                }
            })
            .collect();
        let before = model.len();
        let news: Vec<_> =
            facts.iter().filter(|fact| model.insert((fact.subject, fact.key))).copied().collect();
        let new = (model.len() - before) as u64;
        let expected = Appended { new, already_known: size - new };
        if round % 7 == 3 {
            // It is written, and never happens.
            let mut writer = ledger.store.begin().unwrap();
            writer.append_facts(&facts, &ledger.words, now(), None).unwrap();
        }
        if round % 5 == 2 {
            let other = other.get_or_insert_with(|| Store::open(&ledger.path()).unwrap());
            let mut writer = other.begin().unwrap();
            let appended = writer.append_facts(&facts, &ledger.words, now(), None).unwrap();
            writer.commit().unwrap();
            assert_eq!(appended, expected, "round {round}, another process");
        } else {
            assert_eq!(ledger.append(&facts, now()), expected, "round {round}");
        }
        order.extend(news);
    }
    assert!(order.len() > 30_000, "{}", order.len());
    let store = Store::open(&ledger.path()).unwrap();
    assert_eq!(store.view().tail().unwrap(), Position(order.len() as u64));
    assert_eq!(ledger.append(&order, now()).new, 0, "all of it is known");
    for lead in [ANN, BEN] {
        let mut facts = Vec::new();
        store.view().facts_of_subject(lead, &mut facts).unwrap();
        let own = order.iter().zip(1..).filter(|(fact, _)| fact.subject == lead);
        let own: Vec<_> = own.map(|(fact, at)| (Position(at), *fact)).collect();
        let found: Vec<_> = facts.iter().map(|r| (r.position, r.fact)).collect();
        assert!(found == own, "in the order of the ledger: {} of {}", found.len(), own.len());
    }
}

testkit::on_both!(facts_are_known_exactly_however_they_come);
