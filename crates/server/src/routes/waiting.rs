//! What needs a person now.

use crate::documents::AsOfDocument;
use crate::problem::Problem;
use crate::state::Served;
use crate::who::Actor;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

/// What needs a person now, among the leads that whoever asks sees. Each number is the length of a
/// list of `/api/v1/leads`.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct WaitingDocument {
    as_of: AsOfDocument,
    /// What is counted: `leads`.
    unit: &'static str,
    /// Leads whose next promise is late: `?open=true&due=late`.
    late: usize,
    /// Leads whose next promise falls due within a day: `?open=true&due=soon`.
    soon: usize,
    /// The queues of the charter's hand-offs, in its order.
    queues: Vec<QueueDocument>,
}

/// What waits in a queue for somebody to take it: `?open=true&place=queue&who=…`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, ToSchema)]
pub(super) struct QueueDocument {
    #[schema(example = "sdr")]
    queue: String,
    leads: usize,
    /// How many of them are late.
    late: usize,
}

/// Count what needs a person now: what is late, what will be within a day, what waits in queues.
#[utoipa::path(
    get, path = "/api/v1/waiting", tag = "leads",
    responses(
        (status = 200, body = WaitingDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<WaitingDocument>, Problem> {
    actor.needs(Permission::ReadLeads)?;
    let found = served.read(move |engine, now| {
        let scope = engine.lead_scope(actor.person())?;
        let waiting = engine.waiting(&scope, now)?;
        let queues = waiting.queues.into_iter().map(|it| QueueDocument {
            queue: it.queue,
            leads: it.leads,
            late: it.late,
        });
        Ok(WaitingDocument {
            as_of: AsOfDocument::of(&engine.as_of(now)?, now),
            unit: "leads",
            late: waiting.late,
            soon: waiting.soon,
            queues: queues.collect(),
        })
    });
    found.await.map(Json)
}
