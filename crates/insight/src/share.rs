//! Parts of a whole.

/// A part of a whole, both counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    /// How many are in the part.
    pub part: usize,
    /// How many there are.
    pub whole: usize,
}

impl Share {
    /// From 0 to 1; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.whole > 0).then(|| self.part as f64 / self.whole as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_nothing_is_no_number() {
        assert_eq!(Share { part: 1, whole: 4 }.value(), Some(0.25));
        assert_eq!(Share { part: 0, whole: 0 }.value(), None);
    }
}
