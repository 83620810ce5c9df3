//! Another charter over the same history.

use crate::documents::BacktestDocument;
use crate::problem::Problem;
use crate::routes::charters::unsound;
use crate::sent::{Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::Proposal;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::ToSchema;

/// Another charter, and the time that is counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewBacktest {
    /// The whole proposed charter's file.
    text: String,
    /// Only what happened at this time or later is counted.
    from: Option<String>,
    /// Only what happened before this time is counted.
    to: Option<String>,
}

/// Read another charter over everything that happened, beside the one in force. Nothing is
/// recorded. One runs at a time; others wait for their turn.
#[utoipa::path(
    post, path = "/api/v1/backtests", tag = "charter", request_body = NewBacktest,
    responses(
        (status = 200, body = BacktestDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn run(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewBacktest>,
) -> Result<Json<BacktestDocument>, Problem> {
    actor.needs(Permission::Backtest)?;
    charter::read(&new.text).map_err(|found| unsound(&found))?;
    let (from, to) = (instant("/from", new.from.as_deref())?, instant("/to", new.to.as_deref())?);
    let turn = served.backtests().acquire().await.map_err(|error| Problem::fault(&error))?;
    let done = served.read(move |engine, now| {
        let list_max = BacktestDocument::FLIPS_MAX;
        let answer = engine.backtest(&Proposal { text: &new.text, from, to, list_max }, now)?;
        Ok(BacktestDocument::of(&answer, (from, to), now))
    });
    let done = done.await;
    drop(turn);
    done.map(Json)
}
