//! `/api/v1/setup` and `/api/v1/invitations`.

use crate::house::House;
use crate::visitor::{PASSWORD, Visitor};
use serde_json::json;

#[tokio::test]
async fn the_setup_link_makes_its_holder_the_administrator_and_signs_them_in() {
    let house = House::with_leads(2);
    let mut stranger = Visitor::of(&house);
    assert_eq!(stranger.get("/api/v1/setup").await.done(), json!({ "is_needed": true }));
    let link = house.served.make_setup_link().await.unwrap().unwrap();
    let link = link.strip_prefix("/setup#").unwrap();
    let new = |link: &str, password: &str| {
        json!({ "link": link, "email": "ada@example.com", "name": "Ada Example",
                "password": password })
    };
    let wrong = "tandem_link_".to_owned() + &"0".repeat(52);
    stranger.post("/api/v1/setup", &new(&wrong, PASSWORD)).await.is(410, "link_gone");
    stranger.post("/api/v1/setup", &new("nonsense", PASSWORD)).await.is(410, "link_gone");
    stranger.post("/api/v1/setup", &new(link, "short")).await.is(422, "password_not_fit");
    let me = stranger.post("/api/v1/setup", &new(link, PASSWORD)).await.done();
    assert_eq!(
        (&me["user"]["role"], &me["user"]["handle"]),
        (&json!("administrator"), &json!("ada"))
    );
    assert_eq!(stranger.get("/api/v1/me").await.done(), me, "signed in by the cookie");
    assert_eq!(stranger.get("/api/v1/setup").await.done(), json!({ "is_needed": false }));
    stranger.post("/api/v1/setup", &new(link, PASSWORD)).await.is(409, "set_up_already");
    assert_eq!(house.served.make_setup_link().await.unwrap(), None);
}

#[tokio::test]
async fn an_invitation_is_read_and_accepted_by_who_holds_it_once() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let new = json!({ "email": "Rita@Example.com", "name": "Rita Example", "role": "rep" });
    let made = ada.post("/api/v1/invitations", &new).await.done();
    let url = made["url"].as_str().unwrap();
    let link = url.strip_prefix("http://localhost:8080/invitation#").unwrap();
    let mut rita = Visitor::of(&house);
    let held = json!({ "link": link });
    let seen = rita.post("/api/v1/invitations/readings", &held).await.done();
    assert_eq!(seen, made["invitation"]);
    assert_eq!(seen["email"], "rita@example.com");
    let comes = json!({ "link": link, "name": "Rita Example", "password": PASSWORD });
    let me = rita.post("/api/v1/invitations/acceptances", &comes).await;
    assert_eq!(me.status, 201);
    assert_eq!(me.body["user"]["role"], "rep");
    rita.post("/api/v1/invitations/acceptances", &comes).await.is(410, "link_gone");
    rita.post("/api/v1/invitations/readings", &held).await.is(410, "link_gone");
    rita.post("/api/v1/invitations", &new).await.is(403, "not_permitted");
    rita.get("/api/v1/invitations").await.is(403, "not_permitted");
}

#[tokio::test]
async fn open_invitations_are_listed_page_by_page_and_can_be_withdrawn() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    for handle in ["ben", "mia", "zoe"] {
        let email = format!("{handle}@example.com");
        let new = json!({ "email": email, "name": handle, "role": "marketer" });
        ada.post("/api/v1/invitations", &new).await.done();
    }
    let first = ada.get("/api/v1/invitations?limit=2").await.done();
    let cursor = first["next_cursor"].as_str().unwrap();
    let address = format!("/api/v1/invitations?limit=2&cursor={cursor}");
    let second = ada.get(&address).await.done();
    assert!(second["next_cursor"].is_null(), "{second}");
    let all = [&first, &second].map(|page| page["invitations"].as_array().unwrap().len());
    assert_eq!(all, [2, 1]);
    let id = first["invitations"][0]["id"].as_str().unwrap();
    assert_eq!(ada.delete(&format!("/api/v1/invitations/{id}")).await.status, 204);
    ada.delete(&format!("/api/v1/invitations/{id}")).await.is(410, "link_gone");
    ada.delete("/api/v1/invitations/nobody").await.is(404, "unknown_invitation");
    let bad = json!({ "email": "zoe", "name": "Zoe", "role": "boss" });
    let refused = ada.post("/api/v1/invitations", &bad).await;
    refused.is(422, "invalid_request");
    assert_eq!(refused.body["places"][0]["at"], "/role");
}
