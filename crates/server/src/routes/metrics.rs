//! `/api/v1/metrics`: every metric, with its definition and its value.

use super::figures::Behind;
use crate::documents::MetricsDocument;
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use facts::{Instant, Seconds};
use serde::Deserialize;
use utoipa::IntoParams;

/// Of which period.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct MetricsAsked {
    /// From this time on; 30 days before the end when not said.
    from: Option<String>,
    /// Before this time; until now when not said.
    until: Option<String>,
    /// For the list: the metric whose leads are listed.
    metric: Option<String>,
}

/// How long the period is when nobody says.
const USUAL: Seconds = Seconds::days(30);

/// Say what every metric means, and comes to in a period.
#[utoipa::path(
    get, path = "/api/v1/metrics", tag = "figures", params(MetricsAsked),
    responses(
        (status = 200, body = MetricsDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<MetricsAsked>,
) -> Result<Json<MetricsDocument>, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let asked = Period::of(&asked)?;
    let answer = served.read(move |engine, now| {
        let Some(period) = asked.at(now) else { return Ok(None) };
        Ok(Some(MetricsDocument::of(&engine.metrics(period, now)?, now)))
    });
    answer.await?.map(Json).ok_or_else(no_period)
}

/// List the leads behind a metric that counts leads, hand-offs, verdicts or promises, a lead as
/// often as it counts.
#[utoipa::path(
    get, path = "/api/v1/metrics/leads", tag = "figures", params(MetricsAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<MetricsAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let period = Period::of(&asked)?;
    let metric = asked.metric.unwrap_or_default();
    let found = served.read(move |engine, now| {
        let Some(period) = period.at(now) else { return Ok(Err(no_period())) };
        let answer = engine.metrics(period, now)?;
        let of_leads = answer.values.iter().filter(|it| it.metric.counts != "opportunities");
        let mut of_leads = of_leads.filter(|it| it.metric.id == metric);
        let Some(value) = of_leads.next() else {
            return Ok(Err(Problem::at("metric", "no metric that counts leads has this id")));
        };
        Behind::of(engine, &value.behind, sees_names, now).map(Ok)
    });
    found.await?.map(Json)
}

/// The ends of a period, as far as they were said.
#[derive(Clone, Copy)]
struct Period {
    from: Option<Instant>,
    until: Option<Instant>,
}

impl Period {
    fn of(asked: &MetricsAsked) -> Result<Self, Problem> {
        let from = instant("from", asked.from.as_deref())?;
        Ok(Self { from, until: instant("until", asked.until.as_deref())? })
    }

    /// The whole period; `None` where it ends before it begins.
    fn at(self, now: Instant) -> Option<(Instant, Instant)> {
        let until = self.until.unwrap_or(now);
        let from = self.from.unwrap_or(Instant(until.0.saturating_sub(USUAL.micros())));
        (from < until).then_some((from, until))
    }
}

fn no_period() -> Problem {
    Problem::at("until", "the period ends before it begins: give a later time")
}
