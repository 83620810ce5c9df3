//! Changing the charter together.

use crate::documents::{ProposalDocument, ProposalLine, read_hex};
use crate::problem::Problem;
use crate::sent::{At, Sent, instant};
use crate::state::Served;
use crate::who::Actor;
use app::Draft;
use app::people::Permission;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a proposal says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewProposal {
    /// What it is about, in a line of 1 to 200 characters.
    title: String,
    /// The whole proposed charter's file.
    text: String,
    /// From when it is to decide; absent: as soon as it is signed.
    takes_force: Option<String>,
}

/// What somebody says of a proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewComment {
    /// The clause that it is about; absent for the whole.
    clause: Option<String>,
    /// What, in 1 to 5000 characters.
    said: String,
}

/// A signature under what was read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewSignature {
    /// The `text_hash` of the proposal as it was read.
    text_hash: String,
}

/// The latest proposals, at most 200.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct Proposals {
    proposals: Vec<ProposalLine>,
}

/// List the latest proposals, the last first.
#[utoipa::path(
    get, path = "/api/v1/proposals", tag = "charter",
    responses(
        (status = 200, body = Proposals), (status = 401, body = Problem),
        (status = 403, body = Problem),
    )
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
) -> Result<Json<Proposals>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    let lines =
        served.read(|engine, _| Ok(engine.proposals()?.iter().map(ProposalLine::of).collect()));
    Ok(Json(Proposals { proposals: lines.await? }))
}

/// Read a proposal: what changes, what was said, who signed and who is still asked.
#[utoipa::path(
    get, path = "/api/v1/proposals/{proposal}", tag = "charter",
    params(("proposal" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn read(
    State(served): State<Served>,
    actor: Actor,
    At(proposal): At<u64>,
) -> Result<Json<ProposalDocument>, Problem> {
    actor.needs(Permission::ReadCharters)?;
    page(&served, proposal).await
}

/// Propose another charter.
#[utoipa::path(
    post, path = "/api/v1/proposals", tag = "charter", request_body = NewProposal,
    responses(
        (status = 201, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn open(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewProposal>,
) -> Result<(StatusCode, Json<ProposalDocument>), Problem> {
    actor.needs(Permission::Propose)?;
    let draft = new.draft()?;
    let id = served.write(move |engine, now| engine.propose(&draft, &actor.name, now)).await?;
    Ok((StatusCode::CREATED, page(&served, id).await?))
}

/// Change a proposal of one's own; signatures under another text hold no more.
#[utoipa::path(
    put, path = "/api/v1/proposals/{proposal}", tag = "charter", request_body = NewProposal,
    params(("proposal" = u64, Path, description = "its number")),
    responses(
        (status = 200, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn change(
    State(served): State<Served>,
    actor: Actor,
    At(proposal): At<u64>,
    Sent(new): Sent<NewProposal>,
) -> Result<Json<ProposalDocument>, Problem> {
    actor.needs(Permission::Propose)?;
    let draft = new.draft()?;
    served.write(move |engine, now| engine.redraft(proposal, &draft, &actor.name, now)).await?;
    page(&served, proposal).await
}

/// Take a proposal of one's own back.
#[utoipa::path(
    post, path = "/api/v1/proposals/{proposal}/withdrawals", tag = "charter",
    params(("proposal" = u64, Path, description = "its number")),
    responses(
        (status = 201, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub(super) async fn withdraw(
    State(served): State<Served>,
    actor: Actor,
    At(proposal): At<u64>,
) -> Result<(StatusCode, Json<ProposalDocument>), Problem> {
    actor.needs(Permission::Propose)?;
    served.write(move |engine, now| engine.withdraw(proposal, &actor.name, now)).await?;
    Ok((StatusCode::CREATED, page(&served, proposal).await?))
}

/// Say something of a proposal, or of one of its clauses.
#[utoipa::path(
    post, path = "/api/v1/proposals/{proposal}/comments", tag = "charter",
    request_body = NewComment,
    params(("proposal" = u64, Path, description = "its number")),
    responses(
        (status = 201, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn comment(
    State(served): State<Served>,
    actor: Actor,
    At(proposal): At<u64>,
    Sent(new): Sent<NewComment>,
) -> Result<(StatusCode, Json<ProposalDocument>), Problem> {
    actor.needs(Permission::Comment)?;
    let clause = new.clause.unwrap_or_default();
    let said = served
        .write(move |engine, now| engine.comment(proposal, (&clause, &new.said), &actor.name, now));
    said.await?;
    Ok((StatusCode::CREATED, page(&served, proposal).await?))
}

/// Sign a proposal as one's role, under the text that was read. With the last signature it is
/// adopted, and decides from its date on.
#[utoipa::path(
    post, path = "/api/v1/proposals/{proposal}/signatures", tag = "charter",
    request_body = NewSignature,
    params(("proposal" = u64, Path, description = "its number")),
    responses(
        (status = 201, body = ProposalDocument), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn sign(
    State(served): State<Served>,
    actor: Actor,
    At(proposal): At<u64>,
    Sent(new): Sent<NewSignature>,
) -> Result<(StatusCode, Json<ProposalDocument>), Problem> {
    actor.needs(Permission::Sign)?;
    let role = actor.role().signs_as().ok_or_else(|| {
        let detail =
            format!("no charter asks for the signature of a role such as {}", actor.role());
        Problem::new(StatusCode::FORBIDDEN, "not_asked_to_sign", detail)
    })?;
    let hash = read_hex(&new.text_hash)
        .ok_or_else(|| Problem::at("/text_hash", "send the `text_hash` of what was read"))?;
    let signed = served.write(move |engine, now| {
        let signed = engine.sign(proposal, (role, &actor.name), hash, now)?;
        if signed.is_some() {
            engine.settle(now)?;
        }
        Ok(())
    });
    signed.await?;
    Ok((StatusCode::CREATED, page(&served, proposal).await?))
}

async fn page(served: &Served, proposal: u64) -> Result<Json<ProposalDocument>, Problem> {
    let page = served.read(move |engine, now| engine.proposal(proposal, now));
    Ok(Json(ProposalDocument::of(&page.await?)))
}

impl NewProposal {
    fn draft(self) -> Result<Draft, Problem> {
        let takes_force = instant("/takes_force", self.takes_force.as_deref())?;
        Ok(Draft { title: self.title, text: self.text, takes_force })
    }
}
