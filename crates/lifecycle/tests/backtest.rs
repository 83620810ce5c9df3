//! Two charters over the same stories.

use charter::Program;
use facts::{Instant, Kind, Precision, SubjectId, Vocabulary};
use lifecycle::{
    Backtest, BacktestQuestion, Backtesting, CauseKind, Count, Decision, Derived, Folder, Listed,
    Reign, RoutingQuestion, Staff, Sureness, Turn, Version, What, backtest, decide, fold,
};
use proptest::prelude::*;
use testkit::sketch::{Event, UNTIL, charter_pair, events, record};
use testkit::{Said, Scene, cases, instant};
use timeline::{Known, Timelines};

const SAAS: &str = include_str!("../../../charters/b2b-saas.toml");

/// Stories of several leads, and two charters compiled for them.
struct World {
    before: Reign,
    after: Reign,
    timelines: Timelines,
    until: Instant,
    vocabulary: Vocabulary,
}

impl World {
    /// Both charters as if adopted at the same instant.
    fn new(before: &str, after: &str, adopted: &str, stories: &[Vec<Event>]) -> Self {
        let mut scene = Scene::adopted(before, adopted);
        let mut timelines = Timelines::default();
        for (index, events) in stories.iter().enumerate() {
            scene.log.clear();
            record(&mut scene, events);
            let mut story = scene.story(Known::Everything);
            story.lead = SubjectId(100 + index as u64);
            timelines.push(story.as_story());
        }
        Self::of(scene, after, timelines)
    }

    fn of(mut scene: Scene, after: &str, timelines: Timelines) -> Self {
        let charter = charter::read(after).unwrap_or_else(|problems| panic!("{problems}"));
        let mut compile = || Program::compile(&charter, &[], &mut scene.vocabulary).unwrap();
        // The first time for its words and codes.
        compile();
        let after = Reign::of(compile(), scene.reign.adopted_at());
        scene.recompile();
        let until = instant(UNTIL, scene.zone()).0;
        Self { before: scene.reign, after, timelines, until, vocabulary: scene.vocabulary }
    }

    fn question(&self) -> BacktestQuestion<'_> {
        BacktestQuestion {
            before: &self.before,
            after: &self.after,
            next: None,
            from: Instant(i64::MIN),
            to: Instant::NEVER,
            until: self.until,
            list_max: usize::MAX,
            threads: 1,
            routing: None,
        }
    }

    fn backtest(&self) -> Backtest {
        backtest(&self.question(), &self.timelines)
    }

    fn decisions(&self, reign: &Reign) -> Vec<Decision> {
        let mut folder = Folder::new(reign);
        let each = self.timelines.stories().map(|story| decide(&mut folder, story, self.until).0);
        each.flatten().collect()
    }

    /// The versions in force, then the proposal from an instant on.
    fn next(&self, from: Instant) -> Reign {
        let mut versions = self.before.versions().to_vec();
        let program = self.after.versions()[0].program.clone();
        versions.push(Version { program, from });
        Reign::new(versions).expect("charters of the same stages")
    }
}

fn stories() -> impl Strategy<Value = Vec<Vec<Event>>> {
    prop::collection::vec(events(16, false), 1..7)
}

fn word_of(reign: &Reign, what: What, id: &str) -> Option<facts::Symbol> {
    let program = &reign.versions()[0].program;
    match what {
        What::StageEntered => {
            let index = program.charter.stages.iter().position(|stage| stage.id == id)?;
            Some(program.stages[index].word)
        }
        _ => {
            let index = program.charter.promises.iter().position(|promise| promise.id == id)?;
            Some(program.promises[index].word)
        }
    }
}

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

const ROUTES: &str = r#"
[[route]]
when = "account.employees >= 50"
to = "team:big"
share = "SHARE"
[[route]]
when = "lead.seniority == 'student'"
handoff = "to-sdr"
to = "queue:sdr"
[[route]]
handoff = "to-ae"
to = "person:eve"
[[route]]
to = "team:all"
share = "SHARE"
"#;

/// Dan is away for a while; at most so many open leads each, but for Eve.
fn roster(capacity: u32) -> String {
    let people =
        ["ana", "ben", "cy", "dan"].map(|id| format!("[person.{id}]\ncapacity = {capacity}\n"));
    format!(
        "[team.big]\nmembers = [\"ana\", \"ben\"]\n[team.all]\nmembers = [\"ana\", \"cy\", \"dan\"]\n\
         weights = {{ cy = 3 }}\n{}absent = [{{ from = 2026-03-20, to = 2026-05-01 }}]\n",
        people.concat(),
    )
}

