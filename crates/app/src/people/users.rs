//! Users: who there is, changing and deactivating them.

use super::actor::{Actor, CameWith};
use super::error::PeopleError;
use super::joining::kind;
use super::password::{self, PasswordHash};
use super::permission::Permission;
use super::role::Role;
use super::secret::Secret;
use super::user_links::use_up_user_link;
use super::{said, texts};
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{AuditEntry, OneTimeLink, User, UserId};

/// What is to change of a user; `None` leaves it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct UserChange {
    /// What facts and settings call them. Earlier facts keep the former handle.
    pub handle: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// What people call them.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<Role>,
    /// Whether they may sign in.
    pub is_active: Option<bool>,
}

/// A user with the words of their teams.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UserWithTeams {
    /// The user.
    pub user: User,
    /// The words of the teams.
    pub teams: Vec<String>,
}

impl Engine {
    /// The most users, teams, tokens or invitations of one page.
    pub const PAGE_MAX: u32 = 200;

    /// Users in the order of their handles, those after one, at most so many.
    ///
    /// # Errors
    /// When the actor may not, or the ledger cannot be read.
    pub fn users(
        &self,
        actor: &Actor,
        after: &str,
        limit: u32,
    ) -> Result<Vec<UserWithTeams>, AppError> {
        actor.require(Permission::ReadUsers)?;
        let users = self.store.view().users(after, limit.clamp(1, Self::PAGE_MAX + 1))?;
        users.into_iter().map(|user| self.with_teams(user)).collect()
    }

    /// One user.
    ///
    /// # Errors
    /// When the actor may not, or there is none.
    pub fn user(&self, actor: &Actor, id: UserId) -> Result<UserWithTeams, AppError> {
        if actor.user != id {
            actor.require(Permission::ReadUsers)?;
        }
        let user = self.store.view().user(id)?;
        self.with_teams(user.ok_or_else(|| unknown(id))?)
    }

    fn with_teams(&self, user: User) -> Result<UserWithTeams, AppError> {
        let teams = self.store.view().teams_of(user.id)?;
        Ok(UserWithTeams { user, teams: teams.into_iter().map(|team| team.word).collect() })
    }

