//! `/healthz` and `/readyz`.

use crate::house::House;
use axum::http::StatusCode;

#[tokio::test]
async fn a_server_with_a_ledger_lives_and_is_ready() {
    let house = House::with_leads(2);
    assert_eq!(house.get(None, "/healthz").await.status, StatusCode::NO_CONTENT);
    assert_eq!(house.get(None, "/readyz").await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn an_address_with_nothing_at_it_is_a_problem() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/api/v1/nothing").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(answer.kind, "application/problem+json");
    assert_eq!(answer.body["code"], "no_such_address");
}
