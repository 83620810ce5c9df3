//! `/api/v1/attribution`, `/api/v1/feedback`, `/api/v1/metrics`, and what is behind their figures.

use crate::house::House;
use app::people::Role;
use axum::http::StatusCode;

const READER: Option<Role> = Some(Role::Executive);

#[tokio::test]
async fn every_figure_of_attribution_is_the_sum_of_its_list() {
    let house = House::with_leads(300);
    let found = house.get(READER, "/api/v1/attribution?stage=mql").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    assert_eq!(found.body["terms"]["model"], "w_shaped", "the charter's");
    let values = found.body["values"].as_array().unwrap();
    assert!(values.len() > 2, "{values:?}");
    let mut sum = 0.0;
    for value in values {
        let name = value["value"].as_str().unwrap();
        let address = format!("/api/v1/attribution/results?stage=mql&value={name}");
        let list = house.get(READER, &address).await.body;
        assert_eq!(list["count"], value["behind"], "{name}");
        let (own, listed) = (value["results"].as_f64(), list["results"].as_f64());
        assert!((own.unwrap() - listed.unwrap()).abs() < 1e-9, "{name}");
        sum += own.unwrap();
    }
    assert!((sum - found.body["shared_results"].as_f64().unwrap()).abs() < 1e-6);
}

#[tokio::test]
async fn terms_that_there_are_not_are_refused() {
    let house = House::with_leads(2);
    for (address, place) in [
        ("/api/v1/attribution?model=middle", "model"),
        ("/api/v1/attribution?window_days=0", "window_days"),
        ("/api/v1/attribution/results?value=smoke", "value"),
        ("/api/v1/feedback/leads?figure=applause", "figure"),
        ("/api/v1/metrics?from=2026-02-01T00:00:00Z&until=2026-01-01T00:00:00Z", "until"),
        ("/api/v1/metrics/leads?metric=win_rate", "metric"),
    ] {
        let refused = house.get(READER, address).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(refused.body["places"][0]["at"], place, "{address}: {:?}", refused.body);
    }
    let unknown = house.get(READER, "/api/v1/feedback?by=lead.shoe_size").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", unknown.body);
    let nobody = house.get(None, "/api/v1/metrics").await;
    assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn every_figure_of_feedback_is_as_long_as_its_list() {
    let house = House::with_leads(200);
    let found = house.get(READER, "/api/v1/feedback?by=lead.source").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let length = async |figure: &str| {
        let address = format!("/api/v1/feedback/leads?by=lead.source&figure={figure}");
        house.get(READER, &address).await.body["count"].clone()
    };
    let mut seen = 0;
    for figure in ["refused", "accepted", "rejected", "recycled", "disqualified"] {
        assert_eq!(length(figure).await, found.body["whole"][figure], "{figure}");
        seen += found.body["whole"][figure].as_u64().unwrap();
    }
    assert!(seen > 20, "{seen}");
    for reason in found.body["whole"]["reasons"].as_array().unwrap() {
        let word = reason["word"].as_str().unwrap();
        assert_eq!(length(word).await, reason["count"], "{word}");
    }
    assert_eq!(length("mistaken").await, found.body["mistaken_count"]);
    assert_eq!(length("bought_later").await, found.body["bought_later_count"]);
    assert_eq!(length("waiting").await, found.body["waiting"]);
}

#[tokio::test]
async fn every_metric_of_leads_is_as_long_as_its_list() {
    let house = House::with_leads(120);
    let period = "from=2020-01-01T00:00:00Z";
    let found = house.get(READER, &format!("/api/v1/metrics?{period}")).await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let metrics = found.body["metrics"].as_array().unwrap();
    assert_eq!(metrics.len(), ::insight::Metric::ALL.len());
    for metric in metrics.iter().filter(|it| it["counts"] != "opportunities") {
        let id = metric["id"].as_str().unwrap();
        let address = format!("/api/v1/metrics/leads?{period}&metric={id}");
        let behind = house.get(READER, &address).await.body;
        assert_eq!(behind["count"], metric["behind"], "{id}");
    }
}
