//! What the fold decides, one scene a test.

mod breaches;
mod motions;
mod pipelines;

use facts::{Kind, Origin, Position, Precision, SubjectId, Value};
use lifecycle::{Book, Place, What, diff};
use testkit::{Said, Scene, instant};
use timeline::Known;

const SAAS: &str = include_str!("../../../../charters/b2b-saas.toml");

/// A director at a firm of 200: 40 points of fit.
fn fitting(scene: &mut Scene) {
    scene.learned("2026-03-02 08:00", "lead.seniority", "director");
    scene.fact("2026-03-02 08:00", Kind::Trait, "account.employees", Said::Number(200.0));
}

/// The lines that speak of one clause.
fn of(lines: &[String], clause: &str) -> Vec<String> {
    let clause = format!(" by {clause}: ");
    lines.iter().filter(|line| line.contains(&clause)).cloned().collect()
}

#[test]
fn a_demo_request_is_handed_over_at_once_and_its_clocks_run_in_business_time() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    // A Friday evening: the four business hours end on Monday at 13:00.
    scene.touch("2026-03-06 17:59", "form.demo_request");
    let lines = scene.lines("2026-03-07 00:00");
    assert_eq!(
        lines,
        [
            "2026-03-06 17:59:00 pass_opened inquiry by pass: form.demo_request",
            "2026-03-06 17:59:00 stage_entered inquiry by pass: form.demo_request",
            "2026-03-06 17:59:00 stage_entered engaged by stage.engaged: form.demo_request",
            "2026-03-06 17:59:00 stage_entered mql by stage.mql: form.demo_request",
            "2026-03-06 17:59:00 handoff_wanted mql-to-sdr by handoff.mql-to-sdr: form.demo_request",
            "2026-03-06 17:59:00 clock_started first-touch-hot by promise.first-touch-hot: form.demo_request, due 2026-03-09 12:59:00",
            "2026-03-06 17:59:00 clock_started first-touch by promise.first-touch: form.demo_request, due 2026-03-10 15:59:00",
            "2026-03-06 17:59:00 clock_started verdict by promise.verdict: form.demo_request, due 2026-03-13 17:59:00",
            "2026-03-06 17:59:00 clock_started mql-moves-on by promise.mql-moves-on: form.demo_request, due 2026-03-20 17:59:00",
        ]
    );
}

#[test]
fn exactly_due_counts_as_kept_and_a_microsecond_later_is_late() {
    let mut kept = Scene::new(SAAS);
    fitting(&mut kept);
    kept.touch("2026-03-02 10:00", "form.demo_request");
    let mut late = kept.clone();
    kept.activity("2026-03-02 14:00", "call.connected");
    late.activity("2026-03-02 14:00", "call.connected");
    late.last().occurred_at.0 += 1;
    assert_eq!(
        of(&kept.lines("2026-03-03"), "promise.first-touch-hot")[1],
        "2026-03-02 14:00:00 clock_kept first-touch-hot by promise.first-touch-hot: call.connected, due 2026-03-02 14:00:00"
    );
    let lines = of(&late.lines("2026-03-03"), "promise.first-touch-hot");
    assert_eq!(
        lines[1],
        "2026-03-02 14:00:00 clock_broken first-touch-hot by promise.first-touch-hot: time, due 2026-03-02 14:00:00"
    );
    assert!(lines[2].contains("clock_answered_late"), "{lines:?}");
}

#[test]
fn only_people_keep_a_promise_of_outreach() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.fact("2026-03-02 10:01", Kind::Activity, "email.sent", Said::Nothing);
    let lines = of(&scene.lines("2026-03-02 13:00"), "promise.first-touch-hot");
    assert_eq!(lines.len(), 1, "an automatic mail is no outreach: {lines:?}");
}

