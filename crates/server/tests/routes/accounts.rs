//! `/api/v1/accounts`.

use crate::house::House;
use crate::visitor::Visitor;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const REP: Option<Role> = Some(Role::Rep);
const ABM: &str = include_str!("../../../../charters/enterprise-abm.toml");

fn ids(list: &Value) -> Vec<&str> {
    let accounts = list["accounts"].as_array().unwrap();
    accounts.iter().map(|account| account["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn nobody_sees_accounts_without_signing_in() {
    let house = House::with_leads(2);
    assert_eq!(house.get(None, "/api/v1/accounts").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn where_the_charter_says_nothing_of_accounts_they_are_in_no_stage() {
    let house = House::with_leads(60);
    let list = house.get(REP, "/api/v1/accounts?limit=200").await.body;
    assert_eq!(list["has_terms"], false);
    assert_eq!(list["count"].as_u64(), Some(ids(&list).len() as u64));
    let accounts = list["accounts"].as_array().unwrap();
    assert!(accounts.len() > 10 && accounts.iter().all(|account| account["stage"].is_null()));
    assert!(accounts.iter().any(|account| account["people"].as_u64() > Some(0)));
}

#[tokio::test]
async fn pages_follow_each_other_without_losing_an_account() {
    let house = House::under(60, ABM);
    let all = house.get(REP, "/api/v1/accounts?limit=200").await.body;
    assert_eq!(all["has_terms"], true);
    let (mut paged, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = house.get(REP, &format!("/api/v1/accounts?limit=7{cursor}")).await.body;
        paged.extend(page["accounts"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            None => break,
            Some(next) => cursor = format!("&cursor={next}"),
        }
    }
    assert!(paged.len() > 14, "{}", paged.len());
    assert_eq!(&paged, all["accounts"].as_array().unwrap());
}

#[tokio::test]
async fn an_account_says_where_it_is_why_and_who_belongs_to_it() {
    let house = House::under(150, ABM);
    let list = house.get(REP, "/api/v1/accounts?limit=200").await.body;
    let accounts = list["accounts"].as_array().unwrap();
    let staged = accounts.iter().find(|it| !it["stage"].is_null() && it["people"] != 0).unwrap();
    let stage = staged["stage"]["id"].as_str().unwrap();
    let same = house.get(REP, &format!("/api/v1/accounts?stage={stage}")).await.body;
    assert!(ids(&same).contains(&staged["id"].as_str().unwrap()));
    let id = staged["id"].as_str().unwrap();
    let page = house.get(REP, &format!("/api/v1/accounts/{id}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(page.body["account"], *staged);
    let decisions = page.body["decisions"].as_array().unwrap();
    let entered = decisions.iter().rfind(|it| it["what"] == "stage_entered").unwrap();
    assert_eq!(entered["target"], stage);
    assert!(entered["clause"].as_str().unwrap().starts_with("account."), "{entered}");
    let people = page.body["people"].as_array().unwrap();
    assert_eq!(page.body["people_count"].as_u64(), Some(people.len() as u64));
    assert!(people.iter().any(|person| person["belongs_now"] == true));
    assert!(!page.body["traits"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn an_account_is_found_by_a_part_of_its_name_and_lists_its_opportunities() {
    let house = House::with_leads(150);
    let deals = house.get(REP, "/api/v1/opportunities?outcome=won&limit=1").await.body;
    let account = &deals["opportunities"][0]["account"];
    let (id, name) = (account["id"].as_str().unwrap(), account["name"].as_str().unwrap());
    let address = format!("/api/v1/accounts?text={}", name.replace(' ', "%20"));
    assert!(ids(&house.get(REP, &address).await.body).contains(&id));
    let page = house.get(REP, &format!("/api/v1/accounts/{id}")).await.body;
    let own: BTreeSet<_> =
        page["opportunities"].as_array().unwrap().iter().map(|it| it["id"].to_string()).collect();
    assert!(own.contains(&deals["opportunities"][0]["id"].to_string()), "{page}");
    let listed = house.get(REP, &format!("/api/v1/opportunities?account={id}")).await.body;
    assert_eq!(listed["count"].as_u64(), Some(own.len() as u64));
}

#[tokio::test]
async fn an_executive_sees_accounts_and_no_names_of_their_people() {
    let house = House::with_leads(60);
    let head = Some(Role::Executive);
    let list = house.get(head, "/api/v1/accounts?limit=200").await.body;
    let accounts = list["accounts"].as_array().unwrap();
    let with = accounts.iter().find(|account| account["people"].as_u64() > Some(0)).unwrap();
    let id = with["id"].as_str().unwrap();
    let page = house.get(head, &format!("/api/v1/accounts/{id}")).await.body;
    assert_eq!(page["identifiers"], json!([]));
    let people = page["people"].as_array().unwrap();
    assert!(!people.is_empty() && people.iter().all(|person| person["lead"]["name"].is_null()));
}

#[tokio::test]
async fn what_cannot_be_asked_of_accounts_is_refused_with_its_place() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/accounts?limit=0", "limit"),
        ("/api/v1/accounts?limit=201", "limit"),
        ("/api/v1/accounts?cursor=here", "cursor"),
        ("/api/v1/accounts?size=big", "query"),
    ] {
        let answer = house.get(REP, address).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(answer.body["places"][0]["at"], place, "{address}");
    }
    let answer = house.get(REP, "/api/v1/accounts?stage=dreaming").await;
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (422, &json!("unknown_name")));
    let answer = house.get(REP, "/api/v1/accounts/nobody-of-this-name").await;
    assert_eq!((answer.status.as_u16(), &answer.body["code"]), (404, &json!("unknown_account")));
}

#[tokio::test]
async fn whoever_sees_only_leads_of_their_own_sees_only_accounts_of_those() {
    let house = House::with_leads(150);
    let mut ada = Visitor::administrator(&house).await;
    let mut rep = ada.hire("rita", "rep").await;
    let all = rep.get("/api/v1/accounts?limit=200").await.done();
    ada.put("/api/v1/workspace", &json!({ "lead_visibility": "teams" })).await.done();
    let own = rep.get("/api/v1/accounts?limit=200").await.done();
    assert_eq!(ids(&ada.get("/api/v1/accounts?limit=200").await.done()), ids(&all));
    assert!(own["count"].as_u64() < all["count"].as_u64(), "{}", own["count"]);
    let seen: BTreeSet<_> = ids(&own).into_iter().collect();
    let hidden = ids(&all).into_iter().find(|id| !seen.contains(id)).unwrap();
    rep.get(&format!("/api/v1/accounts/{hidden}")).await.is(404, "unknown_account");
    for id in seen {
        let page = rep.get(&format!("/api/v1/accounts/{id}")).await.done();
        let people = page["people"].as_array().unwrap();
        assert!(!people.is_empty());
        for person in people {
            let lead = person["lead"]["id"].as_str().unwrap();
            rep.get(&format!("/api/v1/leads/{lead}")).await.done();
        }
    }
    let deals = rep.get("/api/v1/opportunities?limit=200").await.done();
    let all = ada.get("/api/v1/opportunities?limit=200").await.done();
    assert!(deals["count"].as_u64() < all["count"].as_u64());
}
