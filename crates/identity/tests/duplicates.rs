//! What the search for duplicates promises, whatever the records.

use identity::{
    CompanyName, Email, GROUP_MAX, Likeness, PERSON_FIELDS, PersonName, PersonRecord, PlusTags,
    Records, Thresholds, Verdict, duplicates, groups, people,
};
use proptest::prelude::*;
use testkit::cases;

/// Values of few kinds, so that many agree.
fn value(values: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    proptest::sample::select(values)
}

type Values = [&'static str; 5];

fn person() -> impl Strategy<Value = Values> {
    (
        value(&["", "ann", "anna", "bob", "rob", "a", "日本"]),
        value(&["", "lee", "leigh", "smith", "smyth", "van der lee"]),
        value(&["", "ann.lee@acme.example", "ann.le@acme.example", "bob@birch.example"]),
        value(&["", "+49301234567", "+49301234568", "+14155550132"]),
        value(&["", "acme", "acme north", "birch"]),
    )
        .prop_map(|(given, family, mail, phone, company)| [given, family, mail, phone, company])
}

fn records(people: &[Values]) -> Records {
    let mut records = Records::new(PERSON_FIELDS.len());
    people.iter().for_each(|person| records.push(person).unwrap());
    records
}

const ALL: Thresholds = Thresholds { certain: 0.9, review: 0.01 };

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn levels_do_not_depend_on_the_order(a in any::<String>(), b in any::<String>()) {
        for likeness in [
            Likeness::Same,
            Likeness::Name(0.8, 0.92),
            Likeness::Given(0.8, 0.92),
            Likeness::Number,
            Likeness::Address,
        ] {
            prop_assert_eq!(likeness.of(&a, &b), likeness.of(&b, &a));
            prop_assert!(usize::from(likeness.of(&a, &b)) < likeness.levels());
            prop_assert!(a.is_empty() || likeness.of(&a, &a) == likeness.same());
        }
    }

    #[test]
    fn any_number_of_threads_finds_the_same(people in prop::collection::vec(person(), 0..150)) {
        let records = records(&people);
        let one = duplicates(&self::people(), &records, ALL, 1).unwrap();
        for threads in [2, 7] {
            let other = duplicates(&self::people(), &records, ALL, threads).unwrap();
            prop_assert_eq!(&one, &other);
        }
    }

    #[test]
    fn pairs_are_in_order_once_and_probable(people in prop::collection::vec(person(), 0..120)) {
        let found = duplicates(&self::people(), &records(&people), ALL, 1).unwrap();
        prop_assert!(found.pairs.is_sorted_by(|a, b| (a.a, a.b) < (b.a, b.b)));
        for pair in &found.pairs {
            prop_assert!(pair.a < pair.b && (0.01..=1.0).contains(&pair.probability));
            let agree = pair.levels.iter().filter(|level| **level > 1).count();
            let certain = pair.probability >= ALL.certain && agree >= 2;
            prop_assert_eq!(pair.verdict == Verdict::Certain, certain);
        }
    }

    #[test]
    fn the_order_of_the_records_changes_no_probability(
        people in prop::collection::vec(person(), 2..60),
    ) {
        let turned: Vec<Values> = people.iter().rev().copied().collect();
        let last = people.len() as u32 - 1;
        let there = duplicates(&self::people(), &records(&people), ALL, 1).unwrap();
        let back = duplicates(&self::people(), &records(&turned), ALL, 1).unwrap();
        for pair in &there.pairs {
            let same = back.pairs.iter().find(|it| (it.a, it.b) == (last - pair.b, last - pair.a));
            let probability = same.map(|pair| pair.probability).unwrap_or_default();
            prop_assert!((probability - pair.probability).abs() < 1e-9, "{pair:?} {same:?}");
        }
    }

    #[test]
    fn groups_are_apart_and_hold_every_certain_pair(
        people in prop::collection::vec(person(), 0..80),
    ) {
        let found = duplicates(&self::people(), &records(&people), ALL, 1).unwrap();
        let (groups, large) = groups(&found.pairs, people.len());
        let mut members: Vec<u32> = groups.iter().chain(&large).flatten().copied().collect();
        let count = members.len();
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len(), count, "nobody is in two groups");
        prop_assert!(groups.iter().all(|group| (2..=GROUP_MAX).contains(&group.len())));
        prop_assert!(large.iter().all(|group| group.len() > GROUP_MAX));
        let together = |a, b| {
            groups.iter().chain(&large).any(|group| group.contains(&a) && group.contains(&b))
        };
        for pair in found.pairs.iter().filter(|pair| pair.verdict == Verdict::Certain) {
            prop_assert!(together(pair.a, pair.b));
        }
    }
}

