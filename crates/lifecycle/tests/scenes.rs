//! What the fold decides, one scene a test.

use facts::{Kind, Origin};
use lifecycle::{Place, diff};
use testkit::{Said, Scene};
use timeline::Known;

const SAAS: &str = include_str!("../../../charters/b2b-saas.toml");

fn director_at_a_fitting_firm(scene: &mut Scene) {
    scene.learned("2026-03-02 08:00", "lead.seniority", "director");
    scene.fact("2026-03-02 08:00", Kind::Trait, "account.employees", Said::Number(200.0));
}

#[test]
fn a_demo_request_is_handed_over_at_once_and_its_clocks_run() {
    let mut scene = Scene::new(SAAS);
    director_at_a_fitting_firm(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.activity("2026-03-02 11:30", "call.connected");
    scene.verdict("2026-03-02 11:40", "accepted", "");
    for line in scene.lines("2026-03-03 00:00") {
        println!("{line}");
    }
    let (_, rest) = scene.decide("2026-03-03 00:00");
    println!("{rest:?}");
}