proptest! {
    #![proptest_config(cases(80))]

    /// Each hand-off is given to somebody, left in the queue, or nobody was free for it; nobody
    /// has more than they can have; and threads change nothing.
    #[test]
    fn routing_again_gives_each_hand_off_once_and_nobody_too_many(
        (before, after) in charter_pair(), stories in prop::collection::vec(events(16, false), 1..12),
        share in prop::sample::select(&["round_robin", "weighted", "by_load", "account_assignee"][..]),
        capacity in 1_u32..4, threads in 2_usize..4,
    ) {
        let routes = ROUTES.replace("SHARE", share);
        let mut scene = Scene::adopted(&format!("{before}{routes}"), "2026-03-10 00:00");
        let words = ["ana", "ben", "cy", "dan", "eve"].map(|id| scene.vocabulary.intern(id).unwrap());
        let mut timelines = Timelines::default();
        for (index, events) in stories.iter().enumerate() {
            scene.log.clear();
            record(&mut scene, events);
            let mut story = scene.story(Known::Everything);
            story.lead = SubjectId(100 + index as u64);
            timelines.push(story.as_story());
        }
        let world = World::of(scene, &format!("{after}{routes}"), timelines);
        let vocabulary = &world.vocabulary;
        let roster = charter::read_roster(&roster(capacity)).unwrap_or_else(|p| panic!("{p}"));
        let calendar = &world.before.versions()[0].program.calendar;
        let word = |id: &str| vocabulary.find(id).expect("interned above");
        let staff = [Staff::new(&roster, Instant::EARLIEST, calendar, word)];
        let routing = Some(RoutingQuestion { staff: &staff, vocabulary });
        let asked = BacktestQuestion { routing, ..world.question() };
        let found = backtest(&asked, &world.timelines);
        let given = found.routing.as_ref().expect("it was asked for");
        let wanted = |load: fn(&lifecycle::QueueLoad) -> u64| found.queues.iter().map(load).sum::<u64>();
        let totals = [wanted(|queue| queue.load.before.total()), wanted(|queue| queue.load.after.total())];
        for (load, total) in [&given.before, &given.after].into_iter().zip(totals) {
            let people: u64 = load.people.iter().map(|one| one.given.all).sum();
            prop_assert_eq!(people + load.left_in_queue.all + load.never_given.all, total);
            prop_assert!(load.never_given.all <= load.waited.all);
            for one in &load.people {
                prop_assert_eq!(one.per_week.total(), one.given.all);
                prop_assert!(one.person == words[4] || one.most_open <= capacity, "{:?}", one);
            }
        }
        prop_assert_eq!(&found, &backtest(&BacktestQuestion { threads, ..asked }, &world.timelines));
        let same = BacktestQuestion { after: &world.before, ..asked };
        let same = backtest(&same, &world.timelines).routing.expect("it was asked for");
        prop_assert_eq!(same.before, same.after);
    }
}

/// Ten leads, an hour apart, each open for good.
fn ten(routes: &str) -> World {
    let mut scene = Scene::adopted(&format!("{SAAS}{routes}"), "2026-02-01 00:00");
    for id in ["ana", "ben", "cy"] {
        scene.vocabulary.intern(id).unwrap();
    }
    let mut timelines = Timelines::default();
    for hour in 10..20_u32 {
        scene.log.clear();
        scene.fact(
            "2026-03-02 07:00",
            Kind::Trait,
            "account.employees",
            Said::Number(f64::from(hour)),
        );
        scene.touch(&format!("2026-03-02 {hour:02}:00"), "form.demo_request");
        let mut story = scene.story(Known::Everything);
        story.lead = SubjectId(hour.into());
        timelines.push(story.as_story());
    }
    World::of(scene, &format!("{SAAS}{routes}"), timelines)
}

/// How many each of Ana, Ben and Cy is given, and how many nobody.
fn given(world: &World, roster: &str) -> ([u64; 3], u64) {
    let roster = charter::read_roster(roster).unwrap_or_else(|problems| panic!("{problems}"));
    let word = |id: &str| world.vocabulary.find(id).expect("interned above");
    let calendar = &world.before.versions()[0].program.calendar;
    let staff = [Staff::new(&roster, Instant::EARLIEST, calendar, word)];
    let routing = Some(RoutingQuestion { staff: &staff, vocabulary: &world.vocabulary });
    let found = backtest(&BacktestQuestion { routing, ..world.question() }, &world.timelines);
    let load = found.routing.expect("it was asked for").after;
    let of = |id: &str| {
        let person = load.people.iter().find(|one| one.person == word(id));
        person.map_or(0, |one| one.given.all)
    };
    (["ana", "ben", "cy"].map(of), load.never_given.all + load.left_in_queue.all)
}

