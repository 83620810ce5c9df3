//! `/api/v1/charter` and `/api/v1/charters`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;
use serde_json::json;

const READER: Option<Role> = Some(Role::Marketer);

#[tokio::test]
async fn the_charter_in_force_reads_as_a_document() {
    let house = House::with_leads(2);
    let charter = house.get(READER, "/api/v1/charter").await;
    assert_eq!(charter.status, StatusCode::OK);
    assert_eq!(charter.body["version"]["number"], 1);
    let chapters = charter.body["chapters"].as_array().unwrap();
    assert!(chapters.len() > 5);
    assert!(chapters.iter().all(|chapter| !chapter["clauses"].as_array().unwrap().is_empty()));
    let verdicts = charter.body["verdicts"].as_array().unwrap();
    let recycled = verdicts.iter().find(|verdict| verdict["verdict"] == "recycled").unwrap();
    assert!(
        recycled["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .any(|reason| { reason["returns_after_days"].as_f64().is_some_and(|days| days > 0.0) })
    );
    let version = house.get(READER, "/api/v1/charters/1").await.body;
    assert_eq!(version, charter.body);
    let versions = house.get(READER, "/api/v1/charters").await.body;
    assert_eq!(versions["versions"], json!([charter.body["version"]]));
    let none = house.get(READER, "/api/v1/charters/9").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_draft_is_read_back_or_answered_with_every_problem() {
    let house = House::with_leads(2);
    let text = include_str!("../../../../charters/b2b-saas.toml");
    let sound = house.post(READER, "/api/v1/charters/checks", &json!({ "text": text })).await;
    assert_eq!(sound.status, StatusCode::OK, "{:?}", sound.body);
    let names = &sound.body["names"];
    let industry = json!({ "name": "account.industry", "type": "text" });
    assert!(names["traits"].as_array().unwrap().contains(&industry), "{names}");
    assert!(names["touches"].as_array().unwrap().contains(&json!("form.demo_request")));
    assert!(names["stages"].as_array().unwrap().contains(&json!("mql")));
    let broken = text.replace("account.employees", "acount.employees");
    let found = house.post(READER, "/api/v1/charters/checks", &json!({ "text": broken })).await;
    assert_eq!((found.status.as_u16(), &found.body["code"]), (422, &json!("charter_not_sound")));
    let places = found.body["places"].as_array().unwrap();
    assert!(places[0]["at"].as_str().unwrap().starts_with("line "), "{}", places[0]);
    assert!(places[0]["reason"].as_str().unwrap().contains("account.employees"), "{}", places[0]);
}
