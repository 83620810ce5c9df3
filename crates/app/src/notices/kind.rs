//! What people are told of.

/// What people are told of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NoticeKind {
    /// A lead waits for somebody to take it over.
    HandoffWanted,
    /// A lead was given to somebody.
    LeadAssigned,
    /// A promise falls due soon.
    PromiseSoon,
    /// A promise was not kept.
    PromiseBroken,
    /// Nobody answered after a promise was broken.
    Escalated,
    /// A lead was taken from its assignee and waits for another.
    LeadReassigned,
    /// A lead went back to rest since nobody answered.
    LeadReturned,
    /// Sales said what it thinks of a lead.
    VerdictGiven,
    /// A proposal waits for a signature.
    SignatureWanted,
    /// What was told before does not hold.
    Correction,
    /// Somebody tries out where messages go.
    Test,
}

impl NoticeKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::HandoffWanted,
        Self::LeadAssigned,
        Self::PromiseSoon,
        Self::PromiseBroken,
        Self::Escalated,
        Self::LeadReassigned,
        Self::LeadReturned,
        Self::VerdictGiven,
        Self::SignatureWanted,
        Self::Correction,
        Self::Test,
    ];

    /// Its word, as in JSON and as the type of an event for programs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::HandoffWanted => "handoff_wanted",
            Self::LeadAssigned => "lead_assigned",
            Self::PromiseSoon => "promise_soon",
            Self::PromiseBroken => "promise_broken",
            Self::Escalated => "escalated",
            Self::LeadReassigned => "lead_reassigned",
            Self::LeadReturned => "lead_returned",
            Self::VerdictGiven => "verdict_given",
            Self::SignatureWanted => "signature_wanted",
            Self::Correction => "correction",
            Self::Test => "test",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}
