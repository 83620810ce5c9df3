//! `/api/v1/waiting`.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

#[tokio::test]
async fn nobody_sees_what_waits_without_signing_in() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/api/v1/waiting").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn each_number_is_the_length_of_the_list_that_it_opens() {
    let house = House::with_leads(300);
    let waiting = house.get(Some(Role::SalesHead), "/api/v1/waiting").await;
    assert_eq!(waiting.status, StatusCode::OK, "{}", waiting.body);
    let length = async |filter: &str| {
        let address = format!("/api/v1/leads?open=true&limit=1000&{filter}");
        let list = house.get(Some(Role::SalesHead), &address).await;
        assert_eq!(list.status, StatusCode::OK, "{}", list.body);
        list.body["leads"].as_array().unwrap().len()
    };
    let late = length("due=late").await;
    let soon = length("due=soon").await;
    assert_eq!(waiting.body["late"], late);
    assert_eq!(waiting.body["soon"], soon);
    assert!(late > 0, "the simulated company is never wholly in time");
    let queues = waiting.body["queues"].as_array().unwrap();
    assert_eq!(queues[0]["queue"], "sdr");
    for queue in queues {
        let name = queue["queue"].as_str().unwrap();
        let filter = format!("place=queue&who={name}");
        if queue["leads"] != 0 {
            assert_eq!(queue["leads"], length(&filter).await, "{name}");
            assert_eq!(queue["late"], length(&format!("{filter}&due=late")).await, "{name}");
        }
    }
}

#[tokio::test]
async fn late_and_soon_part_the_leads_that_wait_at_now() {
    let house = House::with_leads(300);
    let list = async |filter: &str| {
        let address = format!("/api/v1/leads?open=true&limit=1000&{filter}");
        house.get(Some(Role::Rep), &address).await.body["leads"].as_array().unwrap().clone()
    };
    let all = list("").await;
    let late = list("due=late").await;
    assert!(late.iter().all(|lead| lead["is_late"] == true));
    assert!(list("due=soon").await.iter().all(|lead| lead["is_late"] == false));
    assert_eq!(late.len(), all.iter().filter(|lead| lead["is_late"] == true).count());
    let first = house.get(Some(Role::Rep), "/api/v1/leads?open=true&due=late&limit=3").await.body;
    let cursor = first["next_cursor"].as_str().unwrap();
    let on = list(&format!("due=late&cursor={cursor}")).await;
    assert_eq!(late[3..], on, "pages go on within the window");
}

#[tokio::test]
async fn a_word_that_is_no_window_is_refused() {
    let house = House::with_leads(2);
    let answer = house.get(Some(Role::Rep), "/api/v1/leads?due=tomorrow").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}
