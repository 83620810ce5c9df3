//! Accounts are folded by the same fold over stories of their own.

use charter::Program;
use facts::{Instant, Kind, Position, SubjectId};
use lifecycle::{Book, Cause, Decision, Folder, Place, Reign, Rest, decide, diff};
use proptest::prelude::*;
use std::collections::BTreeSet;
use testkit::sketch::{ACCOUNT, Event, FROM, OTHER_PERSON, UNTIL, charter, events, record};
use testkit::{LEAD, Said, Scene, cases, instant};
use timeline::{Known, OwnedStory, assemble_account};

#[expect(unreachable_pub, reason = "a module of a test")]
mod reference;

/// A scene of these events, in which the lead belongs to the account unless they say otherwise.
fn scene(charter: &str, adopted: &str, events: &[Event]) -> Scene {
    let mut scene = Scene::adopted(charter, adopted);
    scene.about(LEAD, FROM, Kind::Link, "account", Said::Subject(ACCOUNT));
    record(&mut scene, events);
    scene
}

fn people() -> BTreeSet<SubjectId> {
    BTreeSet::from([LEAD, OTHER_PERSON])
}

/// The scene's charter for accounts, in force from where that for leads is.
fn reign(scene: &mut Scene) -> Reign {
    let version = &scene.reign.versions()[0];
    let (terms, from) = (version.program.charter.account.clone().unwrap(), version.from);
    let program = loop {
        let program = Program::compile(&terms, &[], &mut scene.vocabulary).unwrap();
        if program.covers(scene.vocabulary.code_count()) {
            break program;
        }
    };
    Reign::of(program, from)
}

fn story(scene: &Scene, known: Known) -> OwnedStory {
    assemble_account(ACCOUNT, &people(), &scene.log, &scene.vocabulary, known)
}

fn folded(scene: &Scene, reign: &Reign, known: Known, until: Instant) -> (Vec<Decision>, Rest) {
    decide(&mut Folder::new(reign), story(scene, known).as_story(), until)
}

fn by_key(decisions: &[Decision]) -> Vec<Decision> {
    let mut book = Book::default();
    book.append(&diff(&[], decisions));
    book.decisions()
}

proptest! {
    #![proptest_config(cases(600))]

    /// Invariants 2 and 3 for accounts: at every step, what live decided is the fold of what was
    /// known, and an open account has one place and a next due.
    #[test]
    fn live_equals_replay_for_accounts_too(
        charter in charter(), events in events(28, false), step in 1_usize..4,
    ) {
        let mut scene = scene(&charter, "2026-03-10 00:00", &events);
        let reign = reign(&mut scene);
        let mut book = Book::default();
        let ends = (0..scene.log.len()).step_by(step).chain([scene.log.len()]).filter(|&end| end > 0);
        for end in ends {
            let now = scene.log[end - 1].recorded_at;
            let log = &scene.log[..end];
            let live = assemble_account(ACCOUNT, &people(), log, &scene.vocabulary, Known::Everything);
            let (derived, rest) = decide(&mut Folder::new(&reign), live.as_story(), now);
            book.append(&diff(&book.decisions(), &derived));
            let (as_known, _) = folded(&scene, &reign, Known::UpTo(Position(end as u64)), now);
            prop_assert_eq!(book.decisions(), by_key(&as_known));
            prop_assert!(rest.wake_at > now);
            if rest.is_open() {
                prop_assert!(rest.next_due().is_some());
                prop_assert!(!matches!(rest.place, Place::Queue(_)), "nobody hands over accounts");
            }
        }
    }

    /// The fold decides of accounts what a plain engine decides.
    #[test]
    fn the_fold_of_an_account_agrees_with_a_plain_engine(
        charter in charter(), events in events(28, false),
    ) {
        let mut scene = scene(&charter, "1990-01-02 00:00", &events);
        let reign = reign(&mut scene);
        let until = instant(UNTIL, scene.zone()).0;
        let (decisions, _) = folded(&scene, &reign, Known::Everything, until);
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
        let terms = &reign.versions()[0].program.charter;
        let story = story(&scene, Known::Everything);
        let plain = reference::Reference::new(terms, &story, &scene.vocabulary);
        prop_assert_eq!(lines, plain.run(until));
    }
}

