//! To what level two values agree.

use crate::similarity::{edits, jaro_winkler};

/// To what level two values agree: 0 when one of them is unknown, 1 when they differ, more the
/// more alike they are; the highest when they are the same.
pub type Level = u8;

/// One of the values is unknown: that says nothing.
pub(super) const UNKNOWN: Level = 0;
/// The values have nothing in common.
pub(super) const DIFFERENT: Level = 1;

/// How the values of a field are compared. Levels are named from the lowest above different.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Likeness {
    /// The same, or different.
    Same,
    /// Names: Jaro–Winkler similarity of at least the first, at least the second; the same.
    Name(f64, f64),
    /// Given names: the initial of one is the other; then as names.
    Given(f64, f64),
    /// Numbers: one slip apart; the same.
    Number,
    /// Mail addresses: two slips apart; one; the same.
    ///
    /// That only what stands before the `@` is the same says nothing more than the names do, which
    /// most addresses are made of.
    Address,
}

impl Likeness {
    /// How many levels there are, those for unknown and different included.
    #[must_use]
    pub const fn levels(self) -> usize {
        match self {
            Self::Same => 3,
            Self::Number => 4,
            Self::Name(..) | Self::Address => 5,
            Self::Given(..) => 6,
        }
    }

    /// The level of two values that are the same.
    #[must_use]
    pub const fn same(self) -> Level {
        (self.levels() - 1) as Level
    }

    /// The level of two values that are known and not the same. Symmetric.
    pub(super) fn of_different(self, a: &str, b: &str) -> Level {
        match self {
            Self::Same => DIFFERENT,
            Self::Name(low, high) => {
                let alike = jaro_winkler(a, b);
                DIFFERENT + u8::from(alike >= low) + u8::from(alike >= high)
            }
            Self::Given(low, high) => {
                let alike = jaro_winkler(a, b);
                if alike >= low {
                    DIFFERENT + 2 + u8::from(alike >= high)
                } else {
                    DIFFERENT + u8::from(is_initial(a, b) || is_initial(b, a))
                }
            }
            Self::Number => DIFFERENT + u8::from(close(a, b, 1)),
            Self::Address => DIFFERENT + u8::from(close(a, b, 2)) + u8::from(close(a, b, 1)),
        }
    }

    /// The level of two values. Symmetric.
    #[must_use]
    pub fn of(self, a: &str, b: &str) -> Level {
        if a.is_empty() || b.is_empty() {
            UNKNOWN
        } else if a == b {
            self.same()
        } else {
            self.of_different(a, b)
        }
    }
}

/// Whether a text of one letter begins the other.
fn is_initial(initial: &str, of: &str) -> bool {
    initial.chars().count() == 1 && of.starts_with(initial)
}

/// Whether two texts are at most so many slips apart.
fn close(a: &str, b: &str, most: usize) -> bool {
    a.len().abs_diff(b.len()) <= 4 * most && edits(a, b) <= most
}
