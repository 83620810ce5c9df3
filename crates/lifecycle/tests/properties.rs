//! The invariants, over generated charters and stories.

use facts::{Instant, Position, Precision};
use lifecycle::{Book, Cause, Decision, Derived, Folder, Place, Rest, What, decide, diff, replay};
use proptest::prelude::*;
use std::collections::BTreeSet;
use testkit::sketch::{Event, UNTIL, charter, charter_pair, events, record};
use testkit::{LEAD, Scene, cases, instant};
use timeline::{Known, Timelines, assemble};

/// A scene of these events under a charter that went live after the first fifth of them.
fn scene(charter: &str, events: &[Event]) -> Scene {
    let mut scene = Scene::adopted(charter, "2026-03-10 00:00");
    record(&mut scene, events);
    scene.recompile();
    scene
}

fn until(scene: &Scene) -> Instant {
    instant(UNTIL, scene.zone()).0
}

fn folded(scene: &Scene, known: Known, until: Instant) -> (Vec<Decision>, Rest) {
    let story = scene.story(known);
    decide(&mut Folder::new(&scene.reign), story.as_story(), until)
}

fn by_key(decisions: &[Decision]) -> Vec<Decision> {
    let mut book = Book::default();
    book.append(&diff(&[], decisions));
    book.decisions()
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// Invariants 2 and 5: at every step, what live decided is the fold of what was known, and at
    /// the end it is the fold of the whole log.
    #[test]
    fn live_equals_the_fold_of_what_was_known_at_every_step(
        charter in charter(), events in events(28, false), step in 1_usize..4,
    ) {
        let scene = scene(&charter, &events);
        let mut book = Book::default();
        let ends = (0..scene.log.len()).step_by(step).chain([scene.log.len()]).filter(|&end| end > 0);
        for end in ends {
            let last = &scene.log[end - 1];
            // Live has only the facts so far; as known has them all and leaves the later ones out.
            let story = assemble(LEAD, &scene.log[..end], &scene.vocabulary, Known::Everything);
            let mut folder = Folder::new(&scene.reign);
            let (derived, _) = decide(&mut folder, story.as_story(), last.recorded_at);
            book.append(&diff(&book.decisions(), &derived));
            let known = Known::UpTo(Position(end as u64));
            let (as_known, _) = folded(&scene, known, last.recorded_at);
            prop_assert_eq!(book.decisions(), by_key(&as_known));
        }
        let (replayed, _) = folded(&scene, Known::Everything, until(&scene));
        book.append(&diff(&book.decisions(), &replayed));
        prop_assert_eq!(book.decisions(), by_key(&replayed));
    }

    /// Invariant 2: the order of arrival changes nothing, also not that of links, their ends and
    /// retractions.
    #[test]
    fn any_order_of_arrival_ends_in_the_same_decisions(
        charter in charter(), events in events(24, false), seed in any::<u64>(),
    ) {
        let mut scene = scene(&charter, &events);
        let (straight, rest) = folded(&scene, Known::Everything, until(&scene));
        let mut order = seed;
        scene.log.sort_by_cached_key(|_| {
            order = order.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order >> 33
        });
        for (index, recorded) in scene.log.iter_mut().enumerate() {
            recorded.position = Position(index as u64 + 1);
        }
        let (shuffled, other_rest) = folded(&scene, Known::Everything, until(&scene));
        prop_assert_eq!(straight, shuffled);
        prop_assert_eq!(rest, other_rest);
    }

    /// Invariant 1: every decision names its clause and a cause that exists; time never runs back,
    /// no key is used twice, and within a pass a lead only moves forward.
    #[test]
    fn every_decision_has_clause_and_cause(charter in charter(), events in events(28, false)) {
        let scene = scene(&charter, &events);
        let story = scene.story(Known::Everything);
        let (decisions, _) = folded(&scene, Known::Everything, until(&scene));
        let program = &scene.reign.versions()[0].program;
        let mut keys = BTreeSet::new();
        let (mut rank, mut opened) = (0, false);
        for (index, decision) in decisions.iter().enumerate() {
            prop_assert!(!scene.vocabulary.word(decision.key.clause).is_empty());
            prop_assert!(!scene.vocabulary.word(decision.target).is_empty());
            prop_assert!(keys.insert(decision.key), "{:?} twice", decision.key);
            prop_assert!(index == 0 || decisions[index - 1].at <= decision.at);
            if let Cause::Fact(key) | Cause::Time(Some(key)) = decision.cause {
                prop_assert!(story.keys.contains(&key));
            }
            opened |= decision.key.what == What::PassOpened;
            if decision.key.what == What::StageEntered {
                let stages = &program.stages;
                let to = stages.iter().position(|stage| stage.word == decision.target).unwrap();
                prop_assert!(opened || !stages[to].kind.is_on_path() || to > rank);
                (rank, opened) = (to, false);
            }
        }
    }

    /// Invariant 3: at every instant an open lead has one place and a next due; what is past due
    /// was told as a breach.
    #[test]
    fn every_open_lead_has_one_place_and_a_next_due(
        charter in charter(), events in events(28, false), hours in prop::collection::vec(0_i64..3_600, 6),
    ) {
        let scene = scene(&charter, &events);
        let start = instant("2026-02-20 00:00", scene.zone()).0;
        for hour in hours {
            let now = Instant(start.0 + hour * Instant::PER_HOUR);
            let (decisions, rest) = folded(&scene, Known::Everything, now);
            let Some(stage) = rest.stage else {
                prop_assert_eq!(rest.place, Place::Nowhere);
                continue;
            };
            let program = &scene.reign.versions()[0].program;
            let kind = program.stages[usize::from(stage)].kind;
            prop_assert_eq!(kind.is_open(), rest.is_open());
            prop_assert!(rest.pass_open == kind.is_on_path());
            if !kind.is_open() {
                prop_assert!(rest.clocks.is_empty());
                continue;
            }
            let next = rest.next_due();
            prop_assert!(next.is_some(), "open in {} and nothing due", stage);
            for clock in &rest.clocks {
                prop_assert!(clock.due < Instant::NEVER);
                prop_assert_eq!(clock.broken, clock.due <= now, "past due means broken: {:?}", clock);
                let word = program.promises[usize::from(clock.promise)].word;
                let told = decisions.iter().any(|d| {
                    matches!(d.key.what, What::ClockBroken | What::ClockUnknowable)
                        && d.target == word && d.at == clock.due
                });
                prop_assert_eq!(clock.broken, told);
            }
        }
    }

    /// Invariants 2 and 7: nothing is decided between two wakes, and what a longer fold decides
    /// begins with what a shorter one did.
    #[test]
    fn time_decides_only_at_the_wake(
        charter in charter(), events in events(20, false), hour in 0_i64..3_600,
    ) {
        let scene = scene(&charter, &events);
        let story = scene.story(Known::Everything);
        let start = instant("2026-02-20 00:00", scene.zone()).0;
        let now = Instant(start.0 + hour * Instant::PER_HOUR);
        let (before, rest) = folded(&scene, Known::Everything, now);
        prop_assert!(rest.wake_at > now);
        let next_fact = story.rows.iter().map(|row| row.at).find(|at| *at > now);
        let quiet_until = rest.wake_at.min(next_fact.unwrap_or(Instant::NEVER)).min(until(&scene));
        let (after, _) = folded(&scene, Known::Everything, Instant(quiet_until.0 - 1));
        prop_assert_eq!(&before, &after);
        let (whole, _) = folded(&scene, Known::Everything, until(&scene));
        prop_assert_eq!(&whole[..before.len()], &before[..]);
    }

    /// Invariant 6: a later version never changes an earlier instant.
    #[test]
    fn a_later_version_never_changes_an_earlier_instant(
        (first, second) in charter_pair(), events in events(24, false), day in 1_i64..99,
    ) {
        let mut alone = Scene::new(&first);
        let from = jiff::civil::date(2026, 2, 20).saturating_add(jiff::Span::new().days(day));
        let mut both = Scene::new(&first).then(&second, &format!("{from} 00:00"));
        record(&mut alone, &events);
        record(&mut both, &events);
        alone.recompile();
        both.recompile();
        let switch = both.reign.versions()[1].from;
        let earlier = |scene: &Scene| {
            let (decisions, rest) = folded(scene, Known::Everything, until(scene));
            let lines: Vec<_> = decisions
                .iter()
                .filter(|decision| decision.at < switch)
                .map(|decision| scene.line(decision))
                .collect();
            (lines, rest)
        };
        let (with, rest) = earlier(&both);
        prop_assert_eq!(earlier(&alone).0, with);
        prop_assert!(!rest.is_open() || rest.next_due().is_some());
    }

    /// Who does not ask where a lead rests is told the same decisions, and when to look again.
    #[test]
    fn telling_alone_decides_the_same(
        (first, second) in charter_pair(), events in events(24, false), day in 1_i64..99,
    ) {
        let from = jiff::civil::date(2026, 2, 20).saturating_add(jiff::Span::new().days(day));
        let mut scene = Scene::new(&first).then(&second, &format!("{from} 00:00"));
        record(&mut scene, &events);
        scene.recompile();
        let story = scene.story(Known::Everything);
        let (mut told, mut folded) = (Vec::<Derived>::new(), Vec::<Derived>::new());
        let mut folder = Folder::new(&scene.reign);
        let wake_at = folder.tell(story.as_story(), until(&scene), &mut told);
        let rest = folder.fold(story.as_story(), until(&scene), &mut folded);
        prop_assert_eq!(told, folded);
        prop_assert_eq!(wake_at, rest.wake_at);
    }

    /// The same input gives the same decisions with any number of threads.
    #[test]
    fn any_number_of_threads_decides_the_same(
        charter in charter(), stories in prop::collection::vec(events(14, false), 1..8), threads in 2_usize..6,
    ) {
        let mut scene = Scene::new(&charter);
        let mut timelines = Timelines::default();
        for events in &stories {
            scene.log.clear();
            record(&mut scene, events);
            timelines.push(scene.story(Known::Everything).as_story());
        }
        scene.recompile();
        let run = |threads| {
            let (sinks, rests) = replay(&scene.reign, &timelines, until(&scene), threads, Vec::new);
            (sinks.concat(), rests)
        };
        prop_assert_eq!(run(1), run(threads));
    }

    /// A diff applied to what is recorded gives what is derived, whatever was recorded.
    #[test]
    fn a_diff_turns_what_is_recorded_into_what_is_derived(
        charter in charter(), one in events(20, false), other in events(20, false),
    ) {
        let mut first = Scene::new(&charter);
        record(&mut first, &one);
        let (recorded, _) = first.decide(UNTIL);
        first.log.clear();
        record(&mut first, &other);
        let (derived, _) = first.decide(UNTIL);
        let mut book = Book::default();
        book.append(&diff(&[], &recorded));
        book.append(&diff(&recorded, &derived));
        prop_assert_eq!(book.decisions(), by_key(&derived));
        prop_assert!(diff(&derived, &derived).is_empty());
    }
}

