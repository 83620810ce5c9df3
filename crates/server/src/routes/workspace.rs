//! What is set for Tandem as a whole.

use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::Served;
use crate::who::Actor;
use app::people::Visibility;
use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is set for Tandem as a whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Workspace {
    /// Who sees which leads: `open`, everybody all of them; `teams`, SDRs and reps their own,
    /// those of their teams and those that wait in the queues that they serve.
    lead_visibility: String,
}

/// Read what is set for Tandem as a whole.
#[utoipa::path(
    get, path = "/api/v1/workspace", tag = "people",
    responses((status = 200, body = Workspace), (status = 401, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    _: Actor,
) -> Result<Json<Workspace>, Problem> {
    let visibility = served.read(|engine, _| engine.visibility()).await?;
    Ok(Json(Workspace { lead_visibility: visibility.word().to_owned() }))
}

/// Set what holds for Tandem as a whole.
#[utoipa::path(
    put, path = "/api/v1/workspace", tag = "people", request_body = Workspace,
    responses((status = 200, body = Workspace), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn set(
    State(served): State<Served>,
    actor: Actor,
    Sent(workspace): Sent<Workspace>,
) -> Result<Json<Workspace>, Problem> {
    let visibility = workspace.lead_visibility.parse::<Visibility>();
    let visibility = visibility.map_err(|why| Problem::at("/lead_visibility", why.to_string()))?;
    served.write(move |engine, now| engine.set_visibility(actor.person(), visibility, now)).await?;
    Ok(Json(workspace))
}
