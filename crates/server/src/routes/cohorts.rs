//! `/api/v1/cohorts`: leads by when they began, and what share had come to a stage by each age.

use super::figures::Behind;
use crate::documents::Cohorts;
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::CohortQuestion;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which cohorts, coming to what, by which ages.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct CohortsAsked {
    /// The stage that leads come to; the one at which they are handed to sales when not said.
    stage: Option<String>,
    /// `week`, `month` (when not said) or `quarter`, of the calendar in the charter's zone.
    every: Option<String>,
    /// Only leads that began at this time or later.
    from: Option<String>,
    /// Only leads that began before this time.
    until: Option<String>,
    /// Ages in calendar days, from 0 to 3650, with commas between them, at most 60; the usual ones
    /// of `every` when not said.
    #[param(example = "7,30,90")]
    ages: Option<String>,
    /// Only leads of which this trait, `persona`, `unit`, `motion` or `pipeline` has `value`.
    #[param(example = "lead.source")]
    only: Option<String>,
    /// The value for `only`; of whom it is not known when not said.
    value: Option<String>,
    /// As it was known at this time, at the latest now.
    as_known: Option<String>,
    /// For the list: the first day of the cohort; of all leads without it.
    began: Option<String>,
    /// For the list: at this age.
    age_days: Option<u32>,
    /// For the list: `reached` (when not said), `ended`, `waiting`, `younger` or `assumed` at an
    /// age, or `leads` without one.
    figure: Option<String>,
}

/// Show what share of leads had come to a stage by each age, by when they began. Leads that still
/// wait are not dropped, and those whose way ended otherwise are not taken for waiting.
#[utoipa::path(
    get, path = "/api/v1/cohorts", tag = "figures", params(CohortsAsked),
    responses(
        (status = 200, body = Cohorts), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<CohortsAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let question = question(&asked)?;
    let cohorts = served.figure(name, move |engine, now| {
        let as_known = question.as_known.map(|it| it.min(now));
        let question = CohortQuestion { as_known, ..question.clone() };
        Ok(Ok(Cohorts::of(&engine.cohorts(&question, now)?, &question, now)))
    });
    cohorts.await
}

/// List the leads behind a cell of the cohorts.
#[utoipa::path(
    get, path = "/api/v1/cohorts/leads", tag = "figures", params(CohortsAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<CohortsAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let mut question = question(&asked)?;
    question.ages.extend(asked.age_days);
    let began = asked.began.as_deref().map(str::parse).transpose();
    let began = began.map_err(|_| Problem::at("began", "write a day, such as 2026-01-01"))?;
    let figure = asked.figure.unwrap_or_else(|| "reached".to_owned());
    let found = served.read(move |engine, now| {
        let question =
            CohortQuestion { as_known: question.as_known.map(|it| it.min(now)), ..question };
        let answer = engine.cohorts(&question, now)?;
        let leads = answer.behind(began, asked.age_days, &figure);
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "cohorts have no such figure"))
}

fn question(asked: &CohortsAsked) -> Result<CohortQuestion, Problem> {
    let every = asked.every.as_deref().map(str::parse).transpose();
    let every = every.map_err(|_| Problem::at("every", "write one of week, month, quarter"))?;
    let (most, oldest) = (CohortQuestion::AGES_MOST, CohortQuestion::AGE_MOST);
    let ages = asked.ages.iter().flat_map(|ages| ages.split(','));
    let ages = ages.map(|age| age.trim().parse::<u32>().ok().filter(|age| *age <= oldest));
    let ages: Option<Vec<u32>> = ages.collect();
    let ages = ages.filter(|ages| ages.len() <= most).ok_or_else(|| {
        let detail = format!("write at most {most} ages from 0 to {oldest}, with commas");
        Problem::at("ages", detail)
    })?;
    if asked.only.is_none() && asked.value.is_some() {
        return Err(Problem::at("only", "say of what this is the value"));
    }
    let value = asked.value.clone().unwrap_or_default();
    Ok(CohortQuestion {
        stage: asked.stage.clone(),
        every: every.unwrap_or_default(),
        from: instant("from", asked.from.as_deref())?,
        until: instant("until", asked.until.as_deref())?,
        ages,
        only: asked.only.clone().map(|only| (only, value)),
        as_known: instant("as_known", asked.as_known.as_deref())?,
    })
}