/// Facts known to the day never make a clock look more certain than it is.
#[test]
fn precision_is_ordered_from_fine_to_coarse() {
    assert!(Precision::Instant < Precision::Day && Precision::Day < Precision::Unknown);
}

#[expect(unreachable_pub, reason = "a module of a test")]
mod reference;

proptest! {
    #![proptest_config(cases(3_000))]

    /// The fold decides what a plain engine decides that asks every rule from scratch.
    #[test]
    fn the_fold_agrees_with_a_plain_engine(charter in charter(), events in events(24, false)) {
        let mut scene = Scene::new(&charter);
        record(&mut scene, &events);
        scene.recompile();
        let story = scene.story(Known::Everything);
        let (decisions, _) = folded(&scene, Known::Everything, until(&scene));
        let word = |symbol| scene.vocabulary.word(symbol);
        let lines: Vec<String> = decisions
            .iter()
            .map(|d| {
                let why = match d.cause {
                    Cause::Fact(key) => format!("fact {}", key.0),
                    _ => "time".to_owned(),
                };
                let due = if d.due == Instant::NEVER { String::new() } else { format!(", due {}", d.due) };
                let (what, target, clause) = (d.key.what.word(), word(d.target), word(d.key.clause));
                format!("{} pass {}: {what} {target} by {clause}: {why}{due}", d.at, d.pass)
            })
            .collect();
        let program = &scene.reign.versions()[0].program;
        let plain = reference::Reference::new(&program.charter, &story, &scene.vocabulary);
        prop_assert_eq!(lines, plain.run(until(&scene)));
    }
}

/// The generated worlds are worth folding: everything that can be decided is decided often.
#[test]
fn generated_worlds_decide_everything_often() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut counts = [0_u32; What::ALL.len()];
    let mut by_time = 0;
    for _ in 0..600 {
        let text = charter().new_tree(&mut runner).unwrap().current();
        let story = events(28, false).new_tree(&mut runner).unwrap().current();
        let scene = scene(&text, &story);
        let (decisions, _) = folded(&scene, Known::Everything, until(&scene));
        for decision in &decisions {
            counts[decision.key.what as usize] += 1;
            by_time += u32::from(matches!(decision.cause, Cause::Time(_)));
        }
    }
    assert!(counts.iter().all(|&count| count >= 5), "{counts:?}");
    assert!(by_time >= 400, "{by_time}");
}
