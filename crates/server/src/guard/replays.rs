//! A write that carries a key of its own is done once, however often it is sent.

use super::is_of_the_api;
use crate::problem::Problem;
use crate::state::Served;
use crate::who::Actor;
use app::people::Claim;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use std::convert::Infallible;
use store::Answered;

/// Marks an answer that shows a secret, which is kept nowhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct SecretShown;

/// The header that carries the key.
const KEY: &str = "idempotency-key";
/// Marks an answer that was given before.
const REPLAYED: &str = "idempotency-replayed";
/// The longest key, in letters.
const KEY_LETTERS_MAX: usize = 255;
/// The largest answer that is kept, in bytes.
const KEPT_BYTES_MAX: u64 = 64 << 10;

impl IntoResponseParts for SecretShown {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}

/// Answers a write with a key that was done before as it was answered then, for 24 hours.
pub(crate) async fn once(State(served): State<Served>, request: Request, next: Next) -> Response {
    let is_write = !request.method().is_safe() && is_of_the_api(request.uri().path());
    let actor = request.extensions().get::<Actor>().filter(|_| is_write).cloned();
    let (Some(actor), Some(key)) = (actor, request.headers().get(KEY).cloned()) else {
        return next.run(request).await;
    };
    match answer_once(&served, &actor, &key, request, next).await {
        Ok(answer) => answer,
        Err(problem) => problem.into_response(),
    }
}

async fn answer_once(
    served: &Served,
    actor: &Actor,
    key: &HeaderValue,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let key = key.to_str().ok().filter(|key| (1..=KEY_LETTERS_MAX).contains(&key.len()));
    let key = key.ok_or_else(|| Problem::at(KEY, "a key has 1 to 255 letters of ASCII"))?;
    let (parts, body) = request.into_parts();
    let bytes_max = served.settings().body_bytes_max;
    let body = to_bytes(body, bytes_max).await.map_err(|_| {
        let detail = format!("a request with a key of its own has at most {bytes_max} bytes");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", detail)
    })?;
    let hash = hash(&parts, &body);
    let (asks, asked) = (actor.clone(), key.to_owned());
    let claim =
        served.write(move |engine, now| engine.claim(asks.person(), &asked, &hash, now)).await?;
    match claim {
        Claim::Done(answered) => return again(answered),
        Claim::Another => {
            let detail = "another request came under this key: give each its own, and only the \
                          same request the same";
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(Problem::new(status, "key_of_another_request", detail));
        }
        Claim::Begun => {
            let detail = "the first request under this key is not answered yet; where it never \
                          is, a server stopped meanwhile: look what became of it";
            return Err(Problem::new(StatusCode::CONFLICT, "begun", detail).retry_after(1));
        }
        Claim::New => {}
    }
    let (served, actor, key) = (served.clone(), actor.clone(), key.to_owned());
    let request = Request::from_parts(parts, Body::from(body));
    // On its own, so that it is finished and kept though whoever asked hangs up.
    let work =
        tokio::spawn(async move { keep(&served, &actor, &key, next.run(request).await).await });
    work.await.map_err(|panicked| Problem::fault(&panicked))?
}

/// What a request says.
fn hash(parts: &Parts, body: &Bytes) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let kind = parts.headers.get(header::CONTENT_TYPE).map_or(&[][..], HeaderValue::as_bytes);
    let address = parts.uri.path_and_query().map_or("", |address| address.as_str());
    for part in [parts.method.as_str().as_bytes(), address.as_bytes(), kind, body] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

/// Keeps an answer before it is given. What failed on our side, or was refused for now, may be
/// tried again.
async fn keep(
    served: &Served,
    actor: &Actor,
    key: &str,
    answer: Response,
) -> Result<Response, Problem> {
    let (actor, key) = (actor.clone(), key.to_owned());
    let status = answer.status();
    if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS {
        served.write(move |engine, _| engine.release(actor.person(), &key)).await?;
        return Ok(answer);
    }
    let (parts, body) = answer.into_parts();
    let is_small = body.size_hint().exact().is_some_and(|bytes| bytes <= KEPT_BYTES_MAX);
    let is_kept = is_small && parts.extensions.get::<SecretShown>().is_none();
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let kind = kind.unwrap_or_default().to_owned();
    let (kept, body) = if is_kept {
        let bytes = to_bytes(body, KEPT_BYTES_MAX as usize).await;
        let bytes = bytes.map_err(|error| Problem::fault(&error))?;
        (Some(bytes.to_vec()), Body::from(bytes))
    } else {
        (None, body)
    };
    let answered = Answered { status: status.as_u16(), kind, body: kept };
    served.write(move |engine, _| engine.keep_answer(actor.person(), &key, &answered)).await?;
    Ok(Response::from_parts(parts, body))
}

/// What was answered before.
fn again(answered: Answered) -> Result<Response, Problem> {
    let Some(body) = answered.body else {
        let detail = "this was done already, and its answer is not kept: it showed a secret, or \
                      was too large";
        return Err(Problem::new(StatusCode::CONFLICT, "answer_not_kept", detail));
    };
    let status = StatusCode::from_u16(answered.status).map_err(|error| Problem::fault(&error))?;
    let mut answer = (status, Body::from(body)).into_response();
    let headers = answer.headers_mut();
    headers.insert(REPLAYED, HeaderValue::from_static("true"));
    if let Ok(kind) = HeaderValue::from_str(&answered.kind)
        && !answered.kind.is_empty()
    {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    Ok(answer)
}
