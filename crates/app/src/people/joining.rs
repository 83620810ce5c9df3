//! Coming in: the first setup, and invitations.

use super::actor::Actor;
use super::error::PeopleError;
use super::password::PasswordHash;
use super::permission::Permission;
use super::role::Role;
use super::secret::{Secret, SecretKind};
use super::{said, texts};
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, LinkRow, OneTimeLink, User, UserId};

/// The kinds of links.
pub(super) mod kind {
    pub(in crate::people) const SETUP: &str = "setup";
    pub(in crate::people) const INVITATION: &str = "invitation";
    pub(in crate::people) const PASSWORD: &str = "password";
    pub(in crate::people) const SIGN_IN: &str = "sign_in";
}

/// Who is invited, as what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// The mail address.
    pub email: String,
    /// What people call them.
    pub name: String,
    /// What they will be.
    pub role: Role,
}

/// What somebody who comes in says of themselves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewUser {
    /// The mail address; of who was invited, that of the invitation holds.
    pub email: String,
    /// What people call them.
    pub name: String,
    /// What facts and settings call them; `None` takes it from the mail address.
    pub handle: Option<String>,
    /// The password; none for who signs in in other ways.
    pub password: Option<PasswordHash>,
}

impl Engine {
    /// How long an invitation works, in microseconds: 7 days.
    pub const INVITATION_US: i64 = 7 * 24 * 3600 * 1_000_000;
    /// How long a setup link works, and one for a new password, in microseconds: one day.
    pub const LINK_US: i64 = 24 * 3600 * 1_000_000;
    /// The most users, the deactivated included.
    pub const USERS_MAX: u64 = 10_000;

    /// Whether nobody was ever set up.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn is_unclaimed(&self) -> Result<bool, AppError> {
        Ok(self.store.view().users_count()? == 0)
    }

    /// Makes the link that creates the administrator, in the place of earlier ones, with the
    /// secret that it shall have. It works for a day, and once.
    ///
    /// # Errors
    /// [`PeopleError::SetUpAlready`] once there is a user.
    pub fn make_setup_link(
        &mut self,
        id: UserId,
        secret: &Secret,
        now: Instant,
    ) -> Result<(), AppError> {
        let link = OneTimeLink {
            id,
            kind: kind::SETUP.to_owned(),
            email: String::new(),
            name: String::new(),
            role: Role::Administrator.word().to_owned(),
            user: None,
            made_by: "setup".to_owned(),
            created_at: now,
            ends_at: Instant(now.0 + Self::LINK_US),
            used_at: None,
        };
        let mut writer = self.people_writer()?;
        if writer.view().users_count()? > 0 {
            return Err(PeopleError::SetUpAlready.into());
        }
        writer.use_up_links_for(kind::SETUP, "", now)?;
        writer.add_link(LinkRow { link: &link, secret: secret.hash(SecretKind::Link) })?;
        Ok(writer.commit()?)
    }

    /// Sets Tandem up: uses the setup link up, and makes its holder the administrator.
    ///
    /// # Errors
    /// [`PeopleError::SetUpAlready`], [`PeopleError::LinkGone`], and for what cannot be a mail
    /// address, a name or a handle.
    pub fn set_up(
        &mut self,
        secret: &Secret,
        id: UserId,
        new: &NewUser,
        now: Instant,
    ) -> Result<User, AppError> {
        if !self.is_unclaimed()? {
            return Err(PeopleError::SetUpAlready.into());
        }
        let link = self.working_link(secret, kind::SETUP, now)?;
        self.join(id, new, Role::Administrator, &link, "workspace.set_up", now)
    }

    /// Invites somebody with a link that works once, for a week, in the place of earlier ones for
    /// the same address.
    ///
    /// # Errors
    /// When the actor may not, the address is no address or somebody's already.
    pub fn invite(
        &mut self,
        actor: &Actor,
        invitation: &Invitation,
        id: UserId,
        secret: &Secret,
        now: Instant,
    ) -> Result<OneTimeLink, AppError> {
        actor.require(Permission::ManageUsers)?;
        let link = OneTimeLink {
            id,
            kind: kind::INVITATION.to_owned(),
            email: texts::email(&invitation.email)?,
            name: texts::name(&invitation.name)?,
            role: invitation.role.word().to_owned(),
            user: None,
            made_by: actor.handle.clone(),
            created_at: now,
            ends_at: Instant(now.0 + Self::INVITATION_US),
            used_at: None,
        };
        let mut writer = self.people_writer()?;
        if writer.view().user_by_email(&link.email)?.is_some() {
            return Err(PeopleError::Taken { what: "mail address", text: link.email }.into());
        }
        writer.use_up_links_for(kind::INVITATION, &link.email, now)?;
        writer.add_link(LinkRow { link: &link, secret: secret.hash(SecretKind::Link) })?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "invitation.made".to_owned(),
            before: String::new(),
            after: said::link(&link),
        })?;
        writer.commit()?;
        Ok(link)
    }

    /// Withdraws an invitation.
    ///
    /// # Errors
    /// When the actor may not, or there is none that still works.
    pub fn withdraw_invitation(
        &mut self,
        actor: &Actor,
        id: UserId,
        now: Instant,
    ) -> Result<(), AppError> {
        actor.require(Permission::ManageUsers)?;
        let mut writer = self.people_writer()?;
        let link = writer.view().link(id)?.filter(|link| link.kind == kind::INVITATION);
        let unknown = || PeopleError::Unknown { what: "invitation", text: id.to_string() };
        let link = link.ok_or_else(unknown)?;
        if !writer.use_up_link(id, now)? {
            return Err(PeopleError::LinkGone.into());
        }
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "invitation.withdrawn".to_owned(),
            before: said::link(&link),
            after: String::new(),
        })?;
        Ok(writer.commit()?)
    }

    /// The invitations that still work, those after one, at most so many.
    ///
    /// # Errors
    /// When the actor may not, or the ledger cannot be read.
    pub fn invitations(
        &self,
        actor: &Actor,
        after: Option<UserId>,
        limit: u32,
        now: Instant,
    ) -> Result<Vec<OneTimeLink>, AppError> {
        actor.require(Permission::ManageUsers)?;
        Ok(self.store.view().open_links(kind::INVITATION, now, after, limit)?)
    }

    /// Whom a link invites, for who holds it.
    ///
    /// # Errors
    /// [`PeopleError::LinkGone`].
    pub fn invitation(&self, secret: &Secret, now: Instant) -> Result<OneTimeLink, AppError> {
        self.working_link(secret, kind::INVITATION, now)
    }

    /// Accepts an invitation: uses it up, and makes its holder a user.
    ///
    /// # Errors
    /// [`PeopleError::LinkGone`], and for a name or a handle that cannot be one or is taken.
    pub fn accept_invitation(
        &mut self,
        secret: &Secret,
        id: UserId,
        new: &NewUser,
        now: Instant,
    ) -> Result<User, AppError> {
        let link = self.working_link(secret, kind::INVITATION, now)?;
        let role = link.role.parse().map_err(|_| PeopleError::LinkGone)?;
        let new = NewUser { email: link.email.clone(), ..new.clone() };
        self.join(id, &new, role, &link, "user.joined", now)
    }

    pub(super) fn working_link(
        &self,
        secret: &Secret,
        kind: &str,
        now: Instant,
    ) -> Result<OneTimeLink, AppError> {
        let link = self.store.view().link_by_secret(&secret.hash(SecretKind::Link))?;
        let works =
            |link: &OneTimeLink| link.kind == kind && link.used_at.is_none() && link.ends_at > now;
        link.filter(works).ok_or_else(|| PeopleError::LinkGone.into())
    }

    /// Adds a user by a link that is used up with it.
    fn join(
        &mut self,
        id: UserId,
        new: &NewUser,
        role: Role,
        link: &OneTimeLink,
        what: &str,
        now: Instant,
    ) -> Result<User, AppError> {
        let mut writer = self.people_writer()?;
        if !writer.use_up_link(link.id, now)? {
            return Err(PeopleError::LinkGone.into());
        }
        let user = add_user(&mut writer, id, new, role, what, now)?;
        writer.commit()?;
        Ok(user)
    }
}