    /// Changes a user. Whoever is deactivated, or becomes something else, is signed out.
    ///
    /// # Errors
    /// When the actor may not, there is none, a text cannot be used or is taken, or the last
    /// administrator would be gone.
    pub fn change_user(
        &mut self,
        actor: &Actor,
        id: UserId,
        change: &UserChange,
        now: Instant,
    ) -> Result<User, AppError> {
        actor.require(Permission::ManageUsers)?;
        let mut writer = self.people_writer()?;
        let view = writer.view();
        let before = view.user(id)?.ok_or_else(|| unknown(id))?;
        let mut after = before.clone();
        if let Some(handle) = &change.handle {
            after.handle = texts::handle(handle)?;
            let other = view.user_by_handle(&after.handle)?.filter(|other| other.id != id);
            taken("handle", other.map(|other| other.handle))?;
        }
        if let Some(email) = &change.email {
            after.email = texts::email(email)?;
            let other = view.user_by_email(&after.email)?.filter(|other| other.id != id);
            taken("mail address", other.map(|other| other.email))?;
        }
        if let Some(name) = &change.name {
            after.name = texts::name(name)?;
        }
        if let Some(role) = change.role {
            after.role = role.word().to_owned();
        }
        if let Some(is_active) = change.is_active {
            after.deactivated_at = (!is_active).then(|| before.deactivated_at.unwrap_or(now));
        }
        if after == before {
            return Ok(before);
        }
        let administrator = Role::Administrator.word();
        let runs = |user: &User| user.role == administrator && user.deactivated_at.is_none();
        if runs(&before) && !runs(&after) && view.active_users_of(administrator)? <= 1 {
            return Err(PeopleError::LastAdministrator.into());
        }
        writer.change_user(&after)?;
        if after.role != before.role || after.deactivated_at.is_some() {
            writer.end_sessions_of(id, None)?;
        }
        let what = match (before.deactivated_at, after.deactivated_at) {
            (None, Some(_)) => "user.deactivated",
            (Some(_), None) => "user.reactivated",
            _ => "user.changed",
        };
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: what.to_owned(),
            before: said::user(&before),
            after: said::user(&after),
        })?;
        writer.commit()?;
        Ok(after)
    }

    /// Makes a link with which a user sets a new password. It works for a day, and once.
    ///
    /// # Errors
    /// When the actor may not, or there is no such user who may sign in.
    pub fn make_password_link(
        &mut self,
        actor: &Actor,
        user: UserId,
        id: UserId,
        secret: &Secret,
        now: Instant,
    ) -> Result<OneTimeLink, AppError> {
        self.make_user_link(kind::PASSWORD, actor, user, (id, secret), now)
    }

    /// Refuses a link that sets no password.
    ///
    /// # Errors
    /// [`PeopleError::LinkGone`].
    pub fn check_password_link(&self, secret: &Secret, now: Instant) -> Result<(), AppError> {
        self.working_link(secret, kind::PASSWORD, now).map(drop)
    }

    /// Sets a password by a link, which is used up, and signs the user out everywhere.
    ///
    /// # Errors
    /// [`PeopleError::LinkGone`].
    pub fn set_password_by_link(
        &mut self,
        secret: &Secret,
        password: &PasswordHash,
        now: Instant,
    ) -> Result<(), AppError> {
        let link = self.working_link(secret, kind::PASSWORD, now)?;
        let mut writer = self.people_writer()?;
        let user = use_up_user_link(&mut writer, &link, now)?;
        writer.set_password(user.id, password.as_str())?;
        writer.end_sessions_of(user.id, None)?;
        writer.note(&changed_password(&user.handle, now))?;
        Ok(writer.commit()?)
    }

    /// The stored hash of one's own password, to be compared by [`OwnPassword::fits`] while the
    /// ledger is free.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn own_password(&self, actor: &Actor) -> Result<OwnPassword, AppError> {
        let stored = self.store.view().password_of(actor.user)?;
        Ok(OwnPassword(stored.and_then(|stored| stored.password)))
    }

    /// Changes one's own password, and signs oneself out everywhere else. The old one was
    /// compared already.
    ///
    /// # Errors
    /// [`PeopleError::NotAllowed`] for a token, which is no person.
    pub fn change_own_password(
        &mut self,
        actor: &Actor,
        password: &PasswordHash,
        now: Instant,
    ) -> Result<(), AppError> {
        let CameWith::Session(session) = actor.came_with else {
            return Err(PeopleError::NotAllowed {
                permission: Permission::ManageUsers,
                role: actor.role,
                by_token: true,
            }
            .into());
        };
        let mut writer = self.people_writer()?;
        writer.set_password(actor.user, password.as_str())?;
        writer.end_sessions_of(actor.user, Some(&session))?;
        writer.note(&changed_password(&actor.handle, now))?;
        Ok(writer.commit()?)
    }
}

/// The stored hash of one's own password, if one has one.
pub struct OwnPassword(Option<String>);

impl OwnPassword {
    /// Whether it is this one. Takes tens of milliseconds.
    #[must_use]
    pub fn fits(&self, password: &str) -> bool {
        password::fits(password, self.0.as_deref())
    }
}

fn changed_password(who: &str, now: Instant) -> AuditEntry {
    AuditEntry {
        at: now,
        who: who.to_owned(),
        what: "user.password_changed".to_owned(),
        before: String::new(),
        after: who.to_owned(),
    }
}

fn unknown(id: UserId) -> PeopleError {
    PeopleError::Unknown { what: "user", text: id.to_string() }
}

fn taken(what: &'static str, by: Option<String>) -> Result<(), AppError> {
    by.map_or(Ok(()), |text| Err(PeopleError::Taken { what, text }.into()))
}
