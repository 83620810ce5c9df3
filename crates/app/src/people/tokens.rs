//! API tokens.

use super::actor::Actor;
use super::error::PeopleError;
use super::permission::{Permission, Permissions};
use super::said;
use super::secret::{Secret, SecretKind};
use super::texts;
use crate::engine::Engine;
use crate::error::AppError;
use facts::Instant;
use store::{ApiToken, AuditEntry, UserId};

/// A token as it is asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// What it may do.
    pub scope: Permissions,
    /// From when on it is worth nothing.
    pub ends_at: Option<Instant>,
}

impl Engine {
    /// The most tokens of one user that are not revoked.
    pub const TOKENS_MAX: u64 = 50;

    /// Makes a token for oneself, with the secret that it shall have.
    ///
    /// # Errors
    /// When the actor may not, asks for more than they may do themselves or for nothing, has too
    /// many, or the name or the end cannot be used.
    pub fn make_token(
        &mut self,
        actor: &Actor,
        new: &NewToken,
        id: UserId,
        secret: &Secret,
        now: Instant,
    ) -> Result<ApiToken, AppError> {
        actor.require(Permission::MakeTokens)?;
        let beyond = new.scope.without(actor.permissions);
        if !beyond.is_empty() {
            return Err(PeopleError::ScopeTooWide(beyond.written()).into());
        }
        if new.scope.is_empty() {
            return Err(PeopleError::ScopeEmpty.into());
        }
        if let Some(end) = new.ends_at.filter(|end| *end <= now) {
            return Err(PeopleError::EndInThePast(end).into());
        }
        let token = ApiToken {
            id,
            secret: secret.hash(SecretKind::Token),
            owner: actor.user,
            name: texts::name(&new.name)?,
            scope: new.scope.written(),
            created_at: now,
            used_at: None,
            ends_at: new.ends_at,
            revoked_at: None,
        };
        let mut writer = self.people_writer()?;
        if writer.view().open_tokens_of(actor.user)? >= Self::TOKENS_MAX {
            let hint = "revoke one that is not needed any more";
            return Err(PeopleError::TooMany { what: "tokens", max: Self::TOKENS_MAX, hint }.into());
        }
        writer.add_token(&token)?;
        writer.note(&AuditEntry {
            at: now,
            who: actor.handle.clone(),
            what: "token.made".to_owned(),
            before: String::new(),
            after: said::token(&token, &actor.handle),
        })?;
        writer.commit()?;
        Ok(token)
    }

    /// Tokens, one's own or everybody's, those after one, at most so many.
    ///
    /// # Errors
    /// When the actor may not see everybody's, or the ledger cannot be read.
    pub fn tokens(
        &self,
        actor: &Actor,
        of_everybody: bool,
        after: Option<UserId>,
        limit: u32,
    ) -> Result<Vec<ApiToken>, AppError> {
        actor.require(if of_everybody {
            Permission::ManageTokens
        } else {
            Permission::MakeTokens
        })?;
        let owner = (!of_everybody).then_some(actor.user);
        Ok(self.store.view().tokens(owner, after, limit.clamp(1, Self::PAGE_MAX + 1))?)
    }

    /// Revokes a token, at once and for good.
    ///
    /// # Errors
    /// When there is none, or it is somebody else's and the actor may not.
    pub fn revoke_token(
        &mut self,
        actor: &Actor,
        id: UserId,
        now: Instant,
    ) -> Result<(), AppError> {
        let mut writer = self.people_writer()?;
        let unknown = || PeopleError::Unknown { what: "token", text: id.to_string() };
        let token = writer.view().token(id)?.ok_or_else(unknown)?;
        if token.owner == actor.user {
            actor.require(Permission::MakeTokens)?;
        } else if !actor.may(Permission::ManageTokens) {
            // Who may not see it is not told that it is there.
            return Err(unknown().into());
        }
        let owner = writer.view().user(token.owner)?.map_or_else(String::new, |user| user.handle);
        if writer.revoke_token(id, now)? {
            writer.note(&AuditEntry {
                at: now,
                who: actor.handle.clone(),
                what: "token.revoked".to_owned(),
                before: said::token(&token, &owner),
                after: String::new(),
            })?;
        }
        Ok(writer.commit()?)
    }
}
