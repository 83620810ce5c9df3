//! Why something cannot be done.

use crate::error::AppError;
use facts::Instant;

/// Why what a person did cannot be recorded. Nothing was.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DeedRefused {
    /// A verdict whose reasons the charter declares, without one.
    #[error("`{verdict}` needs a reason: one of {}", listed(.reasons))]
    NeedsReason {
        /// The verdict.
        verdict: &'static str,
        /// The reasons that the charter declares.
        reasons: Vec<String>,
    },
    /// A reason that the charter does not declare.
    #[error("the charter has no reason `{reason}` for `{verdict}`: write {}", listed(.reasons))]
    UnknownReason {
        /// The verdict.
        verdict: &'static str,
        /// The reason that was given.
        reason: String,
        /// The reasons that the charter declares.
        reasons: Vec<String>,
    },
    /// Somebody answered it meanwhile, or time moved it.
    #[error(
        "the lead went on since you looked: somebody answered it, or its time came; look again"
    )]
    WentOn,
    /// A verdict on a lead that is in no pass.
    #[error("the lead is in no pass, so there is nothing to answer")]
    NothingToAnswer,
    /// A lead that is open already.
    #[error("the lead is open already, so there is nothing to reopen")]
    StillOpen,
    /// Something that would have been done later than now.
    #[error("it cannot have happened after now ({now}): give an earlier time, or none for now")]
    Ahead {
        /// Now.
        now: Instant,
    },
    /// A name that no activity can have.
    #[error(
        "`{0}` is no name of an activity: letters, digits, `_` and `-`, parted by dots, at most \
         100 of them, such as `call.connected`"
    )]
    ActivityName(String),
    /// A name that nobody can have.
    #[error("say whom to give it to by a name of 1 to 100 bytes, or by `null` for nobody")]
    AssigneeName,
    /// No such fact of this lead.
    #[error("the lead has no fact of this key: take back one that its page lists")]
    NoSuchFact,
    /// A fact that no person did.
    #[error("only what a person did to the lead can be taken back here")]
    NotADeed,
    /// A fact of somebody else.
    #[error("{by} recorded it: only they can take it back, or who may take back what others did")]
    OfSomebodyElse {
        /// Who recorded it.
        by: String,
    },
    /// A fact that was taken back already.
    #[error("it was taken back already")]
    TakenBack,
}

impl DeedRefused {
    /// The name of the refusal, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NeedsReason { .. } => "needs_reason",
            Self::UnknownReason { .. } => "unknown_reason",
            Self::WentOn => "went_on",
            Self::NothingToAnswer => "nothing_to_answer",
            Self::StillOpen => "still_open",
            Self::Ahead { .. } => "ahead_of_time",
            Self::ActivityName(_) => "activity_name",
            Self::AssigneeName => "assignee_name",
            Self::NoSuchFact => "no_such_fact",
            Self::NotADeed => "not_a_deed",
            Self::OfSomebodyElse { .. } => "of_somebody_else",
            Self::TakenBack => "taken_back",
        }
    }

    /// Whether the request is fine and only the lead is not where it should be.
    #[must_use]
    pub const fn is_conflict(&self) -> bool {
        matches!(self, Self::WentOn | Self::NothingToAnswer | Self::StillOpen | Self::TakenBack)
    }
}

impl From<DeedRefused> for AppError {
    fn from(refused: DeedRefused) -> Self {
        Self::Deed(refused)
    }
}

fn listed(reasons: &[String]) -> String {
    reasons.iter().map(|reason| format!("`{reason}`")).collect::<Vec<_>>().join(", ")
}
