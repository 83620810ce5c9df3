//! How well duplicates are found among generated people, whose truth is known.

#[path = "../examples/duplicates_bench/people.rs"]
mod people;

use identity::{
    CompanyName, Email, PERSON_FIELDS, PersonName, PersonRecord, PlusTags, Records, Thresholds,
    duplicates, e164, fill_companies,
};
use people::Typed;
use std::collections::BTreeMap;

const RECORDS: usize = 60_000;

#[test]
fn of_a_fifth_of_duplicates_with_mistakes_nearly_all_are_found_and_hardly_any_wrongly() {
    let typed = people::people(7, RECORDS);
    let record = |person: &Typed| PersonRecord {
        name: PersonName::of_parts(&person.given, &person.family),
        email: Email::parse(&person.email, PlusTags::default()),
        phone: e164(&person.phone, None).ok(),
        company: CompanyName::parse(&person.company),
    };
    let mut known: Vec<PersonRecord> = typed.iter().map(record).collect();
    fill_companies(&mut known);
    let mut records = Records::new(PERSON_FIELDS.len());
    known.iter().for_each(|person| person.push_to(&mut records).unwrap());
    let thresholds = Thresholds { review: 0.6, ..Thresholds::default() };
    let found = duplicates(&identity::people(), &records, thresholds, 2).unwrap();
    let mut sizes: BTreeMap<u32, u64> = BTreeMap::new();
    typed.iter().for_each(|person| *sizes.entry(person.entity).or_default() += 1);
    let truth: u64 = sizes.values().map(|size| size * (size - 1) / 2).sum();
    assert!(truth > 13_000, "a fifth are duplicates: {truth}");
    let one =
        |pair: &&identity::Pair| typed[pair.a as usize].entity == typed[pair.b as usize].entity;
    let right = found.pairs.iter().filter(one).count() as f64;
    let (precision, recall) = (right / found.pairs.len() as f64, right / truth as f64);
    assert!(precision >= 0.995 && recall >= 0.96, "{precision:.4} {recall:.4}");
}
