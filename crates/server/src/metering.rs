//! What the server counts, for Prometheus.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use metrics::{counter, gauge, histogram};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;
use std::time::Instant;

/// Answered requests, by `method`, `route` and `status`.
const REQUESTS: &str = "tandem_http_requests_total";
/// How long answering took, in seconds, by `method` and `route`.
const SECONDS: &str = "tandem_http_request_seconds";
/// Leads that were settled without anybody asking.
const SETTLED: &str = "tandem_leads_settled_total";
/// Leads that wait to be settled.
const UNSETTLED: &str = "tandem_leads_unsettled";
/// Leads that were given to somebody.
const ROUTED: &str = "tandem_leads_routed_total";

/// Messages, by what became of them.
const MESSAGES: &str = "tandem_messages_total";

/// There is one recorder for a process.
static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count; again, it does nothing.
pub(crate) fn begin() {
    RECORDER.get_or_init(|| {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("somebody else counts already: /metrics stays empty");
        }
        handle
    });
}

/// All counts in the format of Prometheus.
pub(crate) fn text() -> String {
    RECORDER.get().map(PrometheusHandle::render).unwrap_or_default()
}

/// Counts and times a request under its route, never under an address with ids.
pub(crate) async fn meter(request: Request, next: Next) -> Response {
    let method = request.method().as_str().to_owned();
    let route = request.extensions().get::<MatchedPath>();
    let route = route.map_or_else(|| "none".to_owned(), |route| route.as_str().to_owned());
    let begun = Instant::now();
    let answer = next.run(request).await;
    let seconds = begun.elapsed().as_secs_f64();
    let status = answer.status().as_u16().to_string();
    tracing::debug!(
        http.method = method,
        http.route = route,
        http.status = status,
        http.seconds = seconds,
        "answered"
    );
    histogram!(SECONDS, "method" => method.clone(), "route" => route.clone()).record(seconds);
    counter!(REQUESTS, "method" => method, "route" => route, "status" => status).increment(1);
    answer
}

/// Notes what one turn of reconciling came to.
pub(crate) fn reconciled(done: &app::Reconciled) {
    counter!(SETTLED).increment(done.settled.leads);
    counter!(ROUTED).increment(done.routed.given);
    gauge!(UNSETTLED).set(done.unsettled as f64);
}

/// Counts what became of messages.
pub(crate) fn delivered(done: &app::Delivered) {
    let all = [
        ("sent", done.sent),
        ("failed", done.failed),
        ("dead", done.dead),
        ("pointless", done.pointless),
    ];
    for (result, messages) in all {
        counter!(MESSAGES, "result" => result).increment(messages);
    }
}
