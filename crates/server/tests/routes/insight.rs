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

#[tokio::test]
async fn metrics_stand_side_by_side_and_each_slice_opens_its_list() {
    let house = House::with_leads(120);
    let period = "from=2020-01-01T00:00:00Z";
    let asked =
        format!("/api/v1/metrics?{period}&by=lead.source&compare_from=2019-01-01T00:00:00Z");
    let found = house.get(READER, &asked).await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let slices = found.body["slices"].as_array().unwrap();
    assert!(slices.len() > 2, "{slices:?}");
    let figure = |slice: &serde_json::Value, id: &str| {
        let mut metrics = slice["metrics"].as_array().unwrap().iter();
        metrics.find(|metric| metric["id"] == id).cloned().unwrap()
    };
    for slice in slices {
        let value = slice["value"].as_str().unwrap_or_default();
        let only = format!("{period}&only=lead.source&value={value}");
        for (id, list) in
            [("leads_new", "leads"), ("acceptance_rate", "leads"), ("win_rate", "opportunities")]
        {
            let address = format!("/api/v1/metrics/{list}?{only}&metric={id}");
            let behind = house.get(READER, &address).await.body;
            assert_eq!(behind["count"], figure(slice, id)["behind"], "{value} {id}");
            let whole = house.get(READER, &format!("{address}&part=of")).await;
            match figure(slice, id)["of_count"].as_u64() {
                Some(count) => assert_eq!(whole.body["count"], count, "{value} {id}"),
                None => assert_eq!(whole.status, StatusCode::UNPROCESSABLE_ENTITY, "{value} {id}"),
            }
        }
    }
    assert_eq!(found.body["compared"]["from"], "2019-01-01T00:00:00Z");
    assert_eq!(found.body["metrics"][0]["before"]["value"], 0.0);
}

/// A person's own record is for that person and their head.
#[tokio::test]
async fn figures_of_one_person_are_for_them_and_for_heads() {
    let house = House::with_leads(20);
    let own = "/api/v1/metrics?only=assignee&value=";
    let asked = async |role, who: &str| house.get(Some(role), &format!("{own}{who}")).await.status;
    assert_eq!(asked(Role::SalesHead, "somebody").await, StatusCode::OK);
    assert_eq!(asked(Role::MarketingHead, "somebody").await, StatusCode::OK);
    for role in [Role::Rep, Role::Executive, Role::Administrator, Role::Operations] {
        assert_eq!(asked(role, "somebody").await, StatusCode::FORBIDDEN, "{role:?}");
    }
    assert_eq!(asked(Role::Rep, "Robin%20Test").await, StatusCode::OK, "one's own");
    let ranked = house.get(READER, "/api/v1/metrics?by=assignee").await;
    assert_eq!(ranked.body["places"][0]["at"], "by", "{:?}", ranked.body);
}

#[tokio::test]
async fn metrics_feedback_and_attribution_are_told_as_they_were_known() {
    let house = House::with_leads(40);
    for noun in ["metrics", "feedback", "attribution"] {
        let early = format!("/api/v1/{noun}?as_known=2001-01-01T00:00:00Z");
        let refused = house.get(READER, &early).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{noun}: {:?}", refused.body);
        let late = format!("/api/v1/{noun}?as_known=2026-02-01T00:00:00Z");
        let known = house.get(READER, &late).await;
        assert_eq!(known.status, StatusCode::OK, "{noun}: {:?}", known.body);
    }
}

#[tokio::test]
async fn every_cell_of_the_cohorts_opens_its_list() {
    let house = House::with_leads(120);
    let asked = "/api/v1/cohorts?stage=sal&ages=7,60,3650";
    let found = house.get(READER, asked).await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let cohorts = found.body["cohorts"].as_array().unwrap();
    assert!(cohorts.len() > 2, "{cohorts:?}");
    let mut sum = 0;
    for row in cohorts {
        let began = row["began"].as_str().unwrap();
        sum += row["leads"].as_u64().unwrap();
        for cell in row["cells"].as_array().unwrap() {
            let age = cell["age_days"].as_u64().unwrap();
            let mut all = 0;
            for figure in ["reached", "ended", "waiting", "younger"] {
                let list = format!(
                    "/api/v1/cohorts/leads?stage=sal&began={began}&age_days={age}&figure={figure}"
                );
                let behind = house.get(READER, &list).await.body;
                assert_eq!(behind["count"], cell[figure], "{list}");
                all += cell[figure].as_u64().unwrap();
            }
            assert_eq!(all, row["leads"].as_u64().unwrap(), "each lead is on one list");
        }
    }
    assert_eq!(found.body["whole"]["leads"], sum);
    for (more, place) in [("&every=day", "every"), ("&ages=7,x", "ages"), ("&value=x", "only")] {
        let refused = house.get(READER, &format!("/api/v1/cohorts?stage=sal{more}")).await;
        assert_eq!(refused.body["places"][0]["at"], place, "{more}: {:?}", refused.body);
    }
}

