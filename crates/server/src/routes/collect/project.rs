//! What browsers ask before they send: the settings that Segment's library reads, and our own small
//! library.

use crate::problem::Problem;
use crate::state::Served;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use std::sync::{Arc, LazyLock};

/// The library for pages, as it is written.
const WRITTEN: &str = include_str!("../../../assets/t.js");
/// As it is served: without comments and indents.
static SNIPPET: LazyLock<String> = LazyLock::new(|| {
    let lines = WRITTEN.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.fold(String::new(), |text, line| text + line + "\n")
});

/// What Segment's library for browsers asks for: where to send, and that nothing else is loaded.
#[utoipa::path(
    get, path = "/v1/projects/{write_key}/settings", tag = "collect",
    params(("write_key" = String, Path, description = "a write key")),
    responses(
        (status = 200, body = Object), (status = 401, body = Problem), (status = 503, body = Problem),
    )
)]
pub(super) async fn settings(
    State(served): State<Served>,
    Path(write_key): Path<String>,
) -> Result<Response, Problem> {
    let collector = Arc::clone(served.collector()?);
    let asked = write_key.clone();
    let sender = super::on_a_thread(move || Ok(collector.sender(&asked)?)).await?;
    if sender.is_none() {
        let detail = "the write key is unknown or revoked";
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "unknown_write_key", detail));
    }
    let url = &served.settings().public_url;
    let (protocol, host) = url.split_once("://").unwrap_or(("https", url));
    let document = json!({
        "integrations": {
            "Segment.io": {
                "apiKey": write_key,
                "apiHost": format!("{host}/v1"),
                "protocol": protocol,
                "unbundledIntegrations": [],
                "addBundledMetadata": true,
                "maybeBundledConfigIds": {},
                "versionSettings": { "version": "4.4.7", "componentTypes": ["browser"] }
            }
        },
        "plan": {
            "track": { "__default": { "enabled": true, "integrations": {} } },
            "identify": { "__default": { "enabled": true } },
            "group": { "__default": { "enabled": true } }
        },
        "edgeFunction": {},
        "analyticsNextEnabled": true,
        "middlewareSettings": {},
        "enabledMiddleware": {},
        "metrics": { "sampleRate": 0 },
        "legacyVideoPluginsEnabled": false,
        "remotePlugins": []
    });
    let mut response = Json(document).into_response();
    // A page of any site may ask: what it learns, it knows already.
    open_to_all(response.headers_mut());
    Ok(response)
}

/// The library for pages: docs/collect.md says how to use it.
#[utoipa::path(
    get, path = "/t.js", tag = "collect",
    responses((status = 200, body = String, content_type = "text/javascript"))
)]
pub(super) async fn snippet() -> Response {
    let mut response = SNIPPET.as_str().into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    open_to_all(headers);
    response
}

fn open_to_all(headers: &mut HeaderMap) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
}
