//! What holds of every figure, over generated charters and stories.

use facts::{SubjectId, Symbol};
use insight::{
    ClockOutcome, Journey, LeadHistory, Milestone, Moment, Path, Resting, clocks_of, funnel,
    pledges, promises, quantile, sides, velocities, velocity,
};
use lifecycle::{Folder, What, decide};
use proptest::prelude::*;
use std::collections::BTreeSet;
use testkit::sketch::{Event, UNTIL, charter, events, record};
use testkit::{Scene, cases, instant};
use timeline::Known;

/// Leads with these stories under one charter, adopted after the first fifth of them.
fn world(charter: &str, stories: &[Vec<Event>]) -> (Scene, Vec<LeadHistory<'static>>, Vec<usize>) {
    let mut scene = Scene::adopted(charter, "2026-03-10 00:00");
    let mut histories = Vec::new();
    let mut clocks_left = Vec::new();
    for (index, events) in stories.iter().enumerate() {
        scene.log.clear();
        record(&mut scene, events);
        scene.recompile();
        let story = scene.story(Known::Everything);
        let until = instant(UNTIL, scene.zone()).0;
        let mut folder = Folder::new(&scene.reign);
        let (decisions, rest) = decide(&mut folder, story.as_story(), until);
        let program = scene.reign.at(until).1;
        let first_touch =
            story.rows.first().map(|row| Moment { at: row.at, precision: row.flags.precision() });
        clocks_left.push(rest.clocks.len());
        histories.push(LeadHistory {
            lead: SubjectId(index as u64),
            slice: Symbol::EMPTY,
            first_touch,
            resting: rest.stage.map(|stage| Resting {
                stage: program.stages[usize::from(stage)].word,
                is_open: rest.is_open(),
            }),
            decisions: decisions.into(),
        });
    }
    (scene, histories, clocks_left)
}

fn stories() -> impl Strategy<Value = Vec<Vec<Event>>> {
    prop::collection::vec(events(20, false), 1..6)
}

