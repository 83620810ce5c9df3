//! What bulk stories promise.

use facts::{Instant, Kind, Schema, Vocabulary};
use simulate::{SimulateError, bulk};
use std::collections::HashSet;
use timeline::Timelines;

const FROM: &str = "2025-01-01T00:00:00Z";
const UNTIL: &str = "2027-01-01T00:00:00Z";

fn made(seed: u64, leads: usize, mean: f64) -> (Timelines, Vocabulary) {
    let mut vocabulary = Vocabulary::default();
    let [from, until] = [FROM, UNTIL].map(|text| Instant::parse(text).unwrap());
    let timelines = bulk(seed, leads, mean, from, until, &mut vocabulary).unwrap();
    (timelines, vocabulary)
}

fn same(one: &Timelines, other: &Timelines) -> bool {
    one.len() == other.len()
        && one.stories().zip(other.stories()).all(|(one, other)| {
            one.lead == other.lead && one.rows == other.rows && one.keys == other.keys
        })
}

#[test]
fn a_seed_always_makes_the_same_stories_and_another_makes_others() {
    let (one, _) = made(1, 500, 20.0);
    assert!(same(&one, &made(1, 500, 20.0).0));
    assert!(!same(&one, &made(2, 500, 20.0).0));
}

#[test]
fn a_story_does_not_depend_on_how_many_are_made() {
    let (few, many) = (made(3, 10, 20.0).0, made(3, 100, 20.0).0);
    for index in 0..10 {
        assert_eq!(few.story(index).rows, many.story(index).rows);
    }
}

#[test]
fn rows_stand_in_story_order_within_the_period_with_keys_of_their_own() {
    let (timelines, vocabulary) = made(4, 3_000, 20.0);
    let [from, until] = [FROM, UNTIL].map(|text| Instant::parse(text).unwrap());
    for story in timelines.stories() {
        let order = |i: usize| {
            let (kind, _) = vocabulary.name(story.rows[i].code).unwrap();
            (story.rows[i].at, kind, story.keys[i])
        };
        assert!((1..story.rows.len()).all(|i| order(i - 1) < order(i)));
        assert!(story.rows.iter().all(|row| (from..until).contains(&row.at)));
        assert_eq!(story.keys.iter().collect::<HashSet<_>>().len(), story.keys.len());
    }
    let leads: HashSet<_> = timelines.stories().map(|story| story.lead).collect();
    assert_eq!(leads.len(), 3_000);
}

#[test]
fn the_standard_schema_knows_every_name() {
    let (_, vocabulary) = made(5, 1, 20.0);
    let schema = Schema::default();
    for (_, kind, name) in vocabulary.names() {
        let known = match kind {
            Kind::Touch => schema.touches.iter().any(|touch| touch == name),
            Kind::Activity => schema.activities.iter().any(|activity| activity == name),
            Kind::Trait | Kind::Opportunity => schema.traits.contains_key(name),
            Kind::Verdict => ["accepted", "rejected", "recycled", "disqualified"].contains(&name),
            _ => true,
        };
        assert!(known, "{kind:?} {name}");
    }
}

/// With 20,000 leads of a log-normal number of facts (standard deviation 26), the mean has a
/// standard error of 0.19; shares are of 400,000 facts that cluster by lead. Tolerances are more
/// than five standard errors.
#[test]
fn facts_are_mixed_and_skewed_as_promised() {
    let (timelines, vocabulary) = made(6, 20_000, 20.0);
    let facts = timelines.fact_count() as f64;
    assert!((facts / 20_000.0 - 20.0).abs() < 1.0, "{facts}");
    let share = |kinds: &[Kind]| {
        let meant = |row: &&timeline::Row| kinds.contains(&vocabulary.name(row.code).unwrap().0);
        timelines.stories().map(|story| story.rows.iter().filter(meant).count()).sum::<usize>()
            as f64
            / facts
    };
    let touches = share(&[Kind::Touch]);
    let traits = share(&[Kind::Trait, Kind::Link]);
    assert!((touches - 0.7).abs() < 0.02, "{touches}");
    assert!((traits - 0.2).abs() < 0.02, "{traits}");
    for kind in [Kind::Verdict, Kind::Assignment, Kind::Activity, Kind::Opportunity] {
        assert!(share(&[kind]) > 0.003, "{kind:?}");
    }
    let longer = |than: usize| {
        timelines.stories().filter(|story| story.rows.len() > than).count() as f64 / 20_000.0
    };
    assert!((longer(12) - 0.5).abs() < 0.04, "{}", longer(12));
    assert!((0.01..0.03).contains(&longer(100)), "{}", longer(100));
}

#[test]
fn short_periods_and_high_means_work_too() {
    let mut vocabulary = Vocabulary::default();
    let from = Instant::parse("2026-05-05T05:05:05.5Z").unwrap();
    let timelines = bulk(7, 200, 500.0, from, Instant(from.0 + 1), &mut vocabulary).unwrap();
    assert!(timelines.stories().all(|story| story.rows.iter().all(|row| row.at == from)));
}

#[test]
fn what_cannot_be_made_is_refused() {
    let mut vocabulary = Vocabulary::default();
    let [from, until] = [FROM, UNTIL].map(|text| Instant::parse(text).unwrap());
    let mut refusal = |leads, mean, from, until| {
        bulk(1, leads, mean, from, until, &mut vocabulary).err().unwrap()
    };
    assert_eq!(refusal(1, 20.0, until, from), SimulateError::Period);
    assert_eq!(refusal(1, 20.0, from, Instant::NEVER), SimulateError::Period);
    assert_eq!(refusal(1, 0.5, from, until), SimulateError::FactsPerLead(0.5));
    assert!(matches!(refusal(1, f64::NAN, from, until), SimulateError::FactsPerLead(_)));
    let asked = simulate::LEADS_MAX + 1;
    let most = simulate::LEADS_MAX;
    assert_eq!(refusal(asked, 20.0, from, until), SimulateError::TooManyLeads { asked, most });
}