#[test]
fn a_call_that_becomes_known_late_withdraws_the_breach_and_a_hand_logged_one_does_not() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let (before, _) = scene.decide("2026-03-03 09:00");
    let mut by_hand = scene.clone();

    scene.activity("2026-03-02 11:00", "call.connected");
    let (after, _) = scene.decide("2026-03-03 09:00");
    let changes: Vec<_> = diff(&before, &after).iter().map(|change| scene.change(change)).collect();
    assert_eq!(
        changes,
        [
            "withdrawn 2026-03-02 14:00:00 clock_broken first-touch-hot by promise.first-touch-hot: time, due 2026-03-02 14:00:00",
            "made 2026-03-02 11:00:00 clock_kept first-touch-hot by promise.first-touch-hot: call.connected, due 2026-03-02 14:00:00",
            "made 2026-03-02 11:00:00 clock_kept first-touch by promise.first-touch: call.connected, due 2026-03-03 17:00:00",
        ]
    );

    by_hand.activity("2026-03-02 11:00", "call.connected");
    by_hand.last().origin = Origin::HandLogged;
    let (written_at, _) = testkit::instant("2026-03-03 08:55", by_hand.zone());
    by_hand.log.last_mut().unwrap().recorded_at = written_at;
    let (after, _) = by_hand.decide("2026-03-03 09:00");
    let changes: Vec<_> = diff(&before, &after).iter().map(|c| by_hand.change(c)).collect();
    assert!(
        changes.iter().all(|change| change.starts_with("made 2026-03-03 08:55:00")),
        "{changes:?}"
    );
    assert!(changes[0].contains("clock_answered_late first-touch-hot"), "{changes:?}");
}

#[test]
fn stages_latch_while_engagement_fades() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.trial_signup");
    let (_, rest) = scene.decide("2026-05-30 10:00");
    assert!(rest.engagement < 10.0);
    assert_eq!(
        scene.reign.versions()[0].program.charter.stages[usize::from(rest.stage.unwrap())].id,
        "mql"
    );
}

#[test]
fn points_are_capped_within_their_window() {
    let mut scene = Scene::new(SAAS);
    for minute in 0..9 {
        scene.touch(&format!("2026-03-02 10:0{minute}"), "page.pricing");
    }
    let (_, rest) = scene.decide("2026-03-02 10:08");
    assert!((15.9..=16.0).contains(&rest.engagement), "twice 8 within 7 days: {}", rest.engagement);
    scene.touch("2026-03-09 10:01", "page.pricing");
    let (_, rest) = scene.decide("2026-03-09 10:01");
    assert!(rest.engagement > 16.0, "a week later they count again: {}", rest.engagement);
}

#[test]
fn a_recycled_lead_comes_back_at_its_date_in_a_new_pass() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.fact("2026-03-02 10:05", Kind::Assignment, "assignment", Said::Word("ana"));
    scene.verdict("2026-03-03 10:00", "recycled", "no_timeline");
    let (_, resting) = scene.decide("2026-03-04 10:00");
    assert_eq!(resting.place, Place::Nurture);
    assert!(!resting.pass_open);
    let lines = scene.lines("2026-06-01 10:00");
    // Sixty days of 24 hours, and the clocks changed in between.
    let back = lines.iter().position(|line| line.contains("pass_opened engaged")).unwrap();
    assert_eq!(
        lines[back],
        "2026-05-02 11:00:00 pass_opened engaged by pass: time, set by recycled"
    );
    let (_, rest) = scene.decide("2026-05-03 10:00");
    assert_eq!((rest.pass, rest.pass_open), (2, true));
    assert_eq!(rest.engagement, 0.0, "a new pass reads only what happened in it");
}

#[test]
fn a_rejected_lead_needs_a_new_qualifying_fact() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.verdict("2026-03-03 10:00", "rejected", "not_icp");
    scene.touch("2026-03-10 10:00", "page.blog");
    let (_, rest) = scene.decide("2026-03-11 10:00");
    assert_eq!((rest.pass, rest.place), (1, Place::Nurture), "reading a blog opens nothing");
    scene.touch("2026-04-10 10:00", "webinar.attended");
    let (_, rest) = scene.decide("2026-04-11 10:00");
    assert_eq!((rest.pass, rest.pass_open), (2, true));
}

#[test]
fn only_a_person_reopens_a_disqualified_lead() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.verdict("2026-03-03 10:00", "disqualified", "student");
    scene.touch("2026-03-10 10:00", "form.demo_request");
    let (_, rest) = scene.decide("2026-03-11 10:00");
    assert_eq!((rest.pass, rest.place, rest.next_due()), (1, Place::Nowhere, None));
    scene.fact("2026-03-12 10:00", Kind::Reopening, "reopening", Said::Nothing);
    let (_, rest) = scene.decide("2026-03-13 10:00");
    assert_eq!((rest.pass, rest.pass_open), (2, true));
}

