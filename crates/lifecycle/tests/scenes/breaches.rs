//! What follows a breach.

use super::{SAAS, fitting};
use facts::Kind;
use lifecycle::Place;
use testkit::{Said, Scene};

/// The ready charter, where something follows when nobody answers a hot lead.
fn with_steps() -> String {
    let told =
        "within = \"4 business hours\"\non_breach = [\"tell assignee\", \"tell sales_head\"]";
    let steps = "within = \"4 business hours\"\non_breach = [\"tell assignee\", \
                 \"after 2 business hours: tell sales_head\", \"after 8 business hours: reassign\", \
                 \"after 3 days: return\"]";
    assert!(SAAS.contains(told));
    SAAS.replace(told, steps)
}

/// A hot lead of Monday at ten, assigned to Ana, due at two.
fn unanswered() -> Scene {
    let mut scene = Scene::new(&with_steps());
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.fact("2026-03-02 10:05", Kind::Assignment, "assignment", Said::Word("ana"));
    scene
}

#[test]
fn what_follows_a_breach_is_decided_at_its_instant() {
    let mut scene = unanswered();
    let lines = scene.lines("2026-03-10 00:00");
    let steps: Vec<_> = lines.iter().filter(|line| line.contains(".breach.")).collect();
    assert_eq!(
        steps,
        [
            "2026-03-02 16:00:00 escalated first-touch-hot by promise.first-touch-hot.breach.1: time, due 2026-03-02 14:00:00",
            "2026-03-03 13:00:00 escalated first-touch-hot by promise.first-touch-hot.breach.2: time, due 2026-03-02 14:00:00",
            "2026-03-03 13:00:00 handoff_wanted mql-to-sdr by promise.first-touch-hot.breach.2: time",
            "2026-03-05 14:00:00 escalated first-touch-hot by promise.first-touch-hot.breach.3: time, due 2026-03-02 14:00:00",
            "2026-03-05 14:00:00 pass_closed nurture by promise.first-touch-hot.breach.3: time",
            "2026-03-05 14:00:00 stage_entered nurture by promise.first-touch-hot.breach.3: time",
        ]
    );
    let kept = lines.iter().filter(|line| line.contains("2026-03-05") && line.contains("kept"));
    assert_eq!(kept.count(), 0, "sales keeps no promise by leaving a lead until it returns");
}

#[test]
fn a_lead_that_nobody_answers_is_reassigned_and_then_returns() {
    let mut scene = unanswered();
    let (_, rest) = scene.decide("2026-03-02 15:00");
    assert_eq!(rest.place, Place::Assignee(scene.vocabulary.intern("ana").unwrap()));
    assert_eq!(scene.local(rest.wake_at), "2026-03-02 16:00:00");
    let (_, rest) = scene.decide("2026-03-03 13:00");
    assert_eq!(rest.place, Place::Queue(0));
    assert!(rest.next_due().unwrap().broken, "reassignment continues the clock");
    scene.fact("2026-03-03 14:00", Kind::Assignment, "assignment", Said::Word("ben"));
    let (_, rest) = scene.decide("2026-03-04 10:00");
    assert_eq!(rest.place, Place::Assignee(scene.vocabulary.intern("ben").unwrap()));
    let (_, rest) = scene.decide("2026-03-05 14:00");
    assert_eq!((rest.place, rest.pass_open), (Place::Nurture, false));
    assert!(rest.next_due().is_some_and(|clock| !clock.broken));
}

#[test]
fn an_answer_or_leaving_ends_what_follows_a_breach() {
    let mut answered = unanswered();
    let mut accepted = answered.clone();
    answered.activity("2026-03-02 17:00", "call.connected");
    let lines = answered.lines("2026-03-10 00:00");
    assert_eq!(lines.iter().filter(|line| line.contains("escalated")).count(), 1, "{lines:?}");
    // What was promised stays promised on the way forward, and so does what follows.
    accepted.verdict("2026-03-02 17:00", "accepted", "");
    let mut recycled = accepted.clone();
    let lines = accepted.lines("2026-03-04 00:00");
    assert_eq!(lines.iter().filter(|line| line.contains("escalated")).count(), 2, "{lines:?}");
    recycled.verdict("2026-03-03 09:00", "recycled", "no_budget");
    let lines = recycled.lines("2026-03-10 00:00");
    assert_eq!(lines.iter().filter(|line| line.contains("escalated")).count(), 1, "{lines:?}");
}

#[test]
fn nothing_follows_a_breach_of_before_the_adoption() {
    let mut scene = unanswered();
    let mut adopted = Scene::adopted(&with_steps(), "2026-03-04 09:00");
    std::mem::swap(&mut adopted.log, &mut scene.log);
    std::mem::swap(&mut adopted.vocabulary, &mut scene.vocabulary);
    let lines = adopted.lines("2026-03-20 00:00");
    let steps: Vec<_> = lines.iter().filter(|line| line.contains(".breach.")).collect();
    assert!(lines.iter().any(|line| line.starts_with("2026-03-02 14:00:00 clock_broken")));
    assert!(steps.is_empty(), "{steps:?}");
}

#[test]
fn a_clock_of_an_earlier_version_keeps_its_steps() {
    let mut scene = unanswered().then(SAAS, "2026-03-02 15:00");
    let lines = scene.lines("2026-03-10 00:00");
    let steps: Vec<_> = lines.iter().filter(|line| line.contains("2026-03-05 14:00:00")).collect();
    assert_eq!(
        steps[..2],
        [
            "2026-03-05 14:00:00 escalated first-touch-hot by promise.first-touch-hot.breach.3: time, due 2026-03-02 14:00:00",
            "2026-03-05 14:00:00 pass_closed nurture by stage.nurture: time",
        ],
        "{lines:?}"
    );
}
