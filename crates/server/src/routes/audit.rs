//! The audit trail.

use crate::documents::AuditDocument;
use crate::paging::{limit, page as cut};
use crate::problem::Problem;
use crate::sent::Asked;
use crate::state::Served;
use crate::who::Actor;
use axum::Json;
use axum::extract::State;
use facts::Instant;
use serde::{Deserialize, Serialize};
use store::AuditQuery;
use utoipa::{IntoParams, ToSchema};

/// Which changes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    /// Only by them, by handle.
    who: Option<String>,
    /// Only of this: `user.changed`, or `user` for everything of users.
    what: Option<String>,
    /// Only from then on.
    from: Option<String>,
    /// Only before then.
    until: Option<String>,
    /// At most so many, 1 to 200.
    #[serde(default = "crate::paging::usual")]
    #[param(minimum = 1, maximum = 200)]
    limit: u32,
    /// Where to go on: `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Changes, the last one first.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct AuditList {
    changes: Vec<AuditDocument>,
    /// Give it as `cursor` to go on; absent at the end.
    next_cursor: Option<String>,
}

/// List who changed what, the last change first.
#[utoipa::path(
    get, path = "/api/v1/audit", tag = "audit", params(Wanted),
    responses((status = 200, body = AuditList), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<AuditList>, Problem> {
    let limit = limit(wanted.limit)?;
    let before_id = wanted.cursor.map(|cursor| {
        let reason = "give the `next_cursor` of the page before";
        cursor.parse::<u32>().map(u64::from).map_err(|_| Problem::at("cursor", reason))
    });
    let moment = |place: &str, text: Option<String>| {
        let read = text
            .map(|text| Instant::parse(&text).map_err(|why| Problem::at(place, why.to_string())));
        read.transpose()
    };
    let query = AuditQuery {
        who: wanted.who,
        what: wanted.what,
        from: moment("from", wanted.from)?,
        until: moment("until", wanted.until)?,
        before_id: before_id.transpose()?,
        limit: limit + 1,
    };
    let found = served.read(move |engine, _| engine.audit_trail(actor.person(), &query));
    let (changes, next_cursor) = cut(found.await?, limit, |last| last.id.to_string());
    Ok(Json(AuditList { changes, next_cursor }))
}
