//! The mirror over the company in which a misalignment is planted.

use app::{Adoption, Demo, Engine, MirrorDimension, MirrorQuestion};
use facts::Instant;
use insight::Images;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

/// Webinars bring six in ten hand-offs and one in ten wins, and it is managers whom they bring.
/// Of 700 hand-offs and 40 wins, to within five and ten points of a hundred.
#[test]
fn the_mirror_finds_the_misalignment_that_is_planted_in_the_demo() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = Engine::open(&folder.path().join("ledger.db")).unwrap();
    let now = Instant::parse("2026-11-20T09:00:00Z").unwrap();
    let demo = Demo { seed: 5, leads: 1_800, charter: CHARTER, who: "test" };
    engine.load_demo(&demo, now, &mut |_, _| {}).unwrap();
    let answer = engine.mirror(&MirrorQuestion::default(), now).unwrap();

    let first = &answer.dimensions[0];
    let strongest = first.mirror.strongest().expect("the sides differ");
    assert_eq!((first.name.as_str(), first.value(strongest.value)), ("lead.source", "webinar"));
    let share = |share: insight::Share| share.value().unwrap();
    assert!((share(strongest.sent) - 0.6).abs() < 0.05, "{:?}", strongest.sent);
    assert!((share(strongest.won) - 0.1).abs() < 0.1, "{:?}", strongest.won);

    let second = &answer.dimensions[1];
    let managers = second.mirror.strongest().expect("the sides differ");
    assert_eq!((second.name.as_str(), second.value(managers.value)), ("lead.seniority", "manager"));

    // What no story was planted in is not found to differ by much.
    let quiet = answer.dimensions.iter().find(|it| it.name == "lead.email_class").unwrap();
    assert!(quiet.mirror.strongest().is_none_or(|row| row.certain() < 0.05));
    figures_are_their_lists(&answer.dimensions);
}

/// Invariant 4: every lead is on one row of each trait, or among those of whom it is not known.
fn figures_are_their_lists(dimensions: &[MirrorDimension]) {
    for dimension in dimensions {
        let mirror = &dimension.mirror;
        let sizes =
            |images: &Images| [images.sent.count(), images.accepted.count(), images.won.count()];
        let mut sums = [0; 3];
        for row in &mirror.rows {
            assert_eq!(row.sent.part, row.images.sent.count());
            assert_eq!(row.won.part, row.images.won.count());
            assert!(row.images.won.ids().iter().all(|lead| row.images.sent.contains(*lead)));
            for (sum, size) in sums.iter_mut().zip(sizes(&row.images)) {
                *sum += size;
            }
        }
        assert_eq!(sums, sizes(&mirror.known), "{}", dimension.name);
    }
}

#[test]
fn a_trait_that_nobody_has_heard_of_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut engine = Engine::open(&folder.path().join("ledger.db")).unwrap();
    let now = Instant::parse("2026-11-20T09:00:00Z").unwrap();
    let adoption = Adoption { text: CHARTER, from: now, who: "test", trial: false };
    engine.adopt_charter(&adoption, now).unwrap();
    let question = MirrorQuestion { by: vec!["lead.shoe_size".to_owned()], ..Default::default() };
    let refused = engine.mirror(&question, now).unwrap_err();
    assert_eq!(refused.to_string(), "the ledger knows no trait `lead.shoe_size`");
}
