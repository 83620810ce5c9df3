//! What a change of the charter may and may not change.

use facts::Instant;
use lifecycle::{Decision, DecisionKey, Folder, Place, Rest, What, decide};
use proptest::prelude::*;
use std::collections::BTreeSet;
use testkit::sketch::{Event, UNTIL, charter, charter_pair, events, record};
use testkit::{Scene, cases, instant};
use timeline::Known;

fn until(scene: &Scene) -> Instant {
    instant(UNTIL, scene.zone()).0
}

/// What was decided, but for under which version, and where the lead rests.
fn folded(scene: &Scene, until: Instant) -> (Vec<(DecisionKey, String)>, Rest) {
    let story = scene.story(Known::Everything);
    let (decisions, rest) = decide(&mut Folder::new(&scene.reign), story.as_story(), until);
    let lines = decisions.iter().map(|decision| (decision.key, scene.line(decision)));
    (lines.collect(), rest)
}

/// So many hours after stories begin.
fn after(hours: u16) -> String {
    let from = jiff::civil::datetime(2026, 2, 20, 0, 0, 0, 0);
    let from = from.saturating_add(jiff::Span::new().hours(i64::from(hours)));
    from.strftime("%Y-%m-%d %H:%M").to_string()
}

/// A scene in which versions take force at these hours, each of them the same charter.
fn repeated(charter: &str, hours: &[u16], events: &[Event]) -> Scene {
    let mut scene = Scene::new(charter);
    for hour in hours {
        scene = scene.then(charter, &after(*hour));
    }
    record(&mut scene, events);
    scene.recompile();
    scene
}

/// Hours at which much happens in generated stories, and others.
fn hours() -> impl Strategy<Value = Vec<u16>> {
    let hour = prop_oneof![(0_u16..100).prop_map(|day| day * 24), 0_u16..2_400, Just(600)];
    prop::collection::vec(hour, 1..4).prop_map(|mut hours| {
        hours.sort_unstable();
        hours
    })
}

/// A charter's text without the blocks of some kind that speak of something.
fn without(text: &str, header: &str, of: &str) -> String {
    let mut kept = String::new();
    let mut block = String::new();
    let mut keep = |block: &mut String| {
        if !(block.starts_with(header) && block.contains(of)) {
            kept.push_str(block);
        }
        block.clear();
    };
    for line in text.lines() {
        if line.starts_with('[') {
            keep(&mut block);
        }
        block += line;
        block.push('\n');
    }
    keep(&mut block);
    kept
}

/// A generated charter without one of its stages, whose leads move to another one.
fn without_engaged(text: &str, to: &str) -> String {
    let text = without(text, "[[stage]]", "id = \"engaged\"");
    let text = without(&text, "[[promise]]", "from = \"stage:engaged\"");
    let text = text.replace("returns_to = \"engaged\"", "returns_to = \"mql\"");
    let text = text.replace("\"engaged\", ", "");
    format!("{text}\n[moves_to]\nengaged = \"stage:{to}\"\n")
}

/// A generated charter in which leads rest in another place, and those who rested move.
fn without_nurture(text: &str, to: &str) -> String {
    let (own, account) =
        text.split_once("[account]").expect("generated charters speak of accounts");
    let own = own.replace("id = \"nurture\"", "id = \"pause\"");
    let own = own.replace("stage:nurture", "stage:pause").replace("nurture-rests", "pause-rests");
    format!("{own}\n[moves_to]\nnurture = \"stage:{to}\"\n[account]{account}")
}

/// What holds of a lead wherever it rests.
fn check_rest(scene: &Scene, rest: &Rest, now: Instant) -> Result<(), TestCaseError> {
    let Some(stage) = rest.stage else {
        prop_assert_eq!(rest.place, Place::Nowhere);
        return Ok(());
    };
    let (_, program) = scene.reign.at(now);
    let stage = &program.charter.stages[usize::from(stage)];
    prop_assert_eq!(stage.kind.is_open(), rest.is_open());
    prop_assert_eq!(rest.pass_open, stage.kind.is_on_path(), "in {}", stage.id);
    prop_assert_eq!(stage.kind.is_open(), rest.next_due().is_some(), "in {}", stage.id);
    for clock in &rest.clocks {
        prop_assert_eq!(clock.broken, clock.due <= now, "past due means broken: {:?}", clock);
    }
    Ok(())
}

