//! The fact itself.

use crate::{Code, FactKey, Instant, Position, Precision, SubjectId, Symbol, Value};

/// Something that happened or was chosen, about one subject.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fact {
    /// Whom or what it is about.
    pub subject: SubjectId,
    /// Its name among the facts of the subject.
    pub key: FactKey,
    /// When it happened, as precisely as `precision` says.
    pub occurred_at: Instant,
    /// How precisely `occurred_at` is known.
    pub precision: Precision,
    /// Its kind and name.
    pub code: Code,
    /// What it says.
    pub value: Value,
    /// The word for who did it; empty when nobody or unknown.
    pub actor: Symbol,
    /// Who or what told us.
    pub origin: Origin,
}

/// How a fact came to be known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[repr(u8)]
pub enum Origin {
    /// A system recorded it by itself: its time can be trusted.
    #[default]
    System = 0,
    /// A person did it and a system recorded it: human outreach.
    Human = 1,
    /// A person wrote it down afterwards by hand: it takes effect when it was written, so that a
    /// backdated note never undoes a breach.
    HandLogged = 2,
    /// A program did it that acts by itself, such as a scanner of mail: it is recorded, and no
    /// story tells it.
    Automatic = 3,
}

impl Origin {
    /// From the number it is stored as.
    #[must_use]
    pub const fn from_number(number: u8) -> Self {
        match number & 3 {
            1 => Self::Human,
            2 => Self::HandLogged,
            3 => Self::Automatic,
            _ => Self::System,
        }
    }

    /// Whether a person did it (promises of outreach count only people).
    #[must_use]
    pub const fn is_human(self) -> bool {
        matches!(self, Self::Human | Self::HandLogged)
    }
}

/// A fact with its place in the log and when it became known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Recorded {
    /// Its place in the log.
    pub position: Position,
    /// When it was recorded, by the recorder's clock.
    pub recorded_at: Instant,
    /// The fact.
    pub fact: Fact,
}
