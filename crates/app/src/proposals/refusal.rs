//! Why a proposal cannot be changed or signed so.

/// Why a proposal cannot be changed or signed so. Nothing was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProposalRefused {
    /// There is no such proposal.
    #[error("there is no proposal {0}")]
    Unknown(u64),
    /// A text without anything, or with too much.
    #[error("a {what} has 1 to {most} characters")]
    TooLong {
        /// What it is: `title`, `comment`.
        what: &'static str,
        /// The most characters.
        most: usize,
    },
    /// Somebody else's proposal.
    #[error("{who} made this proposal: comment on it, or make one of your own")]
    NotYours {
        /// Who made it.
        who: String,
    },
    /// A proposal that was taken back.
    #[error("this proposal was withdrawn: make a new one")]
    Withdrawn,
    /// A proposal that was signed by everybody.
    #[error("this proposal was adopted{}: make a new one", as_version(.0))]
    Adopted(Option<u16>),
    /// A charter that says the same as the one in force.
    #[error("the proposal says the same as the charter in force, so there is nothing to sign")]
    NothingToSign,
    /// A role that the charter does not ask.
    #[error("the charter asks {} to sign this, and not your role", .0.join(", "))]
    NotAsked(Vec<String>),
    /// A signature that stands already.
    #[error("{role} has signed this already")]
    SignedAlready {
        /// The role.
        role: String,
    },
    /// Who signs last, before the others did.
    #[error(
        "the side that promises more signs last: {} first, so that nobody is bound by terms that \
         the other side may still change",
        .0.join(", ")
    )]
    OthersFirst(Vec<String>),
    /// Another text than the one that was read.
    #[error("the proposal changed since you read it: read it again, and sign what it says now")]
    ChangedMeanwhile,
    /// As many comments as one proposal takes.
    #[error("this proposal has as many comments as it takes: make another")]
    TooManyComments,
}

impl ProposalRefused {
    /// The name of the refusal, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unknown(_) => "unknown_proposal",
            Self::TooLong { .. } => "length",
            Self::NotYours { .. } => "not_your_proposal",
            Self::Withdrawn => "withdrawn",
            Self::Adopted(_) => "adopted",
            Self::NothingToSign => "nothing_to_sign",
            Self::NotAsked(_) => "not_asked_to_sign",
            Self::SignedAlready { .. } => "signed_already",
            Self::OthersFirst(_) => "others_first",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::TooManyComments => "too_many_comments",
        }
    }
}

fn as_version(version: &Option<u16>) -> String {
    version.map_or_else(String::new, |number| format!(" as version {number}"))
}
