//! `/api/v1/notices` and `/api/v1/notification-preferences`.

use crate::house::House;
use app::people::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use store::{NewMessage, User, UserId};

const PREFERENCES: &str = "/api/v1/notification-preferences";

/// A house in which whoever asks is a user, who was told of a lead.
fn with_user() -> House {
    let house = House::with_leads(5);
    let user = User {
        id: UserId(7),
        handle: "Robin Test".to_owned(),
        email: "robin@example.com".to_owned(),
        name: "Robin Test".to_owned(),
        role: "sales_head".to_owned(),
        created_at: facts::Instant::EARLIEST,
        deactivated_at: None,
    };
    let added = house.served.live().write(|engine, now| {
        let lead = engine.leads(&app::LeadFilter::default(), now)?.rows[0].lead;
        let mut writer = engine.store_mut().begin()?;
        writer.add_user(&user)?;
        let message = NewMessage {
            key: "told".to_owned(),
            about: "told".to_owned(),
            kind: "handoff_wanted".to_owned(),
            subject: Some(lead),
            channel: "email".to_owned(),
            recipient: user.id.to_string(),
            payload: "{}".to_owned(),
            digest: String::new(),
            not_before: now,
        };
        writer.add_messages(&[message], now)?;
        Ok(writer.commit()?)
    });
    added.unwrap();
    house
}

fn of<'a>(preferences: &'a Value, kind: &str) -> &'a Value {
    let all = preferences["preferences"].as_array().unwrap();
    all.iter().find(|it| it["kind"] == kind).unwrap()
}

#[tokio::test]
async fn one_reads_what_one_was_told() {
    let house = with_user();
    let mine = house.get(Some(Role::SalesHead), "/api/v1/notices").await;
    assert_eq!(mine.status, StatusCode::OK);
    let notice = &mine.body["notices"][0];
    assert_eq!((&notice["kind"], &notice["state"]), (&json!("handoff_wanted"), &json!("waiting")));
    let says = notice["says"].as_str().unwrap();
    assert!(says.ends_with("waits for somebody to take it"), "{says}");
    let executive = house.get(Some(Role::Executive), "/api/v1/notices").await;
    assert_eq!(executive.body["notices"][0]["says"], Value::Null, "who reads no names");
    assert_eq!(house.get(None, "/api/v1/notices").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn one_chooses_how_one_is_told_and_takes_it_back() {
    let house = with_user();
    let role = Some(Role::SalesHead);
    let usual = house.get(role, PREFERENCES).await.body;
    let broken = json!({"kind": "promise_broken", "rhythm": "daily", "hour": 8, "weekday": null,
                        "chosen": false});
    assert_eq!(of(&usual, "promise_broken"), &broken, "heads get a digest of breaches");
    assert_eq!(of(&usual, "escalated")["rhythm"], "immediate");
    let address = format!("{PREFERENCES}/promise_broken");
    let weekly = json!({"rhythm": "weekly", "hour": 16, "weekday": 5});
    assert_eq!(house.put(role, &address, &weekly).await.status, StatusCode::NO_CONTENT);
    let now = house.get(role, PREFERENCES).await.body;
    assert_eq!(of(&now, "promise_broken")["weekday"], 5);
    assert_eq!(of(&now, "promise_broken")["chosen"], true);
    let wrong = house.put(role, &address, &json!({"rhythm": "daily", "hour": 24})).await;
    assert_eq!(wrong.body["code"], "bad_rhythm");
    let unknown = format!("{PREFERENCES}/everything");
    let wrong = house.put(role, &unknown, &json!({"rhythm": "off"})).await;
    assert_eq!(wrong.body["code"], "unknown_notice");
    let back = Request::delete(&address).body(Body::empty()).unwrap();
    assert_eq!(house.send(role, back).await.status, StatusCode::NO_CONTENT);
    assert_eq!(house.get(role, PREFERENCES).await.body, usual);
}

#[tokio::test]
async fn a_program_has_no_preferences() {
    let house = House::with_leads(2);
    let answer = house.get(Some(Role::Rep), PREFERENCES).await;
    assert_eq!((answer.status, &answer.body["code"]), (StatusCode::NOT_FOUND, &json!("no_user")));
}
