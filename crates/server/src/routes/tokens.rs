//! API tokens.

use super::users::id_of;
use crate::documents::TokenDocument;
use crate::guard::SecretShown;
use crate::paging::{after, limit, page as cut};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::{NewToken, Permission, Permissions, Secret, SecretKind, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Whose tokens.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Everybody's, for administrators, and not only one's own.
    #[serde(default)]
    of_everybody: bool,
    /// At most so many, 1 to 200.
    #[serde(default = "crate::paging::usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Tokens.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct TokenList {
    tokens: Vec<TokenDocument>,
    /// Give it as `cursor` to go on; absent at the end.
    next_cursor: Option<String>,
}

/// A token as it is asked for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct TokenSaid {
    /// What it is for.
    #[schema(example = "Nightly report")]
    name: String,
    /// What it may do, by the words of the permissions table; no more than oneself.
    #[schema(example = json!(["leads.read", "figures.read"]))]
    scope: Vec<String>,
    /// From when on it is worth nothing; by default never.
    ends_at: Option<String>,
}

/// A token with its secret, which is shown only here.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct MadeToken {
    token: TokenDocument,
    /// Send it as `Authorization: Bearer …`.
    secret: String,
}

/// List tokens, one's own or everybody's, without their secrets.
#[utoipa::path(
    get, path = "/api/v1/tokens", tag = "people", params(Wanted),
    responses((status = 200, body = TokenList), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<TokenList>, Problem> {
    let (limit, after) = (limit(wanted.limit)?, after(wanted.cursor.as_deref())?);
    let found = served.read(move |engine, _| {
        engine.tokens(actor.person(), wanted.of_everybody, after, limit + 1)
    });
    let (tokens, next_cursor) = cut(found.await?, limit, |last| last.id.to_string());
    Ok(Json(TokenList { tokens, next_cursor }))
}

/// Make a token for oneself.
#[utoipa::path(
    post, path = "/api/v1/tokens", tag = "people", request_body = TokenSaid,
    responses(
        (status = 201, body = MadeToken), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn make(
    State(served): State<Served>,
    actor: Actor,
    Sent(said): Sent<TokenSaid>,
) -> Result<(StatusCode, SecretShown, Json<MadeToken>), Problem> {
    let scope = said.scope.iter().enumerate().map(|(nth, word)| {
        let at = |why: app::people::UnknownPermission| {
            Problem::at(format!("/scope/{nth}"), why.to_string())
        };
        word.parse::<Permission>().map_err(at)
    });
    let scope = scope.collect::<Result<Permissions, _>>()?;
    let ends_at = instant("/ends_at", said.ends_at.as_deref())?;
    let new = NewToken { name: said.name, scope, ends_at };
    let (id, secret) = (fresh_id()?, Secret::fresh()?);
    let text = secret.text(SecretKind::Token);
    let made =
        served.write(move |engine, now| engine.make_token(actor.person(), &new, id, &secret, now));
    let token = made.await?.into();
    Ok((StatusCode::CREATED, SecretShown, Json(MadeToken { token, secret: text })))
}

/// Revoke a token, at once and for good.
#[utoipa::path(
    delete, path = "/api/v1/tokens/{token}", tag = "people",
    params(("token" = String, Path, description = "the id")),
    responses((status = 204, description = "revoked"), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn revoke(
    State(served): State<Served>,
    actor: Actor,
    At(token): At<String>,
) -> Result<StatusCode, Problem> {
    let id = id_of("token", &token)?;
    served.write(move |engine, now| engine.revoke_token(actor.person(), id, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}
