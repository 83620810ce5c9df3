//! `/api/v1/alignment`: how well both sides are aligned.

use super::figures::Behind;
use crate::documents::AlignmentDocument;
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which leads are behind a part of the index.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct BehindAlignment {
    /// `acceptance`, `kept_by_marketing` or `kept_by_sales`; with `:of` after it, those of whom it
    /// is a share.
    #[param(example = "acceptance")]
    figure: String,
}

/// Say how well both sides are aligned: few parts, each with what is behind it, and their trend.
#[utoipa::path(
    get, path = "/api/v1/alignment", tag = "figures",
    responses(
        (status = 200, body = AlignmentDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let answer = served
        .figure(name, |engine, now| Ok(Ok(AlignmentDocument::of(&engine.alignment(now)?, now))));
    answer.await
}

/// List the leads behind a part of the index, a lead as often as it counts.
#[utoipa::path(
    get, path = "/api/v1/alignment/leads", tag = "figures", params(BehindAlignment),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<BehindAlignment>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let found = served.read(move |engine, now| {
        let answer = engine.alignment(now)?;
        let leads = answer.behind(&asked.figure);
        leads.map(|leads| Behind::of(engine, leads, sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "no leads are behind this"))
}
