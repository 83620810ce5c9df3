//! `/api/v1/goals`: how far what both sides aim at is.

use super::figures::Behind;
use crate::documents::{GoalsDocument, OpportunitySummary};
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::At;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{AppError, Engine, GoalStanding};
use axum::Json;
use axum::extract::State;
use facts::Instant;
use serde::Serialize;
use utoipa::ToSchema;

/// The opportunities behind a goal.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct GoalOpportunities {
    /// How many there are, those included that whoever asks does not see.
    count: usize,
    currency: String,
    /// The first of them that whoever asks sees, at most 1000.
    opportunities: Vec<OpportunitySummary>,
}

/// The most opportunities that are listed.
const LISTED_MAX: usize = 1_000;

/// Say how far each goal of the charter in force is, of its target and of its time.
#[utoipa::path(
    get, path = "/api/v1/goals", tag = "figures",
    responses(
        (status = 200, body = GoalsDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let found = served.figure(name, |engine, now| {
        let answer = engine.goals(now)?;
        Ok(Ok(GoalsDocument::of(&answer, &engine.reign()?.at(now).1.charter, now)))
    });
    found.await
}

/// List the leads behind a goal that counts leads, a lead as often as it counts.
#[utoipa::path(
    get, path = "/api/v1/goals/{goal}/leads", tag = "figures",
    params(("goal" = String, Path, description = "its id")),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    At(goal): At<String>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let standing = standing(engine, &goal, now)?;
        Behind::of(engine, &standing.figure.leads, sees_names, now)
    });
    found.await.map(Json)
}

/// List the opportunities behind a goal that counts them, those of them that one sees.
#[utoipa::path(
    get, path = "/api/v1/goals/{goal}/opportunities", tag = "figures",
    params(("goal" = String, Path, description = "its id")),
    responses(
        (status = 200, body = GoalOpportunities), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn opportunities(
    State(served): State<Served>,
    actor: Actor,
    At(goal): At<String>,
) -> Result<Json<GoalOpportunities>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let standing = standing(engine, &goal, now)?;
        let ids = &standing.figure.opportunities;
        let scope = engine.lead_scope(actor.person())?;
        let rows = engine.opportunities_of(ids, &scope, now)?;
        let listed = rows.iter().take(LISTED_MAX);
        let opportunities = listed.map(|row| OpportunitySummary::of(engine, row, sees_names));
        Ok(GoalOpportunities {
            count: ids.len(),
            currency: engine.reign()?.at(now).1.charter.currency.clone(),
            opportunities: opportunities.collect::<Result<_, _>>()?,
        })
    });
    found.await.map(Json)
}

fn standing(engine: &Engine, goal: &str, now: Instant) -> Result<GoalStanding, AppError> {
    let found = engine.goals(now)?.goals.into_iter().find(|it| it.goal.id == goal);
    found.ok_or_else(|| AppError::UnknownName { what: "goal", name: goal.to_owned() })
}