proptest! {
    #![proptest_config(cases(120))]

    /// Invariant 4: a figure is the length of its list; and of the path, no stage is reached by
    /// more leads than the one before.
    #[test]
    fn each_figure_is_the_length_of_its_list_and_reached_never_increases(
        charter in charter(), stories in stories(),
    ) {
        let (scene, histories, _) = world(&charter, &stories);
        let path = Path::of(&scene.reign.versions()[0].program);
        let adopted_at = scene.reign.adopted_at();
        let journeys: Vec<_> =
            histories.iter().map(|history| Journey::read(&path, adopted_at, history)).collect();
        let found = funnel(&path, &journeys);
        let mut before = found.leads.count();
        for figures in &found.stages {
            // Counted another way: from the decisions themselves.
            let word = path.stages()[figures.stage].word;
            let entered: BTreeSet<_> = histories
                .iter()
                .filter(|h| h.decisions.iter().any(|d| d.key.what == What::StageEntered && d.target == word))
                .map(|h| h.lead)
                .collect();
            prop_assert_eq!(figures.entered.ids(), entered.into_iter().collect::<Vec<_>>());
            prop_assert!(figures.reached.count() <= before);
            before = figures.reached.count();
            prop_assert_eq!(figures.of_first.part, figures.reached.count());
            prop_assert_eq!(figures.of_first.whole, found.stages[0].reached.count());
            for lead in figures.entered.ids().iter().chain(figures.assumed.ids()) {
                prop_assert!(figures.reached.contains(*lead));
            }
            prop_assert!(figures.waiting.ids().iter().all(|lead| figures.entered.contains(*lead)));
        }
        // Every lead that began is now in exactly one stage.
        let on_path = journeys.iter().filter(|it| it.now.is_some_and(|(stage, _)| path.is_on_path(stage)));
        let beside: usize = found.beside.iter().map(|beside| beside.resting.count()).sum();
        prop_assert_eq!(on_path.count() + beside, found.leads.count());
    }

    /// Every lead that came by the first milestone is in exactly one list of a velocity.
    #[test]
    fn a_velocity_leaves_no_lead_out_and_counts_none_twice(
        charter in charter(), stories in stories(),
    ) {
        let (scene, histories, _) = world(&charter, &stories);
        let program = &scene.reign.versions()[0].program;
        let path = Path::of(program);
        let journeys: Vec<_> = histories
            .iter()
            .map(|history| Journey::read(&path, scene.reign.adopted_at(), history))
            .collect();
        for found in velocities(&path, &program.calendar, &journeys) {
            let started = journeys.iter().filter(|it| it.began().is_some()).filter(|it| match found.from {
                Milestone::FirstTouch => it.first_touch.is_some(),
                Milestone::Stage(stage) => it.entered(stage),
            });
            let expected: Vec<_> = started.map(|journey| journey.lead).collect();
            let mut listed: Vec<_> = found.passages.iter().map(|passage| passage.lead).collect();
            listed.extend(found.waiting.ids().iter().chain(found.gone.ids()).chain(found.skipped.ids()));
            listed.sort_unstable();
            prop_assert_eq!(listed, expected);
            let n = found.passages.len();
            prop_assert_eq!(found.calendar_days.map_or(0, |days| days.n), n);
            prop_assert_eq!(found.elapsed_days.map_or(0, |days| days.n), n);
        }
        let (first, last) = (Milestone::Stage(0), Milestone::Stage(path.on_path().len()));
        prop_assert!(velocity(&path, &program.calendar, (first, last), &journeys).is_err());
        prop_assert!(velocity(&path, &program.calendar, (first, first), &journeys).is_err());
    }

    /// The clocks read from decisions are those that the fold ran, ended as it ended them.
    #[test]
    fn promises_count_every_clock_once(charter in charter(), stories in stories()) {
        let (scene, histories, clocks_left) = world(&charter, &stories);
        let mut all = Vec::new();
        for (history, left) in histories.iter().zip(clocks_left) {
            let clocks = clocks_of(&scene.reign, history.lead, &history.decisions);
            let open = clocks.iter().filter(|clock| {
                matches!(clock.outcome, ClockOutcome::Running | ClockOutcome::StillOpen)
            });
            let lines: Vec<_> = history.decisions.iter().map(|d| scene.line(d)).collect();
            prop_assert_eq!(open.count(), left, "{:#?}\n{:#?}", clocks, lines);
            all.extend(clocks);
        }
        let decided = |what| {
            let decisions = histories.iter().flat_map(|history| history.decisions.iter());
            decisions.filter(|decision| decision.key.what == what).count()
        };
        let figures = promises(&pledges(&scene.reign, instant(UNTIL, scene.zone()).0), &all);
        let count = |outcome| figures.iter().map(|it| it.count(outcome)).sum::<usize>();
        prop_assert_eq!(all.len(), decided(What::ClockStarted));
        prop_assert_eq!(count(ClockOutcome::Kept), decided(What::ClockKept));
        prop_assert_eq!(count(ClockOutcome::AnsweredLate), decided(What::ClockAnsweredLate));
        prop_assert_eq!(count(ClockOutcome::NeverAnswered), decided(What::ClockNeverAnswered));
        prop_assert_eq!(count(ClockOutcome::Cancelled), decided(What::ClockCancelled));
        prop_assert_eq!(count(ClockOutcome::Unknowable), decided(What::ClockUnknowable));
        let broken: usize = figures.iter().map(|it| it.broken().count()).sum();
        prop_assert_eq!(broken, decided(What::ClockBroken));
        let [marketing, sales] = sides(&figures);
        prop_assert_eq!(marketing.broken + sales.broken, broken);
        prop_assert_eq!(marketing.kept + sales.kept, decided(What::ClockKept));
    }

    /// A score is the sum of what its clauses give.
    #[test]
    fn scores_are_the_sums_of_their_clauses(charter in charter(), events in events(24, false)) {
        let mut scene = Scene::adopted(&charter, "2026-03-10 00:00");
        record(&mut scene, &events);
        scene.recompile();
        let story = scene.story(Known::Everything);
        let until = instant(UNTIL, scene.zone()).0;
        let (decisions, rest) = decide(&mut Folder::new(&scene.reign), story.as_story(), until);
        let program = scene.reign.at(until).1;
        let fit = insight::fit(&program.charter, story.as_story(), &scene.vocabulary, until);
        let fit: f64 = fit.iter().filter(|it| it.holds == Some(true)).map(|it| it.points).sum();
        prop_assert!((fit - rest.fit_milli as f64 / 1000.0).abs() < 1e-6);
        let from = insight::pass_start(story.as_story(), &decisions);
        let lines =
            insight::engagement(program, story.as_story(), &scene.vocabulary, from, until);
        let sum: f64 = lines.iter().map(|line| line.points).sum();
        prop_assert!((sum - rest.engagement).abs() < 1e-6, "{sum} {}", rest.engagement);
    }

    /// Against the definition: a piecewise linear function through (i / (n - 1), x_i).
    #[test]
    fn quantiles_agree_with_the_naive_definition(
        mut values in prop::collection::vec(-1_000_i32..1_000, 1..40), share in 0.0..=1.0_f64,
    ) {
        values.sort_unstable();
        let sorted: Vec<f64> = values.iter().map(|&value| f64::from(value)).collect();
        let steps = (sorted.len() - 1) as f64;
        let naive = sorted
            .windows(2)
            .enumerate()
            .find(|(i, _)| share <= (*i + 1) as f64 / steps)
            .map_or(sorted[sorted.len() - 1], |(i, pair)| {
                pair[0] + (share * steps - i as f64) * (pair[1] - pair[0])
            });
        prop_assert!((quantile(&sorted, share).unwrap() - naive).abs() < 1e-6);
    }
}
