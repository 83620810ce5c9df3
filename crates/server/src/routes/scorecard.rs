//! `/api/v1/scorecard`: a point table learned from what became of leads.

use super::figures::Behind;
use crate::documents::ScorecardDocument;
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{CardOutcome, ScorecardQuestion};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;

/// What the table is to tell, and from what it may be learned.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ScorecardAsked {
    /// `accepted` (when not said) or `won`.
    #[param(example = "accepted")]
    outcome: Option<String>,
    /// Traits that are known before a lead is worked, whatever they look like, with commas between.
    #[param(example = "lead.seniority,account.employees")]
    trust: Option<String>,
    /// Numbers with which points may only rise, with commas between.
    rises: Option<String>,
    /// Numbers with which points may only fall, with commas between.
    falls: Option<String>,
    /// For the list: `sent`, `worked`, `unworked`, `undecided`, `learned_from`, `learned_with`,
    /// `held_out`, `held_out_with`, or `row:1` and `row:1:with` of the calibration.
    figure: Option<String>,
}

/// Learn a point table from the leads that were worked, and say what it is worth on others.
#[utoipa::path(
    get, path = "/api/v1/scorecard", tag = "figures", params(ScorecardAsked),
    responses(
        (status = 200, body = ScorecardDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<ScorecardAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let question = question(&asked)?;
    let answer = served.figure(name, move |engine, now| {
        Ok(Ok(ScorecardDocument::of(&engine.scorecard(&question, now)?, now)))
    });
    answer.await
}

/// List the leads behind a figure of the scorecard.
#[utoipa::path(
    get, path = "/api/v1/scorecard/leads", tag = "figures", params(ScorecardAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<ScorecardAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let question = question(&asked)?;
    let found = served.read(move |engine, now| {
        let answer = engine.scorecard(&question, now)?;
        let leads = answer.behind(asked.figure.as_deref().unwrap_or("worked"));
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    let nothing = || Problem::at("figure", "the scorecard has no such figure");
    found.await?.map(Json).ok_or_else(nothing)
}

fn question(asked: &ScorecardAsked) -> Result<ScorecardQuestion, Problem> {
    let names = |text: &Option<String>| -> Vec<String> {
        let parts = text.iter().flat_map(|text| text.split(','));
        parts.map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
    };
    let word = asked.outcome.as_deref().unwrap_or("accepted");
    let outcome = CardOutcome::of_word(word)
        .ok_or_else(|| Problem::at("outcome", "an outcome is `accepted` or `won`"))?;
    Ok(ScorecardQuestion {
        outcome,
        trust: names(&asked.trust),
        rises: names(&asked.rises),
        falls: names(&asked.falls),
    })
}
