//! Who works with Tandem, and what each may do.
//!
//! A [`Role`] has [`Permissions`]; an [`Actor`] is a user, or a program that acts for one with at
//! most their permissions. Every change is in the audit trail, in the same transaction.

mod actor;
mod company;
mod elsewhere;
mod error;
mod joining;
mod password;
mod permission;
mod replays;
mod role;
mod said;
mod scope;
mod secret;
mod sign_in;
mod teams;
mod texts;
mod tokens;
mod trail;
mod user_links;
mod users;

pub use actor::{Actor, CameWith, Recognised};
pub use company::Company;
pub use elsewhere::{Begun, ElsewhereRefused};
pub use error::PeopleError;
pub use joining::{Invitation, NewUser};
pub use password::PasswordHash;
pub use permission::{Permission, Permissions, UnknownPermission};
pub use replays::Claim;
pub use role::{Role, UnknownRole};
pub use scope::{LeadScope, Visibility};
pub use secret::{Secret, SecretKind, fresh_id};
pub use sign_in::{Attempt, Compared};
pub use teams::{NewTeam, TeamFull};
pub use tokens::NewToken;
pub use users::{OwnPassword, UserChange, UserWithTeams};
