//! Who asks.

use crate::problem::Problem;
use app::people::{Permission, Role};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

/// Who asks, once it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The name under which what they do is recorded.
    pub name: String,
    /// What they are here for.
    pub role: Role,
}

impl Actor {
    /// Refuses what they may not do.
    ///
    /// # Errors
    /// A problem that says which permission is lacking.
    pub fn needs(&self, permission: Permission) -> Result<(), Problem> {
        if self.role.may(permission) {
            return Ok(());
        }
        let detail = format!(
            "this needs the permission `{}`, which your role ({}) does not have",
            permission.word(),
            self.role
        );
        Err(Problem::new(StatusCode::FORBIDDEN, "not_permitted", detail))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Actor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| {
            let detail = "nobody is signed in: sign in, or send a token";
            Problem::new(StatusCode::UNAUTHORIZED, "not_signed_in", detail)
        })
    }
}
