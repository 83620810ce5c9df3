//! Users.

use crate::documents::UserDocument;
use crate::guard::SecretShown;
use crate::paging::{Cursor, limit, page as cut};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::{PasswordHash, Role, Secret, SecretKind, UserChange, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use store::UserId;
use utoipa::ToSchema;

/// Users, in the order of their handles.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct UserList {
    users: Vec<UserDocument>,
    /// Give it as `cursor` to go on; absent at the end.
    next_cursor: Option<String>,
}

/// What is to change of a user; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangedUser {
    /// What facts and settings call them; earlier facts keep the former one.
    handle: Option<String>,
    email: Option<String>,
    name: Option<String>,
    /// Whoever becomes something else is signed out.
    role: Option<String>,
    /// Whoever is deactivated is signed out, and their tokens are worth nothing.
    is_active: Option<bool>,
}

/// A link, whose secret is shown only here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct LinkDocument {
    /// Hand it to them; it works once.
    url: String,
    /// From when on it is worth nothing.
    ends_at: String,
}

/// A new password by a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PasswordByLink {
    /// The secret of the link: what stands behind its `#`.
    link: String,
    /// At least 10 characters.
    password: String,
}

/// Says nothing of it.
impl fmt::Debug for PasswordByLink {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("PasswordByLink(..)")
    }
}

/// List users.
#[utoipa::path(
    get, path = "/api/v1/users", tag = "people", params(Cursor),
    responses((status = 200, body = UserList), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(page): Asked<Cursor>,
) -> Result<Json<UserList>, Problem> {
    let limit = limit(page.limit)?;
    let after = page.cursor.unwrap_or_default();
    let found = served.read(move |engine, _| engine.users(actor.person(), &after, limit + 1));
    let (users, next_cursor) = cut(found.await?, limit, |last| last.user.handle.clone());
    Ok(Json(UserList { users, next_cursor }))
}

/// Read one user.
#[utoipa::path(
    get, path = "/api/v1/users/{user}", tag = "people",
    params(("user" = String, Path, description = "the id")),
    responses((status = 200, body = UserDocument), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(user): At<String>,
) -> Result<Json<UserDocument>, Problem> {
    let id = id_of("user", &user)?;
    let user = served.read(move |engine, _| engine.user(actor.person(), id)).await?;
    Ok(Json(user.into()))
}

/// Change a user: handle, address, name, role, or whether they may sign in.
#[utoipa::path(
    patch, path = "/api/v1/users/{user}", tag = "people", request_body = ChangedUser,
    params(("user" = String, Path, description = "the id")),
    responses(
        (status = 200, body = UserDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn change(
    State(served): State<Served>,
    actor: Actor,
    At(user): At<String>,
    Sent(changed): Sent<ChangedUser>,
) -> Result<Json<UserDocument>, Problem> {
    let id = id_of("user", &user)?;
    let change = UserChange {
        handle: changed.handle,
        email: changed.email,
        name: changed.name,
        role: changed.role.as_deref().map(|word| role_at("/role", word)).transpose()?,
        is_active: changed.is_active,
    };
    let user = served.write(move |engine, now| {
        engine.change_user(actor.person(), id, &change, now)?;
        engine.user(actor.person(), id)
    });
    Ok(Json(user.await?.into()))
}

/// Make a link with which a user sets a new password. It works for a day, and once.
#[utoipa::path(
    post, path = "/api/v1/users/{user}/password_links", tag = "people",
    params(("user" = String, Path, description = "the id")),
    responses(
        (status = 201, body = LinkDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub(super) async fn make_password_link(
    State(served): State<Served>,
    actor: Actor,
    At(user): At<String>,
) -> Result<(StatusCode, SecretShown, Json<LinkDocument>), Problem> {
    let (user, id, secret) = (id_of("user", &user)?, fresh_id()?, Secret::fresh()?);
    let url = link_url(&served, "password", &secret);
    let link = served.write(move |engine, now| {
        engine.make_password_link(actor.person(), user, id, &secret, now)
    });
    let ends_at = link.await?.ends_at.to_string();
    Ok((StatusCode::CREATED, SecretShown, Json(LinkDocument { url, ends_at })))
}

/// Set a new password by a link, which is used up; all sessions of the user end.
#[utoipa::path(
    post, path = "/api/v1/passwords", tag = "session", request_body = PasswordByLink,
    responses(
        (status = 204, description = "set: sign in with it"), (status = 403, body = Problem),
        (status = 410, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn set_password(
    State(served): State<Served>,
    Sent(sent): Sent<PasswordByLink>,
) -> Result<StatusCode, Problem> {
    let PasswordByLink { link, password } = sent;
    let link = super::setup::read_link(&link)?;
    let asked = link.clone();
    served.read(move |engine, now| engine.check_password_link(&asked, now)).await?;
    let hash = super::session::hashing(move || PasswordHash::fresh(&password)).await??;
    served.write(move |engine, now| engine.set_password_by_link(&link, &hash, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The id in an address; what cannot be one is nobody's.
pub(super) fn id_of(what: &'static str, text: &str) -> Result<UserId, Problem> {
    let unknown = |_| app::people::PeopleError::Unknown { what, text: text.to_owned() };
    Ok(text.parse::<UserId>().map_err(unknown)?)
}

/// The role of a word, at a place of the request.
pub(super) fn role_at(place: &str, word: &str) -> Result<Role, Problem> {
    word.parse::<Role>().map_err(|unknown| Problem::at(place, unknown.to_string()))
}

/// The address of a page to which a secret is handed. What stands behind the `#` is sent to no
/// server and stands in no log.
pub(super) fn link_url(served: &Served, page: &str, secret: &Secret) -> String {
    format!("{}/{page}#{}", served.settings().public_url, secret.text(SecretKind::Link))
}
