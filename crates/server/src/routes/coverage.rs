//! `/api/v1/coverage`: territories by segments, and the buying committees of target accounts.

use super::figures::Behind;
use crate::documents::{Committees, CoverageDocument};
use crate::kept::{Figure, FigureName};
use crate::paging::{limit, usual};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{CommitteeFilter, CoverageQuestion};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// By what coverage is looked at.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct CoverageAsked {
    /// What is a territory: a trait, `persona` or `unit`. When not said, the first of
    /// `account.territory`, `account.region`, `lead.region`, `account.country` and `lead.country`
    /// that is known, and else `unit`.
    #[param(example = "account.territory")]
    territory: Option<String>,
    /// What is a segment, likewise. When not said, the first of `account.segment`,
    /// `account.industry` and `account.employees` (in bands) that is known, and else `persona`.
    #[param(example = "account.segment")]
    segment: Option<String>,
}

/// Which leads are behind a figure of a cell.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct BehindCoverage {
    /// As in the coverage.
    territory: Option<String>,
    /// As in the coverage.
    segment: Option<String>,
    /// The cell's territory; empty for the one that is not known.
    #[param(example = "dach")]
    territory_value: String,
    /// The cell's segment; empty for the one that is not known.
    #[param(example = "mid_market")]
    segment_value: String,
    /// `leads`, `open`, `with_sales`, `unassigned` or `won`.
    #[param(example = "unassigned")]
    figure: String,
}

/// Which accounts.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct CommitteesAsked {
    /// Not only target accounts (`account.is_target`), but all.
    #[serde(default)]
    all: bool,
    /// At most so many, 1 to 200.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Count leads, open load and capacity by territory and segment.
#[utoipa::path(
    get, path = "/api/v1/coverage", tag = "figures", params(CoverageAsked),
    responses(
        (status = 200, body = CoverageDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<CoverageAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let question = CoverageQuestion { territory: asked.territory, segment: asked.segment };
    let answer = served.figure(name, move |engine, now| {
        Ok(Ok(CoverageDocument::of(&engine.coverage(&question, now)?, now)))
    });
    answer.await
}

/// List the leads behind a figure of a cell.
#[utoipa::path(
    get, path = "/api/v1/coverage/leads", tag = "figures", params(BehindCoverage),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<BehindCoverage>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let question = CoverageQuestion { territory: asked.territory, segment: asked.segment };
    let found = served.read(move |engine, now| {
        let answer = engine.coverage(&question, now)?;
        let cell = (asked.territory_value.as_str(), asked.segment_value.as_str());
        let leads = answer.behind(cell, &asked.figure);
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    let none = || Problem::at("figure", "no cell has such a territory, segment and figure");
    found.await?.map(Json).ok_or_else(none)
}

/// List target accounts with fit, engagement and their buying committees: how many people of each
/// role belong to them, and which role is missing next. You see those with a lead that you see.
#[utoipa::path(
    get, path = "/api/v1/coverage/accounts", tag = "figures", params(CommitteesAsked),
    responses(
        (status = 200, body = Committees), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn accounts(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<CommitteesAsked>,
) -> Result<Json<Committees>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let after = asked.cursor.as_deref().map(str::parse).transpose();
    let after =
        after.map_err(|_| Problem::at("cursor", "give `next_cursor` of the page before"))?;
    let mut filter = CommitteeFilter {
        all: asked.all,
        after: after.unwrap_or(0),
        limit: limit(asked.limit)?,
        ..CommitteeFilter::default()
    };
    let list = served.read(move |engine, now| {
        filter.scope = engine.lead_scope(actor.person())?;
        let found = engine.committees(&filter, now)?;
        Committees::of(engine, &found, filter.all, now)
    });
    list.await.map(Json)
}
