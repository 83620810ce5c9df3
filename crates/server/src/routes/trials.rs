//! The first charter: ready ones to start from, what each would have said, and a trial of it.

use crate::documents::{RehearsalDocument, VersionLine};
use crate::problem::Problem;
use crate::sent::Sent;
use crate::state::Served;
use crate::who::Actor;
use app::people::{Company, Permission};
use app::{Engine, ReadyCharter};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Charters to start from.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct ReadyCharters {
    charters: Vec<ReadyCharterDocument>,
}

/// A charter to start from.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct ReadyCharterDocument {
    #[schema(example = "b2b-saas")]
    id: &'static str,
    /// For whom it is, in a line.
    is_for: &'static str,
    /// Its file, with the name, the zone and the currency of the company where they are known.
    text: String,
}

/// A charter, and how many days are counted.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewRehearsal {
    /// The whole charter's file.
    text: String,
    /// The last so many days of which anything is known, 1 to 730; 90 when not said.
    #[serde(default = "quarter")]
    #[schema(minimum = 1, maximum = 730)]
    days: u16,
}

/// A charter to try.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewTrial {
    /// The whole charter's file.
    text: String,
}

const fn quarter() -> u16 {
    90
}

/// List the ready charters.
#[utoipa::path(
    get, path = "/api/v1/ready-charters", tag = "charter",
    responses(
        (status = 200, body = ReadyCharters), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn ready(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<ReadyCharters>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    let company = served.read(|engine, _| engine.company()).await?;
    let fitted = |ready: &ReadyCharter, company: &Option<Company>| match company {
        Some(company) => ready.fitted(company),
        None => ready.text.to_owned(),
    };
    let charters = ReadyCharter::ALL.iter().map(|ready| ReadyCharterDocument {
        id: ready.id,
        is_for: ready.is_for,
        text: fitted(ready, &company),
    });
    Ok(Json(ReadyCharters { charters: charters.collect() }))
}

/// Read a charter over the last days of which anything is known, before any is in force. Nothing
/// is recorded. One runs at a time; others wait for their turn.
#[utoipa::path(
    post, path = "/api/v1/rehearsals", tag = "charter", request_body = NewRehearsal,
    responses(
        (status = 200, body = RehearsalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn rehearse(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewRehearsal>,
) -> Result<Json<RehearsalDocument>, Problem> {
    actor.needs(Permission::Adopt)?;
    charter::read(&new.text).map_err(|found| Problem::of_charter(&found))?;
    let most = Engine::REHEARSED_DAYS_MAX;
    if !(1..=most).contains(&new.days) {
        return Err(Problem::at("/days", format!("give a whole number from 1 to {most}")));
    }
    let turn = served.backtests().acquire().await.map_err(|error| Problem::fault(&error))?;
    let found = served.read(move |engine, now| {
        Ok(RehearsalDocument::of(&engine.rehearse(&new.text, new.days, now)?))
    });
    let found = found.await;
    drop(turn);
    found.map(Json)
}

/// Start a trial: a charter that nobody signed yet decides from now on, without escalation or pay.
/// It may take the place of another trial, and not of what people signed.
#[utoipa::path(
    post, path = "/api/v1/trials", tag = "charter", request_body = NewTrial,
    responses(
        (status = 201, body = VersionLine), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn start(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewTrial>,
) -> Result<(StatusCode, Json<VersionLine>), Problem> {
    actor.needs(Permission::Adopt)?;
    charter::read(&new.text).map_err(|found| Problem::of_charter(&found))?;
    let started = served.write(move |engine, now| {
        let number = engine.start_trial(&new.text, &actor.name, now)?;
        engine.settle(now)?;
        Ok(engine.versions().find(|version| version.number == number).map(VersionLine::of))
    });
    let line =
        started.await?.ok_or_else(|| Problem::fault(&"a trial is not among the versions"))?;
    Ok((StatusCode::CREATED, Json(line)))
}
