//! What holds of any two charters over any stories.

use crate::world::{World, is_whole, stories, word_of};
use facts::Instant;
use lifecycle::{
    BacktestQuestion, Backtesting, CauseKind, Count, Derived, Reign, Sureness, Turn, Version, What,
    backtest, fold,
};
use proptest::prelude::*;
use testkit::sketch::charter_pair;
use testkit::{cases, instant};
use timeline::Timelines;

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn a_charter_against_itself_shows_no_difference_at_all(
        (charter, _) in charter_pair(), stories in stories(),
    ) {
        let world = World::new(&charter, &charter, "2026-03-10 00:00", &stories);
        let next = world.next(Instant(world.until.0 + 1));
        let question = BacktestQuestion { next: Some(&next), ..world.question() };
        let found = backtest(&question, &world.timelines);
        prop_assert_eq!(found.leads, stories.len() as u64);
        prop_assert_eq!(found.leads_that_differ, 0);
        prop_assert_eq!(found.decisions.before, found.decisions.after);
        prop_assert_eq!(found.flips.count, Count::default());
        prop_assert_eq!(found.wins.changed.count, Count::default());
        prop_assert_eq!(found.wins.handed_over.before, found.wins.handed_over.after);
        prop_assert_eq!(found.unseen_handoffs, Count::default());
        for stage in &found.stages {
            prop_assert_eq!(stage.entries.before, stage.entries.after);
            prop_assert_eq!(stage.leads.before, stage.leads.after);
        }
        for promise in &found.promises {
            prop_assert_eq!(promise.before, promise.after);
            prop_assert_eq!(promise.after.unseen, Count::default());
        }
        for load in found.queues.iter().map(|queue| &queue.load).chain(found.sides.iter().map(|side| &side.load)) {
            prop_assert_eq!(&load.before, &load.after);
        }
        let first_day = found.first_day.expect("it was asked for");
        prop_assert_eq!(first_day.moves.count, Count::default());
        prop_assert!(first_day.ways.is_empty() && first_day.handoffs.iter().all(|count| *count == 0));
    }

    /// What the proposal's side says is what the fold decides under the proposal from the start.
    #[test]
    fn a_backtest_of_a_proposal_equals_adopting_it_from_the_start(
        (before, after) in charter_pair(), stories in stories(),
    ) {
        let world = World::new(&before, &after, "2026-03-10 00:00", &stories);
        let found = world.backtest();
        let turned = World { before: world.after.clone(), after: world.before.clone(), ..world };
        let found_turned = turned.backtest();
        let decisions = turned.decisions(&turned.before);
        let count = |what, word| {
            decisions.iter().filter(|d| d.key.what == what && Some(d.target) == word).count() as u64
        };
        for what in What::ALL {
            let all = decisions.iter().filter(|d| d.key.what == what).count() as u64;
            prop_assert_eq!(found.decisions.after[what as usize], all, "{:?}", what);
        }
        for stage in &found.stages {
            let word = word_of(&turned.before, What::StageEntered, &stage.stage.id);
            prop_assert_eq!(stage.entries.after.all, count(What::StageEntered, word));
        }
        for promise in &found_turned.promises {
            let word = word_of(&turned.before, What::ClockStarted, &promise.promise.id);
            let runs = promise.before;
            prop_assert_eq!(runs.started.all, count(What::ClockStarted, word));
            prop_assert_eq!(runs.kept.all, count(What::ClockKept, word));
            prop_assert_eq!(runs.broken.all, count(What::ClockBroken, word));
            prop_assert_eq!(runs.cancelled.all, count(What::ClockCancelled, word));
            prop_assert_eq!(runs.unknowable.all, count(What::ClockUnknowable, word));
            prop_assert_eq!(runs.answered_late, count(What::ClockAnsweredLate, word));
            prop_assert_eq!(runs.unseen, Count::default());
        }
        let wanted = decisions.iter().filter(|d| d.key.what == What::HandoffWanted).count() as u64;
        prop_assert_eq!(found.queues.iter().map(|queue| queue.load.after.total()).sum::<u64>(), wanted);
    }

    #[test]
    fn every_figure_is_the_length_of_its_list_and_threads_change_nothing(
        (before, after) in charter_pair(), stories in stories(), threads in 2_usize..5, most in 0_usize..4,
        (first, days) in (0_i64..90, 1_i64..90),
    ) {
        let world = World::new(&before, &after, "2026-03-10 00:00", &stories);
        let start = instant("2026-02-20 00:00", world.zone()).0;
        let from = Instant(start.0 + first * Instant::PER_DAY);
        let to = Instant(from.0 + days * Instant::PER_DAY);
        let next = world.next(Instant(world.until.0 + 1));
        let asked = BacktestQuestion { next: Some(&next), from, to, ..world.question() };
        let found = backtest(&asked, &world.timelines);
        let in_window = |at: Option<Instant>| at.is_some_and(|at| at >= from && at < to);
        for (index, stage) in found.stages.iter().enumerate() {
            let flips = || found.flips.first.iter().filter(|flip| usize::from(flip.stage) == index);
            for turn in Turn::ALL {
                let of_turn = || flips().filter(|flip| flip.turn() == Some(turn));
                prop_assert_eq!(stage.flips[turn as usize].all, of_turn().count() as u64);
                let assumed = of_turn().filter(|flip| flip.sure == Sureness::Assumed).count() as u64;
                prop_assert_eq!(stage.flips[turn as usize].assumed, assumed);
            }
            let (mut gained, mut lost) = (0, 0);
            for flip in flips() {
                gained += i64::from(in_window(flip.after));
                lost += i64::from(in_window(flip.before));
            }
            let signed = |count: Count| count.all as i64;
            prop_assert_eq!(signed(stage.entries.after) - signed(stage.entries.before), gained - lost);
        }
        is_whole(&found.flips)?;
        is_whole(&found.wins.changed)?;
        for turn in Turn::ALL {
            let wins = found.wins.changed.first.iter();
            let turned = wins.filter(|win| Turn::of(win.before, win.after) == Some(turn)).count();
            prop_assert_eq!(found.wins.count(turn).all, turned as u64);
        }
        for promise in &found.promises {
            for runs in [promise.before, promise.after] {
                let parts = [runs.kept, runs.broken, runs.cancelled, runs.unknowable, runs.running, runs.unseen];
                prop_assert_eq!(runs.started.all, parts.iter().map(|part| part.all).sum::<u64>());
                prop_assert_eq!(runs.started.assumed, parts.iter().map(|part| part.assumed).sum::<u64>());
                prop_assert_eq!(runs.started.exact(), parts.iter().map(|part| part.exact()).sum::<u64>());
            }
        }
        let first_day = found.first_day.as_ref().expect("it was asked for");
        is_whole(&first_day.moves)?;
        prop_assert_eq!(first_day.moves.count.all, first_day.ways.iter().map(|way| way.leads).sum::<u64>());
        prop_assert_eq!(&found, &backtest(&BacktestQuestion { threads, ..asked }, &world.timelines));
        let mut in_parts = Backtesting::new(&asked);
        for story in world.timelines.stories() {
            let mut part = Timelines::default();
            part.push(story);
            in_parts.add(&part);
        }
        prop_assert_eq!(&found, &in_parts.finish());

        let cut = backtest(&BacktestQuestion { threads, list_max: most, ..asked }, &world.timelines);
        prop_assert_eq!(cut.flips.count, found.flips.count);
        let kept = most.min(found.flips.first.len());
        prop_assert_eq!(&cut.flips.first[..], &found.flips.first[..kept]);
        prop_assert_eq!(cut.flips.is_cut(), kept < found.flips.first.len());
    }

    /// What the first day shows is what adopting the proposal decides at that instant, whether it
    /// is told by the fold of the charter in force or, with older versions, by one of its own.
    #[test]
    fn the_first_day_is_what_adopting_the_proposal_decides_at_that_instant(
        (before, after) in charter_pair(), stories in stories(), older in any::<bool>(),
    ) {
        let world = World::new(&before, &after, "2026-03-10 00:00", &stories);
        let from = Instant(world.until.0 + 1);
        let mut next = world.next(from);
        if older {
            let mut versions = next.versions().to_vec();
            let again = Version { program: versions[0].program.clone(), from: Instant(versions[0].from.0 + 40 * Instant::PER_DAY) };
            versions.insert(1, again);
            next = Reign::new(versions).unwrap();
        }
        let question = BacktestQuestion { next: Some(&next), ..world.question() };
        let found = backtest(&question, &world.timelines).first_day.expect("it was asked for");
        let mut moved = Vec::new();
        let (mut wanted, mut started) = (0, 0);
        for story in world.timelines.stories() {
            let mut derived: Vec<Derived> = Vec::new();
            fold(&next, story, from, &mut derived);
            let last = next.versions().len() as u16 - 1;
            derived.retain(|one| one.cause.kind == CauseKind::Version && one.version == last);
            let of = |what| derived.iter().filter(move |one| one.what == what);
            started += of(What::ClockStarted).count() as u64;
            wanted += u64::from(of(What::HandoffWanted).next().is_some());
            if let Some(entered) = of(What::StageEntered).next_back() {
                let to = &next.versions()[usize::from(last)].program.charter.stages[usize::from(entered.target)];
                moved.push((story.lead, to.id.clone()));
            }
        }
        let stages = world.backtest().stages;
        let told: Vec<_> = found.moves.first.iter()
            .map(|one| (one.lead, stages[usize::from(one.to)].stage.id.clone()))
            .collect();
        prop_assert_eq!(told, moved);
        prop_assert_eq!(found.clocks, started);
        prop_assert_eq!(found.handoffs.iter().sum::<u64>(), wanted);
    }
}
