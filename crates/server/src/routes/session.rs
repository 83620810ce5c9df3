//! Signing in and out.

use crate::documents::Me;
use crate::guard::{Address, cleared, session_cookie};
use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::{Served, on_a_thread};
use crate::who::Actor;
use app::Engine;
use app::people::Secret;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use facts::Instant;
use serde::Deserialize;
use std::fmt;
use tokio::sync::Semaphore;
use utoipa::ToSchema;

/// How many passwords are hashed at once; each takes 19 MiB of memory and tens of milliseconds.
static HASHING: Semaphore = Semaphore::const_new(4);

/// What somebody signs in with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Credentials {
    #[schema(example = "ann@example.com")]
    email: String,
    #[schema(example = "correct horse battery")]
    password: String,
}

/// A link that works once.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ByLink {
    /// What stands behind the `#` of the link.
    link: String,
}

/// Says nothing of it.
impl fmt::Debug for ByLink {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("ByLink(..)")
    }
}

/// Says nothing of them.
impl fmt::Debug for Credentials {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Credentials(..)")
    }
}

/// An answer that opens or ends a session in a browser.
pub(super) type WithCookie<T> = (StatusCode, [(HeaderName, String); 1], T);

/// Sign in with mail address and password: the answer sets the cookie of a session.
///
/// After 10 failures of an account from one network address within 15 minutes, 100 of an account,
/// or 300 from one address, further ones are refused until the 15 minutes are over.
#[utoipa::path(
    post, path = "/api/v1/session", tag = "session", request_body = Credentials,
    responses(
        (status = 200, body = Me, description = "signed in; sets the cookie of a session"),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem),
    )
)]
pub(super) async fn sign_in(
    State(served): State<Served>,
    from: Address,
    Sent(credentials): Sent<Credentials>,
) -> Result<WithCookie<Json<Me>>, Problem> {
    let Credentials { email, password } = credentials;
    let address = from.0.to_string();
    let attempt = served.write(move |engine, now| engine.begin_sign_in(&email, &address, now));
    let attempt = attempt.await?;
    let compared = hashing(move || attempt.compare(&password)).await?;
    let secret = Secret::fresh()?;
    let opened = secret.clone();
    let me = served.write(move |engine, now| {
        engine.finish_sign_in(&compared, &opened, now)?;
        me(engine, &opened, now)
    });
    Ok(signed_in(StatusCode::OK, &secret, &served, me.await?))
}

/// Sign in by a link that works once: the answer sets the cookie of a session.
#[utoipa::path(
    post, path = "/api/v1/session/links", tag = "session", request_body = ByLink,
    responses(
        (status = 200, body = Me, description = "signed in; sets the cookie of a session"),
        (status = 403, body = Problem), (status = 410, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem),
    )
)]
pub(super) async fn sign_in_by_link(
    State(served): State<Served>,
    Sent(sent): Sent<ByLink>,
) -> Result<WithCookie<Json<Me>>, Problem> {
    let link = super::setup::read_link(&sent.link)?;
    let secret = Secret::fresh()?;
    let opened = secret.clone();
    let me = served.write(move |engine, now| {
        engine.sign_in_by_link(&link, &opened, now)?;
        me(engine, &opened, now)
    });
    Ok(signed_in(StatusCode::OK, &secret, &served, me.await?))
}

/// Sign out: the session is over.
#[utoipa::path(
    delete, path = "/api/v1/session", tag = "session",
    responses((status = 204, description = "signed out"), (status = 401, body = Problem),
              (status = 403, body = Problem))
)]
pub(super) async fn sign_out(
    State(served): State<Served>,
    actor: Actor,
) -> Result<WithCookie<()>, Problem> {
    let is_secure = served.settings().is_secure();
    served.write(move |engine, now| engine.sign_out(actor.person(), now)).await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cleared(is_secure))], ()))
}

/// Oneself, by the session that was opened just now.
pub(super) fn me(engine: &Engine, session: &Secret, now: Instant) -> Result<Me, app::AppError> {
    let recognised = engine.of_session(session, now)?;
    let actor = recognised.ok_or(app::people::PeopleError::WrongPassword)?.actor;
    Ok(Me::of(engine.user(&actor, actor.user)?, &actor))
}

/// The answer that opens a session in a browser.
pub(super) fn signed_in<T>(
    status: StatusCode,
    secret: &Secret,
    served: &Served,
    body: T,
) -> WithCookie<Json<T>> {
    let cookie = session_cookie(secret, served.settings().is_secure());
    (status, [(header::SET_COOKIE, cookie)], Json(body))
}

/// Does what hashes a password, when it is its turn, on a thread that may wait.
pub(super) async fn hashing<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    let _turn = HASHING.acquire().await.map_err(|closed| Problem::fault(&closed))?;
    on_a_thread(move || Ok::<_, app::AppError>(work())).await
}
