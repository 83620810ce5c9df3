//! Why somebody could not be identified.

/// Why somebody could not be identified. Says no token, code or secret.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OidcError {
    /// The configuration cannot be used.
    #[error("{0}")]
    Settings(String),
    /// The provider does not answer.
    #[error("the sign-in provider does not answer ({0}): try again, or sign in with a password")]
    Unreachable(String),
    /// The provider answers something that it should not, or does not take Tandem for its client.
    #[error(
        "the sign-in provider and Tandem are not set up to fit together ({0}): tell an \
         administrator, or sign in with a password"
    )]
    Provider(String),
    /// The provider does not take the code with which a browser came back.
    #[error("the sign-in provider does not take this attempt any more: begin again")]
    Code,
    /// The id token is signed with a key that the provider does not name.
    #[error("the sign-in provider signed with a key that it does not name: begin again")]
    UnknownKey,
    /// The id token proves nothing.
    #[error("what the sign-in provider sent proves nothing ({0}): begin again")]
    Token(String),
}

impl OidcError {
    /// What it is, for programs; never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Settings(_) | Self::Provider(_) => "provider_misfit",
            Self::Unreachable(_) => "provider_unreachable",
            Self::Code => "code_not_taken",
            Self::UnknownKey | Self::Token(_) => "token_not_valid",
        }
    }

    /// Whether it is about the provider and not about who signs in.
    #[must_use]
    pub const fn is_of_the_provider(&self) -> bool {
        matches!(self, Self::Settings(_) | Self::Provider(_) | Self::Unreachable(_))
    }
}
