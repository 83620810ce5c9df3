//! `/api/v1/seals`: periods that stay as they were reported, and what became known since.

use super::figures::Behind;
use crate::documents::{BehindOpportunities, RestatedDocument, SealDocument, SealList};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::Restated;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use facts::SubjectId;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// The period to seal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PeriodSaid {
    /// From this time on.
    #[schema(example = "2026-01-01T00:00:00Z")]
    from: String,
    /// Before this time, which is past.
    #[schema(example = "2026-02-01T00:00:00Z")]
    until: String,
}

/// What is behind a restatement.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct RestatementAsked {
    /// The metric.
    metric: String,
    /// `merge`, `recorded_since`, `time` or `charter`.
    cause: String,
    /// `added` or `removed`.
    change: String,
}

/// List the periods that were sealed.
#[utoipa::path(
    get, path = "/api/v1/seals", tag = "figures",
    responses((status = 200, body = SealList), (status = 401, body = Problem),
              (status = 403, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<SealList>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let seals = served.read(|engine, _| engine.seals()).await?;
    Ok(Json(SealList { seals: seals.iter().map(Into::into).collect() }))
}

/// Seal a period that is over: its figures become its reported edition, which never changes.
#[utoipa::path(
    post, path = "/api/v1/seals", tag = "figures", request_body = PeriodSaid,
    responses(
        (status = 201, body = SealDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn make(
    State(served): State<Served>,
    actor: Actor,
    Sent(said): Sent<PeriodSaid>,
) -> Result<(StatusCode, Json<SealDocument>), Problem> {
    actor.needs(Permission::SealPeriods)?;
    let time = |at: &str, text: &str| {
        instant(at, Some(text))?.ok_or_else(|| Problem::at(at, "give a time"))
    };
    let period = (time("from", &said.from)?, time("until", &said.until)?);
    if period.1 <= period.0 {
        return Err(Problem::at("until", "the period ends before it begins: give a later time"));
    }
    let seal = served.write(move |engine, now| engine.seal_period(period, &actor.name, now));
    Ok((StatusCode::CREATED, Json((&seal.await?).into())))
}

/// Show a sealed period beside what it comes to by what is known now, each difference with its
/// cause.
#[utoipa::path(
    get, path = "/api/v1/seals/{seal}", tag = "figures",
    params(("seal" = u64, Path, description = "the number")),
    responses(
        (status = 200, body = RestatedDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(seal): At<u64>,
) -> Result<Json<RestatedDocument>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let restated = served.read(move |engine, now| engine.restated(seal, now)).await?;
    Ok(Json((&restated).into()))
}

/// List the leads behind a restatement of a metric that counts leads, verdicts or promises.
#[utoipa::path(
    get, path = "/api/v1/seals/{seal}/leads", tag = "figures",
    params(("seal" = u64, Path, description = "the number"), RestatementAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    At(seal): At<u64>,
    Asked(asked): Asked<RestatementAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let ids = behind(&engine.restated(seal, now)?, &asked, false);
        ids.map(|ids| Behind::of(engine, &ids, sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(nothing)
}

/// List the opportunities behind a restatement of a metric that counts opportunities.
#[utoipa::path(
    get, path = "/api/v1/seals/{seal}/opportunities", tag = "figures",
    params(("seal" = u64, Path, description = "the number"), RestatementAsked),
    responses(
        (status = 200, body = BehindOpportunities), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn opportunities(
    State(served): State<Served>,
    actor: Actor,
    At(seal): At<u64>,
    Asked(asked): Asked<RestatementAsked>,
) -> Result<Json<BehindOpportunities>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let ids = behind(&engine.restated(seal, now)?, &asked, true);
        let scope = engine.lead_scope(actor.person())?;
        let seen = (sees_names, &scope);
        ids.map(|ids| BehindOpportunities::of(engine, &ids, seen, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(nothing)
}

fn nothing() -> Problem {
    Problem::at("metric", "nothing was restated of such a metric for such a cause")
}

fn behind(
    restated: &Restated,
    asked: &RestatementAsked,
    is_of_deals: bool,
) -> Option<Vec<SubjectId>> {
    let metrics = restated.metrics.iter();
    let mut metrics = metrics.filter(|it| it.metric.is_of_opportunities() == is_of_deals);
    let metric = metrics.find(|it| it.metric.id == asked.metric)?;
    let lines = &metric.restatements.lines;
    let line = lines.iter().find(|line| line.cause.word() == asked.cause)?;
    let items = match asked.change.as_str() {
        "added" => &line.added,
        "removed" => &line.removed,
        _ => return None,
    };
    Some(items.iter().map(|item| item.subject).collect())
}
