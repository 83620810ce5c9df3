//! `/api/v1/leads/{lead}/verdicts`, `…/activities`, `…/assignments`, `…/reopenings` and
//! `…/facts/{key}/retractions`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};
use server::News;

async fn first_mql(house: &House) -> Value {
    let list = house.get(Some(Role::SalesHead), "/api/v1/leads?stage=mql&limit=1").await.body;
    list["leads"][0].clone()
}

#[tokio::test]
async fn a_verdict_is_decided_at_once_and_told_and_can_be_taken_back() {
    let house = House::with_leads(150);
    let lead = first_mql(&house).await;
    let address = format!("/api/v1/leads/{}", lead["id"].as_str().unwrap());
    let mut listens = house.served.listen();
    let seen = json!({ "pass": lead["pass"], "stage": "mql" });
    let verdict = json!({ "verdict": "accepted", "seen": seen });
    let done = house.post(Some(Role::SalesHead), &format!("{address}/verdicts"), &verdict).await;
    assert_eq!(done.status, StatusCode::CREATED, "{:?}", done.body);
    assert_eq!(done.body["lead"]["stage"]["id"], "sal");
    let told = listens.try_recv().unwrap();
    assert!(matches!(told, News::Changed(changed) if changed.leads.len() == 1));

    let again = house.post(Some(Role::SalesHead), &format!("{address}/verdicts"), &verdict).await;
    assert_eq!((again.status, &again.body["code"]), (StatusCode::CONFLICT, &json!("went_on")));

    let undo = format!("{address}/facts/{}/retractions", done.body["fact"].as_str().unwrap());
    let undone = house.post(Some(Role::SalesHead), &undo, &json!({})).await;
    assert_eq!(undone.status, StatusCode::CREATED, "{:?}", undone.body);
    assert_eq!(undone.body["lead"]["stage"], lead["stage"]);
    assert_eq!(undone.body["lead"]["due"], lead["due"]);
    let twice = house.post(Some(Role::SalesHead), &undo, &json!({})).await;
    assert_eq!((twice.status, &twice.body["code"]), (StatusCode::CONFLICT, &json!("taken_back")));
}

#[tokio::test]
async fn a_reason_is_one_that_the_charter_declares() {
    let house = House::with_leads(150);
    let lead = first_mql(&house).await;
    let address = format!("/api/v1/leads/{}/verdicts", lead["id"].as_str().unwrap());
    for (verdict, code) in [
        (json!({ "verdict": "rejected" }), "needs_reason"),
        (json!({ "verdict": "rejected", "reason": "bad weather" }), "unknown_reason"),
        (json!({ "verdict": "maybe" }), "invalid_request"),
    ] {
        let answer = house.post(Some(Role::SalesHead), &address, &verdict).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{verdict}");
        assert_eq!(answer.body["code"], code, "{}", answer.body);
    }
}

#[tokio::test]
async fn what_is_ahead_of_now_or_no_activity_is_refused() {
    let house = House::with_leads(150);
    let lead = first_mql(&house).await;
    let address = format!("/api/v1/leads/{}/activities", lead["id"].as_str().unwrap());
    for (activity, code) in [
        (json!({ "name": "call.connected", "at": "2031-01-01T00:00:00Z" }), "ahead_of_time"),
        (json!({ "name": "call.connected", "at": "yesterday" }), "invalid_request"),
        (json!({ "name": "a call" }), "activity_name"),
    ] {
        let answer = house.post(Some(Role::SalesHead), &address, &activity).await;
        assert_eq!((answer.status.as_u16(), &answer.body["code"]), (422, &json!(code)));
    }
    let done =
        house.post(Some(Role::SalesHead), &address, &json!({ "name": "call.connected" })).await;
    assert_eq!(done.status, StatusCode::CREATED, "{:?}", done.body);
    assert!(done.body["lead"]["first_outreach_at"].is_string());
}

#[tokio::test]
async fn who_works_a_lead_takes_it_and_others_keep_their_hands_off() {
    let house = House::with_leads(150);
    let lead = first_mql(&house).await;
    let address = format!("/api/v1/leads/{}", lead["id"].as_str().unwrap());
    let give = json!({ "assignee": "Sam Elsewhere" });
    let assignments = format!("{address}/assignments");
    let given = house.post(Some(Role::SalesHead), &assignments, &give).await;
    assert_eq!(given.status, StatusCode::CREATED, "{:?}", given.body);
    assert_eq!(given.body["lead"]["who"], "Sam Elsewhere");

    let call = json!({ "name": "call.attempted" });
    let refused = house.post(Some(Role::Sdr), &format!("{address}/activities"), &call).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (StatusCode::FORBIDDEN, &json!("not_yours"))
    );
    let refused = house.post(Some(Role::Sdr), &assignments, &give).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);

    house.later();
    let take = json!({ "assignee": "Robin Test" });
    assert_eq!(house.post(Some(Role::Sdr), &assignments, &take).await.status, StatusCode::CREATED);
    let called = house.post(Some(Role::Sdr), &format!("{address}/activities"), &call).await;
    assert_eq!(called.status, StatusCode::CREATED, "{:?}", called.body);
}

#[tokio::test]
async fn an_open_lead_is_not_reopened_and_a_marketer_answers_nothing() {
    let house = House::with_leads(150);
    let lead = first_mql(&house).await;
    let address = format!("/api/v1/leads/{}", lead["id"].as_str().unwrap());
    let reopen = format!("{address}/reopenings");
    let refused = house.post(Some(Role::SalesHead), &reopen, &json!({})).await;
    assert_eq!(
        (refused.status, &refused.body["code"]),
        (StatusCode::CONFLICT, &json!("still_open"))
    );
    let verdict = json!({ "verdict": "accepted" });
    let refused = house.post(Some(Role::Marketer), &format!("{address}/verdicts"), &verdict).await;
    assert_ne!(refused.status, StatusCode::CREATED);
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_answered_with_its_place() {
    let house = House::with_leads(2);
    let address = "/api/v1/leads/nobody/verdicts";
    let answer =
        house.post(Some(Role::SalesHead), address, &json!({ "verdikt": "accepted" })).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answer.kind, "application/problem+json");
    let reason = answer.body["places"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("`verdikt`") && reason.contains("column"), "{reason}");
}
