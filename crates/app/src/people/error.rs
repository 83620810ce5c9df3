//! Why something is not done for somebody.

use super::elsewhere::ElsewhereRefused;
use super::permission::Permission;
use super::role::Role;
use facts::Instant;

/// Why something is not done for somebody.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// Somebody who may not.
    #[error(
        "this needs the permission `{permission}`, which {} does not have",
        whose(*.role, *.by_token)
    )]
    NotAllowed {
        /// What they would need.
        permission: Permission,
        /// What they are.
        role: Role,
        /// Whether they came with a token, whose scope may be too narrow.
        by_token: bool,
    },
    /// A wrong password, or nobody has this address; nobody is told which.
    #[error("mail address and password do not fit together")]
    WrongPassword,
    /// Too many failed sign-ins.
    #[error("too many sign-ins failed: try again after {until}")]
    TooManyAttempts {
        /// When to try again.
        until: Instant,
        /// How long until then, in seconds.
        wait_seconds: u64,
    },
    /// A password that is too easy, or too long to be hashed.
    #[error("{0}")]
    Password(&'static str),
    /// A link that does not work.
    #[error("this link was used already, was withdrawn, or is too old: ask for a new one")]
    LinkGone,
    /// Somebody set Tandem up already.
    #[error("Tandem was set up already: sign in, or ask an administrator for an invitation")]
    SetUpAlready,
    /// No mail address.
    #[error("`{0}` is no mail address: write it as name@example.com, in at most 254 letters")]
    BadEmail(String),
    /// A text that cannot be what it is for.
    #[error("the {what} `{text}` cannot be used: {rule}")]
    BadText {
        /// What it is for: `handle`, `name`.
        what: &'static str,
        /// What was written.
        text: String,
        /// What it must be.
        rule: &'static str,
    },
    /// Something that somebody else has.
    #[error("the {what} `{text}` is taken: choose another one")]
    Taken {
        /// What: `handle`, `mail address`, `team`.
        what: &'static str,
        /// Which.
        text: String,
    },
    /// Something that is not there.
    #[error("there is no {what} `{text}`")]
    Unknown {
        /// What: `user`, `team`, `token`.
        what: &'static str,
        /// Which.
        text: String,
    },
    /// The last administrator would be gone.
    #[error("this is the last administrator: make somebody else one first")]
    LastAdministrator,
    /// Somebody who may do nothing any more.
    #[error("{0} is deactivated: reactivate them first")]
    Deactivated(String),
    /// A scope beyond what its owner may.
    #[error("a token can do no more than you may, and you may not: {0}")]
    ScopeTooWide(String),
    /// A scope that allows nothing.
    #[error("this token could do nothing: give it at least one permission that you have")]
    ScopeEmpty,
    /// More than there may be.
    #[error("there are {max} {what} already, which is as many as there may be: {hint}")]
    TooMany {
        /// What: `tokens`.
        what: &'static str,
        /// How many there may be.
        max: u64,
        /// What to do.
        hint: &'static str,
    },
    /// An end that is over before it began.
    #[error("an end at {0} is in the past: choose a later one, or none")]
    EndInThePast(Instant),
    /// Somebody whom a sign-in provider named and who does not come in.
    #[error(transparent)]
    Elsewhere(#[from] ElsewhereRefused),
    /// The machine has no randomness.
    #[error("the machine gives no random numbers ({0}): without them no secret can be made")]
    NoRandomness(String),
}

impl PeopleError {
    /// What it is, for programs; never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAllowed { .. } => "not_permitted",
            Self::WrongPassword => "wrong_password",
            Self::TooManyAttempts { .. } => "too_many_attempts",
            Self::Password(_) => "password_not_fit",
            Self::LinkGone => "link_gone",
            Self::SetUpAlready => "set_up_already",
            Self::BadEmail(_) | Self::BadText { .. } | Self::EndInThePast(_) => "invalid_request",
            Self::Taken { .. } => "taken",
            Self::Unknown { what: "user", .. } => "unknown_user",
            Self::Unknown { what: "team", .. } => "unknown_team",
            Self::Unknown { what: "token", .. } => "unknown_token",
            Self::Unknown { .. } => "unknown_invitation",
            Self::LastAdministrator => "last_administrator",
            Self::Deactivated(_) => "deactivated",
            Self::ScopeTooWide(_) => "scope_too_wide",
            Self::ScopeEmpty => "scope_empty",
            Self::TooMany { .. } => "too_many",
            Self::Elsewhere(why) => why.code(),
            Self::NoRandomness(_) => "no_randomness",
        }
    }
}

fn whose(role: Role, by_token: bool) -> String {
    match by_token {
        true => "the scope of this token, or the role of its owner,".to_owned(),
        false => format!("the role `{role}`"),
    }
}
