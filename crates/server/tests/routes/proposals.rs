//! `/api/v1/proposals`: from a draft to a version in force.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};

const MARKETING: Option<Role> = Some(Role::MarketingHead);
const SALES: Option<Role> = Some(Role::SalesHead);
const TEXT: &str = include_str!("../../../../charters/b2b-saas.toml");

/// The charter with another half-life, which belongs to the definitions.
fn gentler() -> String {
    let changed = TEXT.replace("half_life = \"30d\"", "half_life = \"21d\"");
    assert_ne!(changed, TEXT);
    changed
}

async fn propose(house: &House, text: &str) -> Value {
    let new = json!({ "title": "Engagement fades faster", "text": text });
    let opened = house.post(MARKETING, "/api/v1/proposals", &new).await;
    assert_eq!(opened.status, StatusCode::CREATED, "{:?}", opened.body);
    opened.body
}

#[tokio::test]
async fn a_proposal_that_both_heads_sign_takes_force() {
    let house = House::with_leads(20);
    let proposal = propose(&house, &gentler()).await;
    assert_eq!((&proposal["state"], &proposal["base"]), (&json!("open"), &json!(1)));
    let changes = proposal["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "{changes:?}");
    assert!(changes[0]["is"].as_str().unwrap().contains("21"), "{}", changes[0]);

    let said = json!({ "clause": changes[0]["clause"], "said": "Why not 14 days?" });
    let commented = house.post(SALES, "/api/v1/proposals/1/comments", &said).await;
    assert_eq!(commented.body["comments"][0]["said"], "Why not 14 days?");

    let signature = json!({ "text_hash": proposal["text_hash"] });
    let first = house.post(MARKETING, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!(first.status, StatusCode::CREATED, "{:?}", first.body);
    assert_eq!(first.body["state"], "open");
    let twice = house.post(MARKETING, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!(twice.body["code"], "signed_already");

    let last = house.post(SALES, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!(last.status, StatusCode::CREATED, "{:?}", last.body);
    assert_eq!((&last.body["state"], &last.body["version"]), (&json!("adopted"), &json!(2)));
    let charter = house.get(SALES, "/api/v1/charter").await.body;
    assert_eq!(charter["version"]["number"], 2);
    let text = charter["text"].as_str().unwrap();
    assert_eq!(text, gentler());
}

#[tokio::test]
async fn a_changed_text_asks_for_signatures_anew() {
    let house = House::with_leads(2);
    let proposal = propose(&house, &gentler()).await;
    let signature = json!({ "text_hash": proposal["text_hash"] });
    house.post(MARKETING, "/api/v1/proposals/1/signatures", &signature).await;
    let other = TEXT.replace("half_life = \"30d\"", "half_life = \"14d\"");
    let new = json!({ "title": "Even faster", "text": other });
    let changed = house.put(MARKETING, "/api/v1/proposals/1", &new).await;
    assert_eq!(changed.status, StatusCode::OK, "{:?}", changed.body);
    let open = |body: &Value| {
        body["signatures"].as_array().unwrap().iter().filter(|it| it["who"].is_null()).count()
    };
    assert_eq!(open(&changed.body), 2, "{}", changed.body["signatures"]);
    let stale = house.post(SALES, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!((stale.status.as_u16(), &stale.body["code"]), (409, &json!("changed_meanwhile")));
}

#[tokio::test]
async fn who_promises_more_signs_last() {
    let house = House::with_leads(2);
    let text = TEXT.replace("at_least = 120", "at_least = 150");
    assert_ne!(text, TEXT);
    let proposal = propose(&house, &text).await;
    let signature = json!({ "text_hash": proposal["text_hash"] });
    let early = house.post(MARKETING, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!((early.status.as_u16(), &early.body["code"]), (409, &json!("others_first")));
    for role in [SALES, MARKETING] {
        let signed = house.post(role, "/api/v1/proposals/1/signatures", &signature).await;
        assert_eq!(signed.status, StatusCode::CREATED, "{:?}", signed.body);
    }
}

#[tokio::test]
async fn only_whom_the_charter_asks_signs_and_nothing_unsound_is_proposed() {
    let house = House::with_leads(2);
    let proposal = propose(&house, &gentler()).await;
    let signature = json!({ "text_hash": proposal["text_hash"] });
    for role in [Role::Rep, Role::Administrator] {
        let refused = house.post(Some(role), "/api/v1/proposals/1/signatures", &signature).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
    let executive = Some(Role::Executive);
    let refused = house.post(executive, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!(refused.body["code"], "not_asked_to_sign", "{:?}", refused.body);
    let unsound = json!({ "title": "Broken", "text": "[charter]" });
    let refused = house.post(MARKETING, "/api/v1/proposals", &unsound).await;
    assert_eq!(
        (refused.status.as_u16(), &refused.body["code"]),
        (422, &json!("charter_not_sound"))
    );
    let none = house.get(SALES, "/api/v1/proposals/7").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let withdrawn = house.post(MARKETING, "/api/v1/proposals/1/withdrawals", &json!({})).await;
    assert_eq!(withdrawn.body["state"], "withdrawn");
    let late = house.post(MARKETING, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!((late.status.as_u16(), &late.body["code"]), (409, &json!("withdrawn")));
}

/// Whom the outbox asks for a signature, in the order of asking.
async fn asked(house: &House) -> Vec<String> {
    let waiting = house.get(Some(Role::Operations), "/api/v1/outbox?state=waiting").await.body;
    let messages = waiting["messages"].as_array().unwrap().iter();
    let asks = messages.filter(|message| message["kind"] == "signature_wanted");
    asks.map(|message| message["recipient"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn whoever_can_sign_is_asked_and_who_signs_last_when_it_is_their_turn() {
    let house = House::with_leads(2);
    let text = TEXT.replace("at_least = 120", "at_least = 150");
    let proposal = propose(&house, &text).await;
    assert_eq!(asked(&house).await, ["role:sales_head"]);
    let signature = json!({ "text_hash": proposal["text_hash"] });
    house.post(SALES, "/api/v1/proposals/1/signatures", &signature).await;
    assert_eq!(asked(&house).await, ["role:sales_head", "role:marketing_head"]);
    // The same text under another title asks nobody anew; another text does.
    let titled = json!({ "title": "More", "text": text });
    house.put(MARKETING, "/api/v1/proposals/1", &titled).await;
    assert_eq!(asked(&house).await.len(), 2);
    let new = json!({ "title": "More", "text": gentler() });
    house.put(MARKETING, "/api/v1/proposals/1", &new).await;
    assert_eq!(asked(&house).await, ["role:marketing_head", "role:sales_head"]);
    // What asks for nothing any more is not sent.
    house.post(MARKETING, "/api/v1/proposals/1/withdrawals", &json!({})).await;
    assert_eq!(asked(&house).await, [""; 0]);
}
