//! Programs and chat rooms that are told.

use crate::documents::moment;
use crate::guard::SecretShown;
use crate::problem::Problem;
use crate::sent::{At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{NewWebhook, random_secret, random_webhook_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use connect::sending::secret_in_words;
use serde::{Deserialize, Serialize};
use store::{Webhook, WebhookFormat};
use utoipa::ToSchema;

/// A program or a chat room to be told.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewWebhookDocument {
    /// In which form: `webhook` for a program (Standard Webhooks), `slack` or `teams` for a room.
    format: FormatWord,
    /// Where, as `https://…`, at most 2000 letters.
    #[schema(example = "https://hooks.example.com/tandem")]
    url: String,
    /// Of which kinds of notices; empty for all.
    #[serde(default)]
    kinds: Vec<String>,
    /// For a room, of whose, as `role:sales_head` or `person:ana`; empty for all.
    #[serde(default)]
    audience: String,
}

/// In which form somebody is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum FormatWord {
    /// Signed JSON, by the Standard Webhooks specification.
    Webhook,
    /// A message of Slack.
    Slack,
    /// A card of Microsoft Teams.
    Teams,
}

/// All webhooks, oldest first, at most 100.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Webhooks {
    webhooks: Vec<WebhookDocument>,
}

/// A program or a chat room that is told.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct WebhookDocument {
    /// Its id.
    id: String,
    /// In which form.
    format: FormatWord,
    /// The host of its address; the rest may be secret.
    host: String,
    /// Of which kinds of notices; empty for all.
    kinds: Vec<String>,
    /// Of whose; empty for all.
    audience: String,
    /// Whether it is told nothing at present.
    disabled: bool,
    /// When it was made.
    created_at: Option<String>,
    /// Who made it.
    created_by: String,
    /// Until when the secret before the last change signs too.
    former_secret_until: Option<String>,
    /// What signs its events: shown once, when it is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

/// A test that was sent.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct TestDocument {
    /// The id under which it arrives: the header `webhook-id`.
    webhook_id: String,
}

/// List the programs and chat rooms that are told.
#[utoipa::path(
    get, path = "/api/v1/webhooks", tag = "webhooks",
    responses(
        (status = 200, body = Webhooks), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Webhooks>, Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    let found = served.read(|engine, _| Ok(engine.store().view().webhooks()?)).await?;
    Ok(Json(Webhooks { webhooks: found.iter().map(|it| WebhookDocument::of(it, false)).collect() }))
}

/// Have a program or a chat room told from now on. The answer shows its secret, once.
#[utoipa::path(
    post, path = "/api/v1/webhooks", tag = "webhooks", request_body = NewWebhookDocument,
    responses(
        (status = 201, body = WebhookDocument), (status = 400, body = Problem),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn add(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewWebhookDocument>,
) -> Result<(StatusCode, SecretShown, Json<WebhookDocument>), Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    let new = NewWebhook {
        format: new.format.into(),
        url: new.url,
        kinds: new.kinds,
        audience: new.audience,
    };
    let random = (random_webhook_id()?, random_secret()?);
    let added =
        served.write(move |engine, now| engine.add_webhook(&new, random.clone(), &actor.name, now));
    Ok((StatusCode::CREATED, SecretShown, Json(WebhookDocument::of(&added.await?, true))))
}

/// Give a webhook another secret. The answer shows it, once; the one before signs too for a day.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{webhook}/secrets", tag = "webhooks",
    params(("webhook" = String, Path, description = "its id")),
    responses(
        (status = 201, body = WebhookDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
    )
)]
pub(super) async fn change_secret(
    State(served): State<Served>,
    actor: Actor,
    At(webhook): At<String>,
) -> Result<(StatusCode, SecretShown, Json<WebhookDocument>), Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    let secret = random_secret()?;
    let changed = served.write(move |engine, now| {
        engine.rotate_webhook_secret(&webhook, secret.clone(), &actor.name, now)
    });
    Ok((StatusCode::CREATED, SecretShown, Json(WebhookDocument::of(&changed.await?, true))))
}

