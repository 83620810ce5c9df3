//! `/api/v1/attribution`: which touches brought what was won.

use crate::documents::{AttributedResults, AttributionDocument};
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{AppError, AttributionAnswer, AttributionQuestion, Engine};
use axum::Json;
use axum::extract::State;
use charter::AttributionModel;
use facts::{Instant, Seconds};
use serde::Deserialize;
use utoipa::IntoParams;

/// What is shared, and by which terms.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct AttributionAsked {
    /// What touches are counted by: `channel` (when not said), `touch`, `campaign` or a trait.
    #[param(example = "campaign")]
    by: Option<String>,
    /// Leads that reached this stage, instead of opportunities won.
    stage: Option<String>,
    /// `first`, `last`, `linear`, `u_shaped`, `w_shaped`, `time_decay`, `markov` or `shapley`,
    /// instead of the charter's.
    model: Option<String>,
    /// Touches so many days before the result, from 1 to 3650, instead of the charter's window.
    window_days: Option<u16>,
    /// For `time_decay`, from 1 to 3650; 7 when not said.
    half_life_days: Option<u16>,
    /// Only results at this time or later.
    from: Option<String>,
    /// Only results before this time.
    until: Option<String>,
    /// As it was known at this time, at the latest now: what was recorded, and the charter that was
    /// adopted, by then.
    as_known: Option<String>,
    /// For the list: the value whose results are listed; empty for touches without one.
    value: Option<String>,
}

/// Share what was won, or what reached a stage, among the touches before.
#[utoipa::path(
    get, path = "/api/v1/attribution", tag = "figures", params(AttributionAsked),
    responses(
        (status = 200, body = AttributionDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<AttributionAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(asked)?;
    let answer = served.figure(name, move |engine, now| {
        Ok(Ok(AttributionDocument::of(&shared(engine, &question, as_known, now)?, now)))
    });
    answer.await
}

/// List the results in which a value has a part.
#[utoipa::path(
    get, path = "/api/v1/attribution/results", tag = "figures", params(AttributionAsked),
    responses(
        (status = 200, body = AttributedResults), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn results(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<AttributionAsked>,
) -> Result<Json<AttributedResults>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let value = asked.value.clone().unwrap_or_default();
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(asked)?;
    let found = served.read(move |engine, now| {
        Ok(AttributedResults::of(&shared(engine, &question, as_known, now)?, &value))
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("value", "no touch has this value"))
}

fn question(asked: AttributionAsked) -> Result<AttributionQuestion, Problem> {
    let days = |name: &str, days: Option<u16>| match days {
        Some(days) if !(1..=3_650).contains(&days) => {
            Err(Problem::at(name, "give a number of days from 1 to 3650"))
        }
        days => Ok(days.map(|days| Seconds::days(i64::from(days)))),
    };
    let half_life = days("half_life_days", asked.half_life_days)?.unwrap_or(Seconds::days(7));
    let model = |word: &str| {
        AttributionModel::from_word(word, half_life).ok_or_else(|| {
            let words = AttributionModel::WORDS.join(", ");
            Problem::at("model", format!("write one of {words}"))
        })
    };
    Ok(AttributionQuestion {
        by: asked.by,
        stage: asked.stage,
        model: asked.model.as_deref().map(model).transpose()?,
        window: days("window_days", asked.window_days)?,
        from: instant("from", asked.from.as_deref())?,
        until: instant("until", asked.until.as_deref())?,
    })
}

/// The answer of now, or as it was known then.
fn shared(
    engine: &mut Engine,
    question: &AttributionQuestion,
    as_known: Option<Instant>,
    now: Instant,
) -> Result<AttributionAnswer, AppError> {
    match as_known {
        None => engine.attribution(question, now),
        Some(at) => engine.attribution_as_known(question, at.min(now)),
    }
}
