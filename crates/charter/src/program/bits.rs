//! Sets of literals.

use std::ops::{BitAnd, BitOr, BitOrAssign};

/// A set of at most [`Bits::COUNT`] literals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Bits(u128);

impl Bits {
    /// How many literals a program can have.
    pub const COUNT: usize = 128;
    /// No literal.
    pub const NONE: Self = Self(0);

    /// One literal, below [`Bits::COUNT`].
    #[must_use]
    pub const fn one(literal: usize) -> Self {
        Self(1 << literal)
    }

    /// Whether every literal of `other` is in this set.
    #[inline]
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// Whether the sets share a literal.
    #[inline]
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether a literal of `interest` is in this set that was not in `before`.
    #[inline]
    #[must_use]
    pub const fn gained(&self, before: &Self, interest: &Self) -> bool {
        self.0 & !before.0 & interest.0 != 0
    }

    /// This set without the literals of `clear` and with those of `set`.
    #[inline]
    #[must_use]
    pub const fn patched(&self, clear: &Self, set: &Self) -> Self {
        Self(self.0 & !clear.0 | set.0)
    }
}

impl BitOr for Bits {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Bits {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl BitAnd for Bits {
    type Output = Self;
    #[inline]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