/// Have a webhook told nothing for now.
#[utoipa::path(
    put, path = "/api/v1/webhooks/{webhook}/disablement", tag = "webhooks",
    params(("webhook" = String, Path, description = "its id")),
    responses(
        (status = 200, body = WebhookDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
    )
)]
pub(super) async fn disable(
    State(served): State<Served>,
    actor: Actor,
    At(webhook): At<String>,
) -> Result<Json<WebhookDocument>, Problem> {
    able(&served, actor, webhook, true).await
}

/// Have a webhook told again.
#[utoipa::path(
    delete, path = "/api/v1/webhooks/{webhook}/disablement", tag = "webhooks",
    params(("webhook" = String, Path, description = "its id")),
    responses(
        (status = 200, body = WebhookDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
    )
)]
pub(super) async fn enable(
    State(served): State<Served>,
    actor: Actor,
    At(webhook): At<String>,
) -> Result<Json<WebhookDocument>, Problem> {
    able(&served, actor, webhook, false).await
}

async fn able(
    served: &Served,
    actor: Actor,
    webhook: String,
    disabled: bool,
) -> Result<Json<WebhookDocument>, Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    let changed = served
        .write(move |engine, now| engine.disable_webhook(&webhook, disabled, &actor.name, now));
    Ok(Json(WebhookDocument::of(&changed.await?, false)))
}

/// Remove a webhook.
#[utoipa::path(
    delete, path = "/api/v1/webhooks/{webhook}", tag = "webhooks",
    params(("webhook" = String, Path, description = "its id")),
    responses(
        (status = 204), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem),
    )
)]
pub(super) async fn remove(
    State(served): State<Served>,
    actor: Actor,
    At(webhook): At<String>,
) -> Result<StatusCode, Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    served.write(move |engine, now| engine.remove_webhook(&webhook, &actor.name, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Send a webhook a test; the outbox says what became of it.
#[utoipa::path(
    post, path = "/api/v1/webhooks/{webhook}/tests", tag = "webhooks",
    params(("webhook" = String, Path, description = "its id")),
    responses(
        (status = 202, body = TestDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
    )
)]
pub(super) async fn test(
    State(served): State<Served>,
    actor: Actor,
    At(webhook): At<String>,
) -> Result<(StatusCode, Json<TestDocument>), Problem> {
    actor.needs(Permission::ManageWebhooks)?;
    let key = served.write(move |engine, now| engine.test_webhook(&webhook, now)).await?;
    let webhook_id = connect::sending::event_id(&key);
    Ok((StatusCode::ACCEPTED, Json(TestDocument { webhook_id })))
}

impl From<FormatWord> for WebhookFormat {
    fn from(word: FormatWord) -> Self {
        match word {
            FormatWord::Webhook => Self::Standard,
            FormatWord::Slack => Self::Slack,
            FormatWord::Teams => Self::Teams,
        }
    }
}

impl WebhookDocument {
    fn of(webhook: &Webhook, shows_secret: bool) -> Self {
        let format = match webhook.format {
            WebhookFormat::Standard => FormatWord::Webhook,
            WebhookFormat::Slack => FormatWord::Slack,
            WebhookFormat::Teams => FormatWord::Teams,
        };
        let former = !webhook.former_secret.is_empty();
        Self {
            id: webhook.id.clone(),
            format,
            host: webhook.url.split('/').nth(2).unwrap_or_default().to_owned(),
            kinds: webhook.kinds.clone(),
            audience: webhook.audience.clone(),
            disabled: webhook.disabled,
            created_at: moment(Some(webhook.created_at)),
            created_by: webhook.created_by.clone(),
            former_secret_until: moment(former.then_some(webhook.former_until)),
            secret: shows_secret.then(|| secret_in_words(&webhook.secret)),
        }
    }
}
