//! Figures, each with the leads behind it.

use crate::attachment::attachment;
use crate::documents::{Funnel, LeadSummary, MirrorDocument, Promises, behind, sheets};
use crate::kept::{Figure, FigureName};
use crate::problem::Problem;
use crate::sent::{Asked, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{AppError, Engine, FunnelAnswer, FunnelQuestion, MirrorQuestion};
use axum::Json;
use axum::extract::State;
use axum::response::Response;
use facts::{Instant, SubjectId};
use insight::ClockOutcome;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which leads the funnel counts, and by what.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct FunnelAsked {
    /// Sliced by this trait, or by `persona`, `unit`, `motion` or `pipeline`.
    #[param(example = "lead.source")]
    by: Option<String>,
    /// Only leads that began at this time or later.
    from: Option<String>,
    /// Only leads that began before this time.
    until: Option<String>,
    /// As it was known at this time, instead of now.
    as_known: Option<String>,
}

/// Which leads are behind a figure of the funnel.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct BehindFunnel {
    /// The id of the stage.
    stage: String,
    /// `reached`, `entered`, `waiting`, `assumed`, or `resting` beside the path.
    figure: String,
    /// As in the funnel.
    by: Option<String>,
    /// The value of the slice; without it, all leads.
    value: Option<String>,
    /// As in the funnel.
    from: Option<String>,
    /// As in the funnel.
    until: Option<String>,
}

/// Which leads are behind a figure of a promise.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct BehindPromise {
    /// The id of the promise.
    promise: String,
    /// `all`, `kept`, `broken`, or any outcome as the promises name it.
    figure: String,
}

/// What the mirror holds against each other.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct MirrorAsked {
    /// Only this trait; without it, all that can be compared.
    #[param(example = "lead.seniority")]
    by: Option<String>,
    /// Only leads sent at this time or later.
    from: Option<String>,
    /// Only leads sent before this time.
    until: Option<String>,
}

/// The leads behind a figure.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Behind {
    /// The figure: the length of the whole list.
    count: usize,
    /// How many different leads there are among them.
    distinct_leads: usize,
    /// The first of them, at most 1000.
    leads: Vec<LeadSummary>,
}

/// The most leads that are listed behind a figure; the figure counts all.
const BEHIND_MAX: usize = 1_000;

