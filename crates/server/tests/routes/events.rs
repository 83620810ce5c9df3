//! `/api/v1/events`.

use crate::house::House;
use axum::http::StatusCode;

#[tokio::test]
async fn nobody_follows_without_signing_in() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/api/v1/events").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn where_nothing_is_decided_nothing_is_told() {
    let house = House::with_leads(2);
    let mut listens = house.served.listen();
    house.served.tell_changes().unwrap();
    assert!(listens.try_recv().is_err());
}