#[test]
fn an_assignment_is_a_choice_and_moves_the_lead_from_the_queue_to_a_person() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let (_, queued) = scene.decide("2026-03-02 10:30");
    assert_eq!(queued.place, Place::Queue(0));
    scene.fact("2026-03-02 10:40", Kind::Assignment, "assignment", Said::Word("ana"));
    let (_, taken) = scene.decide("2026-03-02 10:50");
    assert_eq!(taken.place, Place::Assignee(scene.vocabulary.find("ana").unwrap()));
    assert_eq!(queued.next_due(), taken.next_due(), "reassignment continues the clock");
}

#[test]
fn facts_known_to_the_day_leave_a_clock_in_hours_unknowable() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-03", "form.demo_request");
    let mut same_day = scene.clone();
    same_day.activity("2026-03-03", "call.connected");
    let lines = of(&same_day.lines("2026-03-20"), "promise.first-touch-hot");
    assert!(lines[1].contains("clock_unknowable"), "{lines:?}");

    // Whenever on Tuesday it began, four business hours are over by Wednesday at 13:00.
    scene.activity("2026-03-05", "call.connected");
    let lines = of(&scene.lines("2026-03-20"), "promise.first-touch-hot");
    assert!(lines[1].starts_with("2026-03-04 13:00:00 clock_broken"), "{lines:?}");
}

#[test]
fn facts_known_to_the_day_are_compared_in_days_where_days_were_promised() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-03", "form.demo_request");
    let mut late = scene.clone();
    scene.verdict("2026-03-10", "accepted", "");
    late.verdict("2026-03-11", "accepted", "");
    let lines = of(&scene.lines("2026-03-20"), "promise.verdict");
    assert!(lines[1].starts_with("2026-03-10 00:00:00 clock_kept"), "{lines:?}");
    let lines = of(&late.lines("2026-03-20"), "promise.verdict");
    assert!(lines[1].starts_with("2026-03-10 23:59:59 clock_broken"), "{lines:?}");
}

#[test]
fn adoption_reads_history_in_retrospect_and_starts_waiting_clocks_anew() {
    let mut scene = Scene::adopted(SAAS, "2026-04-01 09:00");
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let lines = of(&scene.lines("2026-04-01 10:00"), "promise.first-touch");
    assert_eq!(
        lines,
        [
            "2026-03-02 10:00:00 clock_started first-touch by promise.first-touch: form.demo_request, due 2026-03-03 17:00:00",
            "2026-03-03 17:00:00 clock_broken first-touch by promise.first-touch: time, due 2026-03-03 17:00:00",
            "2026-04-01 09:00:00 clock_never_answered first-touch by promise.first-touch: adoption, due 2026-03-03 17:00:00",
            "2026-04-01 09:00:00 clock_started first-touch by promise.first-touch: adoption, due 2026-04-02 16:00:00",
        ]
    );
    let (_, rest) = scene.decide("2026-04-01 10:00");
    assert!(
        rest.next_due().unwrap().due > scene.reign.adopted_at(),
        "nobody is late for what was before"
    );
}

#[test]
fn a_new_version_is_evaluated_at_its_instant_and_running_clocks_keep_their_terms() {
    let stricter = SAAS
        .replace("within = \"16 business hours\"", "within = \"2 business hours\"")
        .replace("engagement >= 35 ||", "engagement >= 5 ||");
    let mut scene = Scene::new(SAAS).then(&stricter, "2026-03-04 12:00");
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "webinar.attended");
    let lines = scene.lines("2026-03-04 12:00");
    let mql = lines.iter().find(|line| line.contains("stage_entered mql")).unwrap();
    assert_eq!(mql, "2026-03-04 12:00:00 stage_entered mql by stage.mql: a new version");

    let mut before = Scene::new(SAAS).then(&stricter, "2026-03-02 12:00");
    fitting(&mut before);
    before.touch("2026-03-02 10:00", "form.demo_request");
    let lines = of(&before.lines("2026-03-06 12:00"), "promise.first-touch");
    assert_eq!(lines.len(), 2, "started once: {lines:?}");
    assert!(lines[1].starts_with("2026-03-03 17:00:00 clock_broken"), "{lines:?}");
}

