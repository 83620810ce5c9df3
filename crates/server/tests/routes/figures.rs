//! `/api/v1/funnel`, `/api/v1/promises`, `/api/v1/mirror`, and the leads behind their figures.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);

#[tokio::test]
async fn every_figure_of_the_funnel_is_as_long_as_its_list() {
    let house = House::with_leads(120);
    let funnel = house.get(READER, "/api/v1/funnel?by=lead.source").await;
    assert_eq!(funnel.status, StatusCode::OK, "{:?}", funnel.body);
    let whole = &funnel.body["whole"];
    let mut seen = 0;
    for (stages, figures) in [
        ("stages", ["reached", "entered", "waiting"].as_slice()),
        ("beside", ["entered", "resting"].as_slice()),
    ] {
        for stage in whole[stages].as_array().unwrap() {
            for figure in figures {
                let id = stage["id"].as_str().unwrap();
                let address = format!("/api/v1/funnel/leads?stage={id}&figure={figure}");
                let behind = house.get(READER, &address).await.body;
                assert_eq!(behind["count"], stage[*figure], "{id} {figure}");
                assert_eq!(
                    behind["leads"].as_array().map(|leads| leads.len() as u64),
                    stage[*figure].as_u64()
                );
                seen += stage[*figure].as_u64().unwrap();
            }
        }
    }
    assert!(seen > 100, "{seen}");
    let slices = funnel.body["slices"].as_array().unwrap();
    let leads: u64 = slices.iter().map(|slice| slice["leads"].as_u64().unwrap()).sum();
    assert_eq!(whole["leads"].as_u64(), Some(leads), "each lead is in one slice");
}

#[tokio::test]
async fn the_agreed_rate_stands_beside_the_stage_it_is_about() {
    let house = House::with_leads(60);
    let funnel = house.get(READER, "/api/v1/funnel").await.body;
    let stages = funnel["whole"]["stages"].as_array().unwrap();
    let sal = stages.iter().find(|stage| stage["id"] == "sal").unwrap();
    assert_eq!(sal["target"]["from"], "mql");
    assert!(sal["target"]["rate"].as_f64().is_some_and(|rate| rate > 0.0 && rate < 1.0));
}

#[tokio::test]
async fn every_figure_of_a_promise_is_as_long_as_its_list() {
    let house = House::with_leads(120);
    let promises = house.get(READER, "/api/v1/promises").await.body;
    let sides = promises["sides"].as_array().unwrap();
    assert_eq!((&sides[0]["side"], &sides[1]["side"]), (&"marketing".into(), &"sales".into()));
    let mut seen = 0;
    for promise in promises["promises"].as_array().unwrap() {
        for figure in ["all", "kept", "broken", "still_open", "never_answered"] {
            let id = promise["id"].as_str().unwrap();
            let address = format!("/api/v1/promises/leads?promise={id}&figure={figure}");
            let behind = house.get(READER, &address).await.body;
            assert_eq!(behind["count"], promise[figure], "{id} {figure}");
            seen += behind["count"].as_u64().unwrap();
        }
    }
    assert!(seen > 20, "{seen}");
}

#[tokio::test]
async fn the_mirror_says_its_sentence_and_what_it_compared() {
    let house = House::with_leads(60);
    let mirror = house.get(READER, "/api/v1/mirror").await;
    assert_eq!(mirror.status, StatusCode::OK, "{:?}", mirror.body);
    assert!(mirror.body["sentence"].as_str().is_some_and(|said| said.contains("sent")));
    assert_eq!(mirror.body["sent_at"], "mql");
}

#[tokio::test]
async fn figures_that_are_not_there_are_refused_with_their_place() {
    let house = House::with_leads(10);
    for address in [
        "/api/v1/funnel/leads?stage=mql&figure=liked",
        "/api/v1/promises/leads?promise=first-touch&figure=liked",
        "/api/v1/funnel?from=monday",
        "/api/v1/funnel?by=lead.mood",
    ] {
        let answer = house.get(READER, address).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}: {:?}", answer.body);
    }
}

#[tokio::test]
async fn the_funnel_is_a_workbook_too() {
    let house = House::with_leads(60);
    let book = house.get(READER, "/api/v1/funnel/workbook?by=lead.source").await;
    assert_eq!(book.status, StatusCode::OK, "{}", book.text);
    assert!(book.kind.ends_with("spreadsheetml.sheet"), "{}", book.kind);
    assert_eq!(book.headers["content-disposition"], "attachment; filename=\"funnel.xlsx\"");
    // The sheets are files of an archive; what is in them is for the tests of `connect`.
    assert!(book.text.starts_with("PK") && book.text.contains("xl/worksheets/sheet5.xml"));
    assert_eq!(house.get(None, "/api/v1/funnel/workbook").await.status.as_u16(), 401);
    let refused = house.get(READER, "/api/v1/funnel/workbook?from=soon").await;
    assert_eq!(refused.status.as_u16(), 422);
}
