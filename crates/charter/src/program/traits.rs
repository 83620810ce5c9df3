//! Answers about traits, from their values.

use super::{Bits, Levels};
use facts::{Symbol, Value};

/// The answers to all questions about one trait.
#[derive(Clone, PartialEq, Debug)]
pub struct TraitTable {
    /// All literals about the trait.
    pub all: Bits,
    /// Those that are true while it is unknown.
    pub unknown: Bits,
    /// Those that are true whenever it is known.
    pub known: Bits,
    /// Those that its value decides.
    pub(crate) by_value: ByValue,
    /// Whether fit may change with it.
    pub feeds_fit: bool,
}

/// What a value decides, by the trait's type.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum ByValue {
    Number(Levels<f64>),
    Text { words: Vec<(Symbol, Bits)>, other: Bits },
    Flag { yes: Bits, no: Bits },
}

impl TraitTable {
    /// The literals about the trait that a new value makes true. An empty value makes the trait
    /// unknown; so does a value of another type than the charter says.
    #[inline]
    #[must_use]
    pub fn literals(&self, value: Value) -> Bits {
        let decided = match (&self.by_value, value) {
            (ByValue::Number(levels), Value::Number(number)) if !number.is_nan() => {
                *levels.answers(levels.level(number))
            }
            (ByValue::Text { words, other }, Value::Text(symbol)) if symbol != Symbol::EMPTY => {
                words.iter().find(|(word, _)| *word == symbol).map_or(*other, |(_, bits)| *bits)
            }
            (ByValue::Flag { yes, .. }, Value::Flag(true)) => *yes,
            (ByValue::Flag { no, .. }, Value::Flag(false)) => *no,
            _ => return self.unknown,
        };
        decided | self.known
    }

    /// Whether the value makes the trait known.
    #[must_use]
    pub fn is_known(&self, value: Value) -> bool {
        match (&self.by_value, value) {
            (ByValue::Number(_), Value::Number(number)) => !number.is_nan(),
            (ByValue::Text { .. }, Value::Text(symbol)) => symbol != Symbol::EMPTY,
            (ByValue::Flag { .. }, Value::Flag(_)) => true,
            _ => false,
        }
    }
}
