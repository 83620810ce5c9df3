//! Signing in at a provider (OpenID Connect), and which ways in there are.

use super::session::me;
use super::users::id_of;
use crate::documents::Me;
use crate::guard::{SecretShown, attempt_cleared, attempt_cookie, attempt_of, session_cookie};
use crate::problem::Problem;
use crate::sent::{At, Sent};
use crate::state::{Served, on_a_thread};
use crate::who::Actor;
use app::people::{Begun, Secret, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::AppendHeaders;
use connect::oidc::{Attempt, Oidc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use tokio::sync::Semaphore;
use utoipa::ToSchema;

/// How many sign-ins wait for the provider at once; each holds a thread.
static ASKING: Semaphore = Semaphore::const_new(16);
/// Where the browser comes back to: a page of the web app, which hands on what it was given.
const BACK: &str = "/sign-in";

/// Which ways in there are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct SignInWays {
    /// Whether people sign in with mail address and password.
    password: bool,
    /// The provider at which they sign in; absent where none is set up.
    #[serde(skip_serializing_if = "Option::is_none")]
    oidc: Option<OidcWay>,
}

/// A provider at which people sign in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct OidcWay {
    /// What stands on the button.
    #[schema(example = "Example account")]
    label: String,
}

/// An attempt to sign in at the provider.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct BegunAttempt {
    /// Where the browser goes now.
    url: String,
}

/// What a browser came back with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CameBack {
    /// `code` of the address that it came back to.
    code: String,
    /// `state` of that address.
    state: String,
    /// `iss` of that address, where the provider says it.
    iss: Option<String>,
}

/// Says nothing of it.
impl fmt::Debug for CameBack {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("CameBack(..)")
    }
}

/// An answer that hands cookies out, or takes them back.
type WithCookies<T> = (StatusCode, AppendHeaders<Vec<(HeaderName, String)>>, T);

/// The longest code, in bytes.
const CODE_BYTES_MAX: usize = 8 << 10;

/// Ask which ways in there are.
#[utoipa::path(get, path = "/api/v1/sign_in_ways", tag = "session",
               responses((status = 200, body = SignInWays)))]
pub(super) async fn ways(State(served): State<Served>) -> Json<SignInWays> {
    let oidc = served.oidc().map(|oidc| OidcWay { label: oidc.settings().label.clone() });
    Json(SignInWays { password: true, oidc })
}

/// Begin to sign in at the provider: the answer says where the browser goes, and sets a cookie that
/// tells this attempt from others for 15 minutes.
///
/// The browser comes back to `/sign-in` of the public address, with a code.
#[utoipa::path(
    post, path = "/api/v1/session/oidc/attempts", tag = "session",
    responses(
        (status = 201, body = BegunAttempt, description = "begun; sets a cookie"),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn begin(
    State(served): State<Served>,
) -> Result<(SecretShown, WithCookies<Json<BegunAttempt>>), Problem> {
    let secret = Secret::fresh()?;
    let kept = attempt_cookie(&secret, served.settings().is_secure());
    let url = at_provider(&served, Begun::of(secret), |oidc, attempt, now| {
        oidc.authorize_url(attempt, now)
    });
    let cookies = AppendHeaders(vec![(header::SET_COOKIE, kept)]);
    Ok((SecretShown, (StatusCode::CREATED, cookies, Json(BegunAttempt { url: url.await? }))))
}

/// Sign in with what a browser came back with from the provider: the answer sets the cookie of a
/// session.
///
/// Whoever comes in is a user already, or was invited, by the mail address that the provider says
/// is verified; from then on by what the provider calls them.
#[utoipa::path(
    post, path = "/api/v1/session/oidc", tag = "session", request_body = CameBack,
    responses(
        (status = 200, body = Me, description = "signed in; sets the cookie of a session"),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn sign_in(
    State(served): State<Served>,
    headers: HeaderMap,
    Sent(back): Sent<CameBack>,
) -> Result<WithCookies<Json<Me>>, Problem> {
    let oidc = Arc::clone(provider(&served)?);
    let is_secure = served.settings().is_secure();
    let begun = attempt_of(&headers, is_secure).map(Begun::of);
    let begun = begun.filter(|begun| begun.is_of(&back.state)).ok_or_else(gone)?;
    if back.iss.is_some_and(|issuer| issuer != oidc.settings().issuer) {
        return Err(gone());
    }
    if !(1..=CODE_BYTES_MAX).contains(&back.code.len()) {
        return Err(Problem::at("/code", format!("a code has 1 to {CODE_BYTES_MAX} bytes")));
    }
    let code = back.code;
    let who =
        at_provider(&served, begun, move |oidc, attempt, now| oidc.identify(&code, attempt, now));
    let who = who.await?;
    let (id, secret) = (fresh_id()?, Secret::fresh()?);
    let opened = secret.clone();
    let me = served.write(move |engine, now| {
        engine.sign_in_elsewhere(&who, oidc.settings(), (id, &opened), now)?;
        me(engine, &opened, now)
    });
    let me = me.await?;
    let cookies = AppendHeaders(vec![
        (header::SET_COOKIE, session_cookie(&secret, is_secure)),
        (header::SET_COOKIE, attempt_cleared(is_secure)),
    ]);
    Ok((StatusCode::OK, cookies, Json(me)))
}

/// Forget with which accounts of sign-in providers a user comes in, and sign them out: whoever comes
/// next with their verified mail address is bound anew.
#[utoipa::path(
    delete, path = "/api/v1/users/{user}/identities", tag = "people",
    params(("user" = String, Path, description = "the id")),
    responses((status = 204, description = "forgotten"), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 404, body = Problem))
)]
pub(super) async fn unbind(
    State(served): State<Served>,
    actor: Actor,
    At(user): At<String>,
) -> Result<StatusCode, Problem> {
    let id = id_of("user", &user)?;
    served.write(move |engine, now| engine.unbind_identities(actor.person(), id, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn provider(served: &Served) -> Result<&Arc<Oidc>, Problem> {
    served.oidc().ok_or_else(|| {
        let detail = "no sign-in provider is set up here: sign in with a password, or have [oidc] \
                      filled in the server's config file";
        Problem::new(StatusCode::NOT_FOUND, "no_provider", detail)
    })
}

fn gone() -> Problem {
    let detail = "this is not the attempt that this browser began, or it took longer than 15 \
                  minutes: begin again";
    Problem::new(StatusCode::UNAUTHORIZED, "attempt_gone", detail)
}

/// Asks the provider, when it is this attempt's turn, on a thread that may wait.
async fn at_provider<T: Send + 'static>(
    served: &Served,
    begun: Begun,
    ask: impl FnOnce(&Oidc, Attempt<'_>, facts::Instant) -> Result<T, connect::oidc::OidcError>
    + Send
    + 'static,
) -> Result<T, Problem> {
    let oidc = Arc::clone(provider(served)?);
    let redirect_uri = format!("{}{BACK}", served.settings().public_url);
    let now = served.read(|_, now| Ok(now)).await?;
    let _turn = ASKING.acquire().await.map_err(|closed| Problem::fault(&closed))?;
    let asked = on_a_thread(move || {
        let (state, nonce, verifier) = (begun.state(), begun.nonce(), begun.verifier());
        let attempt = Attempt {
            state: &state,
            nonce: &nonce,
            verifier: &verifier,
            redirect_uri: &redirect_uri,
        };
        ask(&oidc, attempt, now).inspect_err(|why| {
            tracing::warn!(error.code = why.code(), error.message = %why, "a sign-in failed");
        })
    });
    asked.await
}
