//! `/api/v1/scorecard`, and the leads behind its figures.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);

#[tokio::test]
async fn a_scorecard_says_what_it_is_worth_and_opens_its_lists() {
    let house = House::with_leads(900);
    let found = house.get(READER, "/api/v1/scorecard").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let card = &found.body["card"];
    assert!(card["lines"].as_array().is_some_and(|lines| !lines.is_empty()), "{:?}", found.body);
    assert!(card["charter"].as_str().is_some_and(|text| text.contains("[[icp.fit]]")));
    for (figure, count) in [
        ("worked", &found.body["worked"]),
        ("unworked", &found.body["unworked"]),
        ("held_out_with", &card["held_out_with"]),
        ("row:1", &card["calibration"][0]["leads"]),
    ] {
        let list = house.get(READER, &format!("/api/v1/scorecard/leads?figure={figure}")).await;
        assert_eq!(&list.body["count"], count, "{figure}");
    }
}

#[tokio::test]
async fn outcomes_figures_and_traits_that_there_are_not_are_refused() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/scorecard?outcome=happy", "outcome"),
        ("/api/v1/scorecard/leads?figure=applause", "figure"),
    ] {
        let refused = house.get(READER, address).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(refused.body["places"][0]["at"], place, "{address}: {:?}", refused.body);
    }
    let unknown = house.get(READER, "/api/v1/scorecard?trust=lead.shoe_size").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", unknown.body);
    let few = house.get(READER, "/api/v1/scorecard").await;
    assert_eq!(few.status, StatusCode::OK);
    assert!(few.body["card"].is_null(), "{:?}", few.body);
    let nobody = house.get(None, "/api/v1/scorecard").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}
