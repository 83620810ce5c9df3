//! `/api/v1/findings`: what happened to the leads so far, whatever any charter says.

use crate::attachment::attachment;
use crate::documents::FindingsDocument;
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::tell::audit::{Article, article};
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;

/// Who is a lead.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// The namespace of leads, where a source's contacts are people too; where it names nobody,
    /// everybody is a lead.
    #[param(example = "salesforce.lead")]
    leads: Option<String>,
}

/// Audit what is recorded: how many leads were never touched, how long the rest waited, whom sales
/// refuses, where those sent differ from those won, what the default promises would have caught,
/// and what the data cannot say. It needs no charter. One runs at a time; others wait.
#[utoipa::path(
    get, path = "/api/v1/findings", tag = "figures", params(Wanted),
    responses(
        (status = 200, body = FindingsDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<FindingsDocument>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let turn = served.backtests().acquire().await.map_err(|error| Problem::fault(&error))?;
    let found = served.read(move |engine, now| {
        let answer = engine.audit(wanted.leads.as_deref(), now)?;
        Ok(FindingsDocument::of(&answer))
    });
    let found = found.await;
    drop(turn);
    found.map(Json)
}

/// Download the same audit as one page: a file that needs no script and no network, prints, and
/// names nobody.
#[utoipa::path(
    get, path = "/api/v1/findings/page", tag = "figures", params(Wanted),
    responses(
        (status = 200, description = "the page", content_type = "text/html", body = String),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn page(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Response, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let turn = served.backtests().acquire().await.map_err(|error| Problem::fault(&error))?;
    let page = served.read(move |engine, made_at| {
        let answer = engine.audit(wanted.leads.as_deref(), made_at)?;
        Ok(article(&Article { answer: &answer, taken: &[], odd: &[], names: None, made_at }))
    });
    let page = page.await;
    drop(turn);
    // As a file, never shown under our own address: what it holds was not written by us alone.
    Ok(attachment("audit.html", "text/html; charset=utf-8", page?.into_bytes()))
}
