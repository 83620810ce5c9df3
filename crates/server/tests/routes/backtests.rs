//! `/api/v1/backtests`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::json;

const HEAD: Option<Role> = Some(Role::MarketingHead);
const TEXT: &str = include_str!("../../../../charters/b2b-saas.toml");

#[tokio::test]
async fn a_stricter_charter_hands_fewer_leads_over_and_changes_nothing() {
    let house = House::with_leads(150);
    let stricter = TEXT.replace("engagement >= 35", "engagement >= 60");
    assert_ne!(stricter, TEXT);
    let found = house.post(HEAD, "/api/v1/backtests", &json!({ "text": stricter })).await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let stages = found.body["stages"].as_array().unwrap();
    let mql = stages.iter().find(|stage| stage["id"] == "mql").unwrap();
    assert!(mql["after"]["all"].as_u64() < mql["before"]["all"].as_u64(), "{mql}");
    assert!(found.body["verdict"].as_str().unwrap().contains("fewer MQLs"));
    assert!(!found.body["flips"].as_array().unwrap().is_empty());
    let charter = house.get(HEAD, "/api/v1/charters").await.body;
    assert_eq!(charter["versions"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn the_same_charter_makes_no_difference() {
    let house = House::with_leads(30);
    let found = house.post(HEAD, "/api/v1/backtests", &json!({ "text": TEXT })).await.body;
    assert_eq!(found["leads_that_differ"], 0);
    assert!(
        found["verdict"].as_str().unwrap().starts_with("No difference"),
        "{}",
        found["verdict"]
    );
}

#[tokio::test]
async fn what_is_not_sound_is_not_read_over_history() {
    let house = House::with_leads(2);
    let found = house.post(HEAD, "/api/v1/backtests", &json!({ "text": "[charter]" })).await;
    assert_eq!((found.status.as_u16(), &found.body["code"]), (422, &json!("charter_not_sound")));
    let rep = house.post(Some(Role::Rep), "/api/v1/backtests", &json!({ "text": TEXT })).await;
    assert_eq!(rep.status, StatusCode::FORBIDDEN);
}
