//! What a scorecard is learned from.

use crate::journey::Moment;
use facts::SubjectId;

/// A lead that was worked, and what became of it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Learned {
    /// The lead.
    pub lead: SubjectId,
    /// When it was handed over: what was known later is not looked at.
    pub at: Moment,
    /// Whether it came to the outcome.
    pub has_outcome: bool,
    /// The points that it has by the charter in force, where there are any.
    pub present: Option<f64>,
}

/// A trait, or something that leads did.
#[derive(Clone, PartialEq, Debug)]
pub struct LearnColumn {
    /// The trait's full name, `lead.source`; or a touch's, `webinar.attended`.
    pub name: String,
    /// What was known of each lead when it was handed over, in the order of leads.
    pub values: ColumnValues,
    /// When it became known.
    pub timing: Timing,
    /// Whether its name says that it is filled in, or changed, while a lead is worked.
    pub comes_later: bool,
    /// Whether somebody vouches for it: that it is known before a lead is worked.
    pub is_trusted: bool,
    /// Whether points may only rise (`true`) or only fall (`false`) with the number.
    pub rises: Option<bool>,
}

/// The values of a column, one of each lead.
#[derive(Clone, PartialEq, Debug)]
pub enum ColumnValues {
    /// Numbers; not a number where it is not known.
    Numbers(Vec<f64>),
    /// Words, by their place in the list; the first, which is empty, where it is not known.
    Words {
        /// The word of each lead.
        of: Vec<u32>,
        /// The words.
        words: Vec<String>,
    },
    /// Whether it is so; not where nobody said.
    Flags(Vec<bool>),
    /// Whether they did it.
    Did(Vec<bool>),
}

/// When a trait became known of the leads of whom it is known at all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Timing {
    /// Nobody knows when.
    pub undated: usize,
    /// By the hand-off.
    pub before: usize,
    /// Between the hand-off and the outcome.
    pub between: usize,
    /// With the outcome or after it.
    pub after: usize,
}

impl Timing {
    /// The leads of whom it is known at any time.
    #[must_use]
    pub const fn known(&self) -> usize {
        self.undated + self.before + self.between + self.after
    }

    /// Whether of most nobody knows since when.
    #[must_use]
    pub const fn is_undated(&self) -> bool {
        2 * self.undated > self.known()
    }
}

impl ColumnValues {
    /// Whether the value of a lead is known.
    #[must_use]
    pub fn is_known(&self, place: usize) -> bool {
        match self {
            Self::Numbers(numbers) => !numbers[place].is_nan(),
            Self::Words { of, .. } => of[place] != 0,
            Self::Flags(flags) | Self::Did(flags) => flags[place],
        }
    }

    /// How many leads there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(numbers) => numbers.len(),
            Self::Words { of, .. } => of.len(),
            Self::Flags(flags) | Self::Did(flags) => flags.len(),
        }
    }

    /// Whether there is no lead.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether what is not said is not so, and not unknown.
    pub(super) const fn is_said_when_so(&self) -> bool {
        matches!(self, Self::Flags(_) | Self::Did(_))
    }
}
