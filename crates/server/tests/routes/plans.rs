//! `/api/v1/plan` and `/api/v1/forecast`, and the leads behind their figures.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);

#[tokio::test]
async fn a_plan_and_a_forecast_open_their_lists() {
    let house = House::with_leads(900);
    let found = house.get(READER, "/api/v1/plan?goal=500000&days=91").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let steps = found.body["whole"]["steps"].as_array().unwrap();
    assert!(steps.len() > 3, "{:?}", found.body);
    for step in steps {
        let stage = step["stage"].as_str().unwrap();
        let address = format!("/api/v1/plan/leads?goal=500000&figure={stage}:reached");
        assert_eq!(house.get(READER, &address).await.body["count"], step["reached"], "{stage}");
    }
    let ahead = house.get(READER, "/api/v1/forecast?days=60").await;
    assert_eq!(ahead.status, StatusCode::OK, "{:?}", ahead.body);
    let list = house.get(READER, "/api/v1/forecast/leads?days=60&figure=won_since").await;
    assert_eq!(list.body["count"], ahead.body["backtest"]["wins"]);
}

#[tokio::test]
async fn goals_and_days_that_there_are_not_are_refused() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/plan?goal=-1", "goal"),
        ("/api/v1/plan?goal=5&days=0", "days"),
        ("/api/v1/plan/leads?goal=5&figure=smoke", "figure"),
        ("/api/v1/forecast?days=367", "days"),
        ("/api/v1/forecast/leads?figure=smoke", "figure"),
    ] {
        let refused = house.get(READER, address).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(refused.body["places"][0]["at"], place, "{address}: {:?}", refused.body);
    }
    let nobody = house.get(None, "/api/v1/forecast").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}
