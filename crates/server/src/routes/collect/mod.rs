//! Events, as Segment's libraries send them: `/v1/track` and the like, for every site and server
//! that has a write key.

mod origin;
mod project;
mod request;

use crate::problem::{Place, Problem};
use crate::state::Served;
use app::{AppError, CollectRefused, Collector, CollectorFull, Sender};
use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use axum::response::{IntoResponse, Response};
use connect::segment::{Call, Delivery, Meaning, Refusal, read};
use metrics::counter;
use request::{Body, sent_key};
use serde::Serialize;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub(super) fn routes() -> OpenApiRouter<Served> {
    OpenApiRouter::new()
        .routes(routes!(collect, origin::preflight))
        .routes(routes!(project::settings))
        .routes(routes!(project::snippet))
}

/// What became of a request's messages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct Taken {
    /// Always true: what could be read is on the disk.
    success: bool,
    /// Messages that could not be read, each with its place; absent when all could.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rejected: Vec<Place>,
}

/// From so many bytes on, a body is read on a thread of its own.
const LARGE_BYTES: usize = 64 << 10;
/// Messages, by what became of them.
const MESSAGES: &str = "tandem_messages_total";
/// Requests, counted: names messages that have neither an id nor a time.
static REQUESTS: AtomicU64 = AtomicU64::new(0);

/// Send messages: `identify`, `track`, `page`, `screen`, `group`, `alias`, or a `batch` of them.
///
/// The body is as Segment's libraries send it, packed with gzip or not. The write key is the user
/// name of basic authentication, or `writeKey` in the body. Answered when the messages are on the
/// disk. A message that comes again is taken and changes nothing. `m` takes the measurements that
/// browsers' libraries make of themselves, and keeps none.
#[utoipa::path(
    post, path = "/v1/{call}", tag = "collect",
    params(("call" = String, Path, description = "`track`, `batch`, … or the short `t`, `b`, …")),
    request_body(content = String, content_type = "application/json"),
    responses(
        (status = 200, body = Taken), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 503, body = Problem),
    )
)]
async fn collect(
    State(served): State<Served>,
    Path(call): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let answer = match (call.as_str(), body) {
        (_, Err(rejection)) => Err(rejection.into()),
        ("m", _) => Ok(Taken { success: true, rejected: Vec::new() }),
        (call, Ok(body)) => take(&served, call, &headers, body).await,
    };
    let mut response = match answer {
        Ok(taken) => Json(taken).into_response(),
        Err(problem) => {
            let is_full = problem.code == CollectRefused::Full(CollectorFull).code();
            let mut response = problem.into_response();
            if is_full {
                response.headers_mut().insert(header::RETRY_AFTER, Collector::RETRY_SECONDS.into());
            }
            response
        }
    };
    // Who may not send is refused above; whoever sent may read what became of it.
    origin::allow(&headers, response.headers_mut());
    response
}

async fn take(
    served: &Served,
    call: &str,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Taken, Problem> {
    let Some(call) = Call::of(call) else {
        let detail = "there is no such call: send track, identify, page, screen, group, alias or \
                      batch";
        return Err(Problem::new(StatusCode::NOT_FOUND, "no_such_call", detail));
    };
    let collector = Arc::clone(served.collector()?);
    let body = Body::unpacked(headers, body)?;
    let key = sent_key(headers, &body)?;
    let sender = match collector.remembered(&key) {
        Some(known) => known,
        None => {
            let collector = Arc::clone(&collector);
            on_a_thread(move || Ok(collector.sender(&key)?)).await?
        }
    };
    let sender = sender.ok_or_else(|| {
        let detail = "the write key is unknown or revoked: make one in Tandem";
        Problem::new(StatusCode::UNAUTHORIZED, "unknown_write_key", detail)
    })?;
    origin::check(headers, &sender.key)?;
    let delivery = Delivery {
        received_at: served.live().clock_now(),
        number: REQUESTS.fetch_add(1, Ordering::Relaxed),
    };
    let understood = match body.len() > LARGE_BYTES {
        true => on_a_thread(move || understand(&body, call, &delivery, &sender)).await?,
        false => understand(&body, call, &delivery, &sender)?,
    };
    let (meanings, rejected) = understood;
    let (taken, refused) = (meanings.len() as u64, rejected.len() as u64);
    let automatic = meanings.iter().filter(|meaning| meaning.scanner.is_some()).count() as u64;
    if taken > 0 {
        record(&collector, meanings).await?;
    }
    counter!(MESSAGES, "outcome" => "taken").increment(taken - automatic);
    counter!(MESSAGES, "outcome" => "automatic").increment(automatic);
    counter!(MESSAGES, "outcome" => "refused").increment(refused);
    Ok(Taken { success: true, rejected })
}

/// What a body means; and the places of what cannot be read, unless that is all of it.
fn understand(
    body: &[u8],
    call: Call,
    delivery: &Delivery,
    sender: &Sender,
) -> Result<(Vec<Meaning>, Vec<Place>), Problem> {
    let reading = read(body, call, delivery).map_err(|refused| request::problem(&refused))?;
    let place = |refusal: &Refusal| Place {
        at: format!("/{}", refusal.path.replace("].", "/").replace(['[', '.', ']'], "/"))
            .trim_end_matches('/')
            .to_owned(),
        reason: format!("{}; {}", refusal.reason, refusal.help),
    };
    let rejected: Vec<_> = reading.refusals.iter().map(place).collect();
    if reading.messages.is_empty() && !rejected.is_empty() {
        let detail = format!("nothing could be read: {}", reading.refusals[0]);
        let problem = Problem::new(StatusCode::BAD_REQUEST, "nothing_readable", detail);
        return Err(Problem { places: rejected, ..problem });
    }
    let mapping = &sender.mapping;
    let meanings = reading.messages.iter().map(|message| Meaning::of(message, mapping)).collect();
    Ok((meanings, rejected))
}

/// Waits until messages are on the disk.
async fn record(collector: &Collector, meanings: Vec<Meaning>) -> Result<(), Problem> {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let acknowledge = Box::new(move |recorded| {
        // Whoever went away does not want to know.
        let _gone = sender.send(recorded);
    });
    let full = |full: CollectorFull| Problem::from(AppError::from(CollectRefused::from(full)));
    collector.submit(meanings, acknowledge).map_err(full)?;
    match receiver.await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(Problem::of_shared(&error)),
        Err(_) => Err(full(CollectorFull)),
    }
}

async fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(|panicked| Problem::fault(&panicked))?
}
