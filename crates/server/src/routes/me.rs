//! Oneself.

use super::session::hashing;
use crate::documents::Me;
use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::Served;
use crate::who::Actor;
use app::people::{PasswordHash, PeopleError};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use std::fmt;
use utoipa::ToSchema;

/// A new password, with the old one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordChange {
    current: String,
    /// At least 10 characters.
    new: String,
}

/// Says nothing of it.
impl fmt::Debug for PasswordChange {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("PasswordChange(..)")
    }
}

/// Read who one is, and what one may do.
#[utoipa::path(
    get, path = "/api/v1/me", tag = "session",
    responses((status = 200, body = Me), (status = 401, body = Problem),
              (status = 404, body = Problem))
)]
pub(super) async fn read(State(served): State<Served>, actor: Actor) -> Result<Json<Me>, Problem> {
    let me = served.read(move |engine, _| {
        let actor = actor.person();
        Ok(Me::of(engine.user(actor, actor.user)?, actor))
    });
    me.await.map(Json)
}

/// Change one's own password; all other sessions of one's own end.
#[utoipa::path(
    put, path = "/api/v1/me/password", tag = "session", request_body = PasswordChange,
    responses(
        (status = 204, description = "changed"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn change_password(
    State(served): State<Served>,
    actor: Actor,
    Sent(change): Sent<PasswordChange>,
) -> Result<StatusCode, Problem> {
    let PasswordChange { current, new } = change;
    let asks = actor.clone();
    let own = served.read(move |engine, _| engine.own_password(asks.person())).await?;
    let hash = hashing(move || match own.fits(&current) {
        true => PasswordHash::fresh(&new),
        false => Err(PeopleError::WrongPassword),
    });
    let hash = hash.await??;
    served.write(move |engine, now| engine.change_own_password(actor.person(), &hash, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}
