//! `/api/v1/backtests`.

use crate::house::House;
use crate::visitor::Visitor;
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
    let sent = json!({ "text": stricter, "wait_ms": 10_000 });
    let found = house.post(HEAD, "/api/v1/backtests", &sent).await;
    assert_eq!(found.status, StatusCode::ACCEPTED, "{:?}", found.body);
    let found = &found.body["answer"];
    let stages = found["stages"].as_array().unwrap();
    let mql = stages.iter().find(|stage| stage["id"] == "mql").unwrap();
    assert!(mql["after"]["all"].as_u64() < mql["before"]["all"].as_u64(), "{mql}");
    assert!(found["verdict"].as_str().unwrap().contains("fewer MQLs"));
    assert!(!found["flips"].as_array().unwrap().is_empty());
    let charter = house.get(HEAD, "/api/v1/charters").await.body;
    assert_eq!(charter["versions"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn the_same_charter_makes_no_difference() {
    let house = House::with_leads(30);
    let sent = json!({ "text": TEXT, "wait_ms": 10_000 });
    let found = house.post(HEAD, "/api/v1/backtests", &sent).await.body["answer"].clone();
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

#[tokio::test]
async fn a_backtest_goes_on_after_the_answer_and_is_asked_for_until_it_is_forgotten() {
    let house = House::with_leads(30);
    // Nobody's turn comes before the one that runs is done.
    let before =
        house.post(HEAD, "/api/v1/backtests", &json!({ "text": TEXT, "wait_ms": 0 })).await;
    assert_eq!(before.status, StatusCode::ACCEPTED, "{:?}", before.body);
    let at = before.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(at, format!("/api/v1/backtests/{}", before.body["id"].as_str().unwrap()));
    let done = house.get(HEAD, &format!("{at}?wait_ms=10000")).await;
    assert_eq!(done.body["state"], "done", "{:?}", done.body);
    assert_eq!(done.body["leads_read"], done.body["answer"]["leads"]);
    assert!(done.body["leads_read"].as_u64() <= done.body["leads"].as_u64());
    assert_eq!(done.body["answer"]["leads_that_differ"], 0);
    assert_eq!(house.get(HEAD, &at).await.body, done.body, "it is kept");
    assert_eq!(house.delete(HEAD, &at).await.status, StatusCode::NO_CONTENT);
    let gone = house.get(HEAD, &at).await;
    assert_eq!((gone.status.as_u16(), &gone.body["code"]), (404, &json!("unknown_backtest")));
    let never = house.get(HEAD, "/api/v1/backtests/nonsense").await;
    assert_eq!((never.status.as_u16(), &never.body["code"]), (404, &json!("unknown_backtest")));
    let long = house.get(HEAD, &format!("{at}?wait_ms=10001")).await;
    assert_eq!(long.status.as_u16(), 404, "what is not there is not waited for");
    let long = json!({ "text": TEXT, "wait_ms": 10_001 });
    let long = house.post(HEAD, "/api/v1/backtests", &long).await;
    assert_eq!((long.status.as_u16(), &long.body["places"][0]["at"]), (422, &json!("/wait_ms")));
}

#[tokio::test]
async fn nobody_sees_or_cancels_what_another_one_has_read() {
    let house = House::with_leads(10);
    let mut ada = Visitor::administrator(&house).await;
    let mut hana = ada.hire("hana", "marketing_head").await;
    let mut hal = ada.hire("hal", "sales_head").await;
    let sent = json!({ "text": TEXT, "wait_ms": 10_000 });
    let run = hana.post("/api/v1/backtests", &sent).await.done();
    let at = format!("/api/v1/backtests/{}", run["id"].as_str().unwrap());
    hal.get(&at).await.is(404, "unknown_backtest");
    hal.delete(&at).await.is(404, "unknown_backtest");
    ada.get(&at).await.is(403, "not_permitted");
    hana.get(&at).await.done();
}

#[tokio::test]
async fn what_waits_for_its_turn_is_bounded_and_cancelled_at_once() {
    let house = House::with_leads(10);
    let turn = house.served.hold_backtests().await.unwrap();
    let sent = json!({ "text": TEXT, "wait_ms": 0 });
    let mut at = String::new();
    for _ in 0..4 {
        let begun = house.post(HEAD, "/api/v1/backtests", &sent).await;
        assert_eq!(begun.body["state"], "waiting");
        begun.headers["location"].to_str().unwrap().clone_into(&mut at);
    }
    let refused = house.post(HEAD, "/api/v1/backtests", &sent).await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["code"]),
        (409, &json!("too_many_backtests"))
    );
    assert_eq!(house.delete(HEAD, &at).await.status, StatusCode::NO_CONTENT);
    let begun = house.post(HEAD, "/api/v1/backtests", &sent).await;
    assert_eq!(begun.status, StatusCode::ACCEPTED);
    drop(turn);
    let at = begun.headers["location"].to_str().unwrap();
    assert_eq!(house.get(HEAD, &format!("{at}?wait_ms=10000")).await.body["state"], "done");
}
