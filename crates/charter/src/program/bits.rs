//! Sets of literals.

use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};

/// A set of at most [`Bits::COUNT`] literals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Bits([u64; Bits::WORDS]);

impl Bits {
    const WORDS: usize = 4;
    /// How many literals a program can have.
    pub const COUNT: usize = Self::WORDS * 64;
    /// No literal.
    pub const NONE: Self = Self([0; Self::WORDS]);

    /// One literal, below [`Bits::COUNT`].
    #[must_use]
    pub const fn one(literal: usize) -> Self {
        let mut words = [0; Self::WORDS];
        words[literal / 64] = 1 << (literal % 64);
        Self(words)
    }

    /// Whether every literal of `other` is in this set.
    #[inline]
    #[must_use]
    pub const fn contains(&self, other: &Self) -> bool {
        let mut missing = 0;
        let mut word = 0;
        while word < Self::WORDS {
            missing |= other.0[word] & !self.0[word];
            word += 1;
        }
        missing == 0
    }

    /// Whether the sets share a literal.
    #[inline]
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        let mut shared = 0;
        let mut word = 0;
        while word < Self::WORDS {
            shared |= other.0[word] & self.0[word];
            word += 1;
        }
        shared != 0
    }

    /// Whether a literal of `interest` is in this set that was not in `before`.
    #[inline]
    #[must_use]
    pub const fn gained(&self, before: &Self, interest: &Self) -> bool {
        let mut gained = 0;
        let mut word = 0;
        while word < Self::WORDS {
            gained |= self.0[word] & !before.0[word] & interest.0[word];
            word += 1;
        }
        gained != 0
    }

    /// This set without the literals of `clear` and with those of `set`.
    #[inline]
    #[must_use]
    pub const fn patched(&self, clear: &Self, set: &Self) -> Self {
        let mut words = [0; Self::WORDS];
        let mut word = 0;
        while word < Self::WORDS {
            words[word] = (self.0[word] & !clear.0[word]) | set.0[word];
            word += 1;
        }
        Self(words)
    }

    /// Whether there is no literal.
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        !self.meets(self)
    }
}

impl BitOr for Bits {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        self.patched(&Self::NONE, &other)
    }
}

impl BitOrAssign for Bits {
    #[inline]
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

impl BitAnd for Bits {
    type Output = Self;
    #[inline]
    fn bitand(self, other: Self) -> Self {
        self.patched(&!other, &Self::NONE)
    }
}

impl BitAndAssign for Bits {
    #[inline]
    fn bitand_assign(&mut self, other: Self) {
        *self = *self & other;
    }
}

impl Not for Bits {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}
