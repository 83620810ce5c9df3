//! Teams.

use super::users::id_of;
use crate::documents::TeamDocument;
use crate::paging::{Cursor, limit, page as cut};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::{NewTeam, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Teams, in the order of their words.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct TeamList {
    teams: Vec<TeamDocument>,
    /// Give it as `cursor` to go on; absent at the end.
    next_cursor: Option<String>,
}

/// A team as it shall be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TeamSaid {
    /// What routes and settings call it.
    #[schema(example = "enterprise-emea")]
    word: String,
    /// What people call it.
    #[schema(example = "Enterprise EMEA")]
    name: String,
    /// Who is in it, by handles; at most 500.
    #[serde(default)]
    members: Vec<String>,
    /// The queues that it serves; at most 100.
    #[serde(default)]
    queues: Vec<String>,
    /// The business units that it serves, at most 100; none for all.
    #[serde(default)]
    units: Vec<String>,
}

impl From<TeamSaid> for NewTeam {
    fn from(TeamSaid { word, name, members, queues, units }: TeamSaid) -> Self {
        Self { word, name, members, queues, units }
    }
}

/// List teams.
#[utoipa::path(
    get, path = "/api/v1/teams", tag = "people", params(Cursor),
    responses((status = 200, body = TeamList), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(page): Asked<Cursor>,
) -> Result<Json<TeamList>, Problem> {
    let limit = limit(page.limit)?;
    let after = page.cursor.unwrap_or_default();
    let found = served.read(move |engine, _| engine.teams(actor.person(), &after, limit + 1));
    let (teams, next_cursor) = cut(found.await?, limit, |last| last.team.word.clone());
    Ok(Json(TeamList { teams, next_cursor }))
}

/// Read one team.
#[utoipa::path(
    get, path = "/api/v1/teams/{team}", tag = "people",
    params(("team" = String, Path, description = "the id")),
    responses((status = 200, body = TeamDocument), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(team): At<String>,
) -> Result<Json<TeamDocument>, Problem> {
    let id = id_of("team", &team)?;
    let team = served.read(move |engine, _| engine.team(actor.person(), id)).await?;
    Ok(Json(team.into()))
}

/// Make a team.
#[utoipa::path(
    post, path = "/api/v1/teams", tag = "people", request_body = TeamSaid,
    responses(
        (status = 201, body = TeamDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn make(
    State(served): State<Served>,
    actor: Actor,
    Sent(said): Sent<TeamSaid>,
) -> Result<(StatusCode, Json<TeamDocument>), Problem> {
    let (id, new) = (fresh_id()?, said.into());
    let team = served.write(move |engine, now| engine.make_team(actor.person(), id, &new, now));
    Ok((StatusCode::CREATED, Json(team.await?.into())))
}

/// Set everything of a team.
#[utoipa::path(
    put, path = "/api/v1/teams/{team}", tag = "people", request_body = TeamSaid,
    params(("team" = String, Path, description = "the id")),
    responses(
        (status = 200, body = TeamDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn change(
    State(served): State<Served>,
    actor: Actor,
    At(team): At<String>,
    Sent(said): Sent<TeamSaid>,
) -> Result<Json<TeamDocument>, Problem> {
    let (id, new) = (id_of("team", &team)?, said.into());
    let team = served.write(move |engine, now| engine.change_team(actor.person(), id, &new, now));
    Ok(Json(team.await?.into()))
}

/// Remove a team; its members stay.
#[utoipa::path(
    delete, path = "/api/v1/teams/{team}", tag = "people",
    params(("team" = String, Path, description = "the id")),
    responses((status = 204, description = "removed"), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn remove(
    State(served): State<Served>,
    actor: Actor,
    At(team): At<String>,
) -> Result<StatusCode, Problem> {
    let id = id_of("team", &team)?;
    served.write(move |engine, now| engine.remove_team(actor.person(), id, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}
