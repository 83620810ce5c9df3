//! What every request passes: headers, where it comes from, how often.

use crate::house::House;
use crate::visitor::{PASSWORD, Visitor};
use axum::http::header;
use serde_json::json;
use server::{Rates, Settings};
use std::num::NonZeroU32;

fn settings() -> Settings {
    Settings { public_url: "https://tandem.example.com".to_owned(), ..Settings::default() }
}

#[tokio::test]
async fn every_answer_keeps_pages_to_themselves() {
    let house = House::set_up_as(2, settings());
    let mut visitor = Visitor::of(&house);
    for address in ["/api/v1/leads", "/api/v1/openapi.json", "/nothing"] {
        let headers = visitor.get(address).await.headers;
        let said = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = said("content-security-policy");
        assert!(policy.starts_with("default-src 'self';"), "{address}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{policy}"
        );
        assert_eq!(said("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(said("strict-transport-security"), "max-age=31536000", "{address}");
        assert_eq!(said("cross-origin-resource-policy"), "same-origin", "{address}");
    }
    let script = visitor.get("/t.js").await.headers;
    assert!(script.get("cross-origin-resource-policy").is_none(), "other sites load it");
    let kept = visitor.get("/api/v1/leads").await.headers.remove(header::CACHE_CONTROL);
    assert_eq!(kept.unwrap(), "no-store");
}

#[tokio::test]
async fn a_write_that_another_site_caused_is_refused_though_the_cookie_is_sent() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let team = |word: &str| json!({ "word": word, "name": "EMEA" });
    for headers in [
        [("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
        [("sec-fetch-site", "same-site"), ("origin", "http://other.localhost:8080")],
        [("accept", "*/*"), ("origin", "https://evil.example")],
    ] {
        ada.headers = headers.to_vec();
        ada.post("/api/v1/teams", &team("emea")).await.is(403, "other_site");
        ada.delete("/api/v1/session").await.is(403, "other_site");
        assert!(ada.get("/api/v1/me").await.status.is_success(), "reading harms nobody");
    }
    let mut stranger = Visitor::of(&house);
    stranger.headers = vec![("origin", "https://evil.example")];
    let credentials = json!({ "email": "ada@example.com", "password": PASSWORD });
    stranger.post("/api/v1/session", &credentials).await.is(403, "other_site");
    ada.headers = vec![("sec-fetch-site", "same-origin"), ("origin", "http://localhost:8080")];
    ada.post("/api/v1/teams", &team("emea")).await.done();
    ada.headers = vec![("origin", "http://localhost:8080")];
    ada.post("/api/v1/teams", &team("apac")).await.done();
}

#[tokio::test]
async fn who_asks_too_often_is_told_how_long_to_wait_and_others_are_not() {
    let rates = Rates { per_actor: NonZeroU32::new(1), per_address: NonZeroU32::new(2) };
    let house = House::set_up_as(2, Settings { rates, ..Settings::default() });
    let mut ada = Visitor::administrator(&house).await;
    let mut refused = None;
    for nth in 0..30 {
        let reply = ada.get("/api/v1/me").await;
        if !reply.status.is_success() {
            refused = Some((nth, reply));
            break;
        }
    }
    let (nth, reply) = refused.expect("thirty at once are too many");
    reply.is(429, "too_many_requests");
    assert!((10..13).contains(&nth), "ten at once, and what comes meanwhile: {nth}");
    let wait = reply.headers.get(header::RETRY_AFTER).unwrap().to_str().unwrap();
    assert!((1..=2).contains(&wait.parse::<u64>().unwrap()), "{wait}");
    let mut stranger = Visitor::of(&house);
    stranger.get("/api/v1/me").await.is(401, "not_signed_in");
    stranger.get("/api/v1/leads").await.is(401, "not_signed_in");
    assert!(stranger.get("/health/live").await.status != 429);
}

#[tokio::test]
async fn a_write_with_a_key_is_done_once_and_answered_the_same_again() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    let mut otto = ada.hire("otto", "operations").await;
    let team = |word: &str| json!({ "word": word, "name": "EMEA" });
    ada.headers = vec![("idempotency-key", "one")];
    let first = ada.post("/api/v1/teams", &team("emea")).await;
    assert_eq!((first.status.as_u16(), first.headers.get("idempotency-replayed")), (201, None));
    let again = ada.post("/api/v1/teams", &team("emea")).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(again.headers.get("idempotency-replayed").unwrap(), "true");
    assert_eq!(again.headers.get(header::CONTENT_TYPE), first.headers.get(header::CONTENT_TYPE));
    ada.post("/api/v1/teams", &team("apac")).await.is(422, "key_of_another_request");
    ada.put("/api/v1/teams", &team("emea")).await.is(422, "key_of_another_request");
    otto.headers = vec![("idempotency-key", "one")];
    otto.post("/api/v1/teams", &team("apac")).await.done();
    ada.headers = vec![("idempotency-key", "two")];
    ada.post("/api/v1/teams", &team("emea")).await.is(409, "taken");
    let refused = ada.post("/api/v1/teams", &team("emea")).await;
    refused.is(409, "taken");
    assert_eq!(refused.headers.get("idempotency-replayed").unwrap(), "true", "a refusal too");
    ada.headers.clear();
    assert_eq!(ada.get("/api/v1/teams").await.done()["teams"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_secret_is_shown_once_though_the_write_is_sent_again() {
    let house = House::with_leads(2);
    let mut ada = Visitor::administrator(&house).await;
    ada.headers = vec![("idempotency-key", "one")];
    let new = json!({ "name": "Nightly report", "scope": ["leads.read"] });
    let made = ada.post("/api/v1/tokens", &new).await.done();
    assert!(made["secret"].as_str().unwrap().starts_with("tandem_token_"));
    ada.post("/api/v1/tokens", &new).await.is(409, "answer_not_kept");
    assert_eq!(ada.get("/api/v1/tokens").await.done()["tokens"].as_array().unwrap().len(), 1);
    ada.headers = vec![("idempotency-key", "")];
    ada.post("/api/v1/tokens", &new).await.is(422, "invalid_request");
}
