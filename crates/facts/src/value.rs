//! What a fact says.

use crate::{FactKey, Instant, SubjectId};

/// A word of the [`Vocabulary`](crate::Vocabulary), by its number; 0 is the empty word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(transparent)]
pub struct Symbol(pub u32);

impl Symbol {
    /// The empty word: nobody, nothing said.
    pub const EMPTY: Self = Self(0);
}

/// What a fact says besides that it happened.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Value {
    /// Nothing more.
    #[default]
    Nothing,
    /// A number, in the unit that the trait's name says.
    Number(f64),
    /// A word: a trait's text, a campaign, a verdict's reason.
    Text(Symbol),
    /// True or false.
    Flag(bool),
    /// A moment.
    Moment(Instant),
    /// Another subject, for links.
    Subject(SubjectId),
    /// Another fact of the same subject, for retractions.
    Fact(FactKey),
}

impl Value {
    /// The value in two numbers, a tag and 64 bits, for columns.
    #[must_use]
    pub const fn pack(self) -> (u8, u64) {
        match self {
            Self::Nothing => (0, 0),
            Self::Number(number) => (1, number.to_bits()),
            Self::Text(symbol) => (2, symbol.0 as u64),
            Self::Flag(flag) => (3, flag as u64),
            Self::Moment(at) => (4, at.0.cast_unsigned()),
            Self::Subject(id) => (5, id.0),
            Self::Fact(key) => (6, key.0),
        }
    }

    /// The inverse of [`Value::pack`]; `None` for a tag that no value has.
    #[must_use]
    pub const fn unpack(tag: u8, bits: u64) -> Option<Self> {
        Some(match tag {
            0 => Self::Nothing,
            1 => Self::Number(f64::from_bits(bits)),
            2 => Self::Text(Symbol(bits as u32)),
            3 => Self::Flag(bits != 0),
            4 => Self::Moment(Instant(bits.cast_signed())),
            5 => Self::Subject(SubjectId(bits)),
            6 => Self::Fact(FactKey(bits)),
            _ => return None,
        })
    }
}
