//! `/api/v1/feedback`: what sales says of the leads that it was given.

use super::figures::Behind;
use crate::documents::FeedbackDocument;
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{AppError, Engine, FeedbackAnswer, FeedbackQuestion};
use axum::Json;
use axum::extract::State;
use facts::{Instant, SubjectId};
use insight::Judged;
use serde::Deserialize;
use utoipa::IntoParams;

/// Which verdicts are counted, and by what.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct FeedbackAsked {
    /// `campaign` (when not said), or a trait.
    #[param(example = "lead.source")]
    by: Option<String>,
    /// Only verdicts of this time or later.
    from: Option<String>,
    /// Only verdicts before this time.
    until: Option<String>,
    /// As it was known at this time, at the latest now: what was recorded, and the charter that was
    /// adopted, by then.
    as_known: Option<String>,
    /// For the list: a verdict, `refused`, a reason, `bought_later`, `mistaken` or `waiting`.
    figure: Option<String>,
    /// For the list: of this value; of all without it.
    value: Option<String>,
}

/// Count what sales says of the leads that it was given, and why it refuses them.
#[utoipa::path(
    get, path = "/api/v1/feedback", tag = "figures", params(FeedbackAsked),
    responses(
        (status = 200, body = FeedbackDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<FeedbackAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    // Whoever may read figures and no leads is told how many, and not who.
    let sees_leads = actor.needs(Permission::ReadLeads).is_ok();
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(&asked)?;
    let name = if sees_leads { name } else { name.told("without leads") };
    let answer = served.figure(name, move |engine, now| {
        let mut document = FeedbackDocument::of(&heard(engine, &question, as_known, now)?, now);
        if !sees_leads {
            document.bought_later.clear();
            document.mistaken.clear();
        }
        Ok(Ok(document))
    });
    answer.await
}

/// List the leads behind a figure of feedback, a lead as often as it was judged.
#[utoipa::path(
    get, path = "/api/v1/feedback/leads", tag = "figures", params(FeedbackAsked),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<FeedbackAsked>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(&asked)?;
    let found = served.read(move |engine, now| {
        let answer = heard(engine, &question, as_known, now)?;
        let figure = asked.figure.as_deref().unwrap_or("refused");
        let leads = behind(&answer, asked.value.as_deref(), figure);
        leads.map(|leads| Behind::of(engine, &leads, sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "feedback has no such figure"))
}

fn behind(answer: &FeedbackAnswer, value: Option<&str>, figure: &str) -> Option<Vec<SubjectId>> {
    let leads = |of: &[Judged]| of.iter().map(|judged| judged.lead).collect();
    match (value, figure) {
        (None, "bought_later") => Some(leads(&answer.feedback.bought_later)),
        (None, "mistaken") => Some(leads(&answer.feedback.mistaken)),
        (None, "waiting") => Some(answer.waiting.ids().to_vec()),
        _ => answer.behind(value, figure),
    }
}

fn question(asked: &FeedbackAsked) -> Result<FeedbackQuestion, Problem> {
    Ok(FeedbackQuestion {
        by: asked.by.clone(),
        from: instant("from", asked.from.as_deref())?,
        until: instant("until", asked.until.as_deref())?,
    })
}

/// The answer of now, or as it was known then.
fn heard(
    engine: &mut Engine,
    question: &FeedbackQuestion,
    as_known: Option<Instant>,
    now: Instant,
) -> Result<FeedbackAnswer, AppError> {
    match as_known {
        None => engine.feedback(question, now),
        Some(at) => engine.feedback_as_known(question, at.min(now)),
    }
}
