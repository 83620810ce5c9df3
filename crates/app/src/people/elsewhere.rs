//! Signing in at a provider elsewhere (OpenID Connect).
//!
//! Nobody comes in by surprise: whoever the provider names is a user already, or was invited, and is
//! found by the mail address that the provider says is theirs. From then on they are bound to what
//! the provider calls them, and their address there may change.

use super::actor::Actor;
use super::error::PeopleError;
use super::joining::{NewUser, add_user, kind};
use super::permission::Permission;
use super::secret::{Secret, SecretKind};
use super::sign_in::open_session;
use super::texts;
use crate::engine::Engine;
use crate::error::AppError;
use connect::oidc::{Identified, OidcSettings};
use facts::Instant;
use serde_json::json;
use store::{AuditEntry, OneTimeLink, Session, User, UserId, Writer};

/// Why somebody whom a provider named does not come in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ElsewhereRefused {
    /// The provider says no address.
    #[error("the sign-in provider says no mail address of yours: have it hand out `email`")]
    NoEmail,
    /// The provider does not say that the address is theirs.
    #[error(
        "the sign-in provider does not say that your mail address is verified: verify it there, \
         then sign in again"
    )]
    NotVerified,
    /// Another domain than those that are allowed.
    #[error("mail addresses of your domain do not sign in here: use your company's account")]
    OtherDomain,
    /// Nobody has the address, nor was it invited.
    #[error("nobody invited you yet: ask an administrator for an invitation to this mail address")]
    NobodyInvited,
    /// The user with this address comes in with another account of the provider.
    #[error(
        "the user with your mail address comes in with another account of the sign-in provider: \
         use that one, or ask an administrator to unbind it"
    )]
    BoundOtherwise,
    /// They may do nothing any more.
    #[error("you were deactivated: ask an administrator to let you in again")]
    Deactivated,
}

impl ElsewhereRefused {
    /// What it is, for programs; never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoEmail => "no_email",
            Self::NotVerified => "email_not_verified",
            Self::OtherDomain => "domain_not_allowed",
            Self::NobodyInvited => "not_invited",
            Self::BoundOtherwise => "bound_otherwise",
            Self::Deactivated => "deactivated",
        }
    }
}

/// What only the browser knows that began to sign in elsewhere, and what follows from it.
pub struct Begun(Secret);

impl Begun {
    /// How long somebody may take at the provider, in microseconds: 15 minutes.
    pub const LASTS_US: i64 = 15 * 60 * 1_000_000;

    /// Of a secret that the browser keeps.
    #[must_use]
    pub const fn of(secret: Secret) -> Self {
        Self(secret)
    }

    /// Comes back with the browser.
    #[must_use]
    pub fn state(&self) -> String {
        self.derived("tandem 2026 oidc state")
    }

    /// Comes back in the id token.
    #[must_use]
    pub fn nonce(&self) -> String {
        self.derived("tandem 2026 oidc nonce")
    }

    /// What proves to the provider that who brings the code began the attempt (PKCE).
    #[must_use]
    pub fn verifier(&self) -> String {
        self.derived("tandem 2026 oidc verifier")
    }

    /// Whether what came back is of this attempt; takes as long whatever it is.
    #[must_use]
    pub fn is_of(&self, state: &str) -> bool {
        blake3::hash(state.as_bytes()) == blake3::hash(self.state().as_bytes())
    }

    fn derived(&self, context: &str) -> String {
        let of = self.0.hash(SecretKind::Attempt);
        blake3::Hash::from_bytes(blake3::derive_key(context, &of)).to_hex().to_string()
    }
}

impl Engine {
    /// Opens a session for whom a provider named: whoever is bound to that account; else the user,
    /// or who was invited, with the mail address that is verified there, who is bound to the account
    /// from now on. `id` is that of a user who comes in by an invitation.
    ///
    /// Whoever is refused is noted in the audit trail.
    ///
    /// # Errors
    /// [`PeopleError::Elsewhere`], and when the ledger cannot be written.
    pub fn sign_in_elsewhere(
        &mut self,
        who: &Identified,
        settings: &OidcSettings,
        (id, session): (UserId, &Secret),
        now: Instant,
    ) -> Result<Session, AppError> {
        let mut writer = self.people_writer()?;
        match find(&mut writer, who, settings, id, now)? {
            Ok(user) => {
                let opened = open_session(&mut writer, &user, "oidc", session, now)?;
                writer.commit()?;
                Ok(opened)
            }
            Err(why) => {
                let address = who.email.as_deref().map(|it| it.chars().take(254).collect());
                let email: String = address.unwrap_or_default();
                writer.note(&AuditEntry {
                    at: now,
                    who: String::new(),
                    what: "session.refused".to_owned(),
                    before: String::new(),
                    after: json!({ "way": "oidc", "email": email, "why": why.code() }).to_string(),
                })?;
                writer.commit()?;
                Err(PeopleError::Elsewhere(why).into())
            }
        }
    }

