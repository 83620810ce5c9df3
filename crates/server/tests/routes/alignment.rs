//! `/api/v1/alignment`, and the leads behind its parts.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);

#[tokio::test]
async fn each_part_of_the_index_opens_its_list() {
    let house = House::with_leads(300);
    let found = house.get(READER, "/api/v1/alignment").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let parts = found.body["now"]["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 6);
    for part in parts.iter().filter(|part| part["of"] != 0) {
        let word = part["part"].as_str().unwrap();
        for (figure, count) in [(word.to_owned(), "counted"), (format!("{word}:of"), "of")] {
            let address = format!("/api/v1/alignment/leads?figure={figure}");
            assert_eq!(house.get(READER, &address).await.body["count"], part[count], "{figure}");
        }
    }
    let refused = house.get(READER, "/api/v1/alignment/leads?figure=smoke").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body["places"][0]["at"], "figure");
    assert_eq!(house.get(None, "/api/v1/alignment").await.status, StatusCode::UNAUTHORIZED);
}
