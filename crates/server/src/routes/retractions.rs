//! Taking imports back.

use crate::documents::ImportDocument;
use crate::problem::Problem;
use crate::sent::At;
use crate::state::Served;
use crate::who::Actor;
use app::UndoPlan;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// What taking an import back would come to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct RetractionPreview {
    /// How many facts would be taken back: those that this import was the first to bring.
    facts: u64,
    /// How many of its facts were taken back before.
    gone_already: u64,
    /// How many leads' stories would change.
    leads: u64,
    /// Of these, those of whom nothing else is known, so that they are leads no longer.
    leads_gone: u64,
    /// Of these, those of whom people wrote something since: verdicts, calls, assignments.
    leads_worked: u64,
}

/// What was taken back.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct RetractionDone {
    /// How many facts.
    facts: u64,
    /// About how many leads something was decided anew.
    leads_settled: u64,
    import: ImportDocument,
}

/// Say what taking an import back would come to. Nothing is changed.
#[utoipa::path(
    get, path = "/api/v1/imports/{import}/retractions", tag = "imports",
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = RetractionPreview), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn preview(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
) -> Result<Json<RetractionPreview>, Problem> {
    actor.needs(Permission::UndoImport)?;
    let plan = served.at_desk(move |desk, live| desk.undo_plan(id, &live.another_engine()?));
    let UndoPlan { facts, gone_already, leads, leads_gone, leads_worked } = plan.await?;
    Ok(Json(RetractionPreview { facts, gone_already, leads, leads_gone, leads_worked }))
}

/// Take back every fact that an import was the first to bring, and decide anew about the leads that
/// they were about. Nothing is deleted: importing the same again brings it back. Who was found to be
/// one person, and which leads were linked to accounts, stays.
#[utoipa::path(
    post, path = "/api/v1/imports/{import}/retractions", tag = "imports",
    params(("import" = u64, Path, description = "its number")),
    responses(
        (status = 201, body = RetractionDone), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 503, body = Problem),
    )
)]
pub(super) async fn retract(
    State(served): State<Served>,
    actor: Actor,
    At(id): At<u64>,
) -> Result<(axum::http::StatusCode, Json<RetractionDone>), Problem> {
    actor.needs(Permission::UndoImport)?;
    let done = served.at_desk(move |desk, live| desk.undo(id, live, &actor.name));
    let (import, undone) = done.await?;
    served.tell_import(id, None);
    let (facts, leads_settled) = (undone.facts, undone.settled.leads);
    let done = RetractionDone { facts, leads_settled, import: import.into() };
    Ok((axum::http::StatusCode::CREATED, Json(done)))
}