/// Two hundred people, each with a name, an address and a company of their own, and then more.
fn company_with(more: &[PersonRecord]) -> Records {
    let mut records = Records::new(PERSON_FIELDS.len());
    for i in 0..200 {
        // Names that are not alike: letters of a number in base 20.
        let letter = |n: usize| char::from(b"bcdfghjklmnpqrstvwxz"[n % 20]);
        let stem: String = [i, i / 20 + 7, i * 3 + i / 20].map(letter).iter().collect();
        let [given, family, company] = ["a", "o", "u"]
            .map(|vowel| stem.chars().map(|c| format!("{c}{vowel}")).collect::<String>());
        person_of(&given, &family, &format!("{given}@{company}.example"), &company)
            .push_to(&mut records)
            .unwrap();
    }
    more.iter().for_each(|person| person.push_to(&mut records).unwrap());
    records
}

fn person_of(given: &str, family: &str, email: &str, company: &str) -> PersonRecord {
    PersonRecord {
        name: PersonName::of_parts(given, family),
        email: Email::parse(email, PlusTags::default()),
        phone: None,
        company: CompanyName::parse(company),
    }
}

#[test]
fn one_person_twice_is_certain_and_a_namesake_elsewhere_is_not() {
    let records = company_with(&[
        person_of("Robert", "Hawthorne", "bob.hawthorne@acme.example", "Acme, Inc."),
        person_of("Bob", "Hawthorn", "bob.hawthorne@acme.example", "ACME"),
        person_of("Robert", "Hawthorne", "rh@birch.example", "Birch Ltd"),
    ]);
    let found = duplicates(&people(), &records, Thresholds::default(), 2).unwrap();
    let certain =
        |a, b| found.pairs.iter().any(|it| (it.a, it.b, it.verdict) == (a, b, Verdict::Certain));
    assert!(certain(200, 201), "{:?}", found.pairs);
    assert!(!certain(200, 202) && !certain(201, 202), "{:?}", found.pairs);
    assert_eq!(groups(&found.pairs, 203).0, [[200, 201]]);
}

#[test]
fn a_post_of_the_whole_company_makes_nobody_one() {
    let posts: Vec<_> = [("Ann", "Ash"), ("Bo", "Birch"), ("Cy", "Cedar")]
        .map(|(given, family)| person_of(given, family, "info@acme.example", "Acme"))
        .into();
    let found = duplicates(&people(), &company_with(&posts), Thresholds::default(), 2).unwrap();
    assert!(found.pairs.iter().all(|pair| pair.a < 200), "{:?}", found.pairs);
}

#[test]
fn what_all_have_in_common_is_said_to_be_cut() {
    let mut records = Records::new(PERSON_FIELDS.len());
    for i in 0..1_000 {
        records.push(&["ann", "lee", "", &format!("+4930{i:07}"), ""]).unwrap();
    }
    let found = duplicates(&people(), &records, Thresholds::default(), 2).unwrap();
    assert_eq!(found.blocks_cut, 1);
    assert!(found.compared <= 1_000 * identity::NEIGHBOURS_MAX as u64);
}