#[test]
fn leads_in_a_stage_that_is_gone_move_where_the_charter_says() {
    let without = SAAS
        .replace("id = \"engaged\"                  ", "id = \"engaged\"")
        .replace("[[stage]]\nid = \"engaged\"\nname = \"Engaged\"\nside = \"marketing\"\nenter = \"engagement >= 15\"\n", "")
        .replace("[[promise]]\nid = \"engaged-moves-on\"\nby = \"marketing\"\nfrom = \"stage:engaged\"\nuntil = \"leaves\"\nwithin = \"90 days\"\non_breach = [\"tell marketing_head\"]\n", "")
        .replace("returns_to = \"engaged\"", "returns_to = \"inquiry\"");
    let moved = format!("{without}\n[moves_to]\nengaged = \"stage:inquiry\"\n");
    let mut scene = Scene::new(SAAS).then(&moved, "2026-03-10 09:00");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    let (decisions, rest) = scene.decide("2026-03-11 09:00");
    let last = decisions.iter().rfind(|d| d.key.what == What::StageEntered).unwrap();
    assert_eq!(
        scene.line(last),
        "2026-03-10 09:00:00 stage_entered inquiry by moves.engaged: a new version"
    );
    assert!(rest.next_due().is_some());
}

#[test]
fn a_retraction_withdraws_what_followed_and_can_be_retracted_itself() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    let demo = scene.touch("2026-03-02 10:00", "form.demo_request");
    let undo = scene.fact("2026-03-02 10:10", Kind::Retraction, "retraction", Said::Fact(demo));
    assert_eq!(scene.lines("2026-03-03"), Vec::<String>::new());
    scene.fact("2026-03-02 10:20", Kind::Retraction, "retraction", Said::Fact(undo));
    assert_eq!(scene.lines("2026-03-03").len(), 10);
}

#[test]
fn a_retraction_of_a_retraction_may_be_known_before_it() {
    let mut scene = Scene::new(SAAS);
    let demo = scene.touch("2026-03-02 10:00", "form.demo_request");
    let undo = scene.fact("2026-03-02 10:10", Kind::Retraction, "retraction", Said::Fact(demo));
    scene.fact("2026-03-02 10:20", Kind::Retraction, "retraction", Said::Fact(undo));
    let straight = scene.lines("2026-03-03");
    assert!(!straight.is_empty(), "the demo request counts");
    scene.log[1].position = Position(3);
    scene.log[2].position = Position(2);
    assert_eq!(scene.lines("2026-03-03"), straight);
}

