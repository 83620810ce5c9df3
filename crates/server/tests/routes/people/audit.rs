//! `/api/v1/audit`.

use crate::house::House;
use crate::visitor::Visitor;
use serde_json::{Value, json};

fn told(page: &Value) -> Vec<String> {
    let changes = page["changes"].as_array().unwrap().iter();
    let word = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    changes.map(|change| format!("{} {}", word(change, "who"), word(change, "what"))).collect()
}

#[tokio::test]
async fn the_trail_says_who_changed_what_from_what_to_what_page_by_page() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let id = rita.get("/api/v1/me").await.done()["user"]["id"].as_str().unwrap().to_owned();
    ada.patch(&format!("/api/v1/users/{id}"), &json!({ "role": "sdr" })).await.done();
    rita.get("/api/v1/audit").await.is(401, "not_signed_in");
    let last = ada.get("/api/v1/audit?limit=1").await.done();
    assert_eq!(told(&last), ["ada user.changed"]);
    let mut change = last["changes"][0].clone();
    change["id"] = "id".into();
    insta::assert_json_snapshot!(change, @r#"
    {
      "after": "{\"email\":\"rita@example.com\",\"handle\":\"rita\",\"is_active\":true,\"name\":\"rita Example\",\"role\":\"sdr\"}",
      "at": "2026-09-01T09:00:00Z",
      "before": "{\"email\":\"rita@example.com\",\"handle\":\"rita\",\"is_active\":true,\"name\":\"rita Example\",\"role\":\"rep\"}",
      "id": "id",
      "what": "user.changed",
      "who": "ada"
    }
    "#);
    let cursor = last["next_cursor"].as_str().unwrap();
    let next = ada.get(&format!("/api/v1/audit?limit=2&cursor={cursor}")).await.done();
    assert_eq!(told(&next), ["rita session.started", "rita user.joined"]);
    let of_users = ada.get("/api/v1/audit?what=user").await.done();
    assert_eq!(told(&of_users), ["ada user.changed", "rita user.joined"]);
    let of_rita = ada.get("/api/v1/audit?who=rita&what=session.started").await.done();
    assert_eq!(told(&of_rita), ["rita session.started"]);
    let before = ada.get("/api/v1/audit?until=2020-01-01T00:00:00Z").await.done();
    assert_eq!((told(&before).len(), &before["next_cursor"]), (0, &Value::Null));
    ada.get("/api/v1/audit?from=yesterday").await.is(422, "invalid_request");
    ada.get("/api/v1/audit?cursor=x").await.is(422, "invalid_request");
}
