//! Every address that is not the API's.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

#[tokio::test]
async fn an_address_of_the_api_that_does_not_exist_is_a_problem_and_no_page() {
    let house = House::with_leads(2);
    for address in ["/api/v1/nothing", "/api/v1", "/v1/no/such/thing", "/assets/gone.js"] {
        let answer = house.get(Some(Role::Rep), address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert_eq!(answer.body["code"], "no_such_address", "{address}");
    }
}

#[tokio::test]
async fn every_other_address_is_a_page_without_signing_in() {
    let house = House::with_leads(2);
    for address in ["/", "/leads", "/leads/lead-1", "/inbox?a=b"] {
        let answer = house.get(None, address).await;
        // Without a built web app the page says how to build it.
        let expected = [StatusCode::OK, StatusCode::NOT_FOUND];
        assert!(expected.contains(&answer.status), "{address}: {}", answer.status);
        assert!(answer.kind.starts_with("text/html"), "{address}: {}", answer.kind);
    }
}
