//! `/api/v1/plan` and `/api/v1/forecast`: from a goal back to leads, and from leads forward.

use super::figures::Behind;
use crate::documents::{ForecastDocument, PlanDocument};
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{ForecastAnswer, PlanQuestion};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// What is aimed at.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanAsked {
    /// The revenue that is aimed at, in whole units of the charter's currency; the charter's next
    /// goal of won amounts when not said.
    #[param(example = 900_000.0)]
    goal: Option<f64>,
    /// In how many days, 1 to 3660; those of the goal's period, or 91, when not said.
    #[param(minimum = 1, maximum = 3660)]
    days: Option<u32>,
    /// By a trait, or by `persona`, `unit`, `motion` or `pipeline`, too.
    #[param(example = "lead.source")]
    by: Option<String>,
    /// For the list: a stage's id with `reached`, `came`, `left` or `waiting` after a colon; or
    /// `load`, or `undated`.
    figure: Option<String>,
}

/// How far ahead.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ForecastAsked {
    /// How many days ahead, 1 to 366; 91 when not said.
    #[param(minimum = 1, maximum = 366)]
    days: Option<u32>,
    /// For the list: `known`, `unlike` or `won_since`.
    figure: Option<String>,
}

/// Work back from a goal of revenue to what each stage takes, and whether the people can carry it.
#[utoipa::path(
    get, path = "/api/v1/plan", tag = "figures", params(PlanAsked),
    responses(
        (status = 200, body = PlanDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn plan(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<PlanAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let question = question(&asked)?;
    let answer = served.figure(name, move |engine, now| {
        Ok(Ok(PlanDocument::of(&engine.plan(&question, now)?, now)))
    });
    answer.await
}

/// List the leads behind a figure of the plan.
#[utoipa::path(
    get, path = "/api/v1/plan/leads", tag = "figures", params(PlanAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn plan_leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<PlanAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let question = question(&asked)?;
    let found = served.read(move |engine, now| {
        let answer = engine.plan(&question, now)?;
        let leads = answer.behind(asked.figure.as_deref().unwrap_or("load"));
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "the plan has no such figure"))
}

/// Say what the next days bring, and hold what would have been said before against what happened.
#[utoipa::path(
    get, path = "/api/v1/forecast", tag = "figures", params(ForecastAsked),
    responses(
        (status = 200, body = ForecastDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn forecast(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<ForecastAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let days = days(&asked)?;
    let answer = served.figure(name, move |engine, now| {
        Ok(Ok(ForecastDocument::of(&engine.forecast(days, now)?, now)))
    });
    answer.await
}

/// List the leads behind a figure of the forecast.
#[utoipa::path(
    get, path = "/api/v1/forecast/leads", tag = "figures", params(ForecastAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn forecast_leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<ForecastAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let days = days(&asked)?;
    let found = served.read(move |engine, now| {
        let answer = engine.forecast(days, now)?;
        let leads = answer.behind(asked.figure.as_deref().unwrap_or("known"));
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "the forecast has no such figure"))
}

fn question(asked: &PlanAsked) -> Result<PlanQuestion, Problem> {
    if asked.goal.is_some_and(|goal| !goal.is_finite() || goal <= 0.0) {
        return Err(Problem::at("goal", "a goal is an amount above nothing"));
    }
    if asked.days.is_some_and(|days| !(1..=3_660).contains(&days)) {
        return Err(Problem::at("days", "a plan is for 1 to 3660 days"));
    }
    Ok(PlanQuestion { goal: asked.goal, days: asked.days, by: asked.by.clone() })
}

fn days(asked: &ForecastAsked) -> Result<u32, Problem> {
    let days = asked.days.unwrap_or(91);
    match (1..=ForecastAnswer::DAYS_MAX).contains(&days) {
        true => Ok(days),
        false => Err(Problem::at("days", "a forecast looks 1 to 366 days ahead")),
    }
}
