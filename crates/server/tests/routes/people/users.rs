//! `/api/v1/users` and `/api/v1/workspace`.

use crate::house::House;
use crate::visitor::Visitor;
use serde_json::json;

#[tokio::test]
async fn users_are_listed_to_everybody_and_changed_by_administrators() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let first = rita.get("/api/v1/users?limit=1").await.done();
    assert_eq!(
        (&first["users"][0]["handle"], &first["next_cursor"]),
        (&json!("ada"), &json!("ada"))
    );
    let second = rita.get("/api/v1/users?limit=1&cursor=ada").await.done();
    assert_eq!(second["users"][0]["handle"], "rita");
    assert!(second["next_cursor"].is_null());
    let address = format!("/api/v1/users/{}", second["users"][0]["id"].as_str().unwrap());
    let change = json!({ "role": "sales_head" });
    rita.patch(&address, &change).await.is(403, "not_permitted");
    let changed = ada.patch(&address, &change).await.done();
    assert_eq!(changed["role"], "sales_head");
    rita.get("/api/v1/me").await.is(401, "not_signed_in");
    let unknown = ada.patch("/api/v1/users/0000000000000", &change).await;
    unknown.is(404, "unknown_user");
    ada.patch(&address, &json!({ "role": "boss" })).await.is(422, "invalid_request");
    ada.patch(&address, &json!({ "boss": true })).await.is(422, "invalid_request");
    ada.patch(&address, &json!({ "handle": "ada" })).await.is(409, "taken");
    let own = ada.get("/api/v1/me").await.done()["user"]["id"].as_str().unwrap().to_owned();
    let gone = ada.patch(&format!("/api/v1/users/{own}"), &json!({ "is_active": false })).await;
    gone.is(409, "last_administrator");
}

#[tokio::test]
async fn an_administrator_says_who_sees_which_leads_and_lists_follow() {
    let house = House::with_leads(40);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let open = rita.get("/api/v1/leads").await.done();
    assert!(open["leads"].as_array().is_some_and(|leads| leads.len() > 20));
    let teams = json!({ "lead_visibility": "teams" });
    rita.put("/api/v1/workspace", &teams).await.is(403, "not_permitted");
    ada.put("/api/v1/workspace", &teams).await.done();
    assert_eq!(rita.get("/api/v1/workspace").await.done(), teams);
    let own = rita.get("/api/v1/leads?limit=1000").await.done();
    let own = own["leads"].as_array().unwrap();
    assert!(own.len() < open["leads"].as_array().unwrap().len(), "{}", own.len());
    let is_hers = |lead: &serde_json::Value| {
        ["rita", "rep", "ae", "sales"].contains(&lead["who"].as_str().unwrap_or_default())
    };
    assert!(own.iter().all(is_hers), "{own:?}");
    let hidden = open["leads"].as_array().unwrap().iter().find(|lead| !is_hers(lead)).unwrap();
    let address = format!("/api/v1/leads/{}", hidden["id"].as_str().unwrap());
    rita.get(&address).await.is(404, "unknown_lead");
    assert!(ada.get(&address).await.status.is_success());
    let bad = json!({ "lead_visibility": "nobody" });
    ada.put("/api/v1/workspace", &bad).await.is(422, "invalid_request");
}