#[test]
fn what_was_written_down_by_hand_after_a_link_is_not_known_of_the_account_at_the_link() {
    let firm = SubjectId(21);
    let mut scene = Scene::new(SAAS);
    scene.touch("2026-03-02 10:00", "form.contact");
    scene.fact("2026-03-03 10:00", Kind::Link, "account", Said::Subject(firm));
    scene.about(firm, "2026-01-10 09:00", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.last().origin = Origin::HandLogged;
    scene.log.last_mut().unwrap().recorded_at = instant("2026-03-05 10:00", scene.zone()).0;
    let fit = |scene: &mut Scene, at| scene.decide(at).1.fit_milli;
    assert_eq!(fit(&mut scene, "2026-03-05 09:59"), 0);
    assert_eq!(fit(&mut scene, "2026-03-05 10:00"), 20_000);
    scene.fact("2026-03-04 10:00", Kind::Link, "account.end", Said::Subject(firm));
    assert_eq!(fit(&mut scene, "2026-03-05 10:00"), 0, "it was no longer its account");
}

#[test]
fn what_was_known_of_an_account_takes_effect_as_precisely_as_the_link_is_known() {
    let firm = SubjectId(21);
    let mut scene = Scene::new(SAAS);
    scene.about(firm, "2026-01-10 09:00", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.learned("2026-03-02 09:00", "lead.seniority", "director");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    scene.touch("2026-03-02 10:00", "webinar.attended");
    scene.fact("2026-03-03 10:00", Kind::Link, "account", Said::Subject(firm));
    let mql = |scene: &mut Scene| {
        let (decisions, _) = scene.decide("2026-03-04");
        let entered = decisions.iter().rfind(|d| d.key.what == What::StageEntered).unwrap();
        assert!(scene.line(entered).contains("stage_entered mql"));
        entered.precision
    };
    assert_eq!(mql(&mut scene), Precision::Instant);
    scene.last().precision = Precision::Unknown;
    assert_eq!(mql(&mut scene), Precision::Unknown, "nobody knows since when it was its account");
    scene.last().precision = Precision::Instant;
    scene.log[0].fact.precision = Precision::Unknown;
    assert_eq!(mql(&mut scene), Precision::Unknown, "nor since when the firm was so large");
}

#[test]
fn an_accounts_facts_count_while_a_person_is_linked_to_it() {
    let firm = SubjectId(21);
    let mut scene = Scene::new(SAAS);
    scene.about(firm, "2026-01-10 09:00", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.touch("2026-03-02 10:00", "form.contact");
    scene.fact("2026-03-03 10:00", Kind::Link, "account", Said::Subject(firm));
    let fit = |scene: &mut Scene, at| scene.decide(at).1.fit_milli;
    assert_eq!(fit(&mut scene, "2026-03-02 12:00"), 0);
    assert_eq!(fit(&mut scene, "2026-03-03 12:00"), 20_000);
    scene.fact("2026-03-04 10:00", Kind::Link, "account.end", Said::Subject(firm));
    assert_eq!(fit(&mut scene, "2026-03-04 12:00"), 0);
}

#[test]
fn merging_two_people_makes_one_story_and_unlinking_restores_both() {
    let other = SubjectId(8);
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "webinar.registered");
    scene.about(other, "2026-03-03 10:00", Kind::Touch, "form.demo_request", Said::Nothing);
    let (alone, _) = scene.decide("2026-03-05");
    scene.about(other, "2026-03-04 10:00", Kind::Link, "merge", Said::Subject(testkit::LEAD));
    let (merged, _) = scene.decide("2026-03-05");
    assert!(merged.len() > alone.len());
    scene.about(other, "2026-03-04 11:00", Kind::Link, "merge.end", Said::Subject(testkit::LEAD));
    let (restored, _) = scene.decide("2026-03-05");
    assert_eq!(alone, restored);
}

#[test]
fn an_unknown_trait_answers_nothing_and_an_empty_value_makes_it_unknown_again() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    assert_eq!(scene.decide("2026-03-02 09:00").1.fit_milli, 40_000);
    scene.learned("2026-03-02 10:00", "lead.seniority", "");
    assert_eq!(scene.decide("2026-03-02 11:00").1.fit_milli, 20_000);
}

#[test]
fn a_seniority_learned_a_year_ago_counts_no_more() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    assert_eq!(scene.decide("2027-03-02 07:59").1.fit_milli, 40_000);
    assert_eq!(scene.decide("2027-03-02 08:00").1.fit_milli, 20_000);
}

#[test]
fn facts_of_the_future_wait_for_their_time() {
    let mut scene = Scene::new(SAAS);
    scene.touch("2026-03-09 10:00", "form.demo_request");
    scene.last().value = Value::Nothing;
    let mut book = Book::default();
    let (now, rest) = scene.decide("2026-03-02 10:00");
    book.append(&diff(&[], &now));
    assert!(book.decisions().is_empty() && rest.stage.is_none());
    assert_eq!(scene.story(Known::Everything).rows.len(), 1);
    assert!(!scene.decide("2026-03-09 10:00").0.is_empty());
}

#[test]
fn a_stage_passed_on_the_same_day_still_judges_what_was_promised_in_days() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.verdict("2026-03-03", "accepted", "");
    scene.touch("2026-03-03", "form.demo_request");
    let exact = scene.clone();
    scene.verdict("2026-03-03", "accepted", "");
    let lines = of(&scene.lines("2026-03-20"), "promise.inquiry-moves-on");
    assert!(
        lines[1].contains("clock_kept"),
        "the day of the inquiry may have been long: {lines:?}"
    );

    let mut exact = exact;
    exact.log.truncate(2);
    exact.touch("2026-03-03 10:00", "form.demo_request");
    let lines = of(&exact.lines("2026-03-20"), "promise.inquiry-moves-on");
    assert!(lines.is_empty(), "an instant in a stage promises nothing: {lines:?}");
}

#[test]
fn a_promise_to_reach_a_stage_goes_on_through_those_before_it() {
    let until_sql = SAAS.replacen(
        "until = \"human_outreach\"        # a call, mail, message or meeting by a person; automation is none\nwithin = \"4 business hours\"",
        "until = \"stage:sql\"\nwithin = \"30 days\"",
        1,
    );
    assert_ne!(until_sql, SAAS);
    let mut scene = Scene::new(&until_sql);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    scene.verdict("2026-03-03 10:00", "accepted", "");
    let lines = of(&scene.lines("2026-03-10"), "promise.first-touch-hot");
    assert_eq!(lines.len(), 1, "still running: {lines:?}");
    let lines = of(&scene.lines("2026-04-10"), "promise.first-touch-hot");
    assert!(lines[1].contains("clock_broken"), "{lines:?}");
}

