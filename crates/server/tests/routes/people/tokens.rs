//! `/api/v1/tokens`.

use crate::house::House;
use crate::visitor::Visitor;
use serde_json::json;

#[tokio::test]
async fn a_token_does_what_its_scope_allows_until_it_is_revoked() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let new = json!({ "name": "Nightly report", "scope": ["leads.read", "figures.read"] });
    let made = rita.post("/api/v1/tokens", &new).await.done();
    let mut program = Visitor::of(&house);
    program.token = Some(made["secret"].as_str().unwrap().to_owned());
    let me = program.get("/api/v1/me").await.done();
    assert_eq!((&me["user"]["handle"], &me["is_token"]), (&json!("rita"), &json!(true)));
    assert_eq!(me["permissions"], json!(["leads.read", "figures.read"]));
    let leads = program.get("/api/v1/leads").await.done();
    assert!(leads["leads"].as_array().unwrap().iter().all(|lead| lead["name"].is_null()));
    program.post("/api/v1/tokens", &new).await.is(403, "not_permitted");
    let own = rita.get("/api/v1/tokens").await.done();
    assert_eq!(own["tokens"][0]["id"], made["token"]["id"]);
    assert!(!own.to_string().contains("secret"), "{own}");
    let address = format!("/api/v1/tokens/{}", made["token"]["id"].as_str().unwrap());
    assert_eq!(ada.delete(&address).await.status, 204, "an administrator revokes any");
    program.get("/api/v1/leads").await.is(401, "bad_token");
    assert!(rita.get("/api/v1/tokens").await.done()["tokens"][0]["revoked_at"].is_string());
}

#[tokio::test]
async fn a_token_that_could_do_more_than_its_maker_or_nothing_known_is_refused() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let new = |scope: &[&str]| json!({ "name": "Report", "scope": scope });
    rita.post("/api/v1/tokens", &new(&["users.manage"])).await.is(403, "scope_too_wide");
    rita.post("/api/v1/tokens", &new(&[])).await.is(422, "scope_empty");
    let unknown = rita.post("/api/v1/tokens", &new(&["leads.read", "leads.steal"])).await;
    unknown.is(422, "invalid_request");
    assert_eq!(unknown.body["places"][0]["at"], "/scope/1");
    let past =
        json!({ "name": "Report", "scope": ["leads.read"], "ends_at": "2020-01-01T00:00:00Z" });
    rita.post("/api/v1/tokens", &past).await.is(422, "invalid_request");
    rita.get("/api/v1/tokens?of_everybody=true").await.is(403, "not_permitted");
    rita.get("/api/v1/tokens?limit=201").await.is(422, "invalid_request");
}
