//! Sets of literals.

use std::ops::{BitOr, BitOrAssign};

/// A set of at most [`Bits::COUNT`] literals.
///
/// Two words rather than one of 128 bits: the compiler then reads and writes them alike, and does
/// not read whole what it has just written by halves, which stalls a processor.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Bits([u64; 2]);

impl Bits {
    /// How many literals a program can have.
    pub const COUNT: usize = 128;
    /// No literal.
    pub const NONE: Self = Self([0; 2]);

    /// One literal, below [`Bits::COUNT`].
    #[must_use]
    pub const fn one(literal: usize) -> Self {
        let mut words = [0; 2];
        words[literal / 64] = 1 << (literal % 64);
        Self(words)
    }

    /// Whether every literal of `other` is in this set.
    #[inline]
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        other.0[0] & !self.0[0] | other.0[1] & !self.0[1] == 0
    }

    /// Whether the sets share a literal.
    #[inline]
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.0[0] & other.0[0] | self.0[1] & other.0[1] != 0
    }

    /// Whether a literal of `interest` is in this set that was not in `before`.
    #[inline]
    #[must_use]
    pub const fn gained(&self, before: &Self, interest: &Self) -> bool {
        let gained = [self.0[0] & !before.0[0], self.0[1] & !before.0[1]];
        Self(gained).meets(interest)
    }

    /// This set without the literals of `clear` and with those of `set`.
    #[inline]
    #[must_use]
    pub const fn patched(&self, clear: &Self, set: &Self) -> Self {
        Self([self.0[0] & !clear.0[0] | set.0[0], self.0[1] & !clear.0[1] | set.0[1]])
    }
}

impl BitOr for Bits {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self([self.0[0] | other.0[0], self.0[1] | other.0[1]])
    }
}

impl BitOrAssign for Bits {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}
