//! How passes begin, and the paths that they take.

use super::{SAAS, fitting};
use facts::Kind;
use testkit::{Said, Scene};

/// The ready charter with motions: inbound, and all others, which need no accepting.
fn with_motions() -> String {
    let motions = r#"
[[motion]]
id = "inbound"
when = "happened('form.*')"

[[motion]]
id = "outbound"
stages = ["inquiry", "sql", "opportunity", "customer"]

[[handoff]]
id = "mql-to-sdr"
"#;
    SAAS.replacen("\n[[handoff]]\nid = \"mql-to-sdr\"\n", motions, 1)
}

#[test]
fn a_pass_has_the_first_motion_whose_rule_holds_when_it_opens() {
    let mut scene = Scene::new(&with_motions());
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.contact");
    scene.touch("2026-03-03 10:00", "webinar.attended");
    let (_, rest) = scene.decide("2026-03-04 10:00");
    assert_eq!(rest.motion, Some(0));
    let lines = scene.lines("2026-03-04 10:00");
    assert_eq!(
        lines[..3],
        [
            "2026-03-02 10:00:00 pass_opened inquiry by pass: form.contact",
            "2026-03-02 10:00:00 stage_entered inquiry by pass: form.contact",
            "2026-03-02 10:00:00 motion_set inbound by motion.inbound: form.contact",
        ]
    );
    assert_eq!(lines.iter().filter(|line| line.contains("motion_set")).count(), 1);
}

#[test]
fn a_lead_enters_only_the_stages_of_its_motion() {
    let mut scene = Scene::new(&with_motions());
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "webinar.attended");
    // What would make it marketing qualified in any other motion.
    scene.touch("2026-03-03 10:00", "form.demo_request");
    let (_, rest) = scene.decide("2026-03-03 11:00");
    let stage = |rest: &lifecycle::Rest, scene: &Scene| {
        let charter = &scene.reign.versions()[0].program.charter;
        charter.stages[usize::from(rest.stage.unwrap())].id.clone()
    };
    assert_eq!((rest.motion, stage(&rest, &scene)), (Some(1), "inquiry".to_owned()));
    scene.activity("2026-03-04 10:00", "meeting.held");
    scene.learned("2026-03-04 10:00", "opportunity.need", "crm");
    scene.learned("2026-03-04 10:00", "opportunity.timeline", "q2");
    for fact in ["opportunity.need", "opportunity.timeline"] {
        scene.fact("2026-03-04 10:00", Kind::Opportunity, fact, Said::Word("now"));
    }
    let (_, rest) = scene.decide("2026-03-04 11:00");
    assert_eq!(stage(&rest, &scene), "sql");
}

#[test]
fn a_new_pass_has_a_motion_of_its_own() {
    let mut scene = Scene::new(&with_motions());
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.verdict("2026-03-03 10:00", "recycled", "no_timeline");
    // After sixty days it comes back by itself, and no form was filled in since.
    let lines = scene.lines("2026-06-01 10:00");
    let motions: Vec<_> = lines.iter().filter(|line| line.contains("motion_set")).collect();
    assert!(motions[0].contains("inbound by motion.inbound: form.demo_request"), "{motions:?}");
    assert!(
        motions[1].contains("outbound by motion.outbound: time, set by recycled"),
        "{motions:?}"
    );
}

#[test]
fn a_pass_keeps_its_motion_under_a_new_version() {
    let second = with_motions().replace("happened('form.*')", "happened('event.*')");
    let gone = SAAS.to_owned();
    let mut kept = Scene::new(&with_motions()).then(&second, "2026-03-05 00:00");
    let mut lost = Scene::new(&with_motions()).then(&gone, "2026-03-05 00:00");
    for (scene, motion) in [(&mut kept, Some(0)), (&mut lost, None)] {
        fitting(scene);
        scene.touch("2026-03-02 10:00", "form.contact");
        assert_eq!(scene.decide("2026-03-04 10:00").1.motion, Some(0));
        assert_eq!(scene.decide("2026-03-06 10:00").1.motion, motion);
    }
}
