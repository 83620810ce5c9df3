//! Parts of a whole.

use std::fmt;

/// A part of a whole, from 0 to 1.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub struct Share(f64);

impl Share {
    /// Nothing of it.
    pub const NONE: Self = Self(0.0);
    /// All of it.
    pub const ALL: Self = Self(1.0);

    /// From a number between 0 and 1, both included.
    #[must_use]
    pub fn new(share: f64) -> Option<Self> {
        (0.0..=1.0).contains(&share).then_some(Self(share))
    }

    /// As a number from 0 to 1.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Share {
    /// As a percentage with at most two decimals: `65 %`, `12.5 %`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = libm::round(self.0 * 10_000.0);
        write!(f, "{} %", hundredths / 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_lies_between_nothing_and_all() {
        assert_eq!(Share::new(1.01), None);
        assert_eq!(Share::new(-0.01), None);
        assert_eq!(Share::new(f64::NAN), None);
        assert_eq!(Share::new(1.0), Some(Share::ALL));
    }

    #[test]
    fn a_share_reads_as_a_percentage() {
        let said = |share| Share::new(share).unwrap().to_string();
        assert_eq!(said(0.65), "65 %");
        assert_eq!(said(0.125), "12.5 %");
        assert_eq!(said(0.29), "29 %", "and not 28.999999999999996 %");
        assert_eq!(said(1.0 / 3.0), "33.33 %");
    }
}
