//! `/api/v1/leads`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

#[tokio::test]
async fn nobody_sees_leads_without_signing_in() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/api/v1/leads").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.body["code"], "not_signed_in");
}

#[tokio::test]
async fn pages_follow_each_other_without_losing_a_lead() {
    let house = House::with_leads(40);
    let all = house.get(Some(Role::Rep), "/api/v1/leads?limit=1000").await;
    assert_eq!(all.status, StatusCode::OK);
    let all: Vec<_> = all.body["leads"].as_array().unwrap().clone();
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let address = format!("/api/v1/leads?limit=7{cursor}");
        let page = house.get(Some(Role::Rep), &address).await.body;
        paged.extend(page["leads"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            None => break,
            Some(next) => cursor = format!("&cursor={next}"),
        }
    }
    assert!(all.len() > 20, "{}", all.len());
    assert_eq!(paged, all);
}

#[tokio::test]
async fn a_lead_says_why_it_is_where_it_is() {
    let house = House::with_leads(150);
    let list = house.get(Some(Role::Rep), "/api/v1/leads?stage=mql&limit=1").await.body;
    let id = list["leads"][0]["id"].as_str().unwrap();
    let page = house.get(Some(Role::Rep), &format!("/api/v1/leads/{id}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.body["lead"]["stage"]["name"], "Marketing qualified");
    assert!(page.body["lead"]["why"].as_str().unwrap().contains("lead"), "{}", page.body["lead"]);
    let decisions = page.body["decisions"].as_array().unwrap();
    let entered = decisions.iter().find(|it| it["target"] == "mql").unwrap();
    assert_eq!(entered["says"], "enters Marketing qualified");
    assert!(page.body["personal"].as_array().is_some_and(|values| !values.is_empty()));
    assert_eq!(page.body["automatic"], serde_json::json!([]));
    let account = page.body["account"]["id"].as_str().unwrap();
    assert_eq!(page.body["account"]["name"], page.body["lead"]["company"]);
    let account = house.get(Some(Role::Rep), &format!("/api/v1/accounts/{account}")).await.body;
    let people = account["people"].as_array().unwrap();
    assert!(people.iter().any(|person| person["lead"]["id"] == id), "{people:?}");
}

#[tokio::test]
async fn an_executive_sees_no_names() {
    let house = House::with_leads(10);
    let list = house.get(Some(Role::Executive), "/api/v1/leads").await.body;
    assert!(list["leads"].as_array().unwrap().iter().all(|lead| lead["name"].is_null()));
    let id = list["leads"][0]["id"].as_str().unwrap();
    let page = house.get(Some(Role::Executive), &format!("/api/v1/leads/{id}")).await.body;
    assert_eq!(page["personal"].as_array().map(Vec::len), Some(0));
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_with_its_place() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/leads?limit=0", "limit"),
        ("/api/v1/leads?cursor=here", "cursor"),
        ("/api/v1/leads?trait_name=lead.source", "trait_value"),
    ] {
        let answer = house.get(Some(Role::Rep), address).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(answer.body["places"][0]["at"], place, "{address}");
    }
    let answer = house.get(Some(Role::Rep), "/api/v1/leads/nobody").await;
    assert_eq!(
        (answer.status, &answer.body["code"]),
        (StatusCode::NOT_FOUND, &"unknown_lead".into())
    );
}
