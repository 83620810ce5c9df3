//! People as the API shows them.

use app::people::{Actor, Permission, Role, TeamFull, UserWithTeams};
use facts::Instant;
use serde::Serialize;
use store::{ApiToken, AuditRecord, OneTimeLink, User};
use utoipa::ToSchema;

/// A user.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct UserDocument {
    /// The random id.
    id: String,
    /// What facts, assignments and settings call them.
    handle: String,
    /// The mail address.
    email: String,
    /// What people call them.
    name: String,
    /// What they are: `administrator`, `operations`, `marketing_head`, `sales_head`, `marketer`,
    /// `sdr`, `rep` or `executive`.
    role: String,
    /// The words of the teams that they are in.
    teams: Vec<String>,
    /// When they came in.
    created_at: String,
    /// Since when they may do nothing any more.
    deactivated_at: Option<String>,
}

/// Oneself.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct Me {
    user: UserDocument,
    /// What one may do, by the words of the permissions table.
    permissions: Vec<&'static str>,
    /// The word by which charters ask for one's signature; absent where they cannot.
    signs_as: Option<&'static str>,
    /// Whether a program asks, with a token.
    is_token: bool,
}

/// An invitation that still works.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct InvitationDocument {
    /// The random id, which is not the secret of the link.
    id: String,
    /// Who is invited.
    email: String,
    /// What people call them.
    name: String,
    /// What they will be.
    role: String,
    /// The handle of who invited them.
    made_by: String,
    /// When.
    created_at: String,
    /// From when on it is worth nothing.
    ends_at: String,
}

/// A team.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct TeamDocument {
    /// The random id.
    id: String,
    /// What routes and settings call it.
    word: String,
    /// What people call it.
    name: String,
    /// Who is in it, by handles.
    members: Vec<String>,
    /// The queues that it serves.
    queues: Vec<String>,
    /// The business units that it serves; none for all.
    units: Vec<String>,
    /// When it was made.
    created_at: String,
}

/// A token, without its secret.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct TokenDocument {
    /// The random id, which is not the secret.
    id: String,
    /// The id of the user for whom it acts.
    owner: String,
    /// What it is for.
    name: String,
    /// What it may do at most, by the words of the permissions table.
    scope: Vec<String>,
    /// When it was made.
    created_at: String,
    /// When it was last used, to ten minutes.
    used_at: Option<String>,
    /// From when on it is worth nothing.
    ends_at: Option<String>,
    /// Since when it is revoked.
    revoked_at: Option<String>,
}

/// A change that somebody made.
#[derive(Clone, PartialEq, Debug, Serialize, ToSchema)]
pub(crate) struct AuditDocument {
    /// Counts up in the order of changes.
    id: u64,
    /// When.
    at: String,
    /// The handle of who.
    who: String,
    /// What: `charter.adopted`, `user.changed`, …
    what: String,
    /// What it was before; empty for nothing.
    before: String,
    /// What it is now; empty for nothing.
    after: String,
}

fn stamp(at: Instant) -> String {
    at.to_string()
}

impl From<UserWithTeams> for UserDocument {
    fn from(UserWithTeams { user, teams }: UserWithTeams) -> Self {
        let User { id, handle, email, name, role, created_at, deactivated_at } = user;
        let deactivated_at = deactivated_at.map(stamp);
        let (id, created_at) = (id.to_string(), stamp(created_at));
        Self { id, handle, email, name, role, teams, created_at, deactivated_at }
    }
}

impl Me {
    pub(crate) fn of(user: UserWithTeams, actor: &Actor) -> Self {
        Self {
            user: user.into(),
            permissions: actor.permissions.iter().map(Permission::word).collect(),
            signs_as: Role::signs_as(actor.role),
            is_token: actor.is_token(),
        }
    }
}

impl From<OneTimeLink> for InvitationDocument {
    fn from(link: OneTimeLink) -> Self {
        Self {
            id: link.id.to_string(),
            email: link.email,
            name: link.name,
            role: link.role,
            made_by: link.made_by,
            created_at: stamp(link.created_at),
            ends_at: stamp(link.ends_at),
        }
    }
}

impl From<TeamFull> for TeamDocument {
    fn from(TeamFull { team, members, queues, units }: TeamFull) -> Self {
        let (id, created_at) = (team.id.to_string(), stamp(team.created_at));
        Self { id, word: team.word, name: team.name, members, queues, units, created_at }
    }
}

impl From<ApiToken> for TokenDocument {
    fn from(token: ApiToken) -> Self {
        Self {
            id: token.id.to_string(),
            owner: token.owner.to_string(),
            name: token.name,
            scope: token.scope.split_whitespace().map(str::to_owned).collect(),
            created_at: stamp(token.created_at),
            used_at: token.used_at.map(stamp),
            ends_at: token.ends_at.map(stamp),
            revoked_at: token.revoked_at.map(stamp),
        }
    }
}

impl From<AuditRecord> for AuditDocument {
    fn from(AuditRecord { id, entry }: AuditRecord) -> Self {
        let (at, who, what) = (stamp(entry.at), entry.who, entry.what);
        Self { id, at, who, what, before: entry.before, after: entry.after }
    }
}
