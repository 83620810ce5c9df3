//! Messages on their way, for whoever looks after Tandem.

use crate::documents::moment;
use crate::paging::limit;
use crate::problem::Problem;
use crate::sent::{Asked, At};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{MessageState, OutboxMessage};
use utoipa::{IntoParams, ToSchema};

/// Which messages.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// In which state they are.
    #[serde(default)]
    #[param(inline)]
    state: StateWord,
    /// At most so many, 1 to 200.
    #[serde(default = "page")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    #[serde(default)]
    #[param(minimum = 0)]
    cursor: i64,
}

const fn page() -> u32 {
    50
}

/// How far a message is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum StateWord {
    /// It waits for its time, or for the next attempt.
    Waiting,
    /// Somebody is sending it.
    Claimed,
    /// It was taken.
    Sent,
    /// Every attempt failed.
    #[default]
    Dead,
    /// It was withdrawn or discarded before it left.
    Cancelled,
    /// It left, and a correction followed.
    Corrected,
}

/// Messages in a state, in order, and how many there are in each.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Outbox {
    /// How many messages are in each state that any is in.
    counts: Vec<StateCount>,
    messages: Vec<MessageDocument>,
    /// Where to go on; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_cursor: Option<i64>,
}

/// How many messages are in a state.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct StateCount {
    state: StateWord,
    messages: u64,
}

/// A message. It says nothing of who somebody is.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct MessageDocument {
    /// Its number.
    id: i64,
    /// Its name, the same on every attempt.
    key: String,
    /// What kind of notice it is.
    kind: String,
    /// The lead that it is about.
    lead: Option<String>,
    /// How it goes out; `to_address` before it is known to whom by name.
    channel: String,
    /// Whom it is for: the id of a user or a webhook, or a role.
    recipient: String,
    /// How far it is.
    state: StateWord,
    /// How often it was tried.
    attempts: u32,
    /// Why the last attempt failed; empty when none did.
    last_error: String,
    /// When it may leave, or is tried again.
    acts_at: Option<String>,
    /// When it was added.
    created_at: Option<String>,
    /// When it was sent, given up or withdrawn.
    ended_at: Option<String>,
}

/// List messages in a state: dead letters, unless another one is asked for.
#[utoipa::path(
    get, path = "/api/v1/outbox", tag = "outbox", params(Wanted),
    responses(
        (status = 200, body = Outbox), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Outbox>, Problem> {
    actor.needs(Permission::ReadOperations)?;
    let limit = limit(wanted.limit)?;
    let found = served.read(move |engine, _| {
        let view = engine.store().view();
        let found = view.messages(wanted.state.into(), wanted.cursor, limit)?;
        let full = found.len() == limit as usize;
        let next_cursor = found.last().filter(|_| full).map(|last| last.id);
        let counts = view.message_counts()?;
        let count = |(state, messages)| StateCount { state: StateWord::of(state), messages };
        Ok(Outbox {
            counts: counts.into_iter().map(count).collect(),
            messages: found.into_iter().map(MessageDocument::of).collect(),
            next_cursor,
        })
    });
    Ok(Json(found.await?))
}

/// Send a dead message again.
#[utoipa::path(
    post, path = "/api/v1/outbox/{message}/resendings", tag = "outbox",
    params(("message" = i64, Path, description = "its number")),
    responses(
        (status = 202), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn resend(
    State(served): State<Served>,
    actor: Actor,
    At(message): At<i64>,
) -> Result<StatusCode, Problem> {
    actor.needs(Permission::ResendNotices)?;
    served.write(move |engine, now| engine.resend(message, &actor.name, now)).await?;
    Ok(StatusCode::ACCEPTED)
}

/// Discard a message that waits or is dead.
#[utoipa::path(
    delete, path = "/api/v1/outbox/{message}", tag = "outbox",
    params(("message" = i64, Path, description = "its number")),
    responses(
        (status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn discard(
    State(served): State<Served>,
    actor: Actor,
    At(message): At<i64>,
) -> Result<StatusCode, Problem> {
    actor.needs(Permission::ResendNotices)?;
    served.write(move |engine, now| engine.discard(message, &actor.name, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl StateWord {
    const fn of(state: MessageState) -> Self {
        match state {
            MessageState::Waiting => Self::Waiting,
            MessageState::Claimed => Self::Claimed,
            MessageState::Sent => Self::Sent,
            MessageState::Dead => Self::Dead,
            MessageState::Cancelled => Self::Cancelled,
            MessageState::Corrected => Self::Corrected,
        }
    }
}

impl From<StateWord> for MessageState {
    fn from(word: StateWord) -> Self {
        match word {
            StateWord::Waiting => Self::Waiting,
            StateWord::Claimed => Self::Claimed,
            StateWord::Sent => Self::Sent,
            StateWord::Dead => Self::Dead,
            StateWord::Cancelled => Self::Cancelled,
            StateWord::Corrected => Self::Corrected,
        }
    }
}

impl MessageDocument {
    fn of(row: OutboxMessage) -> Self {
        Self {
            id: row.id,
            key: row.message.key,
            kind: row.message.kind,
            lead: row.message.subject.map(|lead| lead.to_string()),
            channel: row.message.channel,
            recipient: row.message.recipient,
            state: StateWord::of(row.state),
            attempts: row.attempts,
            last_error: row.last_error,
            acts_at: moment(Some(row.acts_at)),
            created_at: moment(Some(row.created_at)),
            ended_at: moment(Some(row.ended_at)),
        }
    }
}
