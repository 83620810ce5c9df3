//! Headers that keep our pages to themselves.

use super::is_of_the_api;
use crate::state::Served;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// Only what we serve ourselves is loaded, run and shown; nothing inline; nobody frames us.
const CONTENT_POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; \
                              base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const SAME_ORIGIN: HeaderValue = HeaderValue::from_static("same-origin");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const ALWAYS: [(HeaderName, HeaderValue); 6] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CONTENT_POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), SAME_ORIGIN),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=()"),
    ),
];
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");
/// For a year, where people reach us encrypted.
const ENCRYPTED_ONLY: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// Adds them to every answer that does not say otherwise itself.
pub(crate) async fn protect(
    State(served): State<Served>,
    request: Request,
    next: Next,
) -> Response {
    let is_api = is_of_the_api(request.uri().path());
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    // What other sites may read, they may load too.
    if !headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        headers.entry(RESOURCE_POLICY).or_insert(SAME_ORIGIN);
    }
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(value);
    }
    if is_api {
        headers.entry(header::CACHE_CONTROL).or_insert(NO_STORE);
    }
    if served.settings().is_secure() {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(ENCRYPTED_ONLY);
    }
    answer
}