#[test]
fn leads_go_by_the_first_route_that_holds_in_turn_by_weight_and_by_load() {
    let team = "[team.sdr]\nmembers = [\"ana\", \"ben\"]\nweights = { ben = 4 }\n[team.big]\nmembers = [\"cy\"]\n";
    let routes = |share: &str| {
        format!(
            "[[route]]\nwhen = \"account.employees >= 16\"\nto = \"team:big\"\n\
             [[route]]\nto = \"team:sdr\"\nshare = \"{share}\"\n"
        )
    };
    assert_eq!(given(&ten(&routes("round_robin")), team), ([3, 3, 4], 0));
    assert_eq!(given(&ten(&routes("weighted")), team), ([1, 5, 4], 0));
    assert_eq!(given(&ten(&routes("by_load")), team), ([3, 3, 4], 0));
    let full = format!("{team}[person.ana]\ncapacity = 1\n[person.cy]\ncapacity = 3\n");
    assert_eq!(given(&ten(&routes("round_robin")), &full), ([1, 5, 3], 1));
}

#[test]
fn who_is_away_is_given_what_waits_on_coming_back() {
    let routes = "[[route]]\nto = \"team:sdr\"\n";
    let roster = "[team.sdr]\nmembers = [\"ana\"]\n[person.ana]\nabsent = [{ from = 2026-03-01, to = 2026-03-04 }]\n";
    let world = ten(routes);
    assert_eq!(given(&world, roster), ([10, 0, 0], 0));
    let nobody = "[team.other]\nmembers = [\"ana\"]\n";
    assert_eq!(given(&world, nobody), ([0, 0, 0], 10));
}

impl World {
    fn zone(&self) -> &str {
        &self.before.versions()[0].program.charter.timezone
    }
}

fn is_whole<T>(list: &Listed<T>) -> Result<(), TestCaseError> {
    prop_assert_eq!(list.count.all, list.first.len() as u64);
    prop_assert!(list.count.assumed <= list.count.all && !list.is_cut());
    Ok(())
}

/// A lead of 40 points of fit that reads about prices, and is won in the end.
fn buyer() -> Scene {
    let mut scene = Scene::adopted(SAAS, "2026-02-01 00:00");
    scene.learned("2026-03-02 08:00", "lead.seniority", "director");
    scene.fact("2026-03-02 08:00", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.touch("2026-03-02 09:00", "form.contact");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    scene.activity("2026-03-02 11:00", "call.connected");
    scene.touch("2026-03-05 10:00", "event.attended");
    scene.fact("2026-03-20 10:00", Kind::Opportunity, "opportunity.stage", Said::Word("won"));
    scene
}

/// The ready charter with another bar for what is handed over.
fn with_bar(points: u32) -> String {
    let text = SAAS.replace("engagement >= 35", &format!("engagement >= {points}"));
    assert_ne!(text, SAAS);
    text
}

fn of(scene: Scene, after: &str) -> Backtest {
    let mut timelines = Timelines::default();
    timelines.push(scene.story(Known::Everything).as_story());
    World::of(scene, after, timelines).backtest()
}

fn stage<'a>(found: &'a Backtest, id: &str) -> (u16, &'a lifecycle::StageFigures) {
    let index = found.stages.iter().position(|figures| figures.stage.id == id).expect("a stage");
    (index as u16, &found.stages[index])
}

#[test]
fn a_higher_bar_hands_a_win_over_later_and_what_nobody_saw_is_not_judged() {
    let found = of(buyer(), &with_bar(60));
    let (mql, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Later as usize], Count { all: 1, assumed: 0, estimated: 0 });
    let flip = found.flips.first.iter().find(|flip| flip.stage == mql).expect("a flip");
    let at = |text| Some(instant(text, "Europe/Berlin").0);
    assert_eq!((flip.before, flip.after), (at("2026-03-02 10:00"), at("2026-03-05 10:00")));
    assert_eq!(found.wins.wins.all, 1);
    assert_eq!(found.wins.count(Turn::Later).all, 1);
    assert_eq!(found.unseen_handoffs.all, 1, "nobody answered a hand-off on the fifth of March");
    let touch = found.promises.iter().find(|runs| runs.promise.id == "first-touch").unwrap();
    assert_eq!((touch.before.started.all, touch.before.kept.all), (1, 1));
    assert_eq!(
        (touch.after.started.all, touch.after.unseen.all, touch.after.broken.all),
        (1, 1, 0)
    );
    let week = |load: &lifecycle::WeekLoad| (load.total(), load.most());
    assert_eq!(week(&found.queues[0].load.before), (1, 1));
    assert_eq!(week(&found.queues[0].load.after), (1, 1));
}