#[tokio::test]
async fn a_period_is_sealed_by_heads_and_stays_as_it_was_reported() {
    let house = House::with_leads(60);
    let head = Some(Role::SalesHead);
    let period =
        serde_json::json!({ "from": "2025-12-01T00:00:00Z", "until": "2026-01-01T00:00:00Z" });
    for role in [Role::Rep, Role::Executive, Role::Administrator] {
        let refused = house.post(Some(role), "/api/v1/seals", &period).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{role:?}");
    }
    let made = house.post(head, "/api/v1/seals", &period).await;
    assert_eq!(made.status, StatusCode::CREATED, "{:?}", made.body);
    let again = house.post(head, "/api/v1/seals", &period).await;
    assert_eq!(
        (again.status, &again.body["code"]),
        (StatusCode::CONFLICT, &"sealed_already".into())
    );
    let listed = house.get(READER, "/api/v1/seals").await.body;
    assert_eq!(listed["seals"][0], made.body);
    let found = house.get(READER, "/api/v1/seals/1").await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let metrics =
        house.get(READER, "/api/v1/metrics?from=2025-12-01T00:00:00Z&until=2026-01-01T00:00:00Z");
    let metrics = metrics.await.body;
    for metric in found.body["metrics"].as_array().unwrap() {
        let mut all = metrics["metrics"].as_array().unwrap().iter();
        let shown = all.find(|it| it["id"] == metric["id"]).unwrap();
        assert_eq!(metric["reported"]["value"], shown["value"], "{}", metric["id"]);
        assert_eq!(metric["restatements"], serde_json::json!([]), "nothing is known since");
    }
    let none = house.get(READER, "/api/v1/seals/9").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let early =
        serde_json::json!({ "from": "2026-01-01T00:00:00Z", "until": "2126-01-01T00:00:00Z" });
    let early = house.post(head, "/api/v1/seals", &early).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", early.body);
}

#[tokio::test]
async fn figures_are_reconciled_by_causes_that_open_their_lists() {
    let house = House::with_leads(120);
    let asked =
        "stage=mql&from=2025-11-01&until=2025-12-01&other_anchor=began&other_until=2026-01-01";
    let found = house.get(READER, &format!("/api/v1/reconciliations?{asked}")).await;
    assert_eq!(found.status, StatusCode::OK, "{:?}", found.body);
    let number = |value: &serde_json::Value| value.as_i64().unwrap();
    let causes = found.body["causes"].as_array().unwrap();
    let sum: i64 = causes.iter().map(|cause| number(&cause["change"])).sum();
    assert_eq!(sum, number(&found.body["other"]) - number(&found.body["first"]));
    assert_eq!(sum, number(&found.body["difference"]));
    let words: Vec<_> = causes.iter().map(|cause| cause["cause"].as_str().unwrap()).collect();
    assert_eq!(words, ["date_anchor", "period"]);
    for cause in causes {
        for change in ["added", "removed"] {
            let word = cause["cause"].as_str().unwrap();
            let list =
                format!("/api/v1/reconciliations/leads?{asked}&cause={word}&change={change}");
            assert_eq!(house.get(READER, &list).await.body["count"], cause[change], "{list}");
        }
    }
    assert!(causes.iter().any(|cause| cause["added"] != 0), "{causes:?}");
    let zone = house.get(READER, "/api/v1/reconciliations?other_zone=Mars/Olympus").await;
    assert_eq!(zone.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", zone.body);
}
