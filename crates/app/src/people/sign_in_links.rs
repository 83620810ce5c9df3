//! Signing in by a link that works once: for who looks at a demo, and for who lost every other way.

use super::actor::Actor;
use super::error::PeopleError;
use super::joining::kind;
use super::permission::Permission;
use super::secret::{Secret, SecretKind};
use super::sign_in::open_session;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, LinkRow, OneTimeLink, Session, UserId};

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
        actor.require(Permission::ManageUsers)?;
        let mut writer = self.people_writer()?;
        let unknown = || PeopleError::Unknown { what: "user", text: user.to_string() };
        let found = writer.view().user(user)?.ok_or_else(unknown)?;
        if found.deactivated_at.is_some() {
            return Err(PeopleError::Deactivated(found.handle).into());
        }
        let link = OneTimeLink {
            id,
            kind: kind::SIGN_IN.to_owned(),
            email: found.email.clone(),
            name: found.name.clone(),
            role: String::new(),
            user: Some(user),
            made_by: actor.handle.clone(),
            created_at: now,
            ends_at: Instant(now.0 + Self::LINK_US),
            used_at: None,
        };
        writer.use_up_links_for(kind::SIGN_IN, &link.email, now)?;
        writer.add_link(LinkRow { link: &link, secret: secret.hash(SecretKind::Link) })?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "user.sign_in_link_made".to_owned(),
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
        let user = link.user.ok_or(PeopleError::LinkGone)?;
        let mut writer = self.people_writer()?;
        if !writer.use_up_link(link.id, now)? {
            return Err(PeopleError::LinkGone.into());
        }
        let active = writer.view().user(user)?.filter(|user| user.deactivated_at.is_none());
        let user = active.ok_or(PeopleError::LinkGone)?;
        let opened = open_session(&mut writer, &user, "link", session, now)?;
        writer.commit()?;
        Ok(opened)
    }
}
