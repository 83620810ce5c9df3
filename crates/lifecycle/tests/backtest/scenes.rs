//! What a backtest says, one scene a test.

use crate::SAAS;
use crate::world::World;
use facts::{Kind, Precision};
use lifecycle::{Backtest, Count, Turn};
use testkit::{Said, Scene, instant};
use timeline::{Known, Timelines};

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
