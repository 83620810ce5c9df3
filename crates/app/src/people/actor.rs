//! Whoever asks for something.

use super::error::PeopleError;
use super::permission::{Permission, Permissions};
use super::role::Role;
use super::secret::{Secret, SecretKind};
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{SecretHash, UserId};

/// Whoever asks for something: a user, or a program that acts for one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The user.
    pub user: UserId,
    /// What facts, assignments and the audit trail call them.
    pub handle: String,
    /// What they are.
    pub role: Role,
    /// The words of the teams that they are in.
    pub teams: Vec<String>,
    /// What they may do: all that the role may, or as much of it as a token's scope.
    pub permissions: Permissions,
    /// What they came with.
    pub came_with: CameWith,
}

/// What somebody came with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CameWith {
    /// A session of a browser, by what stands for its secret.
    Session(SecretHash),
    /// A token, by its id.
    Token(UserId),
    /// Nothing: it is whoever runs the program, at its console.
    Console,
}

impl Actor {
    /// Whoever runs the program, at its console, as somebody of a role.
    #[must_use]
    pub fn at_the_console(handle: &str, role: Role) -> Self {
        Self {
            user: UserId(0),
            handle: handle.to_owned(),
            role,
            teams: Vec::new(),
            permissions: role.permissions(),
            came_with: CameWith::Console,
        }
    }

    /// Whether they may do something.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.has(permission)
    }

    /// Refuses those who may not.
    ///
    /// # Errors
    /// [`PeopleError::NotAllowed`].
    pub fn require(&self, permission: Permission) -> Result<(), PeopleError> {
        match self.may(permission) {
            true => Ok(()),
            false => Err(PeopleError::NotAllowed {
                permission,
                role: self.role,
                by_token: self.is_token(),
            }),
        }
    }

    /// Whether it is a program with a token.
    #[must_use]
    pub fn is_token(&self) -> bool {
        matches!(self.came_with, CameWith::Token(_))
    }
}

/// Somebody who was recognised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recognised {
    /// Who.
    pub actor: Actor,
    /// Whether it is time to note that they were seen ([`Engine::note_seen`]).
    pub is_to_be_noted: bool,
}

impl Engine {
    /// How long a session lasts after it was last used, in microseconds: 7 days.
    pub const SESSION_IDLE_US: i64 = 7 * 24 * 3600 * 1_000_000;
    /// How long a session lasts at most, in microseconds: 30 days.
    pub const SESSION_MAX_US: i64 = 30 * 24 * 3600 * 1_000_000;
    /// How exactly it is known when somebody was last seen, in microseconds: 10 minutes.
    const SEEN_EVERY_US: i64 = 10 * 60 * 1_000_000;

    /// Whose session a secret is; `None` when it is nobody's, or over.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn of_session(
        &self,
        secret: &Secret,
        now: Instant,
    ) -> Result<Option<Recognised>, AppError> {
        let hash = secret.hash(SecretKind::Session);
        let Some(session) = self.store.view().session(&hash)? else { return Ok(None) };
        if session.ends_at <= now {
            return Ok(None);
        }
        let is_to_be_noted = now.0 - session.seen_at.0 >= Self::SEEN_EVERY_US;
        let actor = self.actor(session.user, None, CameWith::Session(hash))?;
        Ok(actor.map(|actor| Recognised { actor, is_to_be_noted }))
    }

    /// For whom a token's secret acts; `None` when it acts for nobody, or not any more.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn of_token(&self, secret: &Secret, now: Instant) -> Result<Option<Recognised>, AppError> {
        let hash = secret.hash(SecretKind::Token);
        let Some(token) = self.store.view().token_by_secret(&hash)? else { return Ok(None) };
        if token.revoked_at.is_some() || token.ends_at.is_some_and(|end| end <= now) {
            return Ok(None);
        }
        let seen = token.used_at.is_none_or(|at| now.0 - at.0 >= Self::SEEN_EVERY_US);
        // A word that this program does not know allows nothing.
        let scope = token.scope.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let actor = self.actor(token.owner, Some(scope), CameWith::Token(token.id))?;
        Ok(actor.map(|actor| Recognised { actor, is_to_be_noted: seen }))
    }

    fn actor(
        &self,
        user: UserId,
        scope: Option<Permissions>,
        came_with: CameWith,
    ) -> Result<Option<Actor>, AppError> {
        let view = self.store.view();
        let Some(user) = view.user(user)?.filter(|user| user.deactivated_at.is_none()) else {
            return Ok(None);
        };
        // Somebody with a role that this program does not know may do nothing.
        let Ok(role) = user.role.parse::<Role>() else { return Ok(None) };
        let teams = view.teams_of(user.id)?.into_iter().map(|team| team.word).collect();
        let permissions = scope.map_or(role.permissions(), |scope| scope.and(role.permissions()));
        Ok(Some(Actor { user: user.id, handle: user.handle, role, teams, permissions, came_with }))
    }

    /// Notes that somebody was seen: a session goes on, a token was used.
    ///
    /// # Errors
    /// When the ledger cannot be written.
    pub fn note_seen(&mut self, actor: &Actor, now: Instant) -> Result<(), AppError> {
        let session = match actor.came_with {
            CameWith::Session(hash) => self.store.view().session(&hash)?,
            CameWith::Token(_) | CameWith::Console => None,
        };
        let mut writer = self.people_writer()?;
        match (actor.came_with, session) {
            (CameWith::Token(id), _) => writer.note_token_used(id, now)?,
            (CameWith::Session(hash), Some(session)) => {
                let last = session.started_at.0 + Self::SESSION_MAX_US;
                let ends_at = Instant((now.0 + Self::SESSION_IDLE_US).min(last));
                writer.note_session_seen(&hash, now, ends_at)?;
            }
            (CameWith::Session(_), None) | (CameWith::Console, _) => return Ok(()),
        }
        Ok(writer.commit()?)
    }

    /// Begins to write what is about people, whatever other processes recorded meanwhile.
    pub(crate) fn people_writer(&mut self) -> Result<store::Writer<'_>, AppError> {
        self.catch_up()?;
        Ok(self.store.begin()?)
    }
}
