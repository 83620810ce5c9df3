//! `/v1/…`: events as Segment's libraries send them.

use crate::house::{Answer, House};
use app::people::Role;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::io::Write;

const SITE: &str = "https://www.example.com";

impl House {
    async fn write_key(&self, origins: &[&str]) -> String {
        let new = json!({ "name": "website", "origins": origins });
        let made = self.post(Some(Role::Operations), "/api/v1/write-keys", &new).await;
        assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
        made.body["key"].as_str().unwrap().to_owned()
    }

    async fn collect(&self, call: &str, key: &str, body: &Value) -> Answer {
        let basic = format!("Basic {}", STANDARD.encode(format!("{key}:")));
        let request = Request::post(format!("/v1/{call}")).header(header::AUTHORIZATION, basic);
        self.send(None, request.body(Body::from(body.to_string())).unwrap()).await
    }

    fn known(&self, name: &str) -> bool {
        self.served.live().read(|engine, _| Ok(engine.find_lead(name).is_ok())).unwrap()
    }
}

#[tokio::test]
async fn every_call_is_taken_under_its_long_and_its_short_name() {
    let house = House::with_leads(2);
    let key = house.write_key(&[]).await;
    let cases = [
        ("identify", "i", json!({"traits": {"email": "ann@example.com"}})),
        ("track", "t", json!({"event": "Demo Requested"})),
        ("page", "p", json!({"name": "Pricing"})),
        ("screen", "s", json!({"name": "Home"})),
        ("group", "g", json!({"groupId": "g"})),
        ("alias", "a", json!({"previousId": "before"})),
    ];
    for (long, short, body) in cases {
        for call in [long, short] {
            let mut body = body.clone();
            body["userId"] = json!(format!("user-{call}"));
            let answer = house.collect(call, &key, &body).await;
            assert_eq!((answer.status, answer.body), (StatusCode::OK, json!({"success": true})));
            assert!(
                house.known(&format!("user:user-{call}")),
                "{call}: acknowledged when it is there"
            );
        }
    }
    let answer = house.collect("m", &key, &json!({"series": []})).await;
    assert_eq!(answer.status, StatusCode::OK);
    let answer = house.collect("dance", &key, &json!({})).await;
    assert_eq!(
        (answer.status, &answer.body["code"]),
        (StatusCode::NOT_FOUND, &json!("no_such_call"))
    );
}

#[tokio::test]
async fn a_batch_is_taken_but_for_what_cannot_be_read_and_that_has_its_place() {
    let house = House::with_leads(2);
    let key = house.write_key(&[]).await;
    let body = json!({"batch": [
        {"type": "track", "userId": "u", "event": "One"},
        {"type": "track", "userId": "u"},
        {"type": "track", "userId": "u", "event": "Two", "context": {"campaign": {"name": 7.5}}},
    ]});
    let answer = house.collect("batch", &key, &body).await;
    assert_eq!(answer.status, StatusCode::OK);
    let places: Vec<_> =
        answer.body["rejected"].as_array().unwrap().iter().map(|it| &it["at"]).collect();
    assert_eq!(places, ["/batch/1/event", "/batch/2/context/campaign/name"]);
    assert!(house.known("user:u"));
    let answer = house.collect("track", &key, &json!({"event": "x"})).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.kind, "application/problem+json");
    assert_eq!(answer.body["places"][0]["at"], "/userId");
}

