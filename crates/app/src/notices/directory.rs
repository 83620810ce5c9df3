//! Who is meant by a role, a team or a word in an assignment.

use super::notice::Audience;
use crate::engine::Engine;
use crate::error::AppError;

/// Somebody who can be told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recipient {
    /// The id of the user.
    pub id: String,
    /// The word by which assignments name them.
    pub word: String,
    /// What they are called.
    pub name: String,
    /// Where they get email.
    pub email: String,
    /// Whether they lead a side.
    pub is_head: bool,
}

/// Finds people.
pub trait Directory {
    /// Everybody who is meant, each once.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    fn recipients(&self, engine: &Engine, to: &Audience) -> Result<Vec<Recipient>, AppError>;

    /// Who has this id, unless they are gone.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    fn recipient(&self, engine: &Engine, id: &str) -> Result<Option<Recipient>, AppError>;
}
