//! Write keys: who may send events, and what those mean.

use crate::guard::SecretShown;
use crate::problem::Problem;
use crate::sent::{At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::{WriteKey, WriteKeyId};
use utoipa::ToSchema;

/// A write key, without the key.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct WriteKeyDocument {
    id: i64,
    /// What it is for.
    #[schema(example = "website")]
    name: String,
    /// The sites from which browsers may send with it; `*` is any.
    origins: Vec<String>,
    made_at: String,
    revoked_at: Option<String>,
}

/// All write keys.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct WriteKeyList {
    write_keys: Vec<WriteKeyDocument>,
}

/// A write key to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewKey {
    /// What it is for, in 1 to 100 characters.
    #[schema(example = "website")]
    name: String,
    /// The sites from which browsers may send with it, `https://www.example.com`; `*` is any.
    /// Servers and apps need none.
    #[serde(default)]
    origins: Vec<String>,
}

/// A write key that was just made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct MadeKey {
    id: i64,
    /// The key. It is shown this once: only its hash is kept.
    key: String,
}

/// What events mean.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EventMappingDocument {
    /// TOML: `[events]`, `[[page]]`, `[traits]`, `[group_traits]`; empty: the standard names alone.
    text: String,
}

impl WriteKeyDocument {
    fn of(key: WriteKey) -> Self {
        let WriteKey { id, name, origins, made_at, revoked_at } = key;
        let revoked_at = revoked_at.map(|at| at.to_string());
        Self { id: id.0, name, origins, made_at: made_at.to_string(), revoked_at }
    }
}

/// The write keys, the oldest first.
#[utoipa::path(
    get, path = "/api/v1/write-keys", tag = "write keys",
    responses(
        (status = 200, body = WriteKeyList), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<WriteKeyList>, Problem> {
    actor.needs(Permission::ManageWriteKeys)?;
    let keys = served.read(|engine, _| Ok(engine.store().view().write_keys()?)).await?;
    Ok(Json(WriteKeyList { write_keys: keys.into_iter().map(WriteKeyDocument::of).collect() }))
}

/// Make a write key.
#[utoipa::path(
    post, path = "/api/v1/write-keys", tag = "write keys", request_body = NewKey,
    responses(
        (status = 201, body = MadeKey), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn make(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewKey>,
) -> Result<(StatusCode, SecretShown, Json<MadeKey>), Problem> {
    actor.needs(Permission::ManageWriteKeys)?;
    let made = served
        .write(move |engine, now| engine.make_write_key(&new.name, &new.origins, &actor.name, now));
    let made = made.await?;
    Ok((StatusCode::CREATED, SecretShown, Json(MadeKey { id: made.id.0, key: made.key })))
}

/// Revoke a write key: within a second, nobody sends with it any more.
#[utoipa::path(
    post, path = "/api/v1/write-keys/{id}/revocation", tag = "write keys",
    params(("id" = i64, Path, description = "its number")),
    responses(
        (status = 200, body = WriteKeyDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
    )
)]
pub(super) async fn revoke(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<i64>,
) -> Result<Json<WriteKeyDocument>, Problem> {
    actor.needs(Permission::ManageWriteKeys)?;
    let revoked =
        served.write(move |engine, now| engine.revoke_write_key(WriteKeyId(id), &actor.name, now));
    Ok(Json(WriteKeyDocument::of(revoked.await?)))
}

/// What events mean beyond their standard names.
#[utoipa::path(
    get, path = "/api/v1/event-mapping", tag = "write keys",
    responses(
        (status = 200, body = EventMappingDocument), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn read_mapping(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<EventMappingDocument>, Problem> {
    actor.needs(Permission::ManageWriteKeys)?;
    let text = served.read(|engine, _| Ok(engine.store().view().event_mapping()?)).await?;
    Ok(Json(EventMappingDocument { text: text.unwrap_or_default() }))
}

/// Say anew what events mean. What was recorded before stays as it was recorded.
#[utoipa::path(
    put, path = "/api/v1/event-mapping", tag = "write keys", request_body = EventMappingDocument,
    responses(
        (status = 200, body = EventMappingDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn write_mapping(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<EventMappingDocument>,
) -> Result<Json<EventMappingDocument>, Problem> {
    actor.needs(Permission::ManageWriteKeys)?;
    let text = new.text.clone();
    served.write(move |engine, now| engine.set_event_mapping(&text, &actor.name, now)).await?;
    Ok(Json(new))
}