/// The ready charter, where the first touch is promised in business days.
fn in_business_days() -> String {
    SAAS.replace("within = \"16 business hours\"", "within = \"2 business days\"")
}

#[test]
fn a_promise_in_business_days_ends_at_closing_time_over_a_weekend() {
    let mut scene = Scene::new(&in_business_days());
    fitting(&mut scene);
    // A Friday night; the clocks change on the Sunday after it.
    scene.touch("2026-03-27 22:00", "form.demo_request");
    let mut late = scene.clone();
    scene.activity("2026-03-31 18:00", "call.connected");
    assert_eq!(
        of(&scene.lines("2026-04-01 00:00"), "promise.first-touch"),
        [
            "2026-03-27 22:00:00 clock_started first-touch by promise.first-touch: form.demo_request, due 2026-03-31 18:00:00",
            "2026-03-31 18:00:00 clock_kept first-touch by promise.first-touch: call.connected, due 2026-03-31 18:00:00",
        ]
    );
    late.activity("2026-03-31 18:01", "call.connected");
    let lines = of(&late.lines("2026-04-01 00:00"), "promise.first-touch");
    assert!(lines[1].contains("clock_broken") && lines[2].contains("clock_answered_late"));
}

#[test]
fn facts_known_to_the_day_are_judged_by_business_days() {
    let mut scene = Scene::new(&in_business_days());
    scene.learned("2026-03-02", "lead.seniority", "director");
    scene.fact("2026-03-02", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.touch("2026-03-06", "form.demo_request");
    let mut later = scene.clone();
    scene.activity("2026-03-10", "call.connected");
    let lines = of(&scene.lines("2026-03-12"), "promise.first-touch");
    assert!(lines[1].contains("clock_kept"), "on the second business day: {lines:?}");
    later.activity("2026-03-11", "call.connected");
    let lines = of(&later.lines("2026-03-12"), "promise.first-touch");
    assert!(lines[1].starts_with("2026-03-10 18:00:00 clock_broken"), "{lines:?}");
}

#[test]
fn a_call_known_to_the_day_on_which_a_clock_starts_leaves_its_breach_unknowable() {
    let mut scene = Scene::new(SAAS);
    fitting(&mut scene);
    scene.touch("2026-03-02 10:00", "form.demo_request");
    let mut clear = scene.clone();
    let mut answered = scene.clone();
    scene.activity("2026-03-02", "call.connected");
    let lines = of(&scene.lines("2026-03-10"), "promise.first-touch-hot");
    assert_eq!(
        lines[1..],
        [
            "2026-03-02 14:00:00 clock_unknowable first-touch-hot by promise.first-touch-hot: time, due 2026-03-02 14:00:00"
        ],
        "it may have been before ten or after"
    );
    // The day before is not the day, and a call that is known to have been in time is.
    clear.activity("2026-03-01", "call.connected");
    let lines = of(&clear.lines("2026-03-10"), "promise.first-touch-hot");
    assert!(lines[1].contains("clock_broken"), "{lines:?}");
    answered.activity("2026-03-02", "call.connected");
    answered.activity("2026-03-02 13:00", "call.connected");
    let lines = of(&answered.lines("2026-03-10"), "promise.first-touch-hot");
    assert!(lines[1].contains("clock_kept"), "{lines:?}");
    // A late call after it tells no more than was known.
    scene.activity("2026-03-02 16:00", "call.connected");
    assert_eq!(of(&scene.lines("2026-03-10"), "promise.first-touch-hot").len(), 2);
}

#[test]
fn a_last_business_day_that_ends_at_midnight_includes_midnight() {
    let open_all_day = in_business_days().replace("09:00-18:00", "00:00-24:00");
    let mut scene = Scene::new(&open_all_day);
    scene.learned("2026-03-02", "lead.seniority", "director");
    scene.fact("2026-03-02", Kind::Trait, "account.employees", Said::Number(200.0));
    scene.touch("2026-03-06", "form.demo_request");
    scene.activity("2026-03-11 00:00", "call.connected");
    let lines = of(&scene.lines("2026-03-12"), "promise.first-touch");
    assert!(lines[1].contains("clock_kept"), "exactly due: {lines:?}");
}