#[test]
fn a_bar_that_nobody_reaches_leaves_the_win_without_a_hand_off() {
    let found = of(buyer(), &with_bar(500));
    let (_, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Never as usize], Count { all: 1, assumed: 0, estimated: 0 });
    assert_eq!(found.wins.count(Turn::Never), Count { all: 1, assumed: 0, estimated: 0 });
    assert_eq!(found.wins.changed.first[0].after, None);
    assert_eq!(found.wins.handed_over.after.all, 0);
    let (_, customer) = stage(&found, "customer");
    assert_eq!(customer.entries.after.all, 1, "a win is a fact");
}

#[test]
fn what_an_export_says_as_of_its_own_day_makes_the_flip_assumed() {
    let mut scene = buyer();
    let seniority = scene
        .log
        .iter_mut()
        .find(|it| scene.vocabulary.name(it.fact.code).unwrap().1 == "lead.seniority");
    seniority.expect("a trait").fact.precision = Precision::Unknown;
    let found = of(scene, &with_bar(60));
    let (_, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Later as usize], Count { all: 1, assumed: 1, estimated: 0 });
    assert_eq!(found.wins.count(Turn::Later), Count { all: 1, assumed: 1, estimated: 0 });
}

#[test]
fn an_undated_fact_that_no_rule_reads_leaves_a_flip_exact() {
    let mut scene = buyer();
    scene.learned("2026-03-02 07:00", "lead.source", "fair");
    scene.last().precision = Precision::Unknown;
    let found = of(scene, &with_bar(60));
    let (_, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Later as usize], Count { all: 1, assumed: 0, estimated: 0 });
}

#[test]
fn history_before_adoption_is_assumed() {
    let mut scene = Scene::adopted(SAAS, "2026-04-01 00:00");
    scene.log = buyer().log;
    scene.vocabulary = buyer().vocabulary;
    scene.recompile();
    let found = of(scene, &with_bar(500));
    let (_, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Never as usize], Count { all: 1, assumed: 1, estimated: 0 });
    assert_eq!(found.wins.wins, Count { all: 1, assumed: 1, estimated: 0 });
}

/// Nobody saw the lead handed over on the second of March, so nobody called; had somebody, it would
/// not have come back to rest.
#[test]
fn what_follows_from_a_breach_that_nobody_could_answer_is_estimated() {
    let first = "id = \"first-touch\"\n";
    assert!(SAAS.contains(first));
    let breach = "on_breach = [\"tell assignee\", \"tell sales_head\"]";
    let promise = SAAS.split("[[promise]]").find(|text| text.contains(first)).unwrap();
    let returns = promise
        .replace(breach, "on_breach = [\"tell assignee\", \"after 1 business hours: return\"]");
    assert_ne!(returns, promise);
    let strict = SAAS.replace(promise, &returns);
    let mut scene = Scene::adopted(&strict, "2026-02-01 00:00");
    let told = buyer();
    (scene.log, scene.vocabulary) = (told.log, told.vocabulary);
    scene.recompile();
    let called = instant("2026-03-05 10:30", "Europe/Berlin").0;
    for recorded in &mut scene.log {
        if scene.vocabulary.name(recorded.fact.code).unwrap().1 == "call.connected" {
            recorded.fact.occurred_at = called;
        }
    }
    let later = strict.replace("engagement >= 35", "engagement >= 60");
    // In force is the higher bar: then the lead was handed over on the fifth, and called at once.
    let mut turned = Scene::adopted(&later, "2026-02-01 00:00");
    (turned.log, turned.vocabulary) = (scene.log, scene.vocabulary);
    turned.recompile();
    let found = of(turned, &strict);
    let (_, mql) = stage(&found, "mql");
    assert_eq!(mql.flips[Turn::Earlier as usize], Count { all: 1, assumed: 0, estimated: 0 });
    let (_, nurture) = stage(&found, "nurture");
    assert_eq!(nurture.flips[Turn::Newly as usize], Count { all: 1, assumed: 0, estimated: 1 });
}

#[test]
fn which_came_first_within_a_day_is_assumed_when_only_the_day_is_known() {
    let mut scene = buyer();
    // The webinar is known to the day only, and an event follows that day.
    for recorded in &mut scene.log {
        if scene.vocabulary.name(recorded.fact.code).unwrap().1 == "webinar.attended" {
            recorded.fact.precision = Precision::Day;
        } else if scene.vocabulary.name(recorded.fact.code).unwrap().1 == "event.attended" {
            recorded.fact.occurred_at = instant("2026-03-02 18:00", "Europe/Berlin").0;
        }
    }
    let found = of(scene, &with_bar(60));
    let (_, figures) = stage(&found, "mql");
    assert_eq!(figures.flips[Turn::Later as usize], Count { all: 1, assumed: 1, estimated: 0 });
}
