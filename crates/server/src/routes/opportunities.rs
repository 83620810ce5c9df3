//! Opportunities.

use crate::documents::{AsOfDocument, OpportunityList, OpportunitySummary};
use crate::paging::{limit, moment_after, moment_cursor, usual};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use app::OpportunityFilter;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use insight::DealOutcome;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which opportunities.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Only `open`, `won` or `lost` ones.
    outcome: Option<String>,
    /// Only those of which this stage was said last.
    stage: Option<String>,
    /// Only those of this account: its id, name, or what another system calls it.
    account: Option<String>,
    /// Only with a name or an identifier, of their own or of their account, that contains this.
    text: Option<String>,
    /// At most so many, 1 to 200.
    #[serde(default = "usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// List opportunities, those opened last first. You see those with a lead that you see, of their
/// own or of their account.
#[utoipa::path(
    get, path = "/api/v1/opportunities", tag = "opportunities", params(Wanted),
    responses(
        (status = 200, body = OpportunityList), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<OpportunityList>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let mut filter = OpportunityFilter {
        outcome: wanted.outcome.as_deref().map(outcome).transpose()?,
        stage: wanted.stage,
        text: wanted.text,
        after: wanted.cursor.as_deref().map(moment_after).transpose()?,
        limit: limit(wanted.limit)?,
        ..OpportunityFilter::default()
    };
    let account = wanted.account;
    let list = served.read(move |engine, now| {
        filter.scope = engine.lead_scope(actor.person())?;
        filter.account = account.map(|name| engine.find_account(&name)).transpose()?;
        let found = engine.opportunity_list(&filter, now)?;
        let opportunities = found.rows.iter();
        let opportunities =
            opportunities.map(|row| OpportunitySummary::of(engine, row, sees_names));
        Ok(OpportunityList {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            currency: engine.reign()?.at(now).1.charter.currency.clone(),
            count: found.count,
            opportunities: opportunities.collect::<Result<_, _>>()?,
            next_cursor: found.next.map(moment_cursor),
        })
    });
    list.await.map(Json)
}

fn outcome(word: &str) -> Result<DealOutcome, Problem> {
    match word {
        "open" => Ok(DealOutcome::Open),
        "won" => Ok(DealOutcome::Won),
        "lost" => Ok(DealOutcome::Lost),
        _ => Err(Problem::at("outcome", "write one of open, won, lost")),
    }
}
