//! Answers about traits, from their values.

use super::Bits;
use facts::{Symbol, Value};

/// What follows from one trait having a value of one class, for all rules and for fit.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Answer {
    /// The literals about the trait that are true.
    pub bits: Bits,
    /// The fit, in thousandths of a point, of the clauses that speak of this trait alone.
    pub fit_milli: i64,
}

/// The answers to all questions about one trait.
#[derive(Clone, PartialEq, Debug)]
pub struct TraitTable {
    /// All literals about the trait.
    pub all: Bits,
    /// What follows while it is unknown.
    pub unknown: Answer,
    /// What follows from its value.
    pub(crate) by_value: ByValue,
    /// The fit clauses that speak of it and of other things, by index.
    pub fit_clauses: Vec<u16>,
}

/// The classes of a trait's values, by its type.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum ByValue {
    /// Where a new class begins, ascending, and the answer of each, one more than there are cuts.
    Number {
        cuts: Vec<f64>,
        answers: Vec<Answer>,
    },
    /// The words that rules name, and the answer of each; last, that of any other word.
    Text {
        words: Vec<Symbol>,
        answers: Vec<Answer>,
    },
    Flag {
        yes: Answer,
        no: Answer,
    },
}

impl TraitTable {
    /// What follows from a new value; `None` when the value makes the trait unknown: an empty one,
    /// or one of another type than the charter says.
    #[inline(always)]
    #[must_use]
    pub fn answer(&self, value: Value) -> Option<&Answer> {
        match (&self.by_value, value) {
            (ByValue::Number { cuts, answers }, Value::Number(number)) if !number.is_nan() => {
                Some(&answers[cuts.iter().take_while(|cut| number >= **cut).count()])
            }
            (ByValue::Text { words, answers }, Value::Text(symbol)) if symbol != Symbol::EMPTY => {
                Some(&answers[words.iter().take_while(|word| **word != symbol).count()])
            }
            (ByValue::Flag { yes, .. }, Value::Flag(true)) => Some(yes),
            (ByValue::Flag { no, .. }, Value::Flag(false)) => Some(no),
            _ => None,
        }
    }
}
