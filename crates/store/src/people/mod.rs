//! Who works with Tandem: users, teams, and what they sign in with.
//!
//! A secret comes in as a hash and is kept as such; nothing here could say the secret.

mod attempts;
mod identities;
mod links;
mod sessions;
mod teams;
mod tokens;
mod users;
mod workspace;

pub use links::{LinkRow, OneTimeLink};
pub use sessions::Session;
pub use teams::{Serves, Team};
pub use tokens::ApiToken;
pub use users::{PasswordOf, User, UserId};

/// A hash that stands for a secret.
pub type SecretHash = [u8; 32];
