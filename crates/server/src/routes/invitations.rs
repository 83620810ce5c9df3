//! Invitations.

use super::session::{WithCookie, hashing, me, signed_in};
use super::setup::read_link;
use super::users::{id_of, link_url, role_at};
use crate::documents::{InvitationDocument, Me};
use crate::guard::SecretShown;
use crate::paging::{Cursor, limit, page as cut};
use crate::problem::Problem;
use crate::sent::{Asked, At, Sent};
use crate::state::Served;
use crate::who::Actor;
use app::people::{Invitation, NewUser, PasswordHash, Secret, fresh_id};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Invitations that still work.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct InvitationList {
    invitations: Vec<InvitationDocument>,
    /// Give it as `cursor` to go on; absent at the end.
    next_cursor: Option<String>,
}

/// Who is invited, as what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewInvitation {
    #[schema(example = "rita@example.com")]
    email: String,
    #[schema(example = "Rita Example")]
    name: String,
    /// What they will be.
    #[schema(example = "rep")]
    role: String,
}

/// An invitation with its link, whose secret is shown only here.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(super) struct MadeInvitation {
    invitation: InvitationDocument,
    /// Hand it to them; it works once.
    url: String,
}

/// The secret of an invitation's link: what stands behind its `#`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Held {
    link: String,
}

/// Somebody who comes in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Acceptance {
    /// The secret of the link: what stands behind its `#`.
    link: String,
    #[schema(example = "Rita Example")]
    name: String,
    /// What facts and settings call them; by default the mail address before the `@`.
    handle: Option<String>,
    /// At least 10 characters.
    password: String,
}

/// Say nothing of what they hold.
impl fmt::Debug for Held {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Held(..)")
    }
}

impl fmt::Debug for Acceptance {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("Acceptance(..)")
    }
}

/// List invitations that still work.
#[utoipa::path(
    get, path = "/api/v1/invitations", tag = "people", params(Cursor),
    responses((status = 200, body = InvitationList), (status = 401, body = Problem),
              (status = 403, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn list(
    State(served): State<Served>,
    actor: Actor,
    Asked(page): Asked<Cursor>,
) -> Result<Json<InvitationList>, Problem> {
    let (limit, after) = (limit(page.limit)?, page.after()?);
    let found =
        served.read(move |engine, now| engine.invitations(actor.person(), after, limit + 1, now));
    let (invitations, next_cursor) = cut(found.await?, limit, |last| last.id.to_string());
    Ok(Json(InvitationList { invitations, next_cursor }))
}

/// Invite somebody by a link that works once, for a week, in the place of earlier ones.
#[utoipa::path(
    post, path = "/api/v1/invitations", tag = "people", request_body = NewInvitation,
    responses(
        (status = 201, body = MadeInvitation), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub(super) async fn make(
    State(served): State<Served>,
    actor: Actor,
    Sent(new): Sent<NewInvitation>,
) -> Result<(StatusCode, SecretShown, Json<MadeInvitation>), Problem> {
    let role = role_at("/role", &new.role)?;
    let invitation = Invitation { email: new.email, name: new.name, role };
    let (id, secret) = (fresh_id()?, Secret::fresh()?);
    let url = link_url(&served, "invitation", &secret);
    let made = served
        .write(move |engine, now| engine.invite(actor.person(), &invitation, id, &secret, now));
    let invitation = made.await?.into();
    Ok((StatusCode::CREATED, SecretShown, Json(MadeInvitation { invitation, url })))
}

/// Withdraw an invitation.
#[utoipa::path(
    delete, path = "/api/v1/invitations/{invitation}", tag = "people",
    params(("invitation" = String, Path, description = "the id")),
    responses(
        (status = 204, description = "withdrawn"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 410, body = Problem),
    )
)]
pub(super) async fn withdraw(
    State(served): State<Served>,
    actor: Actor,
    At(invitation): At<String>,
) -> Result<StatusCode, Problem> {
    let id = id_of("invitation", &invitation)?;
    served.write(move |engine, now| engine.withdraw_invitation(actor.person(), id, now)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Read whom a link invites, as who holds it.
#[utoipa::path(
    post, path = "/api/v1/invitations/readings", tag = "session", request_body = Held,
    responses((status = 200, body = InvitationDocument), (status = 403, body = Problem),
              (status = 410, body = Problem), (status = 422, body = Problem))
)]
pub(super) async fn read(
    State(served): State<Served>,
    Sent(held): Sent<Held>,
) -> Result<Json<InvitationDocument>, Problem> {
    let link = read_link(&held.link)?;
    let invitation = served.read(move |engine, now| engine.invitation(&link, now)).await?;
    Ok(Json(invitation.into()))
}

/// Accept an invitation: one becomes a user, and is signed in.
#[utoipa::path(
    post, path = "/api/v1/invitations/acceptances", tag = "session", request_body = Acceptance,
    responses(
        (status = 201, body = Me, description = "come in; sets the cookie of a session"),
        (status = 403, body = Problem), (status = 409, body = Problem),
        (status = 410, body = Problem), (status = 422, body = Problem),
    )
)]
pub(super) async fn accept(
    State(served): State<Served>,
    Sent(acceptance): Sent<Acceptance>,
) -> Result<WithCookie<Json<Me>>, Problem> {
    let Acceptance { link, name, handle, password } = acceptance;
    let link = read_link(&link)?;
    let asked = link.clone();
    served.read(move |engine, now| engine.invitation(&asked, now)).await?;
    let password = Some(hashing(move || PasswordHash::fresh(&password)).await??);
    let new = NewUser { email: String::new(), name, handle, password };
    let (id, secret) = (fresh_id()?, Secret::fresh()?);
    let opened = secret.clone();
    let me = served.write(move |engine, now| {
        let user = engine.accept_invitation(&link, id, &new, now)?;
        engine.open_session(&user, "password", &opened, now)?;
        me(engine, &opened, now)
    });
    Ok(signed_in(StatusCode::CREATED, &secret, &served, me.await?))
}
