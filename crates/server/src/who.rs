//! Who asks.

use crate::problem::Problem;
use app::people::{self, Permission, Role};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;

/// Who asks, once it is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Actor {
    /// The name under which what they do is recorded.
    pub name: String,
    person: people::Actor,
}

impl Actor {
    /// Somebody who was recognised.
    #[must_use]
    pub fn of(person: people::Actor) -> Self {
        Self { name: person.handle.clone(), person }
    }

    /// Whoever runs the program, as somebody of a role.
    #[must_use]
    pub fn at_the_console(name: &str, role: Role) -> Self {
        Self::of(people::Actor::at_the_console(name, role))
    }

    /// The user or token behind it, as use cases ask for it.
    #[must_use]
    pub fn person(&self) -> &people::Actor {
        &self.person
    }

    /// What they are. Ask [`Actor::may`] what they may do: a token may less than its owner.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.person.role
    }

    /// Whether they may do something: their role allows it, and the scope of their token, where
    /// they came with one.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        self.person.may(permission)
    }

    /// Refuses what they may not do.
    ///
    /// # Errors
    /// A problem that says which permission is lacking.
    pub fn needs(&self, permission: Permission) -> Result<(), Problem> {
        Ok(self.person.require(permission)?)
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
