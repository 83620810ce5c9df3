//! Kinds of facts, and codes that name them within columns.

/// The kind of a fact. The order is the rank that breaks ties at one instant:
/// what is known comes before what happened, what happened before what was judged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// A choice: this subject belongs to another (`link` names which, `unlink` ends it).
    Link = 0,
    /// Something learned about the subject: `lead.seniority`, `account.employees`.
    Trait = 1,
    /// A marketing interaction: `form.demo_request`, `email.clicked`.
    Touch = 2,
    /// A choice: the value is the word for the person who is responsible from now on.
    Assignment = 3,
    /// A sales interaction: `call.connected`, `meeting.held`.
    Activity = 4,
    /// Sales' answer to a hand-off: `accepted`, `rejected`, `recycled`, `disqualified`.
    Verdict = 5,
    /// A change of an opportunity: `opportunity.stage`, `opportunity.amount`.
    Opportunity = 6,
    /// A choice: a disqualified or resting lead is opened again by a person.
    Reopening = 7,
    /// A choice: another fact of the subject was wrong and does not count.
    Retraction = 8,
    /// A choice: what identified the subject was removed, everywhere.
    Erasure = 9,
}

impl Kind {
    /// Every kind, in rank order.
    pub const ALL: [Self; 10] = [
        Self::Link,
        Self::Trait,
        Self::Touch,
        Self::Assignment,
        Self::Activity,
        Self::Verdict,
        Self::Opportunity,
        Self::Reopening,
        Self::Retraction,
        Self::Erasure,
    ];

    /// The kind's word, as written in mappings and in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Trait => "trait",
            Self::Touch => "touch",
            Self::Assignment => "assignment",
            Self::Activity => "activity",
            Self::Verdict => "verdict",
            Self::Opportunity => "opportunity",
            Self::Reopening => "reopening",
            Self::Retraction => "retraction",
            Self::Erasure => "erasure",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A kind and a name within it, by the number that the [`Vocabulary`](crate::Vocabulary) gave them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(transparent)]
pub struct Code(pub u16);