/// What holds of all decisions about a lead.
fn check_decisions(decisions: &[Decision]) -> Result<(), TestCaseError> {
    let mut keys = BTreeSet::new();
    let mut open = false;
    for (index, decision) in decisions.iter().enumerate() {
        prop_assert!(keys.insert(decision.key), "{:?} twice", decision.key);
        prop_assert!(index == 0 || decisions[index - 1].at <= decision.at);
        // A pass that was won does not close when another pipeline goes on.
        match decision.key.what {
            What::PassOpened => open = true,
            What::PassClosed => prop_assert!(std::mem::take(&mut open)),
            _ => {}
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    /// A version that says what the one before said decides nothing, whenever it takes force: all
    /// that it reads again comes to what was known.
    #[test]
    fn a_version_that_says_the_same_changes_nothing(
        charter in charter(), events in events(24, false), hours in hours(),
    ) {
        let alone = repeated(&charter, &[], &events);
        let again = repeated(&charter, &hours, &events);
        let (expected, rest) = folded(&alone, until(&alone));
        let (lines, other_rest) = folded(&again, until(&again));
        prop_assert_eq!(expected, lines);
        prop_assert_eq!(
            (rest.stage, rest.place, rest.fit_milli, rest.engagement.to_bits(), rest.wake_at),
            (
                other_rest.stage,
                other_rest.place,
                other_rest.fit_milli,
                other_rest.engagement.to_bits(),
                other_rest.wake_at
            )
        );
    }

    /// Invariant 3 across versions: wherever a stage that is gone sends its leads, each has one
    /// place and a next due, and its pass is open on the path and nowhere else.
    #[test]
    fn a_lead_whose_stage_is_gone_is_never_lost(
        (first, second) in charter_pair(),
        rests in any::<bool>(),
        to in prop::sample::select(&["inquiry", "mql", "sql", "customer", "disqualified", "rest"][..]),
        events in events(20, false),
        change in hours(),
        hours in prop::collection::vec(0_u16..3_600, 6),
    ) {
        let second = match (rests, to) {
            (true, "rest") => without_nurture(&second, "pause"),
            (true, to) => without_nurture(&second, to),
            (false, "rest") => without_engaged(&second, "nurture"),
            (false, to) => without_engaged(&second, to),
        };
        // Without a stage, some rule may hold at once wherever it did not before.
        prop_assume!(charter::read(&second).is_ok());
        let mut scene = Scene::new(&first).then(&second, &after(change[0]));
        let mut again = change.iter().fold(scene.clone(), |scene, at| scene.then(&second, &after(*at)));
        for scene in [&mut scene, &mut again] {
            record(scene, &events);
            scene.recompile();
        }
        let end = until(&scene);
        prop_assert_eq!(folded(&scene, end).0, folded(&again, end).0, "said again, it changes nothing");
        let story = scene.story(Known::Everything);
        for hour in hours.into_iter().chain(change) {
            let now = instant(&after(hour), scene.zone()).0;
            let (decisions, rest) = decide(&mut Folder::new(&scene.reign), story.as_story(), now);
            check_rest(&scene, &rest, now)?;
            check_decisions(&decisions)?;
        }
    }
}

/// A path of two stages with a place to rest; `b` and what it is may be of any kind.
fn small(b: &str) -> String {
    let stage = |id: &str, more: &str| {
        format!(
            "[[stage]]\nid = \"{id}\"\nname = \"{id}\"\nside = \"sales\"\n{more}\
             [[promise]]\nid = \"{id}-rests\"\nby = \"sales\"\nfrom = \"stage:{id}\"\n\
             until = \"leaves\"\nwithin = \"30 days\"\n"
        )
    };
    let head = "[charter]\nname = \"Small\"\ntimezone = \"UTC\"\ncurrency = \"EUR\"\n";
    let (a, rest) = (stage("a", ""), stage("rest", "kind = \"nurture\"\n"));
    let verdicts = "[verdict.recycled]\nreasons = { later = \"20d\" }\nrests_in = \"rest\"\n";
    format!("{head}{a}{}{rest}{verdicts}", stage("b", b))
}

const OPEN: &str = "enter = \"happened('form.demo_request')\"\n";
const RESTING: &str = "kind = \"nurture\"\nenter = \"happened('form.demo_request')\"\n";

#[test]
fn a_lead_in_a_stage_that_becomes_a_place_to_rest_rests_there_and_may_come_back() {
    let mut scene = Scene::new(&small(OPEN)).then(&small(RESTING), "2026-03-10 09:00");
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let (_, rest) = scene.decide("2026-03-11");
    assert_eq!((rest.place, rest.pass_open), (Place::Nurture, false));
    let lines = scene.lines("2026-03-11");
    assert_eq!(
        lines[lines.len() - 4..],
        [
            "2026-03-10 09:00:00 clock_cancelled b-rests by promise.b-rests: a new version, due 2026-04-01 10:00:00",
            "2026-03-10 09:00:00 pass_closed b by stage.b: a new version",
            "2026-03-10 09:00:00 stage_entered b by stage.b: a new version",
            "2026-03-10 09:00:00 clock_started b-rests by promise.b-rests: a new version, due 2026-04-09 09:00:00",
        ],
        "{lines:#?}"
    );
    scene.touch("2026-03-12 10:00", "webinar.attended");
    let (_, rest) = scene.decide("2026-03-13");
    assert_eq!((rest.stage, rest.pass, rest.pass_open), (Some(0), 2, true));
}

#[test]
fn a_lead_whose_place_to_rest_becomes_a_stage_is_in_a_pass_again() {
    let mut scene = Scene::new(&small(RESTING)).then(&small(OPEN), "2026-03-10 09:00");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    scene.touch("2026-03-02 11:00", "form.demo_request");
    let (_, rest) = scene.decide("2026-03-09");
    assert_eq!((rest.place, rest.pass_open), (Place::Nurture, false));
    let (_, rest) = scene.decide("2026-03-11");
    assert_eq!((rest.stage, rest.pass, rest.pass_open), (Some(1), 2, true));
    assert!(rest.next_due().is_some());
    // A verdict is heard there.
    scene.verdict("2026-03-12 10:00", "recycled", "later");
    let (_, rest) = scene.decide("2026-03-13");
    assert_eq!(rest.place, Place::Nurture);
}

#[test]
fn moving_a_lead_to_another_stage_keeps_no_promise() {
    let fewer = small(OPEN).replace("\"b\"", "\"c\"").replace("b-rests", "c-rests");
    let fewer = fewer.replace("stage:b", "stage:c") + "[moves_to]\nb = \"stage:c\"\n";
    let mut scene = Scene::new(&small(OPEN)).then(&fewer, "2026-03-10 09:00");
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let lines = scene.lines("2026-03-11");
    let of_b: Vec<_> = lines.iter().filter(|line| line.contains("promise.b-rests")).collect();
    assert!(of_b[1].contains("clock_cancelled"), "nobody moved it on: {of_b:?}");
}
