//! Who asks: by the cookie of a session, or by a token.

use super::cookie::session_of;
use super::is_of_the_api;
use crate::problem::Problem;
use crate::state::Served;
use crate::who::Actor;
use app::people::{Recognised, Secret, SecretKind};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What a request brings to be recognised by.
enum Brought {
    Token(Secret),
    Session(Secret),
}

/// Finds out who asks, and lets the rest know. A token that is worth nothing is refused here, so
/// that a program learns it; a session that is over is as none.
pub(crate) async fn recognise(
    State(served): State<Served>,
    mut request: Request,
    next: Next,
) -> Response {
    if is_of_the_api(request.uri().path()) && request.extensions().get::<Actor>().is_none() {
        match found(&served, request.headers()).await {
            Ok(Some(actor)) => {
                request.extensions_mut().insert(actor);
            }
            Ok(None) => {}
            Err(refused) => return refused.into_response(),
        }
    }
    next.run(request).await
}

async fn found(served: &Served, headers: &HeaderMap) -> Result<Option<Actor>, Problem> {
    let Some(brought) = brought(headers, served.settings().is_secure())? else { return Ok(None) };
    let is_token = matches!(brought, Brought::Token(_));
    let recognised = served.read(move |engine, now| match &brought {
        Brought::Token(secret) => engine.of_token(secret, now),
        Brought::Session(secret) => engine.of_session(secret, now),
    });
    let Some(Recognised { actor, is_to_be_noted }) = recognised.await? else {
        return if is_token { Err(bad_token()) } else { Ok(None) };
    };
    if is_to_be_noted {
        let seen = actor.clone();
        served.write(move |engine, now| engine.note_seen(&seen, now)).await?;
    }
    Ok(Some(Actor::of(actor)))
}

/// A token comes before a session: who sends one means it.
fn brought(headers: &HeaderMap, is_secure: bool) -> Result<Option<Brought>, Problem> {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let bearer = said.and_then(|said| {
        let (scheme, rest) = said.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| rest.trim())
    });
    if let Some(text) = bearer {
        let secret = Secret::read(SecretKind::Token, text).ok_or_else(bad_token)?;
        return Ok(Some(Brought::Token(secret)));
    }
    Ok(session_of(headers, is_secure).map(Brought::Session))
}

fn bad_token() -> Problem {
    let detail = "this token is worth nothing: it was revoked, is over, or never was one";
    Problem::new(StatusCode::UNAUTHORIZED, "bad_token", detail)
}
