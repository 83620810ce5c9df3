//! Links that work once, for one user: to sign in, for who looks at a demo or lost every other way,
//! and to set a new password.

use super::actor::Actor;
use super::error::PeopleError;
use super::joining::kind;
use super::permission::Permission;
use super::secret::{Secret, SecretKind};
use super::sign_in::open_session;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, LinkRow, OneTimeLink, Session, User, UserId, Writer};

impl Engine {
    /// Makes a link with which a user signs in, once, within a day, in the place of earlier ones.
    ///
    /// # Errors
    /// When the actor may not, or there is no such user who may sign in.
    pub fn make_sign_in_link(
        &mut self,
        actor: &Actor,
        user: UserId,
        (id, secret): (UserId, &Secret),
        now: Instant,
    ) -> Result<OneTimeLink, AppError> {
        self.make_user_link(kind::SIGN_IN, actor, user, (id, secret), now)
    }

    /// Makes a link of a kind for a user, in the place of earlier ones. It works for a day, once.
    pub(super) fn make_user_link(
        &mut self,
        kind: &str,
        actor: &Actor,
        user: UserId,
        (id, secret): (UserId, &Secret),
        now: Instant,
    ) -> Result<OneTimeLink, AppError> {
        actor.require(Permission::ManageUsers)?;
        let mut writer = self.people_writer()?;
        let unknown = || PeopleError::Unknown { what: "user", text: user.to_string() };
        let found = writer.view().user(user)?.ok_or_else(unknown)?;
        if found.deactivated_at.is_some() {
            return Err(PeopleError::Deactivated(found.handle).into());
        }
        let link = OneTimeLink {
            id,
            kind: kind.to_owned(),
            email: found.email.clone(),
            name: found.name.clone(),
            role: String::new(),
            user: Some(user),
            made_by: actor.handle.clone(),
            created_at: now,
            ends_at: Instant(now.0 + Self::LINK_US),
            used_at: None,
        };
        writer.use_up_links_for(kind, &link.email, now)?;
        writer.add_link(LinkRow { link: &link, secret: secret.hash(SecretKind::Link) })?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: format!("user.{kind}_link_made"),
            before: String::new(),
            after: found.handle,
        })?;
        writer.commit()?;
        Ok(link)
    }

    /// Signs in by a link, which is used up: opens a session with the secret that it shall have.
    ///
    /// # Errors
    /// [`PeopleError::LinkGone`].
    pub fn sign_in_by_link(
        &mut self,
        link: &Secret,
        session: &Secret,
        now: Instant,
    ) -> Result<Session, AppError> {
        let link = self.working_link(link, kind::SIGN_IN, now)?;
        let mut writer = self.people_writer()?;
        let user = use_up_user_link(&mut writer, &link, now)?;
        let opened = open_session(&mut writer, &user, "link", session, now)?;
        writer.commit()?;
        Ok(opened)
    }
}

/// Uses a link up, and says who may use it: a user who may sign in.
///
/// # Errors
/// [`PeopleError::LinkGone`].
pub(super) fn use_up_user_link(
    writer: &mut Writer<'_>,
    link: &OneTimeLink,
    now: Instant,
) -> Result<User, AppError> {
    let user = link.user.ok_or(PeopleError::LinkGone)?;
    if !writer.use_up_link(link.id, now)? {
        return Err(PeopleError::LinkGone.into());
    }
    let active = writer.view().user(user)?.filter(|user| user.deactivated_at.is_none());
    Ok(active.ok_or(PeopleError::LinkGone)?)
}
