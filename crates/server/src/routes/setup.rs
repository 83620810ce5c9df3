//! The first setup.

use super::session::{WithCookie, hashing, me, signed_in};
use crate::documents::Me;
use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::Served;
use app::people::{NewUser, PasswordHash, PeopleError, Secret, SecretKind, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Whether Tandem waits to be set up.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct SetupState {
    /// Whether nobody was set up yet: then the server says at its start by which link to do it.
    is_needed: bool,
}

/// The first administrator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAdministrator {
    /// The secret of the setup link: what stands behind its `#`.
    link: String,
    #[schema(example = "ann@example.com")]
    email: String,
    #[schema(example = "Ann Example")]
    name: String,
    /// What facts and settings call them; by default the mail address before the `@`.
    handle: Option<String>,
    /// At least 10 characters.
    password: String,
}

/// Says nothing of it.
impl fmt::Debug for NewAdministrator {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("NewAdministrator(..)")
    }
}

/// Ask whether Tandem waits to be set up.
#[utoipa::path(get, path = "/api/v1/setup", tag = "session",
               responses((status = 200, body = SetupState)))]
pub(super) async fn state(State(served): State<Served>) -> Result<Json<SetupState>, Problem> {
    let is_needed = served.read(|engine, _| engine.is_unclaimed()).await?;
    Ok(Json(SetupState { is_needed }))
}

/// Set Tandem up: the holder of the setup link becomes its administrator, and is signed in.
#[utoipa::path(
    post, path = "/api/v1/setup", tag = "session", request_body = NewAdministrator,
    responses(
        (status = 201, body = Me, description = "set up; sets the cookie of a session"),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 410, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn set_up(
    State(served): State<Served>,
    Sent(new): Sent<NewAdministrator>,
) -> Result<WithCookie<Json<Me>>, Problem> {
    let NewAdministrator { link, email, name, handle, password } = new;
    let link = read_link(&link)?;
    // Before the password is hashed, which takes long: without a link nobody makes us do that.
    if !served.read(|engine, _| engine.is_unclaimed()).await? {
        return Err(PeopleError::SetUpAlready.into());
    }
    let password = Some(hashing(move || PasswordHash::fresh(&password)).await??);
    let new = NewUser { email, name, handle, password };
    let (id, secret) = (fresh_id()?, Secret::fresh()?);
    let opened = secret.clone();
    let me = served.write(move |engine, now| {
        let user = engine.set_up(&link, id, &new, now)?;
        engine.open_session(&user, "password", &opened, now)?;
        me(engine, &opened, now)
    });
    Ok(signed_in(StatusCode::CREATED, &secret, &served, me.await?))
}

/// The secret of a link.
pub(super) fn read_link(text: &str) -> Result<Secret, Problem> {
    Ok(Secret::read(SecretKind::Link, text.trim()).ok_or(PeopleError::LinkGone)?)
}
