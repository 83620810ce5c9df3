//! `/api/v1/sign_in_ways`, `/api/v1/session/oidc` and `/api/v1/users/…/identities`, where no provider
//! is set up; `tests/oidc` has one.

use crate::house::House;
use crate::visitor::Visitor;
use serde_json::json;

#[tokio::test]
async fn without_a_provider_there_is_one_way_in_and_the_other_is_said_not_to_be() {
    let house = House::with_leads(2);
    let mut nobody = Visitor::of(&house);
    let ways = nobody.get("/api/v1/sign_in_ways").await.done();
    assert_eq!(ways, json!({ "password": true }));
    nobody.post("/api/v1/session/oidc/attempts", &json!({})).await.is(404, "no_provider");
    let back = json!({ "code": "c", "state": "s" });
    nobody.post("/api/v1/session/oidc", &back).await.is(404, "no_provider");
}

#[tokio::test]
async fn only_an_administrator_unbinds_somebody_from_their_provider() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let me = rita.get("/api/v1/me").await.done();
    let address = format!("/api/v1/users/{}/identities", me["user"]["id"].as_str().unwrap());
    rita.delete(&address).await.is(403, "not_permitted");
    assert_eq!(ada.delete(&address).await.status, 204);
    // Nothing was bound, so that nothing changed.
    rita.get("/api/v1/me").await.done();
    let unknown = ada.delete("/api/v1/users/0000000000000/identities").await;
    unknown.is(404, "unknown_user");
}
