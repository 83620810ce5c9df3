//! `/api/v1/session`, `/api/v1/me` and `/api/v1/passwords`.

use crate::house::House;
use crate::visitor::{PASSWORD, Visitor};
use app::people::{Role, SecretKind};
use axum::http::header;
use serde_json::json;
use server::Settings;

fn credentials(password: &str) -> serde_json::Value {
    json!({ "email": "ada@example.com", "password": password })
}

#[tokio::test]
async fn whoever_signs_in_gets_a_cookie_that_no_script_reads_until_they_sign_out() {
    let settings =
        Settings { public_url: "https://tandem.example.com".to_owned(), ..Settings::default() };
    let house = House::set_up_as(2, settings);
    Visitor::administrator(&house).await;
    let mut ada = Visitor::of(&house);
    ada.get("/api/v1/me").await.is(401, "not_signed_in");
    let reply = ada.post("/api/v1/session", &credentials(PASSWORD)).await;
    let cookie = reply.headers.get(header::SET_COOKIE).unwrap().to_str().unwrap();
    assert!(cookie.starts_with("__Host-tandem=tandem_session_"), "the secret apart: …");
    assert!(cookie.ends_with("; HttpOnly; SameSite=Lax; Secure"), "the secret apart: …");
    let me = ada.get("/api/v1/me").await.done();
    assert_eq!(reply.done(), me);
    let mut shown = me;
    shown["user"]["id"] = "id".into();
    shown["permissions"] = "as the table has".into();
    insta::assert_json_snapshot!(shown, @r#"
    {
      "is_token": false,
      "permissions": "as the table has",
      "signs_as": null,
      "user": {
        "created_at": "2026-09-01T09:00:00Z",
        "deactivated_at": null,
        "email": "ada@example.com",
        "handle": "ada",
        "id": "id",
        "name": "Ada Example",
        "role": "administrator",
        "teams": []
      }
    }
    "#);
    let mut copy = Visitor::of(&house);
    copy.cookie = ada.cookie.clone();
    assert_eq!(ada.delete("/api/v1/session").await.status, 204);
    assert_eq!(ada.cookie, None);
    copy.get("/api/v1/me").await.is(401, "not_signed_in");
}

#[tokio::test]
async fn a_wrong_password_says_no_more_than_an_unknown_address_and_guessing_ends() {
    let house = House::with_leads(2);
    Visitor::administrator(&house).await;
    let mut guesser = Visitor::of(&house);
    let wrong = guesser.post("/api/v1/session", &credentials("wrong horse battery")).await;
    let nobody = json!({ "email": "eve@example.com", "password": PASSWORD });
    let nobody = guesser.post("/api/v1/session", &nobody).await;
    wrong.is(401, "wrong_password");
    assert_eq!(wrong.body, nobody.body);
    for _ in 0..9 {
        guesser.post("/api/v1/session", &credentials("wrong horse battery")).await;
    }
    let refused = guesser.post("/api/v1/session", &credentials(PASSWORD)).await;
    refused.is(429, "too_many_attempts");
    assert_eq!(refused.headers.get(header::RETRY_AFTER).unwrap(), "900");
}

#[tokio::test]
async fn a_password_is_changed_by_who_knows_it_and_by_who_holds_a_link() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut rita = ada.hire("rita", "rep").await;
    let change = |current: &str| json!({ "current": current, "new": "another horse entirely" });
    rita.put("/api/v1/me/password", &change("wrong horse")).await.is(401, "wrong_password");
    assert_eq!(rita.put("/api/v1/me/password", &change(PASSWORD)).await.status, 204);
    let me = rita.get("/api/v1/me").await.done();
    let address = format!("/api/v1/users/{}/password_links", me["user"]["id"].as_str().unwrap());
    rita.post(&address, &json!({})).await.is(403, "not_permitted");
    let made = ada.post(&address, &json!({})).await.done();
    let link = made["url"].as_str().unwrap().split_once("/password#").unwrap().1;
    let sent = json!({ "link": link, "password": "a third horse, quite" });
    assert_eq!(Visitor::of(&house).post("/api/v1/passwords", &sent).await.status, 204);
    rita.get("/api/v1/me").await.is(401, "not_signed_in");
    Visitor::of(&house).post("/api/v1/passwords", &sent).await.is(410, "link_gone");
    let credentials = json!({ "email": "rita@example.com", "password": "a third horse, quite" });
    rita.post("/api/v1/session", &credentials).await.done();
}

#[tokio::test]
async fn a_cookie_or_token_that_nobody_handed_out_is_worth_nothing() {
    let house = House::with_leads(2);
    let mut forger = Visitor::of(&house);
    let letters = "0".repeat(52);
    forger.cookie = Some(format!("tandem=tandem_session_{letters}"));
    forger.get("/api/v1/me").await.is(401, "not_signed_in");
    forger.token = Some(format!("tandem_token_{letters}"));
    forger.get("/api/v1/me").await.is(401, "bad_token");
    forger.token = Some("nonsense".to_owned());
    forger.get("/api/v1/setup").await.is(401, "bad_token");
}

#[tokio::test]
async fn each_of_the_demo_company_comes_in_by_a_link_that_works_once() {
    let house = House::with_leads(2);
    let people = house.served.write(app::Engine::add_demo_people).await.unwrap();
    let company = house.get(Some(Role::Rep), "/api/v1/company").await.body;
    assert_eq!(company["name"], "Larkfield Software", "{company}");
    assert_eq!(people.len(), 8);
    let link = people[0].link.text(SecretKind::Link);
    let mut visitor = Visitor::of(&house);
    let me = visitor.post("/api/v1/session/links", &json!({ "link": link })).await.done();
    assert_eq!(
        (&me["user"]["role"], &me["signs_as"]),
        (&"sales_head".into(), &"sales_head".into())
    );
    let waiting = visitor.get("/api/v1/proposals/1").await.done();
    let open: Vec<_> = waiting["signatures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|signature| signature["who"].is_null())
        .map(|signature| signature["role"].clone())
        .collect();
    assert_eq!(open, ["sales_head"]);
    let mut again = Visitor::of(&house);
    again.post("/api/v1/session/links", &json!({ "link": link })).await.is(410, "link_gone");
}
