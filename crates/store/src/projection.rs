//! Where a lead rests.

use facts::{Instant, Position, Precision, Symbol};
use lifecycle::VersionNumber;

/// Where a lead rests: what lists show of it, and when to look again.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection {
    /// The version in force.
    pub version: VersionNumber,
    /// The id of the stage, as a word; empty before the first pass.
    pub stage: Symbol,
    /// Whose turn it is.
    pub place: PlaceKind,
    /// The person, queue or team of the place, as a word; empty where there is none.
    pub who: Symbol,
    /// The ordinal of the current pass, or of the last one; 0 before the first.
    pub pass: u16,
    /// Whether a pass is open.
    pub pass_open: bool,
    /// When the stage was entered; [`Instant::NEVER`] before the first pass.
    pub entered_at: Instant,
    /// How precisely that is known.
    pub precision: Precision,
    /// Fit in thousandths of a point.
    pub fit_milli: i64,
    /// Engagement in points, at `settled_until`; it decays from there.
    pub engagement: f64,
    /// The clock that people see.
    pub next_due: Option<NextDue>,
    /// The next instant at which time alone may decide anything.
    pub wake_at: Instant,
    /// When a recycled lead comes back; [`Instant::NEVER`] when it does not by itself.
    pub returns_at: Instant,
    /// When marketing was first in touch; [`Instant::NEVER`] when it was not.
    pub first_touch_at: Instant,
    /// When a person of sales first reached out; [`Instant::NEVER`] when nobody did.
    pub first_outreach_at: Instant,
    /// The last fact that was known when it was settled.
    pub settled_position: Position,
    /// The instant until which it was settled.
    pub settled_until: Instant,
}

/// Whose turn it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum PlaceKind {
    /// Nobody's: it is not an open lead.
    Nowhere = 0,
    /// A person's.
    Assignee = 1,
    /// The queue of a hand-off.
    Queue = 2,
    /// A team's.
    Team = 3,
    /// A nurture program's.
    Nurture = 4,
}

/// The clock that people see: the one due first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NextDue {
    /// When it is, or was, due.
    pub at: Instant,
    /// The id of the promise, as a word.
    pub promise: Symbol,
    /// Whether it was broken.
    pub broken: bool,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Nowhere, Self::Assignee, Self::Queue, Self::Team, Self::Nurture];

    /// Its word, as in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nowhere => "nowhere",
            Self::Assignee => "assignee",
            Self::Queue => "queue",
            Self::Team => "team",
            Self::Nurture => "nurture",
        }
    }

    /// The kind of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Projection {
    /// Whether the lead waits for somebody.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.place != PlaceKind::Nowhere
    }
}
