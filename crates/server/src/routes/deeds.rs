//! What people do to a lead: answer, reach out, give it to somebody, reopen it, take back.

use crate::documents::LeadSummary;
use crate::problem::Problem;
use crate::sent::{At, Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use app::{AppError, Deed, DeedKind, Done, Engine};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use charter::Verdict;
use facts::{FactKey, Instant};
use serde::{Deserialize, Serialize};
use store::PlaceKind;
use utoipa::ToSchema;

/// The state that the person saw: whoever answers what somebody else answered meanwhile gets 409
/// `went_on`, and nothing is recorded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Seen {
    /// The ordinal of the pass.
    pass: u16,
    /// The id of the stage; empty before the first pass.
    stage: String,
}

/// Sales' answer to a hand-off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewVerdict {
    /// `accepted`, `rejected`, `recycled` or `disqualified`.
    #[schema(example = "recycled")]
    verdict: String,
    /// Why, by a reason of the charter; needed where it declares some.
    #[schema(example = "no_timeline")]
    reason: Option<String>,
    /// When, where it is written down afterwards; it takes effect when it was written down.
    at: Option<String>,
    seen: Option<Seen>,
}

/// Somebody reached out to a lead, met it, or tried to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewActivity {
    /// What it was.
    #[schema(example = "call.connected")]
    name: String,
    /// When, where it is written down afterwards; it takes effect when it was written down.
    at: Option<String>,
}

/// Who has the lead from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewAssignment {
    /// The person; `null`: nobody, and it waits again.
    assignee: Option<String>,
    seen: Option<Seen>,
}

/// What was recorded, and where the lead is now.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Deeded {
    /// The key of the fact: give it to take it back.
    fact: String,
    /// How many decisions followed.
    decisions: u64,
    /// Where the lead is now, by the engine's word; absent for one without a story.
    lead: Option<LeadSummary>,
}

/// Answer a hand-off: accept, reject, recycle or disqualify.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead}/verdicts", tag = "leads", request_body = NewVerdict,
    params(("lead" = String, Path, description = "its id, or what another system calls it")),
    responses(
        (status = 201, body = Deeded), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn answer(
    State(served): State<Served>,
    actor: Actor,
    At(lead): At<String>,
    Sent(new): Sent<NewVerdict>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.word() == new.verdict);
    let verdict = verdict.ok_or_else(|| {
        let words = Verdict::ALL.map(Verdict::word).join(", ");
        Problem::at("/verdict", format!("`{}` is no verdict: write one of {words}", new.verdict))
    })?;
    let what = DeedKind::Verdict { verdict, reason: new.reason };
    let (at, seen) = (instant("/at", new.at.as_deref())?, new.seen);
    act(&served, actor, lead, (what, at, seen), None).await
}

