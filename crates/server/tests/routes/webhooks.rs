//! `/api/v1/webhooks`.

use crate::house::House;
use app::people::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

const ALL: &str = "/api/v1/webhooks";

fn program() -> Value {
    json!({"format": "webhook", "url": "https://hooks.example.com/secret-path",
           "kinds": ["promise_broken"]})
}

async fn delete(house: &House, address: &str) -> StatusCode {
    let request = Request::delete(address).body(Body::empty()).unwrap();
    house.send(Some(Role::Operations), request).await.status
}

#[tokio::test]
async fn a_webhook_shows_its_secret_once_and_never_its_whole_address() {
    let house = House::with_leads(2);
    let added = house.post(Some(Role::Operations), ALL, &program()).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.body);
    let secret = added.body["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_") && secret.len() > 40, "{secret}");
    let list = house.get(Some(Role::Operations), ALL).await.body;
    assert_eq!(list["webhooks"][0]["host"], "hooks.example.com");
    assert_eq!(list["webhooks"][0]["created_by"], "Robin Test");
    assert!(!list.to_string().contains("secret-path") && !list.to_string().contains("whsec"));
    let address = format!("{ALL}/{}", added.body["id"].as_str().unwrap());
    let changed =
        house.post(Some(Role::Operations), &format!("{address}/secrets"), &json!({})).await;
    assert_eq!(changed.status, StatusCode::CREATED);
    assert_ne!(changed.body["secret"].as_str().unwrap(), secret);
    assert_eq!(changed.body["former_secret_until"], "2026-09-02T09:00:00Z", "a day");
    let disabled =
        house.put(Some(Role::Operations), &format!("{address}/disablement"), &json!({})).await;
    assert_eq!((disabled.status, &disabled.body["disabled"]), (StatusCode::OK, &json!(true)));
    assert_eq!(delete(&house, &format!("{address}/disablement")).await, StatusCode::OK);
    let test = house.post(Some(Role::Operations), &format!("{address}/tests"), &json!({})).await;
    assert_eq!(test.status, StatusCode::ACCEPTED);
    assert!(test.body["webhook_id"].as_str().unwrap().starts_with("msg_"));
    assert_eq!(delete(&house, &address).await, StatusCode::NO_CONTENT);
    assert_eq!(delete(&house, &address).await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_cannot_be_told_is_refused() {
    let house = House::with_leads(2);
    let with = |field: &str, value: Value| {
        let mut new = program();
        new[field] = value;
        new
    };
    for (new, code) in [
        (with("url", json!("ftp://hooks.example.com")), "bad_address"),
        (with("url", json!("https://user:pass@hooks.example.com")), "bad_address"),
        (with("kinds", json!(["everything"])), "unknown_notice"),
        (with("audience", json!("role:sales_head")), "program_has_no_audience"),
    ] {
        let answer = house.post(Some(Role::Operations), ALL, &new).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        assert_eq!(answer.body["code"], code, "{new}");
    }
    let missing =
        house.post(Some(Role::Operations), &format!("{ALL}/none/tests"), &json!({})).await;
    assert_eq!(missing.body["code"], "unknown_webhook");
}

#[tokio::test]
async fn a_rep_says_nothing_of_where_messages_go() {
    let house = House::with_leads(2);
    assert_eq!(house.get(None, ALL).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.get(Some(Role::Rep), ALL).await.status, StatusCode::FORBIDDEN);
    let added = house.post(Some(Role::Rep), ALL, &program()).await;
    assert_eq!(added.status, StatusCode::FORBIDDEN);
}