/// The generated worlds are worth folding: accounts go somewhere, and promises run on them.
#[test]
fn generated_worlds_have_accounts_that_move() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut counts = [0_u32; lifecycle::What::ALL.len()];
    for _ in 0..150 {
        let text = charter().new_tree(&mut runner).unwrap().current();
        let events = events(28, false).new_tree(&mut runner).unwrap().current();
        let mut scene = scene(&text, "1990-01-02 00:00", &events);
        let reign = reign(&mut scene);
        let until = instant(UNTIL, scene.zone()).0;
        for decision in folded(&scene, &reign, Known::Everything, until).0 {
            counts[decision.key.what as usize] += 1;
        }
    }
    use lifecycle::What::{ClockBroken, ClockKept, ClockStarted, PassClosed, StageEntered};
    for what in [ClockStarted, ClockKept, ClockBroken, StageEntered, PassClosed] {
        assert!(counts[what as usize] >= 10, "{what:?}: {counts:?}");
    }
}

const CHARTER: &str = r#"
[charter]
name = "Accounts"
timezone = "UTC"
currency = "EUR"

[[icp.fit]]
when = "account.employees >= 50"
points = 30
[[icp.fit]]
when = "lead.seniority == 'vp'"
points = 25

[engagement]
half_life = "30d"
[engagement.points]
"webinar.attended" = 15
"form.demo_request" = 60

[[stage]]
id = "inquiry"
name = "Inquiry"
side = "marketing"
[[promise]]
id = "inquiry-rests"
by = "marketing"
from = "stage:inquiry"
until = "leaves"
within = "30 days"

[account]
[[account.stage]]
id = "aware"
name = "Aware"
side = "marketing"
[[account.stage]]
id = "engaged"
name = "Engaged"
side = "sales"
enter = "engagement >= 25 && fit >= 30"
[[account.stage]]
id = "customer"
name = "Customer"
side = "sales"
kind = "won"
enter = "opportunity.stage == 'won'"
[[account.promise]]
id = "aware-rests"
by = "marketing"
from = "stage:aware"
until = "stage:engaged"
within = "60 days"
[[account.promise]]
id = "plan"
by = "sales"
from = "stage:engaged"
until = "human_outreach"
within = "2 business days"
[[account.promise]]
id = "engaged-rests"
by = "sales"
from = "stage:engaged"
until = "leaves"
within = "90 days"
"#;

/// The account's decisions, a line each, and where it rests.
fn told(scene: &mut Scene, until: &str) -> (Vec<String>, Rest) {
    let reign = reign(scene);
    let until = instant(until, "UTC").0;
    let (decisions, rest) = folded(scene, &reign, Known::Everything, until);
    (decisions.iter().map(|decision| scene.line(decision)).collect(), rest)
}

