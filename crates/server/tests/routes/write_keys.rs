//! `/api/v1/write-keys` and `/api/v1/event-mapping`.

use crate::house::House;
use app::people::Role;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

const OPERATIONS: Option<Role> = Some(Role::Operations);

#[tokio::test]
async fn a_key_is_shown_once_and_then_only_its_name() {
    let house = House::with_leads(2);
    let new = json!({"name": "website", "origins": ["https://www.example.com"]});
    let made = house.post(OPERATIONS, "/api/v1/write-keys", &new).await;
    let key = made.body["key"].as_str().unwrap().to_owned();
    let list = house.get(OPERATIONS, "/api/v1/write-keys").await;
    assert_eq!(list.body["write_keys"][0]["name"], "website");
    assert!(!list.text.contains(&key));
    let revoked = house.post(OPERATIONS, "/api/v1/write-keys/1/revocation", &json!({})).await;
    assert!(revoked.body["revoked_at"].is_string());
    let unknown = house.post(OPERATIONS, "/api/v1/write-keys/9/revocation", &json!({})).await;
    assert_eq!(
        (unknown.status, &unknown.body["code"]),
        (StatusCode::NOT_FOUND, &json!("unknown_write_key"))
    );
}

#[tokio::test]
async fn only_those_who_may_make_keys() {
    let house = House::with_leads(2);
    let new = json!({"name": "website"});
    for (role, status) in
        [(None, StatusCode::UNAUTHORIZED), (Some(Role::Rep), StatusCode::FORBIDDEN)]
    {
        assert_eq!(house.post(role, "/api/v1/write-keys", &new).await.status, status);
        assert_eq!(house.get(role, "/api/v1/write-keys").await.status, status);
        assert_eq!(house.get(role, "/api/v1/event-mapping").await.status, status);
    }
    let wrong = json!({"name": "website", "origins": ["example.com"]});
    let answer = house.post(OPERATIONS, "/api/v1/write-keys", &wrong).await;
    assert_eq!(
        (answer.status, &answer.body["code"]),
        (StatusCode::UNPROCESSABLE_ENTITY, &json!("bad_write_key"))
    );
}

#[tokio::test]
async fn what_events_mean_is_read_back_and_refused_where_it_is_wrong() {
    let house = House::with_leads(2);
    let put = |text: &str| {
        let request = Request::put("/api/v1/event-mapping");
        let request = request.header(header::CONTENT_TYPE, "application/json");
        request.body(Body::from(json!({ "text": text }).to_string())).unwrap()
    };
    let text = "[events]\n\"A\" = \"form.a\"";
    assert_eq!(house.send(OPERATIONS, put(text)).await.status, StatusCode::OK);
    assert_eq!(house.get(OPERATIONS, "/api/v1/event-mapping").await.body["text"], text);
    let refused = house.send(OPERATIONS, put("[events]\nA = 7")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body["detail"].as_str().unwrap().starts_with("line 2, column 5"));
}