/// Count how many leads came how far, and how long they took.
#[utoipa::path(
    get, path = "/api/v1/funnel", tag = "figures", params(FunnelAsked),
    responses(
        (status = 200, body = Funnel), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn funnel(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<FunnelAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(asked.by, asked.from.as_deref(), asked.until.as_deref())?;
    let funnel =
        served.figure(name, move |engine, now| counted(engine, &question, (as_known, now)).map(Ok));
    funnel.await
}

/// The funnel, now or as it was known.
fn counted(
    engine: &mut Engine,
    question: &FunnelQuestion,
    (as_known, now): (Option<Instant>, Instant),
) -> Result<Funnel, AppError> {
    let answer = match as_known {
        None => engine.funnel(question, now)?,
        Some(at) => engine.funnel_as_known(question, at)?,
    };
    let charter = &engine.reign()?.at(as_known.unwrap_or(now)).1.charter;
    Ok(Funnel::of(&answer, question, (charter, as_known, now)))
}

/// Download the funnel as a workbook (XLSX): its stages, what is beside the path, how long it
/// takes, and its slices, each on a sheet.
#[utoipa::path(
    get, path = "/api/v1/funnel/workbook", tag = "figures", params(FunnelAsked),
    responses(
        (
            status = 200, description = "the workbook", body = String,
            content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn funnel_workbook(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<FunnelAsked>,
) -> Result<Response, Problem> {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    actor.needs(Permission::ReadFigures)?;
    let as_known = instant("as_known", asked.as_known.as_deref())?;
    let question = question(asked.by, asked.from.as_deref(), asked.until.as_deref())?;
    let written = served.read(move |engine, now| {
        Ok(connect::workbook(&sheets(&counted(engine, &question, (as_known, now))?)))
    });
    let bytes = written.await?.map_err(|error| Problem::fault(&error))?;
    Ok(attachment("funnel.xlsx", KIND, bytes))
}

/// List the leads behind a figure of the funnel.
#[utoipa::path(
    get, path = "/api/v1/funnel/leads", tag = "figures", params(BehindFunnel),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn funnel_leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<BehindFunnel>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let question = question(asked.by, asked.from.as_deref(), asked.until.as_deref())?;
    let (stage, figure, value) = (asked.stage, asked.figure, asked.value);
    let found = served.read(move |engine, now| {
        let answer: FunnelAnswer = engine.funnel(&question, now)?;
        let slice = match (&question.by, &value) {
            (Some(_), Some(_)) => answer.slices.iter().find(|slice| slice.value == value),
            _ => Some(&answer.whole),
        };
        let leads = slice.and_then(|slice| behind(&answer.path, slice, &stage, &figure));
        leads.map(|leads| Behind::of(engine, leads.ids(), sees_names, now)).transpose()
    });
    found.await?.map(Json).ok_or_else(|| Problem::at("figure", "the funnel has no such figure"))
}

/// Count what became of each promise, on each side.
#[utoipa::path(
    get, path = "/api/v1/promises", tag = "figures",
    responses(
        (status = 200, body = Promises), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn promises(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let promises = served.figure(name, |engine, now| {
        let answer = engine.promises(now)?;
        Ok(Ok(Promises::of(&answer, &engine.reign()?.at(now).1.charter, now)))
    });
    promises.await
}

/// List the leads behind a figure of a promise, a lead as often as it was promised.
#[utoipa::path(
    get, path = "/api/v1/promises/leads", tag = "figures", params(BehindPromise),
    responses(
        (status = 200, body = Behind), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn promise_leads(
    State(served): State<Served>,
    actor: Actor,
    Asked(asked): Asked<BehindPromise>,
) -> Result<Json<Behind>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let sees_names = actor.may(Permission::ReadPersonal);
    let is_counted: fn(ClockOutcome, Option<ClockOutcome>) -> bool = match asked.figure.as_str() {
        "all" => |_, _| true,
        "broken" => |outcome, _| outcome.is_broken(),
        _ => |outcome, wanted| Some(outcome) == wanted,
    };
    let wanted = ClockOutcome::ALL.into_iter().find(|outcome| outcome.word() == asked.figure);
    if wanted.is_none() && !matches!(asked.figure.as_str(), "all" | "broken") {
        let words = ClockOutcome::ALL.map(ClockOutcome::word).join(", ");
        return Err(Problem::at("figure", format!("write one of all, broken, {words}")));
    }
    let found = served.read(move |engine, now| {
        let answer = engine.promises(now)?;
        let promise = answer.promises.iter().find(|it| it.pledge.id == asked.promise);
        let promise = promise.ok_or_else(|| AppError::UnknownName {
            what: "promise",
            name: asked.promise.clone(),
        })?;
        let clocks = promise.clocks.iter().filter(|clock| is_counted(clock.outcome, wanted));
        let leads: Vec<_> = clocks.map(|clock| clock.lead).collect();
        Behind::of(engine, &leads, sees_names, now)
    });
    found.await.map(Json)
}

/// Hold whom marketing sends against whom sales accepts and wins.
#[utoipa::path(
    get, path = "/api/v1/mirror", tag = "figures", params(MirrorAsked),
    responses(
        (status = 200, body = MirrorDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn mirror(
    State(served): State<Served>,
    actor: Actor,
    name: FigureName,
    Asked(asked): Asked<MirrorAsked>,
) -> Result<Figure, Problem> {
    actor.needs(Permission::ReadFigures)?;
    let question = MirrorQuestion {
        by: asked.by.into_iter().collect(),
        from: instant("from", asked.from.as_deref())?,
        until: instant("until", asked.until.as_deref())?,
    };
    let mirror = served.figure(name, move |engine, now| {
        Ok(Ok(MirrorDocument::of(&engine.mirror(&question, now)?, now)))
    });
    mirror.await
}

impl Behind {
    pub(super) fn of(
        engine: &Engine,
        leads: &[SubjectId],
        sees_names: bool,
        now: Instant,
    ) -> Result<Self, AppError> {
        let distinct: std::collections::BTreeSet<_> = leads.iter().collect();
        let mut rows = Vec::new();
        for lead in leads.iter().take(BEHIND_MAX) {
            if let Some(row) = engine.lead_row(*lead, now)? {
                rows.push(LeadSummary::of(engine, &row, sees_names, now)?);
            }
        }
        Ok(Self { count: leads.len(), distinct_leads: distinct.len(), leads: rows })
    }
}

fn question(
    by: Option<String>,
    from: Option<&str>,
    until: Option<&str>,
) -> Result<FunnelQuestion, Problem> {
    Ok(FunnelQuestion {
        by,
        between: None,
        from: instant("from", from)?,
        until: instant("until", until)?,
    })
}
