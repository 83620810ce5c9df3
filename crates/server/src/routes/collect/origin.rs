//! From which sites browsers may send (CORS).

use crate::problem::Problem;
use crate::state::Served;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use store::WriteKey;

/// Refuses a browser on a site that the write key is not for. Servers and apps name no site.
pub(super) fn check(headers: &HeaderMap, key: &WriteKey) -> Result<(), Problem> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    match origin.to_str().is_ok_and(|origin| key.allows(origin)) {
        true => Ok(()),
        false => {
            let detail = "browsers may not send with this write key from this site: add the site \
                          to those of a key";
            Err(Problem::new(StatusCode::FORBIDDEN, "origin_not_allowed", detail))
        }
    }
}

/// Lets the page that sent read the answer.
pub(super) fn allow(asked: &HeaderMap, answer: &mut HeaderMap) {
    if let Some(origin) = asked.get(header::ORIGIN) {
        answer.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
        answer.append(header::VARY, HeaderValue::from_static("origin"));
    }
}

/// Ask whether a browser may send from its site, as browsers do before they send.
#[utoipa::path(
    options, path = "/v1/{call}", tag = "collect",
    params(("call" = String, Path, description = "as for sending")),
    responses(
        (status = 204, description = "it may"), (status = 403, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn preflight(
    State(served): State<Served>,
    Path(_call): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let origin = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    let origin = origin.unwrap_or_default().to_owned();
    let collector = Arc::clone(served.collector()?);
    let knows = super::on_a_thread(move || Ok(collector.knows_origin(&origin)?)).await?;
    if !knows {
        let detail = "no write key is for this site";
        return Err(Problem::new(StatusCode::FORBIDDEN, "origin_not_allowed", detail));
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    let answer = response.headers_mut();
    allow(&headers, answer);
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_METHODS, "POST"),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "authorization, content-type, content-encoding, x-retry-count",
        ),
        (header::ACCESS_CONTROL_MAX_AGE, "7200"),
    ] {
        answer.insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}
