//! `/api/v1/metrics`: every metric, with its definition and its value, whole and in slices.

use super::figures::Behind;
use crate::documents::{BehindOpportunities, MetricsDocument};
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{Engine, MetricsQuestion};
use axum::Json;
use axum::extract::State;
use facts::{Instant, Seconds, SubjectId};
use serde::Deserialize;
use utoipa::IntoParams;

/// Of which period, and of what.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct MetricsAsked {
    /// From this time on; 30 days before the end when not said.
    from: Option<String>,
    /// Before this time; until now when not said.
    until: Option<String>,
    /// Beside the period from this time on, which is as long as the first unless
    /// `compare_until` is given.
    compare_from: Option<String>,
    /// Where the other period ends; its beginning must be given.
    compare_until: Option<String>,
    /// Side by side by a trait (`source` for `lead.source`), `campaign`, `persona`, `unit`,
    /// `motion`, `pipeline`, `team` or `version` (of the charter). At most 200 values.
    #[param(example = "lead.source")]
    by: Option<String>,
    /// Only what has the value `value` of this: as `by`, or `assignee`, a person's own record,
    /// which is for them and for heads.
    #[param(example = "lead.source")]
    only: Option<String>,
    /// The value for `only`; of whom it is not known when not said.
    value: Option<String>,
    /// As it was known at this time: what was recorded, and the charter that was adopted, by then.
    as_known: Option<String>,
    /// For the list: the metric whose leads or opportunities are listed.
    metric: Option<String>,
    /// For the list: `behind` (when not said), or `of` for what a share is of.
    part: Option<String>,
}

/// How long the period is when nobody says.
const USUAL: Seconds = Seconds::days(30);

/// Say what every metric means, and comes to in a period, whole, in slices and beside another
/// period.
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
    name: FigureName,
    Asked(asked): Asked<MetricsAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let asked = Wanted::of(&asked, &actor)?;
    let answer = served.figure(name, move |engine, now| {
        let question = match asked.at(now) {
            Ok(question) => question,
            Err(problem) => return Ok(Err(problem)),
        };
        let answer = engine.metrics_asked(&question, now)?;
        Ok(Ok(MetricsDocument::of(&answer, &question, now)))
    });
    answer.await
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
    let asked = Wanted::of(&asked, &actor)?;
    let found = served.read(move |engine, now| {
        let ids = match asked.behind(engine, false, now)? {
            Ok(ids) => ids,
            Err(problem) => return Ok(Err(problem)),
        };
        Behind::of(engine, &ids, sees_names, now).map(Ok)
    });
    found.await?.map(Json)
}

/// List the opportunities behind a metric that counts opportunities.
#[utoipa::path(
    get, path = "/api/v1/metrics/opportunities", tag = "figures", params(MetricsAsked),
    responses(
        (status = 200, body = BehindOpportunities), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn opportunities(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<MetricsAsked>,
) -> Result<Json<BehindOpportunities>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let asked = Wanted::of(&asked, &actor)?;
    let found = served.read(move |engine, now| {
        let ids = match asked.behind(engine, true, now)? {
            Ok(ids) => ids,
            Err(problem) => return Ok(Err(problem)),
        };
        let scope = engine.lead_scope(actor.person())?;
        BehindOpportunities::of(engine, &ids, (sees_names, &scope), now).map(Ok)
    });
    found.await?.map(Json)
}

/// What was asked, as far as it can be read without knowing what time it is.
#[derive(Clone)]
struct Wanted {
    from: Option<Instant>,
    until: Option<Instant>,
    other: Option<(Instant, Option<Instant>)>,
    by: Option<String>,
    only: Option<(String, String)>,
    as_known: Option<Instant>,
    metric: String,
    is_of: bool,
}

impl Wanted {
    fn of(asked: &MetricsAsked, actor: &Actor) -> Result<Self, Problem> {
        let other = instant("compare_from", asked.compare_from.as_deref())?;
        let other_until = instant("compare_until", asked.compare_until.as_deref())?;
        if other.is_none() && other_until.is_some() {
            return Err(Problem::at("compare_from", "say where the other period begins"));
        }
        if asked.by.as_deref() == Some(MetricsQuestion::ASSIGNEE) {
            let detail = "people are not shown side by side: ask for `team`";
            return Err(Problem::at("by", detail));
        }
        if asked.only.is_none() && asked.value.is_some() {
            return Err(Problem::at("only", "say of what this is the value"));
        }
        let value = asked.value.clone().unwrap_or_default();
        if asked.only.as_deref() == Some(MetricsQuestion::ASSIGNEE) && value != actor.name {
            actor.needs(Permission::ReadPersonFigures)?;
        }
        let is_of = match asked.part.as_deref() {
            None | Some("behind") => false,
            Some("of") => true,
            Some(_) => return Err(Problem::at("part", "write `behind` or `of`")),
        };
        Ok(Self {
            from: instant("from", asked.from.as_deref())?,
            until: instant("until", asked.until.as_deref())?,
            other: other.map(|other| (other, other_until)),
            by: asked.by.clone(),
            only: asked.only.clone().map(|only| (only, value)),
            as_known: instant("as_known", asked.as_known.as_deref())?,
            metric: asked.metric.clone().unwrap_or_default(),
            is_of,
        })
    }

    /// The question, at an instant.
    fn at(&self, now: Instant) -> Result<MetricsQuestion, Problem> {
        if self.as_known.is_some_and(|then| now < then) {
            return Err(Problem::at("as_known", "nobody knows yet what will be known then"));
        }
        let until = self.until.unwrap_or(self.as_known.unwrap_or(now));
        let from = self.from.unwrap_or(Instant(until.0.saturating_sub(USUAL.micros())));
        let length = until.0.saturating_sub(from.0);
        let compared = self
            .other
            .map(|(from, until)| (from, until.unwrap_or(Instant(from.0.saturating_add(length)))));
        for (place, (from, until)) in [("until", Some((from, until))), ("compare_until", compared)]
            .into_iter()
            .filter_map(|(place, period)| Some((place, period?)))
        {
            if from >= until {
                let detail = "the period ends before it begins: give a later time";
                return Err(Problem::at(place, detail));
            }
        }
        Ok(MetricsQuestion {
            period: (from, until),
            compared,
            by: self.by.clone(),
            only: self.only.clone(),
            as_known: self.as_known,
        })
    }

    /// What is behind the metric that was asked for.
    fn behind(
        &self,
        engine: &mut Engine,
        is_of_deals: bool,
        now: Instant,
    ) -> Result<Result<Vec<SubjectId>, Problem>, app::AppError> {
        let question = match self.at(now) {
            Ok(question) => MetricsQuestion { by: None, compared: None, ..question },
            Err(problem) => return Ok(Err(problem)),
        };
        let answer = engine.metrics_asked(&question, now)?;
        let mut of_kind =
            answer.values.iter().filter(|it| it.metric.is_of_opportunities() == is_of_deals);
        let Some(value) = of_kind.find(|it| it.metric.id == self.metric) else {
            let counted = if is_of_deals { "opportunities" } else { "leads" };
            let detail = format!("no metric that counts {counted} has this id");
            return Ok(Err(Problem::at("metric", detail)));
        };
        let ids = if self.is_of { value.of.clone() } else { Some(value.behind.clone()) };
        Ok(ids.ok_or_else(|| Problem::at("part", "this metric is no share of anything")))
    }
}