/// Adds a user within a transaction, and notes it.
pub(super) fn add_user(
    writer: &mut store::Writer<'_>,
    id: UserId,
    new: &NewUser,
    role: Role,
    what: &str,
    now: Instant,
) -> Result<User, AppError> {
    let email = texts::email(&new.email)?;
    let view = writer.view();
    if view.users_count()? >= Engine::USERS_MAX {
        let hint = "change a deactivated user into the new one";
        return Err(PeopleError::TooMany { what: "users", max: Engine::USERS_MAX, hint }.into());
    }
    if view.user_by_email(&email)?.is_some() {
        return Err(PeopleError::Taken { what: "mail address", text: email }.into());
    }
    let handle = match &new.handle {
        Some(handle) => texts::handle(handle)?,
        None => free_handle(view, &email)?,
    };
    if view.user_by_handle(&handle)?.is_some() {
        return Err(PeopleError::Taken { what: "handle", text: handle }.into());
    }
    let name = texts::name(&new.name)?;
    let role = role.word().to_owned();
    let user = User { id, handle, email, name, role, created_at: now, deactivated_at: None };
    writer.add_user(&user)?;
    if let Some(password) = &new.password {
        writer.set_password(id, password.as_str())?;
    }
    writer.note(&AuditEntry {
        at: now,
        who: user.handle.clone(),
        what: what.to_owned(),
        before: String::new(),
        after: said::user(&user),
    })?;
    Ok(user)
}

/// The part of an address before the `@`, with a number behind it where that is taken.
fn free_handle(view: store::View<'_>, email: &str) -> Result<String, AppError> {
    let local: String = email.split('@').next().unwrap_or_default().chars().take(90).collect();
    for nth in 1..=Engine::USERS_MAX {
        let handle = if nth == 1 { local.clone() } else { format!("{local}-{nth}") };
        if view.user_by_handle(&handle)?.is_none() {
            return Ok(handle);
        }
    }
    Err(PeopleError::Taken { what: "handle", text: local }.into())
}
