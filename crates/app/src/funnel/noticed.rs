//! What was known of a lead at a moment.

use facts::{Code, Instant, Kind, Precision, Value, Vocabulary};
use timeline::{Row, link};

/// A trait, by the code that its facts have.
#[derive(Clone, Debug)]
pub(super) struct Trait {
    pub(super) code: Code,
    pub(super) name: String,
    of_account: bool,
}

/// What was known.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Noticed {
    pub(super) value: Value,
    /// Whether nobody knows since when.
    pub(super) assumed: bool,
}

impl Trait {
    pub(super) fn new(code: Code, name: &str) -> Self {
        Self { code, name: name.to_owned(), of_account: name.starts_with("account.") }
    }

    /// Whether a fact ends what was known: of one account, nothing holds for the next.
    pub(super) fn is_forgotten_at(&self, words: &Vocabulary, code: Code) -> bool {
        self.of_account && is_account_link(words, code)
    }
}

impl Noticed {
    /// Adds to each trait's column what was known of it then: the last that was said by then, or
    /// else the first that is said without a date. What was known of one account does not hold for
    /// the next.
    pub(super) fn read(
        rows: &[Row],
        words: &Vocabulary,
        traits: &[Trait],
        then: Instant,
        columns: &mut [Vec<Self>],
    ) {
        for column in &mut *columns {
            column.push(Self::default());
        }
        for row in rows {
            if row.at <= then && is_account_link(words, row.code) {
                for (of, column) in traits.iter().zip(&mut *columns) {
                    if of.of_account {
                        column.pop();
                        column.push(Self::default());
                    }
                }
            }
            let Some(index) = traits.iter().position(|of| of.code == row.code) else { continue };
            let undated = row.flags.precision() == Precision::Unknown;
            let Some(noticed) = columns[index].last_mut() else { continue };
            if row.at <= then || undated && noticed.value == Value::Nothing {
                *noticed = Self { value: row.value(), assumed: undated };
            }
        }
    }
}

fn is_account_link(words: &Vocabulary, code: Code) -> bool {
    matches!(words.name(code), Some((Kind::Link, link::ACCOUNT | link::ACCOUNT_END)))
}
