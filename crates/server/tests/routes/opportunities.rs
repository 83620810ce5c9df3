//! `/api/v1/opportunities`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::json;

const REP: Option<Role> = Some(Role::Rep);

#[tokio::test]
async fn nobody_sees_opportunities_without_signing_in() {
    let house = House::with_leads(2);
    assert_eq!(house.get(None, "/api/v1/opportunities").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn won_lost_and_open_ones_are_all_there_are() {
    let house = House::with_leads(200);
    let mut counts = Vec::new();
    for outcome in ["won", "lost", "open"] {
        let list = house.get(REP, &format!("/api/v1/opportunities?outcome={outcome}")).await.body;
        let listed = list["opportunities"].as_array().unwrap();
        assert!(listed.iter().all(|one| one["outcome"] == outcome), "{list}");
        let is_dated = |one: &serde_json::Value| !one["closed_at"].is_null();
        assert!(listed.iter().all(|one| is_dated(one) == (outcome != "open")), "{list}");
        counts.push(list["count"].as_u64().unwrap());
    }
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    let all = house.get(REP, "/api/v1/opportunities").await.body;
    assert_eq!(all["count"].as_u64(), Some(counts.iter().sum()));
    assert_eq!(all["currency"], "EUR");
}

#[tokio::test]
async fn pages_follow_each_other_without_losing_an_opportunity() {
    let house = House::with_leads(200);
    let all = house.get(REP, "/api/v1/opportunities?limit=200").await.body;
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = house.get(REP, &format!("/api/v1/opportunities?limit=3{cursor}")).await.body;
        paged.extend(page["opportunities"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            None => break,
            Some(next) => cursor = format!("&cursor={next}"),
        }
    }
    assert!(paged.len() > 6, "{}", paged.len());
    assert_eq!(&paged, all["opportunities"].as_array().unwrap());
}

#[tokio::test]
async fn what_cannot_be_asked_of_opportunities_is_refused_with_its_place() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/opportunities?limit=0", "limit"),
        ("/api/v1/opportunities?cursor=1.2.3", "cursor"),
        ("/api/v1/opportunities?outcome=great", "outcome"),
    ] {
        let answer = house.get(REP, address).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(answer.body["places"][0]["at"], place, "{address}");
    }
    let answer = house.get(REP, "/api/v1/opportunities?account=nobody-of-this-name").await;
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (404, &json!("unknown_account")));
}