/// Record that somebody reached out to a lead, met it, or tried to.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead}/activities", tag = "leads", request_body = NewActivity,
    params(("lead" = String, Path, description = "its id, or what another system calls it")),
    responses(
        (status = 201, body = Deeded), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn log(
    State(served): State<Served>,
    actor: Actor,
    At(lead): At<String>,
    Sent(new): Sent<NewActivity>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let what = DeedKind::Activity { name: new.name };
    let at = instant("/at", new.at.as_deref())?;
    act(&served, actor, lead, (what, at, None), None).await
}

/// Give a lead to somebody, take it oneself, or give it back.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead}/assignments", tag = "leads", request_body = NewAssignment,
    params(("lead" = String, Path, description = "its id, or what another system calls it")),
    responses(
        (status = 201, body = Deeded), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn assign(
    State(served): State<Served>,
    actor: Actor,
    At(lead): At<String>,
    Sent(new): Sent<NewAssignment>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let takes = new.assignee.as_deref() == Some(&actor.name);
    let permission = if takes { Permission::TakeLeads } else { Permission::AssignLeads };
    let what = DeedKind::Assignment { to: new.assignee };
    act(&served, actor, lead, (what, None, new.seen), Some(permission)).await
}

/// Open a disqualified or resting lead again.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead}/reopenings", tag = "leads",
    params(("lead" = String, Path, description = "its id, or what another system calls it")),
    responses(
        (status = 201, body = Deeded), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub(super) async fn reopen(
    State(served): State<Served>,
    actor: Actor,
    At(lead): At<String>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let deed = (DeedKind::Reopening, None, None);
    act(&served, actor, lead, deed, Some(Permission::ReopenLeads)).await
}

/// Take back what a person did to a lead: undo. What followed is decided anew.
#[utoipa::path(
    post, path = "/api/v1/leads/{lead}/facts/{key}/retractions", tag = "leads",
    params(
        ("lead" = String, Path, description = "its id, or what another system calls it"),
        ("key" = String, Path, description = "the key of the fact"),
    ),
    responses(
        (status = 201, body = Deeded), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn take_back(
    State(served): State<Served>,
    actor: Actor,
    At((lead, key)): At<(String, String)>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let of_others = actor.may(Permission::RetractAny);
    if !of_others {
        actor.needs(Permission::RecordOnOwn)?;
    }
    let sees_names = actor.may(Permission::ReadPersonal);
    let key = FactKey::read(&key)
        .ok_or_else(|| Problem::at("key", "give the key of a fact as the lead's page lists it"))?;
    let done = served.write(move |engine, now| {
        engine.find_lead_for(actor.person(), &lead, now)?;
        let done = engine.undo(&lead, key, (&actor.name, of_others), now)?;
        deeded(engine, &done, sees_names, now)
    });
    Ok((StatusCode::CREATED, Json(done.await?)))
}

/// Records what somebody did, if they may: by a permission of its own, or by that to record on
/// leads of theirs or on any.
async fn act(
    served: &Served,
    actor: Actor,
    lead: String,
    (what, at, seen): (DeedKind, Option<Instant>, Option<Seen>),
    permission: Option<Permission>,
) -> Result<(StatusCode, Json<Deeded>), Problem> {
    let only_own = match permission {
        Some(permission) => actor.needs(permission).map(|()| false)?,
        None if actor.may(Permission::RecordOnAny) => false,
        None => actor.needs(Permission::RecordOnOwn).map(|()| true)?,
    };
    let sees_names = actor.may(Permission::ReadPersonal);
    let key = FactKey(getrandom::u64().map_err(|error| Problem::fault(&error))?);
    let name = actor.name.clone();
    let seen = seen.map(|seen| (seen.pass, seen.stage));
    let deed = Deed { what, at, by: name.clone(), seen };
    let done = served.write(move |engine, now| {
        engine.find_lead_for(actor.person(), &lead, now)?;
        if only_own && !works(engine, &lead, &name, now)? {
            return Ok(None);
        }
        let done = engine.act(&lead, &deed, key, now)?;
        deeded(engine, &done, sees_names, now).map(Some)
    });
    let done = done.await?.ok_or_else(|| {
        let detail = "this lead is somebody else's: only they, or the head of sales, record on it";
        Problem::new(StatusCode::FORBIDDEN, "not_yours", detail)
    })?;
    Ok((StatusCode::CREATED, Json(done)))
}

/// Whether a lead is a person's own, or waits for whoever takes it.
fn works(engine: &Engine, lead: &str, person: &str, now: Instant) -> Result<bool, AppError> {
    let lead = engine.find_lead(lead)?;
    Ok(engine.lead_row(lead, now)?.is_some_and(|row| match row.place {
        PlaceKind::Assignee => row.who == person,
        PlaceKind::Queue | PlaceKind::Team => true,
        PlaceKind::Nurture | PlaceKind::Nowhere => false,
    }))
}

fn deeded(
    engine: &Engine,
    done: &Done,
    sees_names: bool,
    now: Instant,
) -> Result<Deeded, AppError> {
    let row = engine.lead_row(done.lead, now)?;
    let lead = row.map(|row| LeadSummary::of(engine, &row, sees_names, now)).transpose()?;
    Ok(Deeded { fact: done.fact.to_string(), decisions: done.settled.changes, lead })
}
