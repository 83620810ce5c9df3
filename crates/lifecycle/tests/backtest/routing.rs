//! Routing every hand-off of history again.

use crate::SAAS;
use crate::world::World;
use facts::{Instant, Kind, SubjectId};
use lifecycle::{BacktestQuestion, RoutingQuestion, Staff, backtest};
use proptest::prelude::*;
use testkit::sketch::{charter_pair, events, record};
use testkit::{Said, Scene, cases};
use timeline::{Known, Timelines};

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