#[test]
fn an_account_is_engaged_by_what_all_its_people_do_together() {
    let mut scene = Scene::new(CHARTER);
    scene.about(ACCOUNT, "2026-03-01 09:00", Kind::Trait, "account.employees", Said::Number(80.0));
    scene.about(LEAD, "2026-03-01 10:00", Kind::Link, "account", Said::Subject(ACCOUNT));
    scene.about(OTHER_PERSON, "2026-03-01 10:00", Kind::Link, "account", Said::Subject(ACCOUNT));
    scene.about(LEAD, "2026-03-02 10:00", Kind::Trait, "lead.seniority", Said::Word("vp"));
    scene.about(LEAD, "2026-03-02 10:00", Kind::Touch, "webinar.attended", Said::Nothing);
    let (lines, rest) = told(&mut scene, "2026-03-02 12:00");
    assert_eq!(lines.len(), 3, "neither of them alone is enough: {lines:?}");
    assert_eq!(rest.fit_milli, 30_000, "what one person is counts for no account");
    scene.about(OTHER_PERSON, "2026-03-03 10:00", Kind::Touch, "webinar.attended", Said::Nothing);
    let (lines, rest) = told(&mut scene, "2026-03-03 12:00");
    assert_eq!(
        lines[3..],
        [
            "2026-03-03 10:00:00 clock_kept aware-rests by promise.aware-rests: webinar.attended, due 2026-05-01 10:00:00",
            "2026-03-03 10:00:00 stage_entered engaged by stage.engaged: webinar.attended",
            "2026-03-03 10:00:00 clock_started plan by promise.plan: webinar.attended, due 2026-03-05 18:00:00",
            "2026-03-03 10:00:00 clock_started engaged-rests by promise.engaged-rests: webinar.attended, due 2026-06-01 10:00:00",
        ]
    );
    assert_eq!(rest.place, Place::Team(charter::Side::Sales));
}

#[test]
fn what_people_do_counts_only_while_they_belong_to_the_account() {
    let mut scene = Scene::new(CHARTER);
    scene.about(LEAD, "2026-03-01 10:00", Kind::Touch, "form.demo_request", Said::Nothing);
    scene.about(LEAD, "2026-03-02 10:00", Kind::Link, "account", Said::Subject(ACCOUNT));
    scene.about(LEAD, "2026-03-03 10:00", Kind::Touch, "webinar.attended", Said::Nothing);
    scene.about(LEAD, "2026-03-04 10:00", Kind::Link, "account.end", Said::Subject(ACCOUNT));
    scene.about(LEAD, "2026-03-05 10:00", Kind::Touch, "webinar.attended", Said::Nothing);
    let (lines, rest) = told(&mut scene, "2026-03-05 10:00");
    assert!(lines[0].starts_with("2026-03-03 10:00:00 pass_opened aware"), "{lines:?}");
    assert!((14.0..15.0).contains(&rest.engagement), "{}", rest.engagement);
}

#[test]
fn an_opportunity_of_the_account_or_of_its_people_wins_it() {
    const DEAL: SubjectId = SubjectId(77);
    for (link, to) in [("account.opportunity", ACCOUNT), ("lead", LEAD)] {
        let mut scene = Scene::new(CHARTER);
        scene.about(LEAD, "2026-03-02 10:00", Kind::Link, "account", Said::Subject(ACCOUNT));
        scene.about(DEAL, "2026-03-03 10:00", Kind::Link, link, Said::Subject(to));
        scene.about(
            DEAL,
            "2026-03-04 10:00",
            Kind::Opportunity,
            "opportunity.stage",
            Said::Word("won"),
        );
        scene.verdict("2026-03-05 10:00", "disqualified", "");
        let (lines, rest) = told(&mut scene, "2026-03-06 10:00");
        assert_eq!(rest.stage, Some(2), "{link}: {lines:?}");
    }
}

#[test]
fn an_opportunity_that_is_pursued_with_another_account_wins_only_that() {
    const DEAL: SubjectId = SubjectId(77);
    let mut scene = Scene::new(CHARTER);
    scene.about(LEAD, "2026-03-02 10:00", Kind::Link, "account", Said::Subject(ACCOUNT));
    scene.about(LEAD, "2026-03-02 11:00", Kind::Touch, "webinar.attended", Said::Nothing);
    scene.about(DEAL, "2026-03-03 10:00", Kind::Link, "lead", Said::Subject(LEAD));
    let other = Said::Subject(SubjectId(22));
    scene.about(DEAL, "2026-03-03 10:00", Kind::Link, "account.opportunity", other);
    let won = Said::Word("won");
    scene.about(DEAL, "2026-03-04 10:00", Kind::Opportunity, "opportunity.stage", won);
    let (lines, rest) = told(&mut scene, "2026-03-06 10:00");
    assert_eq!(rest.stage, Some(0), "{lines:?}");
}