#[tokio::test]
async fn the_key_may_be_in_the_body_and_the_body_packed() {
    let house = House::with_leads(2);
    let key = house.write_key(&[]).await;
    let body = json!({"writeKey": key, "type": "track", "userId": "packed", "event": "One"});
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(body.to_string().as_bytes()).unwrap();
    let request = Request::post("/v1/t").header(header::CONTENT_ENCODING, "gzip");
    let request = request.body(Body::from(packed.finish().unwrap())).unwrap();
    assert_eq!(house.send(None, request).await.status, StatusCode::OK);
    assert!(house.known("user:packed"));
    let request = Request::post("/v1/t").header(header::CONTENT_ENCODING, "br");
    let answer = house.send(None, request.body(Body::from("x")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let large = json!({"userId": "u", "event": "x".repeat(510 << 10)});
    let answer = house.collect("t", &key, &large).await;
    assert_eq!(
        (answer.status, &answer.body["code"]),
        (StatusCode::PAYLOAD_TOO_LARGE, &json!("body_too_large"))
    );
}

#[tokio::test]
async fn a_body_that_is_too_large_is_a_problem_like_any_other() {
    let house = House::with_leads(2);
    let key = house.write_key(&[]).await;
    let endless = json!({ "type": "track", "event": "x".repeat(8 << 20) });
    let answer = house.collect("track", &key, &endless).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.body["code"], "body_not_read");
}

#[tokio::test]
async fn nobody_sends_without_a_good_write_key() {
    let house = House::with_leads(2);
    let track = json!({"userId": "u", "event": "One"});
    for (key, code) in [("", "no_write_key"), ("wrong", "unknown_write_key")] {
        let answer = house.collect("track", key, &track).await;
        assert_eq!((answer.status, &answer.body["code"]), (StatusCode::UNAUTHORIZED, &json!(code)));
    }
    let key = house.write_key(&[]).await;
    let answer =
        house.post(Some(Role::Operations), "/api/v1/write-keys/1/revocation", &json!({})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let answer = house.collect("track", &key, &track).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(!house.known("user:u"));
}

#[tokio::test]
async fn browsers_send_from_the_sites_of_the_key_alone() {
    let house = House::with_leads(2);
    let key = house.write_key(&[SITE]).await;
    let ask = |method: Method, origin: &str, body: String| {
        let request = Request::builder().method(method).uri("/v1/t").header(header::ORIGIN, origin);
        request.body(Body::from(body)).unwrap()
    };
    let body = json!({"writeKey": key, "anonymousId": "b", "event": "One"}).to_string();
    let asked = house.send(None, ask(Method::OPTIONS, SITE, String::new())).await;
    assert_eq!(asked.status, StatusCode::NO_CONTENT);
    assert_eq!(asked.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], SITE);
    let allowed = asked.headers[header::ACCESS_CONTROL_ALLOW_HEADERS].to_str().unwrap();
    assert!(allowed.contains("authorization") && allowed.contains("content-type"));
    let sent = house.send(None, ask(Method::POST, SITE, body.clone())).await;
    assert_eq!(
        (sent.status, &sent.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN]),
        (StatusCode::OK, &SITE.parse().unwrap())
    );
    for method in [Method::OPTIONS, Method::POST] {
        let refused = house.send(None, ask(method, "https://other.example", body.clone())).await;
        assert_eq!(
            (refused.status, &refused.body["code"]),
            (StatusCode::FORBIDDEN, &json!("origin_not_allowed"))
        );
    }
}

#[tokio::test]
async fn segments_library_learns_where_to_send() {
    let house = House::with_leads(2);
    let key = house.write_key(&["*"]).await;
    let answer = house.get(None, &format!("/v1/projects/{key}/settings")).await;
    assert_eq!(answer.status, StatusCode::OK);
    let segment = &answer.body["integrations"]["Segment.io"];
    assert_eq!(
        (&segment["apiHost"], &segment["protocol"]),
        (&json!("localhost:8080/v1"), &json!("http"))
    );
    let answer = house.get(None, "/v1/projects/nobody/settings").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn our_own_library_is_small_and_kept_by_browsers() {
    let house = House::with_leads(2);
    let answer = house.get(None, "/t.js").await;
    assert_eq!((answer.status, &*answer.kind), (StatusCode::OK, "text/javascript; charset=utf-8"));
    let length: usize = answer.text.len();
    assert!((1_000..3_000).contains(&length), "{length}");
    assert!(answer.headers.contains_key(header::CACHE_CONTROL));
}
