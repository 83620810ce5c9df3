//! `/api/v1/outbox`.

use crate::house::House;
use app::people::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::json;
use store::{MessageState, NewMessage};

const ALL: &str = "/api/v1/outbox";

/// A house with a dead letter and a message that waits; returns their numbers.
fn with_messages() -> (House, i64, i64) {
    let house = House::with_leads(2);
    let message = |key: &str| NewMessage {
        key: key.to_owned(),
        about: key.to_owned(),
        kind: "promise_broken".to_owned(),
        subject: None,
        channel: "email".to_owned(),
        recipient: "somebody".to_owned(),
        payload: "{}".to_owned(),
        digest: String::new(),
        not_before: facts::Instant::LATEST,
    };
    let numbers = house.served.live().write(|engine, now| {
        let mut writer = engine.store_mut().begin()?;
        writer.add_messages(&[message("dead"), message("waits")], now)?;
        let id = |key: &str| Ok::<_, app::AppError>(writer.view().message(key)?.unwrap().id);
        let (dead, waits) = (id("dead")?, id("waits")?);
        writer.end_message(dead, MessageState::Dead, "the mail server answered 550", now)?;
        writer.commit()?;
        Ok((dead, waits))
    });
    let (dead, waits) = numbers.unwrap();
    (house, dead, waits)
}

#[tokio::test]
async fn dead_letters_are_shown_sent_again_and_discarded() {
    let (house, dead, waits) = with_messages();
    let list = house.get(Some(Role::Operations), ALL).await;
    assert_eq!(list.status, StatusCode::OK);
    assert_eq!(list.body["messages"][0]["last_error"], "the mail server answered 550");
    let counts = json!([{"state": "waiting", "messages": 1}, {"state": "dead", "messages": 1}]);
    assert_eq!(list.body["counts"], counts);
    let resend = format!("{ALL}/{dead}/resendings");
    let again = house.post(Some(Role::Operations), &resend, &json!({})).await;
    assert_eq!(again.status, StatusCode::ACCEPTED);
    let twice = house.post(Some(Role::Operations), &resend, &json!({})).await;
    assert_eq!(
        (twice.status, &twice.body["code"]),
        (StatusCode::CONFLICT, &json!("message_not_dead"))
    );
    let waiting = house.get(Some(Role::Operations), &format!("{ALL}?state=waiting&limit=1")).await;
    assert_eq!(waiting.body["messages"][0]["id"], dead);
    assert_eq!(waiting.body["next_cursor"], dead);
    let next = format!("{ALL}?state=waiting&limit=1&cursor={dead}");
    assert_eq!(house.get(Some(Role::Operations), &next).await.body["messages"][0]["id"], waits);
    let discard = Request::delete(format!("{ALL}/{waits}")).body(Body::empty()).unwrap();
    let discarded = house.send(Some(Role::Administrator), discard).await;
    assert_eq!(discarded.status, StatusCode::NO_CONTENT);
    let missing =
        house.post(Some(Role::Operations), &format!("{ALL}/99999/resendings"), &json!({})).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_who_looks_after_tandem_sees_the_outbox() {
    let (house, dead, _) = with_messages();
    assert_eq!(house.get(None, ALL).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.get(Some(Role::SalesHead), ALL).await.status, StatusCode::FORBIDDEN);
    let resend = format!("{ALL}/{dead}/resendings");
    let refused = house.post(Some(Role::SalesHead), &resend, &json!({})).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let limit = house.get(Some(Role::Operations), &format!("{ALL}?limit=0")).await;
    assert_eq!(limit.body["places"][0]["at"], "limit");
}
