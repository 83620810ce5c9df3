//! Who is told what of decisions, and what is not told.

use crate::charters::FIRST;
use crate::company::{Company, Says, Told, at, id};
use crate::post::Post;
use app::{Adoption, Batch};
use facts::{Instant, Kind, Origin, Seconds};
use store::{Identifier, MessageState, Personal, Preference, Rhythm, Webhook, WebhookFormat};

const MONDAY: &str = "2026-03-02T09:00:00Z";

/// So many minutes after Monday, ten o'clock in Berlin; the office is open until 16:00 UTC.
fn minute(minutes: i64) -> Instant {
    at(MONDAY).plus(Seconds(60 * minutes))
}

fn with_steps() -> String {
    let steps = r#"on_breach = ["tell assignee", "tell sales_head", "after 30 business minutes: tell sales_head", "after 1 business hour: reassign"]"#;
    FIRST.replacen(r#"on_breach = ["tell assignee"]"#, steps, 1)
}

/// Lead 1 asks for a demo in the first minute, with a name and a number.
fn started(charter: &str) -> (Company, Post) {
    let mut company = Company::new();
    company.adopt(charter, at(MONDAY), at(MONDAY));
    company.engine.settle(at(MONDAY)).unwrap();
    asks_for_demo(&mut company);
    (company, Post::default())
}

fn asks_for_demo(company: &mut Company) {
    let personal = |field: &str, value: &str| Personal {
        subject: id(1),
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let batch = Batch {
        personal: vec![personal("name", "Lea Buyer"), personal("phone", "+49 30 555 0199")],
        identifiers: vec![Identifier {
            namespace: "email".to_owned(),
            value: "lea@buyer.example.com".to_owned(),
            subject: id(1),
        }],
        ..Batch::default()
    };
    company.engine.record(&batch, minute(0)).unwrap();
    let demo = Told::new(1, 1, minute(0), Kind::Touch, "form.demo_request")
        .saying(Says::Word("spring-offer"))
        .told_by(Origin::System);
    company.record_and_settle(&[demo], minute(0));
}

fn assign(company: &mut Company, who: &'static str, key: u64, when: Instant) {
    let told = Told::new(1, key, when, Kind::Assignment, "assignee").saying(Says::Word(who));
    company.record_and_settle(&[told], when);
}

fn listens(company: &mut Company, format: WebhookFormat, audience: &str) {
    let webhook = Webhook {
        id: format!("hook-{}", format.word()),
        format,
        url: "https://program.example.com/hook".to_owned(),
        kinds: Vec::new(),
        audience: audience.to_owned(),
        secret: vec![7; 32],
        former_secret: Vec::new(),
        former_until: Instant::EARLIEST,
        disabled: false,
        created_at: minute(0),
        created_by: "ops".to_owned(),
    };
    let mut writer = company.engine.store_mut().begin().unwrap();
    writer.put_webhook(&webhook).unwrap();
    writer.commit().unwrap();
}

#[test]
fn a_hand_off_is_told_to_its_queue_with_all_that_a_rep_needs() {
    let (mut company, post) = started(FIRST);
    let delivered = post.deliver(&mut company.engine, minute(1));
    assert_eq!((delivered.addressed, delivered.sent), (1, 2));
    let parcels = post.take();
    let message = Post::message(&parcels[0]);
    assert_eq!(message.subject, "Lea Buyer waits for somebody to take it");
    let said = |name: &str| {
        let line = message.items[0].lines.iter().find(|(known, _)| known == name);
        line.unwrap_or_else(|| panic!("{name}: {message:#?}")).1.clone()
    };
    assert_eq!(said("Phone"), "+49 30 555 0199");
    assert_eq!(said("Email"), "lea@buyer.example.com");
    assert_eq!(said("Due"), "2 Mar 2026, 14:00 Europe/Berlin, promise “first-touch”");
    assert!(said("Why").contains("demo"), "{}", said("Why"));
    assert!(said("Offer").contains("spring"), "{}", said("Offer"));
    let button = &message.items[0].buttons[0];
    assert_eq!(button.url, format!("https://tandem.example.com/leads/{}", id(1)));
    assert_eq!(post.deliver(&mut company.engine, minute(2)).sent, 0, "once");
}

#[test]
fn who_is_given_a_lead_is_told_and_of_what_falls_due_soon_and_is_late() {
    let (mut company, post) = started(&with_steps());
    // By the router: nothing that an undo would stop.
    let told = Told::new(1, 50, minute(1), Kind::Assignment, "assignee")
        .saying(Says::Word("ana"))
        .told_by(Origin::System);
    company.record_and_settle(&[told], minute(1));
    post.deliver(&mut company.engine, minute(1));
    assert_eq!(post.news(), ["ana: Lea Buyer is yours now"], "and nobody of a queue it left");
    post.deliver(&mut company.engine, minute(179));
    assert_eq!(post.news(), [""; 0]);
    post.deliver(&mut company.engine, minute(181));
    post.deliver(&mut company.engine, minute(182));
    assert_eq!(post.news(), ["ana: Lea Buyer: promise “first-touch” is due soon"]);
    // Due at 13:00 UTC; the head hears of it with others in the morning.
    company.engine.wake(minute(240)).unwrap();
    post.deliver(&mut company.engine, minute(240));
    assert_eq!(post.news(), ["ana: Lea Buyer: promise “first-touch” is late"]);
    company.engine.wake(minute(270)).unwrap();
    post.deliver(&mut company.engine, minute(270));
    assert_eq!(post.news(), ["sue: Lea Buyer: promise “first-touch” is still not answered"]);
    company.engine.wake(minute(300)).unwrap();
    post.deliver(&mut company.engine, minute(300));
    assert_eq!(
        post.news(),
        [
            "ana: Lea Buyer waits for another assignee",
            "ana: Lea Buyer waits for somebody to take it",
            "ben: Lea Buyer waits for somebody to take it",
            "sue: Lea Buyer waits for another assignee",
        ]
    );
    // Tuesday, 8 o'clock in Berlin.
    post.deliver(&mut company.engine, at("2026-03-03T07:00:00Z"));
    assert_eq!(post.news(), ["sue: Lea Buyer: promise “first-touch” is late"], "the digest");
}

#[test]
fn a_digest_is_one_message_of_many_things_and_each_person_chooses_the_rhythm() {
    let mut company = Company::new();
    let charter = FIRST.replacen(r#"["tell assignee"]"#, r#"["tell sales_head"]"#, 1);
    company.adopt(&charter, at(MONDAY), at(MONDAY));
    let demo = |lead| {
        Told::new(lead, lead, minute(0), Kind::Touch, "form.demo_request").told_by(Origin::System)
    };
    company.record_and_settle(&[demo(1), demo(2), demo(3)], minute(0));
    let off = |kind: &str, person: &str| Preference {
        person: person.to_owned(),
        kind: kind.to_owned(),
        channel: "email".to_owned(),
        rhythm: Rhythm::Off,
    };
    let weekly = Rhythm::Weekly { weekday: 5, hour: 16 };
    let mut writer = company.engine.store_mut().begin().unwrap();
    writer.put_preference(&off("handoff_wanted", "user-ana")).unwrap();
    writer.put_preference(&off("handoff_wanted", "user-ben")).unwrap();
    writer
        .put_preference(&Preference { rhythm: weekly, ..off("promise_broken", "user-sue") })
        .unwrap();
    writer.commit().unwrap();
    let post = Post::default();
    company.engine.wake(minute(300)).unwrap();
    assert_eq!(post.deliver(&mut company.engine, minute(300)).sent, 0);
    post.deliver(&mut company.engine, at("2026-03-06T14:59:00Z"));
    assert_eq!(post.news(), [""; 0]);
    post.deliver(&mut company.engine, at("2026-03-06T15:00:00Z"));
    let parcels = post.take();
    assert_eq!(parcels.len(), 1, "{parcels:?}");
    let message = Post::message(&parcels[0]);
    assert_eq!(message.subject, "Tandem: 3 things to know");
    assert_eq!(message.items.len(), 3);
    assert!(message.key.starts_with("digest/user-sue/email/"));
}

#[test]
fn nothing_is_told_of_what_is_older_than_the_adoption_or_was_taken_over_by_it() {
    let mut company = Company::new();
    let early = Told::new(1, 1, at("2026-02-02T10:00:00Z"), Kind::Touch, "form.demo_request");
    let rejected = Told::new(2, 3, at("2026-02-03T10:00:00Z"), Kind::Verdict, "rejected")
        .saying(Says::Word("not_icp"));
    let other = Told::new(2, 2, at("2026-02-02T10:00:00Z"), Kind::Touch, "form.demo_request");
    company.record(&[early, other, rejected], at("2026-02-04T10:00:00Z"));
    company.adopt(&with_steps(), at(MONDAY), at(MONDAY));
    listens(&mut company, WebhookFormat::Standard, "");
    company.engine.settle(at(MONDAY)).unwrap();
    assert!(!company.stages(1).is_empty() && !company.stages(2).is_empty());
    let post = Post::default();
    let delivered = post.deliver(&mut company.engine, minute(10));
    assert_eq!(
        (delivered.addressed, delivered.sent, delivered.dead),
        (0, 0, 0),
        "{:?}",
        post.news()
    );
    assert!(company.engine.store().view().message_counts().unwrap().is_empty());
}

#[test]
fn what_happened_long_before_a_lead_was_known_is_told_to_nobody() {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let post = Post::default();
    let demo = |lead| {
        Told::new(lead, lead, minute(0), Kind::Touch, "form.demo_request").told_by(Origin::System)
    };
    // Wanted by sales on Monday, and overdue since.
    let (next_day, long_after) = (at("2026-03-03T09:00:00Z"), at("2026-05-04T09:00:00Z"));
    company.record_and_settle(&[demo(1)], next_day);
    post.deliver(&mut company.engine, next_day);
    assert!(!post.news().is_empty(), "a night's sync is news");
    let told = company.record_and_settle(&[demo(2)], long_after);
    assert!(told.changes > 3, "it is decided all the same");
    let view = company.engine.store().view();
    for state in MessageState::ALL {
        let messages = view.messages(state, 0, 100).unwrap();
        assert!(messages.iter().all(|message| message.message.subject != Some(id(2))));
    }
}

#[test]
fn under_a_trial_nothing_is_escalated() {
    let mut company = Company::new();
    let charter = with_steps();
    let adoption = Adoption { text: &charter, from: at(MONDAY), who: "both heads", trial: true };
    company.engine.adopt_charter(&adoption, at(MONDAY)).unwrap();
    asks_for_demo(&mut company);
    assign(&mut company, "ana", 50, minute(1));
    company.engine.wake(at("2026-03-02T15:50:00Z")).unwrap();
    let post = Post::default();
    post.deliver(&mut company.engine, at("2026-03-02T15:50:00Z"));
    post.deliver(&mut company.engine, at("2026-03-03T07:30:00Z"));
    let news = post.news();
    assert!(
        news.contains(&"ana: Lea Buyer: promise “first-touch” is late (trial)".to_owned()),
        "{news:?}"
    );
    assert!(news.iter().all(|line| !line.starts_with("sue")), "{news:?}");
}

#[test]
fn an_undo_within_ten_seconds_stops_the_message_of_a_verdict() {
    let (mut company, post) = started(FIRST);
    post.deliver(&mut company.engine, minute(1));
    listens(&mut company, WebhookFormat::Standard, "");
    post.take();
    let now = minute(5);
    let rejected =
        |key| Told::new(1, key, now, Kind::Verdict, "rejected").saying(Says::Word("not_icp"));
    let undo =
        |key, of, when| Told::new(1, key, when, Kind::Retraction, "undo").saying(Says::Key(of));
    company.record_and_settle(&[rejected(60)], now);
    post.deliver(&mut company.engine, now.plus(Seconds(9)));
    assert_eq!(post.news(), [""; 0], "ten seconds for an undo");
    company.record_and_settle(&[undo(61, 60, now.plus(Seconds(9)))], now.plus(Seconds(9)));
    post.deliver(&mut company.engine, now.plus(Seconds(60)));
    assert_eq!(post.news(), [""; 0], "and it is never told");
    company.record_and_settle(&[rejected(62)], now.plus(Seconds(100)));
    post.deliver(&mut company.engine, now.plus(Seconds(111)));
    assert_eq!(post.news(), ["webhook: verdict_given"]);
    // Too late to stop it: a correction follows, once.
    let late = now.plus(Seconds(200));
    company.record_and_settle(&[undo(63, 62, late)], late);
    post.deliver(&mut company.engine, late);
    post.deliver(&mut company.engine, late.plus(Seconds(60)));
    assert_eq!(post.news(), ["webhook: correction"]);
}

#[test]
fn an_assignment_that_is_taken_back_at_once_is_not_told() {
    let (mut company, post) = started(FIRST);
    let given = minute(2);
    assign(&mut company, "ana", 50, given);
    let undo = Told::new(1, 51, given, Kind::Retraction, "undo").saying(Says::Key(50));
    company.record_and_settle(&[undo], given.plus(Seconds(5)));
    post.deliver(&mut company.engine, given.plus(Seconds(60)));
    let news = post.news();
    assert!(!news.iter().any(|line| line.contains("yours")), "{news:?}");
    assign(&mut company, "ana", 52, given.plus(Seconds(70)));
    post.deliver(&mut company.engine, given.plus(Seconds(79)));
    assert!(!post.news().iter().any(|line| line.contains("yours")));
    post.deliver(&mut company.engine, given.plus(Seconds(80)));
    assert_eq!(post.news(), ["ana: Lea Buyer is yours now"]);
}

#[test]
fn a_late_call_is_followed_by_a_correction_to_whoever_was_told_and_to_nobody_else() {
    let (mut company, post) = started(&with_steps());
    assign(&mut company, "ana", 50, minute(1));
    post.deliver(&mut company.engine, minute(2));
    company.engine.wake(minute(241)).unwrap();
    post.deliver(&mut company.engine, minute(241));
    let news = post.news();
    assert!(news.contains(&"ana: Lea Buyer: promise “first-touch” is late".to_owned()), "{news:?}");
    // The phone system reports a call of before it was due.
    let call = Told::new(1, 70, minute(200), Kind::Activity, "call.attempt");
    company.record_and_settle(&[call], minute(250));
    post.deliver(&mut company.engine, minute(250));
    assert_eq!(post.news(), ["ana: Lea Buyer: that a promise is late does not hold"]);
    post.deliver(&mut company.engine, at("2026-03-03T07:30:00Z"));
    let news = post.news();
    assert!(
        !news.iter().any(|line| line.starts_with("sue")),
        "hers waited for the morning: {news:?}"
    );
}

#[test]
fn a_room_is_told_what_is_for_it_and_a_program_gets_no_names() {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    listens(&mut company, WebhookFormat::Slack, "role:sdr");
    listens(&mut company, WebhookFormat::Standard, "");
    asks_for_demo(&mut company);
    let post = Post::default();
    post.deliver(&mut company.engine, minute(1));
    let parcels = post.take();
    let mut channels: Vec<_> = parcels.iter().map(connect::sending::Parcel::channel).collect();
    channels.sort_unstable();
    assert_eq!(channels, ["email", "email", "slack", "webhook"]);
    let body = parcels.iter().find_map(|parcel| match parcel {
        connect::sending::Parcel::Program { body, secrets, id, .. } => {
            assert_eq!((secrets.len(), &id[..4]), (1, "msg_"));
            Some(body)
        }
        _ => None,
    });
    let body: serde_json::Value = serde_json::from_str(body.unwrap()).unwrap();
    assert_eq!(body["type"], "handoff_wanted");
    assert_eq!(body["data"]["lead"], id(1).to_string());
    assert!(!body.to_string().contains("Buyer") && !body.to_string().contains("0199"), "{body}");
}

#[test]
fn after_a_long_stop_each_thing_is_told_once_and_together() {
    let mut company = Company::new();
    company.adopt(FIRST, at(MONDAY), at(MONDAY));
    let demo = |lead| {
        Told::new(lead, lead, minute(0), Kind::Touch, "form.demo_request").told_by(Origin::System)
    };
    company.record_and_settle(&[demo(1), demo(2), demo(3)], minute(0));
    let post = Post::default();
    post.deliver(&mut company.engine, minute(0));
    assert_eq!(post.take().len(), 6, "the hand-offs");
    // Nobody runs it for a week; the promises of Monday were late long ago.
    let after = at("2026-03-09T12:00:00Z");
    company.engine.wake(after).unwrap();
    post.deliver(&mut company.engine, after);
    post.deliver(&mut company.engine, after.plus(Seconds(60)));
    let news = post.news();
    let to_ana: Vec<_> = news.iter().filter(|line| line.starts_with("ana")).collect();
    assert_eq!(to_ana, ["ana: Tandem: 3 things to know"], "{news:?}");
}