    /// The providers with whose accounts a user comes in.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn identities_of(&self, user: UserId) -> Result<Vec<String>, AppError> {
        Ok(self.store.view().identities_of(user)?)
    }

    /// Forgets with which accounts of sign-in providers a user comes in, and signs them out: whoever
    /// comes next with their verified mail address is bound anew.
    ///
    /// # Errors
    /// When the actor may not, or there is no such user.
    pub fn unbind_identities(
        &mut self,
        actor: &Actor,
        user: UserId,
        now: Instant,
    ) -> Result<(), AppError> {
        actor.require(Permission::ManageUsers)?;
        let mut writer = self.people_writer()?;
        let unknown = || PeopleError::Unknown { what: "user", text: user.to_string() };
        let found = writer.view().user(user)?.ok_or_else(unknown)?;
        let before = writer.view().identities_of(user)?;
        if writer.unbind_identities(user)? > 0 {
            writer.end_sessions_of(user, None)?;
            writer.note(&AuditEntry {
                at: now,
                who: actor.handle.clone(),
                what: "user.unbound".to_owned(),
                before: json!({ "handle": found.handle, "issuers": before }).to_string(),
                after: String::new(),
            })?;
        }
        Ok(writer.commit()?)
    }
}

/// Who it is, bound to the account if they were not.
fn find(
    writer: &mut Writer<'_>,
    who: &Identified,
    settings: &OidcSettings,
    id: UserId,
    now: Instant,
) -> Result<Result<User, ElsewhereRefused>, AppError> {
    if let Some(bound) = writer.view().user_by_identity(&who.issuer, &who.subject)? {
        let active = writer.view().user(bound)?.filter(|user| user.deactivated_at.is_none());
        return Ok(active.ok_or(ElsewhereRefused::Deactivated));
    }
    let email = match verified(who, settings) {
        Ok(email) => email,
        Err(why) => return Ok(Err(why)),
    };
    let user = match writer.view().user_by_email(&email)? {
        Some(user) if user.deactivated_at.is_some() => {
            return Ok(Err(ElsewhereRefused::Deactivated));
        }
        Some(user) if writer.view().is_bound(user.id, &who.issuer)? => {
            return Ok(Err(ElsewhereRefused::BoundOtherwise));
        }
        Some(user) => user,
        None => match invitation(writer, &email, now)? {
            Some(link) => join(writer, id, &link, now)?,
            None => return Ok(Err(ElsewhereRefused::NobodyInvited)),
        },
    };
    writer.bind_identity(user.id, (&who.issuer, &who.subject), now)?;
    writer.note(&AuditEntry {
        at: now,
        who: user.handle.clone(),
        what: "user.bound".to_owned(),
        before: String::new(),
        after: json!({ "handle": user.handle, "issuer": who.issuer }).to_string(),
    })?;
    Ok(Ok(user))
}

/// The mail address that is theirs by the provider's word, under a domain that comes in.
fn verified(who: &Identified, settings: &OidcSettings) -> Result<String, ElsewhereRefused> {
    let said = who.email.as_deref().ok_or(ElsewhereRefused::NoEmail)?;
    let email = texts::email(said).map_err(|_| ElsewhereRefused::NoEmail)?;
    if !who.is_verified.unwrap_or(settings.unsaid_is_verified) {
        return Err(ElsewhereRefused::NotVerified);
    }
    let domain = email.rsplit('@').next().unwrap_or_default();
    let allowed = &settings.allowed_domains;
    match allowed.is_empty() || allowed.iter().any(|one| one == domain) {
        true => Ok(email),
        false => Err(ElsewhereRefused::OtherDomain),
    }
}

/// The invitation of an address that still works.
fn invitation(
    writer: &Writer<'_>,
    email: &str,
    now: Instant,
) -> Result<Option<OneTimeLink>, AppError> {
    Ok(writer.view().open_link_for(kind::INVITATION, email, now)?)
}

/// Makes who was invited a user.
fn join(
    writer: &mut Writer<'_>,
    id: UserId,
    link: &OneTimeLink,
    now: Instant,
) -> Result<User, AppError> {
    let role = link.role.parse().map_err(|_| PeopleError::LinkGone)?;
    if !writer.use_up_link(link.id, now)? {
        return Err(PeopleError::LinkGone.into());
    }
    let new = NewUser {
        email: link.email.clone(),
        name: link.name.clone(),
        handle: None,
        password: None,
    };
    add_user(writer, id, &new, role, "user.joined", now)
}
