//! `/api/v1/openapi.json`.

use crate::house::House;
use axum::http::StatusCode;

#[tokio::test]
async fn the_description_is_served_as_it_is_generated() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/api/v1/openapi.json").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.body, serde_json::to_value(server::description()).unwrap());
    assert_eq!(answer.body["openapi"], "3.1.0");
}

#[test]
fn the_client_of_the_web_app_is_generated_from_the_description_as_it_is() {
    let kept = include_str!("../../../../web/openapi.json");
    let now = serde_json::to_string_pretty(&server::description()).unwrap();
    assert!(kept.trim_end() == now, "the API changed: run `bash scripts/web.sh codegen`");
}

#[test]
fn no_two_operations_are_called_the_same() {
    let description = serde_json::to_value(server::description()).unwrap();
    let paths = description["paths"].as_object().unwrap().values();
    let operations = paths.flat_map(|path| path.as_object().unwrap().values());
    let names: Vec<_> = operations.filter_map(|it| it["operationId"].as_str()).collect();
    let distinct: std::collections::BTreeSet<_> = names.iter().collect();
    assert!(names.len() > 50);
    assert_eq!(distinct.len(), names.len());
}
