//! Customers who buy again.

use super::{SAAS, fitting};
use facts::Kind;
use testkit::{Said, Scene};

/// The ready charter with expansion, which begins where sales has qualified.
fn with_expansion() -> String {
    let pipelines = r#"
[[pipeline]]
id = "expansion"
name = "Expansion"
after = "stage:customer"
opens_on = ["form.contact"]
stages = ["sal", "sql", "customer"]
rests_in = "care"

[[stage]]
id = "care"
name = "Customer care"
side = "sales"
kind = "nurture"

[[promise]]
id = "care-moves-on"
by = "sales"
from = "stage:care"
until = "leaves"
within = "365 days"

[[handoff]]
id = "mql-to-sdr"
"#;
    SAAS.replacen("\n[[handoff]]\nid = \"mql-to-sdr\"\n", pipelines, 1)
}

/// A lead that was won on 3 March.
fn customer(text: &str) -> Scene {
    let mut scene = Scene::new(text);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.fact("2026-03-03 10:00", Kind::Opportunity, "opportunity.stage", Said::Word("won"));
    scene
}

fn stage(scene: &mut Scene, until: &str) -> String {
    let (_, rest) = scene.decide(until);
    let charter = &scene.reign.versions()[0].program.charter;
    charter.stages[usize::from(rest.stage.unwrap())].id.clone()
}

fn lines(scene: &mut Scene, from: &str, until: &str) -> Vec<String> {
    let lines = scene.lines(until);
    lines.into_iter().filter(|line| line.as_str() >= from && !line.contains("clock_")).collect()
}

#[test]
fn a_customer_who_asks_again_begins_a_pass_of_the_next_pipeline() {
    let mut scene = customer(&with_expansion());
    assert_eq!(stage(&mut scene, "2026-03-04 10:00"), "customer");
    // Not what opens a pass of the first pipeline.
    scene.touch("2026-03-05 10:00", "form.demo_request");
    assert_eq!(stage(&mut scene, "2026-03-06 10:00"), "customer");
    scene.touch("2026-03-07 10:00", "form.contact");
    let said = lines(&mut scene, "2026-03-05", "2026-03-08 10:00");
    assert_eq!(
        said,
        [
            "2026-03-07 10:00:00 pass_opened sal by pipeline.expansion: form.contact",
            "2026-03-07 10:00:00 stage_entered sal by pipeline.expansion: form.contact",
            "2026-03-07 10:00:00 motion_set expansion by motion.expansion: form.contact",
        ]
    );
    let (_, rest) = scene.decide("2026-03-08 10:00");
    assert_eq!((rest.pass, rest.pass_open), (2, true));
}

#[test]
fn an_expansion_that_is_given_back_rests_with_the_customers_and_may_begin_again() {
    let mut scene = customer(&with_expansion());
    scene.touch("2026-03-07 10:00", "form.contact");
    scene.verdict("2026-03-09 10:00", "rejected", "not_icp");
    assert_eq!(stage(&mut scene, "2026-03-10 10:00"), "care");
    scene.touch("2026-03-11 10:00", "form.demo_request");
    assert_eq!(stage(&mut scene, "2026-03-12 10:00"), "care", "it is no new lead");
    scene.touch("2026-03-13 10:00", "form.contact");
    assert_eq!(stage(&mut scene, "2026-03-14 10:00"), "sal");
    scene.verdict("2026-03-15 10:00", "recycled", "no_timeline");
    assert_eq!(stage(&mut scene, "2026-03-16 10:00"), "care");
    // After sixty days it comes back by itself, where its pipeline begins.
    assert_eq!(stage(&mut scene, "2026-06-01 10:00"), "sal");
}

#[test]
fn an_expansion_is_won_in_the_same_stage_and_goes_through_its_own_path() {
    let mut scene = customer(&with_expansion());
    scene.touch("2026-03-07 10:00", "form.contact");
    // Known of the first deal still, and not on the path of the expansion.
    scene.fact("2026-03-08 10:00", Kind::Opportunity, "opportunity.amount", Said::Number(9000.0));
    scene.activity("2026-03-09 10:00", "meeting.held");
    let said = lines(&mut scene, "2026-03-07", "2026-03-20 10:00");
    assert!(!said.iter().any(|line| line.contains("stage_entered opportunity")), "{said:?}");
}

#[test]
fn without_pipelines_a_customer_stays_one() {
    let mut scene = customer(SAAS);
    scene.touch("2026-03-07 10:00", "form.contact");
    let (_, rest) = scene.decide("2026-03-08 10:00");
    assert_eq!((rest.pass, rest.pass_open), (1, true));
    assert_eq!(stage(&mut scene, "2026-03-08 10:00"), "customer");
}

#[test]
fn a_new_version_lets_customers_go_on_from_its_instant() {
    let mut scene = customer(SAAS).then(&with_expansion(), "2026-03-10 00:00");
    scene.touch("2026-03-09 10:00", "form.contact");
    scene.touch("2026-03-11 10:00", "form.contact");
    let said = lines(&mut scene, "2026-03-05", "2026-03-12 10:00");
    let opened: Vec<_> = said.iter().filter(|line| line.contains("pass_opened")).collect();
    assert_eq!(opened, ["2026-03-11 10:00:00 pass_opened sal by pipeline.expansion: form.contact"]);
}
