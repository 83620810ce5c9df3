//! `/api/v1/settings`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};

const OPERATIONS: Option<Role> = Some(Role::Operations);

#[tokio::test]
async fn settings_are_applied_and_read_back_with_open_leads() {
    let house = House::with_leads(2);
    assert_eq!(house.get(OPERATIONS, "/api/v1/settings").await.body, Value::Null);
    let text = "[team.sdr]\nmembers = [\"robin\", \"kim\"]\nweights = { kim = 2 }\n\n\
                [person.kim]\ncapacity = 30\nabsent = [{ from = 2026-12-24, to = 2026-12-31 }]\n";
    let applied = house.post(OPERATIONS, "/api/v1/settings", &json!({ "text": text })).await;
    assert_eq!(applied.status, StatusCode::CREATED, "{:?}", applied.body);
    let read = house.get(Some(Role::Rep), "/api/v1/settings").await.body;
    assert_eq!(read["teams"]["sdr"][1]["weight"], 2);
    let kim = read["people"].as_array().unwrap().iter().find(|it| it["person"] == "kim").unwrap();
    assert_eq!((&kim["capacity"], &kim["open_leads"]), (&json!(30), &json!(0)));
    assert_eq!(kim["absences"][0]["from"], "2026-12-24");
}

#[tokio::test]
async fn settings_that_are_not_sound_are_answered_with_their_lines() {
    let house = House::with_leads(2);
    let new = json!({ "text": "[team.sdr]\nmembers = 3\n" });
    let refused = house.post(OPERATIONS, "/api/v1/settings", &new).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let at = refused.body["places"][0]["at"].as_str().unwrap();
    assert!(at.starts_with("line 2"), "{at}");
    let rep = house.post(Some(Role::Rep), "/api/v1/settings", &new).await;
    assert_eq!(rep.status, StatusCode::FORBIDDEN);
}
