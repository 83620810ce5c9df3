//! Whether the server lives, and whether it can serve.

use crate::problem::Problem;
use crate::state::Served;
use axum::extract::State;
use axum::http::StatusCode;

/// Whether the process lives.
#[utoipa::path(get, path = "/healthz", tag = "operations", responses((status = 204)))]
pub(super) async fn live() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Whether the ledger answers.
#[utoipa::path(
    get, path = "/readyz", tag = "operations",
    responses((status = 204), (status = 503, body = Problem))
)]
pub(super) async fn ready(State(served): State<Served>) -> Result<StatusCode, Problem> {
    let asked = served.read(|engine, _| Ok(engine.store().view().settled_until()?)).await;
    asked.map(|_| StatusCode::NO_CONTENT).map_err(|problem| Problem {
        status: StatusCode::SERVICE_UNAVAILABLE.as_u16(),
        code: "not_ready",
        ..problem
    })
}
