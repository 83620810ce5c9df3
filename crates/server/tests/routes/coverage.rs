//! `/api/v1/coverage`, the leads behind its figures, and target accounts.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);
const REP: Option<Role> = Some(Role::Rep);

#[tokio::test]
async fn each_figure_of_a_cell_opens_its_list() {
    let house = House::with_leads(300);
    let found = house.get(READER, "/api/v1/coverage").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let cells = found.body["cells"].as_array().unwrap();
    assert!(cells.len() > 4, "{:?}", found.body);
    for cell in cells.iter().take(3) {
        let (territory, segment) = (cell["territory"].as_str(), cell["segment"].as_str());
        let of = format!(
            "territory_value={}&segment_value={}",
            territory.unwrap().replace(' ', "%20"),
            segment.unwrap().replace(' ', "%20")
        );
        for figure in ["leads", "open", "with_sales", "unassigned", "won"] {
            let address = format!("/api/v1/coverage/leads?{of}&figure={figure}");
            let list = house.get(READER, &address).await;
            assert_eq!(list.body["count"], cell[figure], "{address}: {:?}", list.body);
        }
    }
}

#[tokio::test]
async fn target_accounts_come_in_pages_with_their_committees() {
    let house = House::with_leads(300);
    let first = house.get(REP, "/api/v1/coverage/accounts?all=true&limit=7").await;
    assert_eq!(first.status, StatusCode::OK, "{:?}", first.body);
    let accounts = first.body["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 7);
    let roles = first.body["roles"].as_array().unwrap();
    assert_eq!(accounts[0]["people"].as_array().map(Vec::len), Some(roles.len()));
    let cursor = first.body["next_cursor"].as_str().unwrap();
    let address = format!("/api/v1/coverage/accounts?all=true&limit=7&cursor={cursor}");
    let second = house.get(REP, &address).await;
    assert_ne!(second.body["accounts"][0]["account"]["id"], accounts[0]["account"]["id"]);
    assert_eq!(second.body["count"], first.body["count"]);
}

#[tokio::test]
async fn cells_and_traits_that_there_are_not_are_refused() {
    let house = House::with_leads(2);
    for address in [
        "/api/v1/coverage?territory=lead.shoe_size",
        "/api/v1/coverage?segment=motion",
        "/api/v1/coverage/leads?territory_value=moon&segment_value=big&figure=open",
        "/api/v1/coverage/accounts?cursor=smoke",
        "/api/v1/coverage/accounts?limit=0",
    ] {
        let refused = house.get(READER, address).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{address}: {:?}",
            refused.body
        );
    }
    assert_eq!(house.get(None, "/api/v1/coverage").await.status, StatusCode::UNAUTHORIZED);
}
